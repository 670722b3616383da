"""Entries of the catalogue, laid out for a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text as Styled

from r57plans.findings import Language
from r57plans.model.actor import Actor, Person
from r57plans.model.base import Source, Text
from r57plans.model.catalogue import (
    Catalogue,
    CatalogueTarget,
    KnownDocument,
    Paragraph,
    SubTask,
    TaskGroup,
)
from r57plans.model.registers import Named, Registers
from r57plans.model.target import Value
from r57plans.model.task import Product
from r57plans.view.speech import fill
from r57plans.view.targets import measured

Entry = SubTask | Paragraph | TaskGroup | CatalogueTarget

_LABELS: dict[str, tuple[str, str]] = {
    "text": ("Nội dung", "Text"),
    "level": ("Cấp thực hiện", "Level"),
    "leads": ("Chủ trì", "Lead"),
    "supports": ("Phối hợp", "Support"),
    "requested": ("Đề nghị phối hợp", "Requested"),
    "products": ("Sản phẩm", "Products"),
    "horizon": ("Thời hạn gợi ý", "Suggested deadline"),
    "indicators": ("Chỉ tiêu", "Targets"),
    "recommended": ("Nên chọn", "Recommended"),
    "source": ("Nguồn", "Source"),
    "basis": ("Độ tin cậy", "Basis"),
    "defect": ("Lưu ý về bản tiếng Anh của nguồn", "Defect of the English source"),
    "values": ("Giá trị cả nước", "National values"),
    "monitor": ("Theo dõi", "Monitoring"),
    "provincial": ("Áp dụng cho tỉnh", "For a province"),
}
# Any province's words stand in the catalogue's placeholders until a plan says whose it is.
GENERAL_WORDS: dict[Language, dict[str, str]] = {
    "vi": {"tinh": "tỉnh", "tinh_uy": "Tỉnh ủy", "dia_phuong": "tỉnh", "ten": "…"},
    "en": {
        "tinh": "province",
        "provincial": "Provincial",
        "committee": "Provincial Party Committee",
        "place": "the province",
    },
}
_VALUES: dict[str, tuple[str, str]] = {
    "province": ("tỉnh thực hiện", "carried out by the province"),
    "shared": ("tỉnh thực hiện phần việc của mình", "the province carries out its part"),
    "centre": (
        "Trung ương thực hiện; tỉnh theo dõi, đề xuất",
        "led by the central authorities; the province follows and proposes",
    ),
    "verified": ("đã đối chiếu", "verified"),
    "secondary": ("nguồn thứ cấp", "secondary"),
    "unverified": ("chưa đối chiếu", "unverified"),
    "yes": ("có", "yes"),
    "share": ("đóng góp một phần", "a share of the national count"),
    "no": ("không", "no"),
}


def say(text: Text | Named, lang: Language) -> str:
    """A text of the catalogue, with any province's words in its placeholders."""
    return fill(text.say(lang), GENERAL_WORDS[lang])


def listed_entries(catalogue: Catalogue, group: int | None) -> list[dict[str, Any]]:
    """Sub-tasks for a machine: id, group, paragraph, titles, level, whether recommended."""
    return [
        {
            "id": s.id,
            "group": g.id,
            "paragraph": p.id,
            "title": {"vi": s.title.vi, "en": s.title.en},
            "level": s.level,
            "recommended": s.recommended,
        }
        for g in catalogue.groups
        if group in (None, g.id)
        for p in g.paragraphs
        for s in p.sub_tasks
    ]


def print_list(catalogue: Catalogue, group: int | None, lang: Language) -> None:
    """Groups and paragraphs as headings, one line a sub-task, `*` where it is recommended."""
    console = Console(highlight=False)
    for task_group in catalogue.groups:
        if group not in (None, task_group.id):
            continue
        console.print(Styled(f"{task_group.id}. {say(task_group.title, lang)}", style="bold"))
        for paragraph in task_group.paragraphs:
            console.print(Padding(_paragraph(paragraph, lang), (0, 0, 0, 2)))
        console.print()


def _paragraph(paragraph: Paragraph, lang: Language) -> Table:
    table = Table.grid(padding=(0, 1))
    table.add_column(no_wrap=True)
    table.add_column(no_wrap=True)
    table.add_column(ratio=1)
    table.add_row(paragraph.id, "", Styled(say(paragraph.title, lang), style="italic"))
    for sub_task in paragraph.sub_tasks:
        mark = "*" if sub_task.recommended else ""
        table.add_row(f"  {sub_task.id}", mark, say(sub_task.title, lang))
    return table


def names(catalogue: Catalogue) -> list[str]:
    """Every id that `show` understands."""
    groups = [str(g.id) for g in catalogue.groups]
    paragraphs = [p.id for p in catalogue.paragraphs()]
    return [*groups, *paragraphs, *catalogue.sub_tasks, *catalogue.target_by_id]


def entry(catalogue: Catalogue, name: str) -> Entry | None:
    """The entry of that id: `3`, `3.5`, `3.5.2`, `digital-economy`."""
    groups: dict[str, Entry] = {str(g.id): g for g in catalogue.groups}
    paragraphs: dict[str, Entry] = {p.id: p for p in catalogue.paragraphs()}
    known: dict[str, Entry] = {**groups, **paragraphs, **catalogue.sub_tasks}
    return known.get(name) or catalogue.target_by_id.get(name)


def print_entry(
    found: Entry, catalogue: Catalogue, registers: Registers, day: date, lang: Language
) -> None:
    """One entry in full; a group or paragraph shows what it holds."""
    if isinstance(found, TaskGroup):
        print_list(catalogue, found.id, lang)
        return
    console = Console(highlight=False)
    if isinstance(found, Paragraph):
        console.print(_paragraph(found, lang))
        return
    name = found.title if isinstance(found, SubTask) else found.name
    console.print(Styled(f"{found.id}  {say(name, lang)}", style="bold"))
    teller = _Teller(catalogue, registers, day, lang)
    table = Table.grid(padding=(0, 2))
    table.add_column(no_wrap=True)
    table.add_column(ratio=1)
    for key, said in teller.rows(found):
        table.add_row(_LABELS[key][lang == "en"], said)
    console.print(Padding(table, (0, 0, 1, 2)))


class _Teller:
    """Says what stands in an entry, with names of bodies as of a day."""

    def __init__(
        self, catalogue: Catalogue, registers: Registers, day: date, lang: Language
    ) -> None:
        self.catalogue, self.registers, self.day, self.lang = catalogue, registers, day, lang

    def rows(self, found: SubTask | CatalogueTarget) -> Iterator[tuple[str, str]]:
        """Label keys and their text, without what is empty."""
        told = self._sub_task(found) if isinstance(found, SubTask) else self._target(found)
        return ((key, said) for key, said in told if said)

    def _sub_task(self, found: SubTask) -> Iterator[tuple[str, str]]:
        yield "text", say(found.text, self.lang)
        yield "level", self._value(found.level)
        yield "leads", self._actors(found.leads)
        yield "supports", self._actors(found.supports)
        yield "requested", self._actors(found.requested)
        yield "products", "\n".join(self._product(p) for p in found.products)
        yield "horizon", found.horizon.say(self.lang) + self._after(found.horizon_reason)
        yield "indicators", "; ".join(self._target_name(name) for name in found.indicators)
        yield "recommended", self._recommended(found)
        yield from self._provenance(found)

    def _target(self, found: CatalogueTarget) -> Iterator[tuple[str, str]]:
        yield "values", "; ".join(self._target_value(found, v) for v in found.values)
        yield "provincial", self._value(found.provincial)
        yield "monitor", self._actors(found.monitor)
        yield from self._provenance(found)

    def _target_value(self, found: CatalogueTarget, value: Value) -> str:
        unit = value.unit or found.unit
        said = measured(value.value.say(self.lang), unit.say(self.lang) if unit else "").strip()
        said = f"{said} ({value.scope.say(self.lang)})" if value.scope else said
        return f"{value.year}: {said}" if value.year else said

    def _provenance(self, found: SubTask | CatalogueTarget) -> Iterator[tuple[str, str]]:
        yield "source", self._source(found.source)
        yield "basis", self._value(found.basis)
        yield "defect", found.defect.say(self.lang) if found.defect else ""

    def _recommended(self, found: SubTask) -> str:
        if not found.recommended:
            return ""
        return self._value("yes") + self._after(found.reason)

    def _value(self, key: str) -> str:
        return _VALUES[key][self.lang == "en"]

    def _after(self, text: Text | None, start: str = " – ") -> str:
        return f"{start}{say(text, self.lang)}" if text else ""

    def _actors(self, actors: tuple[Actor, ...]) -> str:
        return "; ".join(self._actor(actor) for actor in actors)

    def _actor(self, actor: Actor) -> str:
        if isinstance(actor, Text):
            return actor.say(self.lang)
        name = actor.role if isinstance(actor, Person) else actor
        record = self.registers.agency(name, self.day) or self.registers.roles.get(name)
        if record is None:
            return name
        return say(record, self.lang)

    def _product(self, product: Product) -> str:
        said = say(product.text, self.lang) if product.text else product.type or ""
        return f"{product.quantity.say(self.lang)} {said}" if product.quantity else said

    def _target_name(self, name: str) -> str:
        known = self.catalogue.target_by_id.get(name)
        return say(known.name, self.lang) if known else name

    def _source(self, source: Source) -> str:
        known = self.catalogue.document_by_id.get(source.document)
        parts = [_document_name(known, self.lang) if known else source.document]
        words = (("phần", "part"), ("mục", "point"), ("đoạn", "paragraph"))
        values = (source.part, source.group, source.paragraph)
        parts += [f"{w[self.lang == 'en']} {v}" for w, v in zip(words, values, strict=True) if v]
        if source.sentences:
            label = "câu" if self.lang == "vi" else "sentences"
            parts.append(f"{label} {', '.join(source.sentences)}")
        return ", ".join(parts)


def _document_name(document: KnownDocument, lang: Language) -> str:
    number = "số" if lang == "vi" else "No."
    said = document.type.say(lang)
    return f"{said} {number} {document.number}" if document.number else said
