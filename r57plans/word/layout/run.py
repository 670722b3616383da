"""Judges a Word file by the rules of an official layout."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from r57plans.findings import Finding, Level, Message, Report
from r57plans.language import capital_first
from r57plans.load import load_layout_rules
from r57plans.model.layout import Fact, LayoutRule
from r57plans.word.layout.choose import AUTO, Choice, choose
from r57plans.word.layout.fault import Context, Fault, Fix, whole_line
from r57plans.word.layout.found import Found
from r57plans.word.layout.lines import Line, Shown
from r57plans.word.layout.paging import LayOut, Paging, paging_of
from r57plans.word.layout.places import LayoutPlace, Spots, short_text, text_of
from r57plans.word.layout.reading import read_document
from r57plans.word.layout.recognise import recognise
from r57plans.word.layout.rules import CHECKS
from r57plans.word.package import open_package

BASES = {
    "verified": Message("đã đối chiếu", "verified"),
    "secondary": Message("nguồn thứ cấp", "secondary sources"),
    "unverified": Message("chưa đối chiếu", "unverified"),
}
_PAGE_COMPONENTS = {
    "page.number": Message("Số trang", "Page number"),
    "page.paper": Message("Khổ giấy", "Paper"),
    "page.margins": Message("Lề trang", "Margins"),
}


@dataclass(frozen=True)
class Verdict:
    """What was found by which layout; `changed` says that tracked changes were taken as accepted.

    `fixes` are what can be put right by a machine, with the rule that asks for each; `paging` is
    where the signature block stands, None where that was not asked for.
    """

    choice: Choice
    report: Report
    fixes: tuple[tuple[str, Fix], ...]
    changed: bool
    paging: Paging | None = None


def lint_layout(
    data: bytes, name: str = "", layout: str = AUTO, lay_out: LayOut | None = None
) -> Verdict:
    """A Word file judged by a layout, or by the one that its letterhead and date ask for.

    `layout` is the id of a layout or `auto`. Of an English document, which is an unofficial
    translation, of an extract and of an edition in two languages only what carries over is
    checked (paper, margins, page number, fonts, colours). `lay_out` is what lays the file out,
    where the real pages are asked for. Raises `WordFileError` where the file cannot be read, or
    does not say which layout it follows, and as `lay_out` does.
    """
    found = recognise(read_document(open_package(data, name), name))
    choice = choose(found, layout, name)
    paging = None if lay_out is None else paging_of(data, found, lay_out, name)
    context = Context(found, choice.layout, choice.lies, paging)
    rules = [r for r in load_layout_rules() if _applies(r, choice)]
    faults = [(rule, fault) for rule in rules for fault in CHECKS[rule.id](context)]
    spots = Spots(found)
    findings = [_finding(rule, group, choice, spots, name) for rule, group in _grouped(faults)]
    findings.sort(key=_order)
    fixes = tuple((rule.id, fix) for rule, fault in faults if rule.fix for fix in fault.fixes)
    return Verdict(choice, Report(tuple(findings)), fixes, found.document.changed, paging)


def _applies(rule: LayoutRule, choice: Choice) -> bool:
    meant = choice.layout.layout in rule.layouts
    return meant and (rule.translation or not choice.partial)


def _grouped(
    faults: Iterable[tuple[LayoutRule, Fault]],
) -> Iterator[tuple[LayoutRule, list[Fault]]]:
    """Faults that are alike in everything but their place, told once."""
    groups: dict[object, tuple[LayoutRule, list[Fault]]] = {}
    for rule, fault in faults:
        key = (rule.id, fault.component, fault.found, fault.wanted, fault.cites)
        groups.setdefault(key, (rule, []))[1].append(fault)
    yield from groups.values()


def _finding(
    rule: LayoutRule, faults: list[Fault], choice: Choice, spots: Spots, file: str
) -> Finding:
    fault = faults[0]
    fact = cited(rule, fault, choice)
    basis = fact.basis_of(rule.measure or "")
    clause = choice.layout.clause(fact)
    place = _place(fault, rule, choice, spots, file, clause, basis, len(faults) - 1)
    said = _filled(rule.message.vi, rule.message.say("en"), fault)
    hint = _filled(rule.hint.vi, rule.hint.say("en"), fault)
    more = f" (+{place.others})" if place.others else ""
    leads = _leads(place, short_text(fault.where))
    message = Message(f"{leads.vi}{said.vi}{more}.", f"{leads.en}{said.en}{more}.")
    source = Message(f"({clause}; {BASES[basis].vi})", f"({clause}; {BASES[basis].en})")
    advice = Message(f"{hint.vi} {source.vi}", f"{hint.en} {source.en}")
    return Finding(rule.id, level_of(rule, basis), message, advice, place)


def cited(rule: LayoutRule, fault: Fault, choice: Choice) -> Fact:
    """The fact of the layout that a finding rests on."""
    place = fault.cites or rule.cites
    if place == "component":
        place = f"components.{fault.component}"
    return choice.layout.by_place[place]


def level_of(rule: LayoutRule, basis: str) -> Level:
    """How grave a finding is: never more than a note where the measure is unverified."""
    return "note" if basis == "unverified" else rule.level


def _filled(vi: str, en: str, fault: Fault) -> Message:
    return Message(
        vi.format(found=fault.found.vi, wanted=fault.wanted.vi),
        en.format(found=fault.found.en, wanted=fault.wanted.en),
    )


def _leads(place: LayoutPlace, text: str) -> Message:
    """How a message begins: the component, its text, and where it stands."""
    where = [place.words(language) for language in ("vi", "en")]
    heads = [
        f"{name} {quote}" if text else name
        for name, quote in zip(place.component, (f"«{text}»", f"“{text}”"), strict=True)
    ]
    return Message(
        *(
            capital_first(f"{head.strip()} ({spot}): " if head.strip() else f"{spot}: ")
            for head, spot in zip(heads, where, strict=True)
        )
    )


def _place(
    fault: Fault, rule: LayoutRule, choice: Choice, spots: Spots, file: str, clause: str,
    basis: str, others: int,
) -> LayoutPlace:  # fmt: skip
    paragraph, start, end = _span(fault.where)
    part = fault.where if isinstance(fault.where, str) else spots.part
    component = choice.layout.components.get(fault.component)
    name = component.name.message if component else (
        _PAGE_COMPONENTS.get(rule.cites, Message("", "")))  # fmt: skip
    return LayoutPlace(
        file, path=part, spot=spots.of(fault), component=name, text=text_of(fault.where),
        found=fault.found, wanted=fault.wanted, clause=clause, basis=basis, paragraph=paragraph,
        start=start, end=end, others=others,
    )  # fmt: skip


def _span(where: Line | Shown | str | None) -> tuple[int, int, int]:
    if isinstance(where, Line):
        return whole_line(where)
    if isinstance(where, Shown):
        return where.ordinal, 0, len(where.text)
    return -1, 0, 0


def _order(finding: Finding) -> int:
    return finding.place.paragraph if isinstance(finding.place, LayoutPlace) else -1


def found_in(data: bytes, name: str = "") -> Found:
    """The components that were recognised in a file. Raises `WordFileError` as reading does."""
    return recognise(read_document(open_package(data, name), name))
