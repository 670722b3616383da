"""The values of a plan in words, in both languages, as a sentence of a report says them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Literal

from r57plans.checks.names import date_words
from r57plans.findings import Language, Message
from r57plans.language import plain
from r57plans.model.actor import DeclaredBody, Person
from r57plans.model.annex import Annex, Column
from r57plans.model.base import DocumentDate, Frozen, Text
from r57plans.model.catalogue import Catalogue
from r57plans.model.change import NOTHING
from r57plans.model.deadline import parse_period
from r57plans.model.document import Citation, Cover, Signer
from r57plans.model.plan import Duty, Omission, Plan, Reporting, Unit, Waiver
from r57plans.model.registers import Registers
from r57plans.model.target import CentralValue, Value
from r57plans.model.task import Milestone, Product
from r57plans.model.when import When
from r57plans.view.cells import TaskCells
from r57plans.view.citations import Citer
from r57plans.view.groups import Placed, TaskWriter
from r57plans.view.names import Namer
from r57plans.view.phrases import RELATIONS
from r57plans.view.speech import STANDS_IN, Speaker
from r57plans.view.targets import TargetWriter

_STATES: dict[str, Message] = {
    "draft": Message("dự thảo", "draft"),
    "signing": Message("trình ký", "for signature"),
    "issued": Message("đã ban hành", "issued"),
    "paragraph": Message("một đoạn văn", "a paragraph"),
    "list": Message("danh sách", "a list"),
    "appendix": Message("phụ lục", "an appendix"),
    "new": Message("kiểu mới (hòa, ủy)", "the new style (hòa, ủy)"),
    "old": Message("kiểu cũ (hoà, uỷ)", "the older style (hoà, uỷ)"),
}

_ANNEXES: dict[str, Message] = {
    "targets": Message("bảng chỉ tiêu", "the table of targets"),
    "tasks": Message("bảng phân công nhiệm vụ", "the table of tasks"),
    "roadmap": Message("lộ trình", "the roadmap"),
    "columns": Message("mỗi mốc một cột", "a column for each horizon"),
    "rows": Message("mỗi mốc một hàng", "a row for each horizon"),
    "through": Message("đánh số liên tục", "numbered through"),
    "by-group": Message("đánh số theo nhóm", "numbered by group"),
}


class Sayer:
    """Says the values of one plan as of its document's date."""

    def __init__(self, plan: Plan, catalogue: Catalogue, registers: Registers) -> None:
        self._registers, self._catalogue = registers, catalogue
        self._cells: dict[Language, TaskCells] = {
            "vi": _cells(plan, catalogue, registers, "vi"),
            "en": _cells(plan, catalogue, registers, "en"),
        }
        self._citers = {lang: Citer(_namer(cells), catalogue) for lang, cells in self._by_language}
        self._kinds: dict[type, Callable[[Any], Message]] = {
            Text: lambda text: text.message,
            When: lambda when: Message(when.say("vi"), when.say("en")),
            DocumentDate: date_words,
            Person: self._person,
            Product: self._product,
            Milestone: self._milestone,
            Value: self.value,
            Citation: self._citation,
            Signer: self._signer,
            CentralValue: self._central,
            Cover: self._cover,
            Unit: lambda unit: Message(f"{unit.type} {unit.vi}", f"{unit.en or unit.vi}"),
            Duty: lambda duty: headed(self.actors(duty.bodies), duty.text.message),
            Omission: lambda omission: headed(same(omission.id), omission.reason.message),
            Reporting: self._report,
            Waiver: self._waiver,
            DeclaredBody: lambda body: body.text.message,
            Annex: self._annex,
            Column: self._column,
        }

    def say(self, value: object) -> Message:
        """Any value of a plan in words; empty for what is not there."""
        known = self._kinds.get(type(value))
        if known:
            return known(value)
        if value is None or value == ():
            return NOTHING
        if isinstance(value, bool):
            return Message("có", "yes") if value else Message("không", "no")
        if isinstance(value, tuple):
            return joined(map(self.say, value))
        if isinstance(value, Frozen):
            said = (getattr(value, name) for name in sorted(value.model_fields_set))
            return joined(map(self.say, said), ", ")
        return _STATES.get(str(value)) or RELATIONS.get(str(value)) or same(str(value))

    def body(self, name: str) -> Message:
        """A body by its id; a post's full name where the id is one."""
        return self._both(lambda cells: _namer(cells).body(name))

    def issuer(self, name: str) -> Message:
        """An issuer of documents, as a sentence names it."""
        record = self._registers.issuers[name]
        return self._both(lambda cells: _namer(cells).issuer_in_sentence(record))

    def origin(self, name: str) -> Message:
        """Who gave a task, by id."""
        return self._both(lambda cells: cells.origin_named(name))

    def role(self, name: str) -> Message:
        """A post by its id."""
        return self._both(lambda cells: _namer(cells).role(name))

    def period(self, words: str) -> Message:
        """How often something comes back: `6 tháng`, every six months."""
        known = parse_period(words)
        return Message(words, known.say("en")) if known else same(words)

    def actors(self, actors: tuple[Any, ...]) -> Message:
        """Bodies, posts and free words, one after the other."""
        return joined(self.body(a) if isinstance(a, str) else self.say(a) for a in actors)

    def value(self, value: Value, unit: Text | None = None) -> Message:
        """A target's value with its unit, scope and period."""

        def say(cells: TaskCells) -> str:
            writer, measure = cells.target_writer, value.unit or unit
            figured = any(char.isdigit() for char in value.value.vi)
            said = writer.namer.speaker.figure(measure) if measure and figured else ""
            return writer.value(value, said)

        return self._both(say)

    def task_text(self, placed: Placed, key: Literal["text", "title"]) -> Message:
        """What a task is: in the plan's words, or the catalogue's with its figures."""
        return self._both(lambda cells: str(getattr(cells, key)(placed)))

    def of_catalogue(self, text: Text) -> Message:
        """A text of the catalogue with this unit's words in its placeholders."""
        return self._both(lambda cells: _namer(cells).fill(text))

    @property
    def _by_language(self) -> Iterable[tuple[Language, TaskCells]]:
        return self._cells.items()

    def _both(self, say: Callable[[TaskCells], str]) -> Message:
        said = {lang: spoken(say(cells), lang) for lang, cells in self._by_language}
        return Message(said["vi"], said["en"])

    def _person(self, person: Person) -> Message:
        said = self._both(lambda cells: _namer(cells).person(person))
        standing = Message("(thường trực)", "(standing)") if person.standing else NOTHING
        return joined((said, standing), " ")

    def _product(self, product: Product) -> Message:
        return self._both(lambda cells: cells.product(product))

    def _milestone(self, milestone: Milestone) -> Message:
        product = self.say(milestone.product)
        there = joined((milestone.text.message if milestone.text else NOTHING, product))
        return headed(self.say(milestone.deadline), there)

    def _citation(self, citation: Citation) -> Message:
        said = {lang: spoken(citer.cite(citation), lang) for lang, citer in self._citers.items()}
        return Message(said["vi"], said["en"])

    def _cover(self, cover: Cover) -> Message:
        known = self._registers.types.get(cover.type)
        kind = Message(known.vi, known.en) if known else same(cover.type)
        number = Message(f"số {cover.number}", f"No. {cover.number}") if cover.number else NOTHING
        issuer = self.issuer(cover.issuer) if cover.issuer else NOTHING
        symbol = same(cover.symbol or "")
        return joined((joined((kind, number), " "), symbol, self.say(cover.date), issuer), ", ")

    def _central(self, central: CentralValue) -> Message:
        known = self._catalogue.document_by_id.get(central.source)
        source = same(f"({known.number if known and known.number else central.source})")
        return joined((central.value.message, source), " ")

    def _signer(self, signer: Signer) -> Message:
        authority = self._registers.authorities.get(signer.authority or "")
        said = Message(authority.vi, authority.en) if authority else self.say(signer.authority)
        return joined((said, self.role(signer.role), same(signer.name or "")), ", ")

    def _report(self, report: Reporting) -> Message:
        text = Text(vi=report.vi, en=report.en).message if report.vi else NOTHING
        return joined((
            self.period(report.every),
            _after(Message("nơi báo cáo", "reported by"), self.actors(report.from_)),
            _after(Message("nơi nhận", "to"), self.body(report.to) if report.to else NOTHING),
            _after(Message("hạn", "due"), same(", ".join(report.by))),
            text,
        ))  # fmt: skip

    def _annex(self, annex: Annex) -> Message:
        kind = joined((_ANNEXES[annex.kind], self.say(annex.title)), ", ")
        ways = (_ANNEXES[annex.horizons], _ANNEXES[annex.numbering])
        return headed(kind, joined((*ways, *map(self.say, annex.columns)), ", "))

    def _column(self, column: Column) -> Message:
        title = column.title or self._registers.terms.columns.get(column.key)
        width = same(f"{column.width} mm" if column.width else "")
        draft = _STATES["draft"] if column.draft else NOTHING
        return joined((title.message if title else same(column.key), width, draft), ", ")

    def _waiver(self, waiver: Waiver) -> Message:
        return headed(same(" ".join(filter(None, (waiver.rule, waiver.task)))),
                      waiver.reason.message)  # fmt: skip


def same(text: str) -> Message:
    """Words that both languages share."""
    return Message(text, text)


def joined(said: Iterable[Message], separator: str = "; ") -> Message:
    """Several in a row; what says nothing is left out."""
    there = [words for words in said if words.vi]
    return Message(separator.join(w.vi for w in there), separator.join(w.en for w in there))


def headed(head: Message, rest: Message) -> Message:
    """`head: rest`, or whichever of them there is."""
    return joined((head, rest), ": ")


def _after(label: Message, said: Message) -> Message:
    """`nơi nhận: Văn phòng Tỉnh ủy`; nothing where nothing is said."""
    return headed(label, said) if said.vi else NOTHING


def spoken(said: str, language: Language) -> str:
    """A printed text as one reads it: ordinary blanks, no mark of a missing translation."""
    return plain(said).replace(f"{STANDS_IN[language]} ", "")


def _cells(plan: Plan, catalogue: Catalogue, registers: Registers, language: Language) -> TaskCells:
    namer = Namer(plan, registers, Speaker(plan, language))
    return TaskCells(TaskWriter(namer, catalogue), TargetWriter(namer, catalogue))


def _namer(cells: TaskCells) -> Namer:
    return cells.writer.namer
