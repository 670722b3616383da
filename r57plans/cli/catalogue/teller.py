"""Says what stands in an entry of the catalogue, with names of bodies as of a day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from r57plans.catalogue.general import say
from r57plans.catalogue.resting import resting_on
from r57plans.catalogue.standing import bodies_on
from r57plans.catalogue.stats import title_of
from r57plans.cli.catalogue.words import VALUES, word
from r57plans.findings import Language
from r57plans.language import date_short
from r57plans.model.actor import Actor, Person
from r57plans.model.base import Source, Text
from r57plans.model.catalogue import Catalogue, CatalogueTarget, SubTask, TaskGroup
from r57plans.model.central import (
    Baseline,
    CatalogueDuty,
    Directive,
    KnownDocument,
    Principle,
    Requirement,
    Sentence,
    state_on,
)
from r57plans.model.registers import Registers
from r57plans.model.target import Value
from r57plans.model.task import Product
from r57plans.view.targets import national

Row = tuple[str, str]
Told = (
    SubTask | CatalogueTarget | Baseline | Principle | CatalogueDuty | Directive | Requirement
    | KnownDocument | Sentence
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Teller:
    """Lays an entry out as rows of a label's key and its words.

    `source` has the sentences' own words by fingerprint, where the user gave the text.
    """

    catalogue: Catalogue
    registers: Registers
    day: date
    language: Language
    source: dict[str, str]

    def title(self, found: Told) -> str:
        """How the entry is called."""
        if isinstance(found, Sentence | Directive | CatalogueDuty):
            return ""  # what they say stands below
        if isinstance(found, KnownDocument):
            return self.cited(found)
        return say(title_of(found), self.language)

    def rows(self, found: Told) -> Iterator[Row]:
        """What is there to say of an entry, without what is empty."""
        return ((key, said) for key, said in self._rows(found) if said)

    def _rows(self, found: Told) -> Iterator[Row]:
        match found:
            case SubTask():
                yield from self._sub_task(found)
            case CatalogueTarget():
                yield from self._target(found)
            case Baseline():
                yield "values", self._value(found.value, None)
                yield "indicators", self._targets([found.target] if found.target else [])
            case CatalogueDuty():
                yield from self._duty(found)
            case Directive():
                yield from self._directive(found)
            case Requirement():
                yield "text", say(found.text, self.language)
                yield "evidence", say(found.evidence, self.language)
                yield "directive", self._directives([found.directive])
            case Principle():
                yield "text", say(found.text, self.language)
                yield "core", self._vocabulary("core", found.core)
            case KnownDocument():
                yield from self._document(found)
            case Sentence():
                yield from self._sentence(found)
        if not isinstance(found, KnownDocument | Sentence):
            yield from self._provenance(found)

    def _sub_task(self, found: SubTask) -> Iterator[Row]:
        yield "text", say(found.text, self.language)
        yield "level", self._word(found.level)
        yield "leads", self._actors(found.leads)
        yield "supports", self._actors(found.supports)
        yield "requested", self._actors(found.requested)
        yield "products", "\n".join(self._product(p) for p in found.products)
        yield "horizon", found.horizon.say(self.language) + self._after(found.horizon_reason)
        yield "funding", self._optional(found.funding)
        yield "indicators", self._targets(found.indicators)
        yield (
            "directives",
            self._directives(d.id for d in self.catalogue.directives if found.id in d.sub_tasks),
        )
        yield "choices", "; ".join(say(choice, self.language) for choice in found.choices)
        yield (
            "parameters",
            "; ".join(f"{p.id}: {say(p.text, self.language)}" for p in found.parameters),
        )
        yield "bottleneck", self._vocabulary("bottleneck", found.bottleneck)
        yield "core", self._vocabulary("core", found.core)
        yield "subjects", self._vocabulary("subjects", found.subjects)
        yield "security", self._word("security") if found.security else ""
        if found.recommended:
            yield "recommended", self._word("yes") + self._after(found.reason)
        yield "since", found.since or ""

    def _target(self, found: CatalogueTarget) -> Iterator[Row]:
        yield "values", "; ".join(self._value(v, found.unit) for v in found.values)
        baseline = found.baseline
        yield "baseline", self._value(baseline, found.unit) if baseline else ""
        yield "provincial", self._word(found.provincial)
        yield "local", self._optional(found.local)
        yield "monitor", self._actors(found.monitor)
        serving = (t.id for t in self.catalogue.sub_tasks.values() if found.id in t.indicators)
        yield "sub_tasks", ", ".join(serving)

    def _duty(self, found: CatalogueDuty) -> Iterator[Row]:
        if central := found.central:
            yield "body", say(central.body, self.language)
            yield "now", self._optional(central.now)
            yield "central", say(central.text, self.language)
            yield "to", self._optional(central.to)
            yield "when", central.when.say(self.language)
        yield "bodies", self._actors(found.bodies)
        yield "text", self._optional(found.text)

    def _directive(self, found: Directive) -> Iterator[Row]:
        yield "body", say(found.body, self.language)
        yield "text", say(found.text, self.language)
        yield "deadline", found.deadline.say(self.language)
        yield "for_province", self._word(found.for_province)
        known = self.catalogue.sub_tasks
        yield (
            "sub_tasks",
            "\n".join(
                f"{name}  {say(known[name].title, self.language)}"
                for name in found.sub_tasks
                if name in known
            ),
        )

    def _document(self, found: KnownDocument) -> Iterator[Row]:
        yield "number", self._number(found)
        yield "issuer", self._optional(found.issuer)
        state = state_on(found, self.day, self.catalogue.document_by_id)
        day = date_short(self.day, self.language)
        yield "status", f"{self._word(state or 'unknown')} ({day})"
        yield "amended", self._cited(*found.amended_by)
        yield "replaced", self._cited(*filter(None, [found.replaced_by]))
        yield "status_basis", self._word(found.status_basis)
        yield "basis", self._word(found.basis)
        yield "source", found.source

    def _cited(self, *names: str) -> str:
        known = self.catalogue.document_by_id
        return "; ".join(self.cited(known[name]) for name in names if name in known)

    def _sentence(self, found: Sentence) -> Iterator[Row]:
        yield "gist", self._optional(found.gist)
        yield "text", self.source.get(found.fingerprint or "", "")
        yield "fingerprint", found.fingerprint or ""
        yield "resting", ", ".join(resting_on(self.catalogue).get(found.id, ()))

    def _provenance(
        self,
        found: SubTask
        | CatalogueTarget
        | Baseline
        | Principle
        | CatalogueDuty
        | Directive
        | Requirement,
    ) -> Iterator[Row]:
        yield "source", self.where(found.source)
        yield "sentences", "\n".join(self._quoted(name) for name in found.source.sentences)
        yield "basis", self._word(found.basis)
        yield "defect", self._optional(getattr(found, "defect", None))

    def _quoted(self, name: str) -> str:
        sentence = self.catalogue.sentence_by_id.get(name)
        return f"{name}: {self.sentence(sentence)}" if sentence else name

    def sentence(self, sentence: Sentence) -> str:
        """What a sentence asks, and its own words where the text is at hand."""
        own = self.source.get(sentence.fingerprint or "")
        return self._optional(sentence.gist) + (f"\n  “{own}”" if own else "")

    def group(self, found: TaskGroup) -> Iterator[Row]:
        """Where a group's title comes from."""
        yield "source", self.where(found.source)
        yield "basis", self._word(found.basis)
        if found.defect:
            yield "defect", say(found.defect, self.language)

    def _value(self, value: Value, unit: Text | None) -> str:
        said = national(value, unit, self.registers, self.language)
        return f"{value.year}: {said}" if value.year else said

    def _targets(self, names: Iterable[str]) -> str:
        return "\n".join(self._target_line(name) for name in names)

    def _target_line(self, name: str) -> str:
        known = self.catalogue.target_by_id.get(name)
        if known is None:
            return name
        values = "; ".join(self._value(v, known.unit) for v in known.values)
        return f"{say(known.name, self.language)} ({name}) – {values}"

    def _directives(self, names: Iterable[str]) -> str:
        return "\n".join(self._directive_line(name) for name in names)

    def _directive_line(self, name: str) -> str:
        known = self.catalogue.directive_by_id.get(name)
        if known is None:
            return name
        deadline = known.deadline.say(self.language)
        return f"{name}{f' ({deadline})' if deadline else ''}: {say(known.text, self.language)}"

    def _word(self, key: str) -> str:
        return word(VALUES[key], self.language)

    def _vocabulary(self, field: str, names: Iterable[str]) -> str:
        words = {w.id: w.text for w in getattr(self.catalogue.vocabulary, field)}
        return ", ".join(words[n].say(self.language) if n in words else n for n in names)

    def _after(self, text: Text | None) -> str:
        return f" – {say(text, self.language)}" if text else ""

    def _optional(self, text: Text | None) -> str:
        return say(text, self.language) if text else ""

    def _actors(self, actors: tuple[Actor, ...]) -> str:
        standing = bodies_on(actors, self.registers, self.day)
        return "; ".join(self._actor(actor) for actor in standing)

    def _actor(self, actor: Actor) -> str:
        if isinstance(actor, Text):
            return actor.say(self.language)
        name = actor.role if isinstance(actor, Person) else actor
        record = self.registers.agency(name, self.day) or self.registers.roles.get(name)
        return say(record, self.language) if record else name

    def _product(self, product: Product) -> str:
        said = say(product.text, self.language) if product.text else product.type or ""
        said = f"{product.quantity.say(self.language)} {said}" if product.quantity else said
        issuer = product.issuer
        by = self._actors((issuer,)) if isinstance(issuer, str) else self._optional(issuer)
        return f"{said} ({by})" if by else said

    def cited(self, document: KnownDocument) -> str:
        """Its type and number, or its type and title."""
        kind = document.type.say(self.language)
        if document.number:
            return f"{kind} {'số' if self.language == 'vi' else 'No.'} {document.number}"
        return f"{kind} {self._optional(document.title)}".strip()

    def _number(self, found: KnownDocument) -> str:
        day, date_ = found.date, None
        if day:
            whole = day.day is not None
            date_ = date_short(day.last, self.language) if whole else f"{day.month}/{day.year}"
        said = (found.number, date_, self._optional(found.title))
        return ", ".join(part for part in said if part)

    def where(self, source: Source) -> str:
        """A source in words: the document, and where in it."""
        known = self.catalogue.document_by_id.get(source.document)
        parts = [self.cited(known) if known else source.document]
        words = (("phần", "part"), ("mục", "point"), ("đoạn", "paragraph"))
        values = (source.part, source.group, source.paragraph)
        parts += [
            f"{w[self.language == 'en']} {v}" for w, v in zip(words, values, strict=True) if v
        ]
        if source.sentences:
            several = "s" if len(source.sentences) > 1 else ""
            label = "câu" if self.language == "vi" else f"sentence{several}"
            parts.append(f"{label} {', '.join(source.sentences)}")
        if source.place and not source.sentences:  # which say it more exactly
            parts.append(source.place)
        return ", ".join(parts)
