"""`merge`: the plans of provinces that became one, as one plan, and the report on it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from r57plans.checks.case import Case
from r57plans.checks.names import body_name
from r57plans.errors import MergeError
from r57plans.findings import Finding, Language, Message, Report
from r57plans.language import date_short
from r57plans.load import check_plan, load_catalogue, load_registers
from r57plans.merging.circles import without_circles
from r57plans.merging.committee import Seating
from r57plans.merging.decided import decisions_text
from r57plans.merging.ids import merged_groups, renames_of
from r57plans.merging.ledger import Ledger
from r57plans.merging.looking import remarks
from r57plans.merging.parents import Merger, Parent, merger_of
from r57plans.merging.particulars import Drafting
from r57plans.merging.ready import Ready, ready
from r57plans.merging.records import Entry, Merged, MergeReport, ParentPlan
from r57plans.merging.rest import Rest, told_bodies
from r57plans.merging.targets import join_targets
from r57plans.merging.tasks import join_tasks
from r57plans.merging.voice import Voice
from r57plans.merging.writing import merged_text
from r57plans.model.bilingual import texts_of
from r57plans.model.catalogue import Catalogue
from r57plans.model.decision import NO_DECISIONS, Decisions
from r57plans.model.document import Committee
from r57plans.model.plan import Group, Plan
from r57plans.model.registers import Registers
from r57plans.model.task import Task
from r57plans.view.groups import group_id, groups_of


def merge(
    plans: Sequence[Plan],
    into: str,
    on: date,
    decisions: Decisions = NO_DECISIONS,
    *,
    ui: Language = "vi",
    file: str = "plan.yaml",
    schema: str = "",
) -> Merged:
    """One plan from those of provinces that merged into `into`, as of the day, and what was done.

    The order of the plans does not matter: parents come in the order of their codes. Comments in
    the text are in the language `ui`; `file` is the name that findings about it say, `schema` where
    an editor finds the plan's JSON Schema. Raises MergeError where these plans are not those of the
    parents, are of two kinds or catalogues, or where a decision is about nothing that is there.
    """
    registers = load_registers()
    merger = merger_of(plans, into, on, registers)
    catalogue = load_catalogue(merger.parents[0].plan.catalogue)
    work = _Work(merger, catalogue, registers, Ledger(decisions))
    plan = work.plan()
    faults = [*work.ledger.findings, *work.ledger.unknown()]
    if faults:
        raise MergeError(Report(tuple(faults)))
    text = merged_text(plan, merger, work.ledger, catalogue, ui, schema)
    loaded, report = check_plan(text.encode(), file)
    if loaded is None:  # a parent that was not loaded from a file may be no sound plan itself
        raise MergeError(report)
    found = report + Report((*work.findings, *remarks(loaded, work.ledger, merger, catalogue)))
    made = work.report(loaded, found)
    return Merged(text, loaded, made, decisions_text(made, decisions, ui))


@dataclass(frozen=True)
class _Work:
    """One merger under way."""

    merger: Merger
    catalogue: Catalogue
    registers: Registers
    ledger: Ledger

    @cached_property
    def readies(self) -> tuple[Ready, ...]:
        """The parents' plans, made ready."""
        parents = self.merger.parents
        renames = renames_of(parents, self.catalogue)
        return tuple(
            ready(parent, new, self.merger, self.catalogue, self.registers)
            for parent, new in zip(parents, renames, strict=True)
        )

    @cached_property
    def findings(self) -> list[Finding]:
        """What is to be told besides what became of each thing."""
        return [_missing(p.vi, p.en) for p in self.merger.missing]

    def plan(self) -> Plan:
        """The merged plan, in which nothing is told yet of where it came from."""
        voices = [Voice(r, self.catalogue, self.registers) for r in self.readies]
        units = {t.id: t.local_unit or t.unit for t in self.catalogue.targets}
        drafting = Drafting(self.merger, self.readies, self.ledger, self.catalogue, self.registers)
        rest = Rest(self.readies, self.ledger, self._name)
        document, documents = drafting.document(), drafting.documents()
        sections, context, committee = rest.sections(), rest.context(), self._committee()
        bodies = rest.lists("bodies", "bodies", _BODY, lambda p: p.bodies, lambda b: b.id,
                            lambda b: b.text.message)  # fmt: skip
        groups = self._groups(rest)
        targets = join_targets(self.readies, voices, self.ledger, units)
        tasks = self._in_groups(self._without_circles(
            join_tasks(self.readies, voices, self.ledger, self._name)), groups)  # fmt: skip
        first = self.readies[0].plan
        made = first.model_copy(
            update={
                "document": document,
                "documents": documents,
                "sections": sections,
                "context": context,
                "committee": committee,
                "bodies": bodies,
                "groups": groups,
                "targets": targets,
                "tasks": tasks,
                "initiatives": rest.initiatives(),
                "implementation": rest.duties(),
                "omitted": rest.omissions(tasks, targets),
                "flexibility": rest.flexibility(),
                "funding": rest.funding(),
                "reporting": rest.reporting(),
                "annexes": rest.annexes(),
                "spelling": rest.spelling(),
                "waive": rest.waivers(),
                "english": {},
            }
        )
        told_bodies(self.readies, self.ledger, self._name)
        return made.model_copy(update={"english": self._english(made)})

    def _committee(self) -> Committee | None:
        given = [(r, r.plan.committee) for r in self.readies if r.plan.committee]
        return Seating(given, self.ledger, self._name).committee() if given else None

    def _name(self, name: str) -> Message:
        """A body or post by its id, as any of the parents knows it."""
        said = (body_name(Case(r.plan, self.catalogue, self.registers), name)
                for r in self.readies)  # fmt: skip
        return next((found for found in said if found.vi != name), Message(name, name))

    def _groups(self, rest: Rest) -> tuple[Group, ...]:
        rest.lists("groups", "groups", _GROUP, lambda p: p.groups, lambda g: g.id,
                   lambda g: g.text.message)  # fmt: skip
        own = [r.plan.groups for r in self.readies if r.plan.groups]
        if any(groups != own[0] for groups in own):
            self.findings.append(_groups_apart())
        return merged_groups([r.plan for r in self.readies], self.catalogue)

    def _in_groups(self, tasks: Sequence[Task], groups: tuple[Group, ...]) -> tuple[Task, ...]:
        """Tasks by the order of their groups; within one as they were."""
        bare = self.readies[0].plan.model_copy(update={"groups": groups})
        order = {group.id: n for n, group in enumerate(groups_of(bare, self.catalogue))}
        return tuple(sorted(tasks, key=lambda t: order.get(group_id(t) or "", len(order))))

    def _without_circles(self, tasks: Sequence[Task]) -> tuple[Task, ...]:
        """Tasks that do not wait for each other in a circle, as those of two plans may."""
        edges = [(task.id, before) for task in tasks for before in task.after]
        cut = without_circles(edges)
        self.findings.extend(_circle(*edge) for edge in cut)
        return tuple(
            task.model_copy(update={
                "after": tuple(b for b in task.after if (task.id, b) not in cut)
            }) if task.after else task
            for task in tasks
        )  # fmt: skip

    def _english(self, made: Plan) -> dict[str, str]:
        """The parents' marks of what was translated, at the places where the texts now stand."""
        marks = {
            (text.vi, text.en): parent.plan.english[text.name]
            for parent in reversed(self.merger.parents)
            for text in texts_of(parent.plan)
            if text.name in parent.plan.english
        }
        found = ((text.name, marks.get((text.vi, text.en))) for text in texts_of(made))
        return {name: mark for name, mark in found if mark}

    def report(self, made: Plan, findings: Report) -> MergeReport:
        """The report, parts of the plan in their order, tasks and targets as in the plan made."""
        return MergeReport(
            self.merger.province.id,
            self.merger.name,
            self.merger.on,
            tuple(self._parent(parent) for parent in self.merger.parents),
            tuple(Message(p.vi, p.en) for p in self.merger.missing),
            tuple(_in_order(self.ledger.entries, made)),
            tuple(self.ledger.conflicts),
            findings,
        )

    def _parent(self, parent: Parent) -> ParentPlan:
        plan = parent.plan
        kind = self.registers.types.get(plan.document.type)
        vi, en = (kind.vi, kind.en) if kind else (plan.document.type,) * 2
        number, day = plan.document.number, plan.document.date.last
        said = Message(
            f"{vi}{f' số {number}' if number else ''} ({date_short(day, 'vi')})",
            f"{en}{f' No. {number}' if number else ''} ({date_short(day, 'en')})",
        )
        return ParentPlan(
            parent.id, parent.name, plan.place().file, said, len(plan.tasks), len(plan.targets)
        )


_BODY = Message("Cơ quan kế hoạch tự khai báo", "Body declared in the plan")
_GROUP = Message("Nhóm nhiệm vụ", "Group of tasks")
_ORDER = (
    "document", "sections", "committee", "bodies", "groups", "targets", "tasks", "initiatives",
    "implementation", "omitted", "reporting", "other", "annexes", "waive",
)  # fmt: skip


def _in_order(entries: Iterable[Entry], made: Plan) -> list[Entry]:
    places = {("tasks", task.id): n for n, task in enumerate(made.tasks)}
    places |= {("targets", target.id): n for n, target in enumerate(made.targets)}
    return sorted(
        entries, key=lambda e: (_ORDER.index(e.part), places.get((e.part, e.id), len(places)))
    )


def _missing(vi: str, en: str) -> Finding:
    message = Message(
        f"Thiếu kế hoạch của {vi}: kế hoạch hợp nhất chưa có nội dung của nơi này.",
        f"The plan of {en} is missing: nothing of it is in the merged plan.",
    )
    hint = Message("Khi có, hợp nhất lại với cả kế hoạch đó.", "Merge again once it is there.")
    return Finding("merge.parent-missing", "warning", message, hint)


def _groups_apart() -> Finding:
    message = Message(
        "Các kế hoạch chia nhóm nhiệm vụ khác nhau; nhóm của các bên đều được giữ.",
        "The plans have other groups of tasks; those of all are kept.",
    )
    hint = Message("Thống nhất lại groups.", "Make one structure of `groups`.")
    return Finding("merge.groups", "warning", message, hint)


def _circle(task: str, before: str) -> Finding:
    message = Message(
        f"Nhiệm vụ {task} không còn chờ {before}: hai kế hoạch đặt hai nhiệm vụ chờ lẫn nhau.",
        f"Task {task} no longer waits for {before}: in two plans they wait for each other.",
    )
    hint = Message("Xem lại after của hai nhiệm vụ.", "Look at `after` of both.")
    return Finding("merge.circle", "warning", message, hint)
