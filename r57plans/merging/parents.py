"""Which provinces became one, by the dated register, and whether these plans are theirs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from r57plans.errors import MergeError
from r57plans.findings import NO_HINT, Finding, Message, Report
from r57plans.language import date_short
from r57plans.load import check_province, load_catalogue
from r57plans.model.base import DocumentDate
from r57plans.model.plan import Plan
from r57plans.model.registers import Province, Registers

FEWEST = 2
PARTY_COMMITTEES = ("tinh-uy", "thanh-uy")


@dataclass(frozen=True, slots=True)
class Parent:
    """A province as it was, and its plan."""

    province: Province
    plan: Plan

    @property
    def id(self) -> str:
        """The province's id."""
        return self.province.id

    @property
    def name(self) -> Message:
        """The province's name, without its kind."""
        return Message(self.province.vi, self.province.en)


@dataclass(frozen=True, slots=True)
class Merger:
    """The merged province, the day, and the parents in the order of their old codes."""

    province: Province
    on: date
    parents: tuple[Parent, ...]
    missing: tuple[Province, ...]

    @property
    def name(self) -> Message:
        """The merged province's name."""
        return Message(self.province.vi, self.province.en)


def merger_of(plans: Sequence[Plan], into: str, on: date, registers: Registers) -> Merger:
    """The merger that these plans belong to; raises MergeError with all that forbids it."""
    province, former = _merged(into, on, registers)
    faults = [
        *_not_of(plans, province, former, registers),
        *_twice(plans),
        *_unlike(plans),
        *_kinds(plans, registers),
    ]
    if len(plans) < FEWEST:
        faults.append(_too_few(former))
    if faults:
        raise MergeError(Report(tuple(faults)))
    by_id = {plan.province: plan for plan in plans}
    parents = tuple(Parent(p, by_id[p.id]) for p in former if p.id in by_id)
    missing = tuple(p for p in former if p.id not in by_id)
    return Merger(province, on, parents, missing)


def _merged(into: str, on: date, registers: Registers) -> tuple[Province, tuple[Province, ...]]:
    """The province on the day and those that became it; raises MergeError where none did."""
    if not registers.province_ever(into):
        raise MergeError(check_province(into, DocumentDate(on.year, on.month, on.day)))
    made = [p for p in registers.province_ever(into) if len(p.predecessors) >= FEWEST]
    if not made:
        raise MergeError(Report((_never(into, registers),)))
    began = min(p.valid_from or date.min for p in made)
    found = registers.province(into, on)
    if found is None or on < began:
        raise MergeError(Report((_too_early(made[0], on, began),)))
    last = began - timedelta(days=1)
    former = (registers.province(name, last) for name in found.predecessors)
    return found, tuple(sorted((p for p in former if p), key=lambda p: p.code))


def _never(into: str, registers: Registers) -> Finding:
    record = registers.province_ever(into)[-1]
    heir = record.successor if record.successor != into else None
    message = Message(
        f"{record.vi} không phải là tỉnh, thành phố được hợp nhất từ nhiều tỉnh.",
        f"{record.en} was not made of several provinces.",
    )
    hint = Message(f"Viết --into {heir}.", f"Write --into {heir}.") if heir else NO_HINT
    return Finding("merge.not-merged", "error", message, hint)


def _too_early(made: Province, on: date, began: date) -> Finding:
    message = Message(
        f"Ngày {date_short(on, 'vi')} {made.vi} chưa hợp nhất; hợp nhất từ ngày "
        f"{date_short(began, 'vi')}.",
        f"On {date_short(on, 'en')} {made.en} had not merged yet; it did on "
        f"{date_short(began, 'en')}.",
    )
    hint = Message(f"Viết --on {began} hoặc muộn hơn.", f"Write --on {began} or later.")
    return Finding("merge.too-early", "error", message, hint)


def _not_of(
    plans: Sequence[Plan], into: Province, former: tuple[Province, ...], registers: Registers
) -> Iterator[Finding]:
    """Plans of other provinces, of the merged province itself, and of communes."""
    vi, en = ", ".join(p.vi for p in former), ", ".join(p.en for p in former)
    hint = Message(f"{into.vi} được hợp nhất từ: {vi}.", f"{into.en} was made of: {en}.")
    for plan in plans:
        own = registers.province(plan.province, plan.document.date.last)
        assert own is not None, "the loader refuses a province that was not there"
        if plan.unit is not None:
            message = Message(
                f"Đây là kế hoạch của {plan.unit.type} {plan.unit.vi}, không phải của cấp tỉnh.",
                f"This is the plan of {plan.unit.en or plan.unit.vi}, not of a province.",
            )
            yield Finding("merge.unit", "error", message, hint, plan.place("unit"))
        elif own == into:
            message = Message(
                f"Kế hoạch này đã là của {own.vi} sau hợp nhất.",
                f"This is already the plan of {own.en} after the merger.",
            )
            yield Finding("merge.already", "error", message, hint, plan.place("document", "date"))
        elif own not in former:
            message = Message(
                f"{own.vi} không hợp nhất vào {into.vi}.", f"{own.en} did not merge into {into.en}."
            )
            yield Finding("merge.not-parent", "error", message, hint, plan.place("province"))


def _twice(plans: Sequence[Plan]) -> Iterator[Finding]:
    seen: dict[str, Plan] = {}
    for plan in plans:
        if plan.province in seen:
            other = seen[plan.province].place().file or plan.province
            message = Message(
                f"Có hai kế hoạch của {plan.province}; kế hoạch kia: {other}.",
                f"There are two plans of {plan.province}; the other one: {other}.",
            )
            hint = Message("Giữ lại một kế hoạch.", "Keep one of them.")
            yield Finding("merge.twice", "error", message, hint, plan.place("province"))
        seen.setdefault(plan.province, plan)


def _too_few(former: tuple[Province, ...]) -> Finding:
    message = Message("Cần ít nhất hai kế hoạch để hợp nhất.", "A merger takes two plans or more.")
    vi, en = ", ".join(p.vi for p in former), ", ".join(p.en for p in former)
    hint = Message(f"Các tỉnh, thành phố: {vi}.", f"The provinces: {en}.")
    return Finding("merge.too-few", "error", message, hint)


def _unlike(plans: Sequence[Plan]) -> Iterator[Finding]:
    """Plans of different catalogues, and a sub-task that they take in different versions."""
    names = [load_catalogue(plan.catalogue).name for plan in plans]
    hint = Message("Trước hết: r57plans upgrade TỆP.", "First: r57plans upgrade FILE.")
    for plan, name in zip(plans[1:], names[1:], strict=True):
        if name != names[0]:
            message = Message(
                f"Kế hoạch này theo danh mục {name}, kế hoạch kia theo {names[0]}.",
                f"This plan is by the catalogue {name}, another by {names[0]}.",
            )
            yield Finding("merge.catalogue", "error", message, hint, plan.place("catalogue"))
    versions: dict[str, str | None] = {}
    for plan in plans:
        for n, task in enumerate(plan.tasks):
            if not task.of_catalogue:
                continue
            if versions.setdefault(task.id, task.version) != task.version:
                message = Message(
                    f"Hai kế hoạch dùng nhiệm vụ {task.id} theo hai phiên bản danh mục.",
                    f"Two plans take task {task.id} in two versions of the catalogue.",
                )
                place = plan.place("tasks", n, "version")
                yield Finding("merge.task-version", "error", message, hint, place)


def _kinds(plans: Sequence[Plan], registers: Registers) -> Iterator[Finding]:
    """Plans of Party bodies with plans of the State, or of two kinds of issuers."""
    kinds = [_kind(plan) for plan in plans]
    hint = Message(
        "Hợp nhất kế hoạch của cấp ủy với nhau, kế hoạch của ủy ban nhân dân với nhau.",
        "Merge plans of Party committees with each other, and those of people's committees.",
    )
    first = registers.issuers[kinds[0]].abbreviation
    for plan, kind in zip(plans, kinds, strict=True):
        if kind != kinds[0]:
            own = registers.issuers[kind].abbreviation
            message = Message(
                f"Kế hoạch này do {own} ban hành, kế hoạch kia do {first}.",
                f"This plan was issued by {own}, another by {first}.",
            )
            place = plan.place("document", "issuer")
            yield Finding("merge.issuers", "error", message, hint, place)


def _kind(plan: Plan) -> str:
    """The issuer, where the committees of provinces and of cities are one kind."""
    issuer = plan.document.issuer or PARTY_COMMITTEES[0]
    return PARTY_COMMITTEES[0] if issuer in PARTY_COMMITTEES else issuer
