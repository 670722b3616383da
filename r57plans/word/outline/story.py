"""One part with text, line by line: its paragraphs, tables, pictures and fields."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256

from r57plans.word.outline.parts import CHART, chart_line
from r57plans.word.outline.runs import RUN_MARKS, run_format
from r57plans.word.outline.told import cell_text, row_line, seen, whole
from r57plans.word.relations import read_relations
from r57plans.word.xml import Element, parse_part, qname, w

_EMU_PER_MM = 36_000
_CLEAR = (w("smartTag"), w("sdt"), w("sdtContent"), w("customXml"))
_CHANGES = {w(n): n for n in ("ins", "del", "moveFrom", "moveTo")}
_REFERENCES = {w(f"{n}Reference"): n for n in ("footnote", "endnote", "comment")}
_BOX = w("txbxContent")
_FALLBACK = qname("mc", "Fallback")

Span = tuple[str, str]  # a format, and the text that has it


@dataclass(slots=True)
class Story:
    """One part with text, about to be told in lines."""

    parts: Mapping[str, bytes]
    part: str
    lists: dict[str, str]
    pictures: Mapping[bytes, str]
    relations: dict[str, str] = field(default_factory=dict)

    def lines(self) -> Iterator[str]:
        """A line a paragraph or row."""
        self.relations = {r.id: r.target for r in read_relations(self.parts, self.part)}
        root = parse_part(self.parts[self.part], self.part)
        for element in root:
            if element.tag == w("body"):
                yield from self._blocks(element)
            elif element.tag in (w("footnote"), w("endnote"), w("comment")):
                yield f"[{element.get(w('id'))}]"
                yield from self._blocks(element)
        if root.tag in (w("hdr"), w("ftr")):
            yield from self._blocks(root)

    def _blocks(self, parent: Element) -> Iterator[str]:
        for child in parent:
            if child.tag == w("p"):
                yield self._paragraph(child)
            elif child.tag == w("tbl"):
                yield from self._table(child)
            elif child.tag in _CLEAR:
                yield from self._blocks(child)

    def _paragraph(self, element: Element) -> str:
        notes = ", ".join(self._paragraph_notes(element))
        text = "".join(
            f"⟨{kind}: {seen(said)}⟩" if kind else said for kind, said in self._merged(element)
        )
        return f"¶{f'[{notes}]' if notes else ''} {seen(text)}".rstrip()

    def _paragraph_notes(self, element: Element) -> Iterator[str]:
        properties = element.find(w("pPr"))
        if properties is None:
            return
        for child in properties:
            if child.tag in (w("pStyle"), w("jc")):
                yield child.get(w("val"), "")
            elif child.tag == w("numPr"):
                yield self._list_note(child)
            elif child.tag == w("sectPr"):
                yield "section"
            elif child.tag == w("pageBreakBefore"):
                yield "new page"

    def _list_note(self, properties: Element) -> str:
        number, level = (properties.find(w(name)) for name in ("numId", "ilvl"))
        key = "" if number is None else number.get(w("val"), "")
        name = self.lists.setdefault(key, chr(ord("A") + len(self.lists)))
        deep = "0" if level is None else level.get(w("val"), "0")
        return f"list {name}" + (f" level {deep}" if deep != "0" else "")

    def _merged(self, element: Element) -> list[Span]:
        merged: list[Span] = []
        for kind, said in self._spans(element):
            if merged and merged[-1][0] == kind:
                merged[-1] = (kind, merged[-1][1] + said)
            elif said:
                merged.append((kind, said))
        return merged

    def _spans(self, parent: Element) -> Iterator[Span]:
        for child in parent:
            if child.tag == w("r"):
                yield from self._run(child)
            elif child.tag in _CLEAR:
                yield from self._spans(child)
            elif child.tag in (w("hyperlink"), w("fldSimple"), *_CHANGES):
                yield "", f"⟨{self._wrapper(child)}: "
                yield from self._spans(child)
                yield "", "⟩"

    def _wrapper(self, element: Element) -> str:
        dirty = " dirty" if element.get(w("dirty")) in ("1", "true", "on") else ""
        if element.tag == w("fldSimple"):
            return f"field {' '.join(element.get(w('instr'), '').split())}{dirty}"
        if element.tag == w("hyperlink"):
            goal = self.relations.get(element.get(qname("r", "id"), ""), "")
            return f"link {goal or element.get(w('anchor'), '')}"
        return _CHANGES[element.tag]

    def _run(self, run: Element) -> Iterator[Span]:
        kind = run_format(run.find(w("rPr")))
        for child in run:
            said = self._inline(child)
            yield ("" if said[:1] == "⟨" else kind), said

    def _inline(self, element: Element) -> str:
        if element.tag in RUN_MARKS:
            return RUN_MARKS[element.tag](element)
        if element.tag in _REFERENCES:
            return f"⟨{_REFERENCES[element.tag]} {element.get(w('id'))}⟩"
        if element.tag == w("rPr"):
            return ""
        return "".join([*self._pictures(element), *self._charts(element), *self._boxes(element)])

    def _charts(self, element: Element) -> Iterator[str]:
        for chart in element.iter(CHART):
            target = self.relations.get(chart.get(qname("r", "id"), ""), "?")
            figures = chart_line(self.parts[target]) if target in self.parts else "?"
            yield f"⟨chart {_drawing(chart)}: {figures}⟩"

    def _pictures(self, element: Element) -> Iterator[str]:
        for blip in element.iter(qname("a", "blip")):
            target = self.relations.get(blip.get(qname("r", "embed"), ""), "?")
            yield f"⟨image {self._picture(self.parts.get(target, b''))} {_drawing(blip)}⟩"

    def _picture(self, data: bytes) -> str:
        """The name of a picture; what is the same in two files has the same."""
        return self.pictures.get(data) or sha256(data).hexdigest()[:12]

    def _boxes(self, element: Element) -> Iterator[str]:
        for box in element.iter(_BOX):
            old = next(box.iterancestors(_FALLBACK), None) is not None
            yield f"⟨{'old ' if old else ''}box: {' '.join(self._blocks(box))}⟩"

    def _table(self, table: Element) -> Iterator[str]:
        widths = [whole(c.get(w("w"))) for c in table.iterfind(f"{w('tblGrid')}/{w('gridCol')}")]
        yield f"table {sum(widths)} ({len(widths)}): {' '.join(map(str, widths))}"
        for row in _inside(table, w("tr")):
            head = "head " if row.find(f"{w('trPr')}/{w('tblHeader')}") is not None else ""
            at, cells = 0, []
            for cell in _inside(row, w("tc")):
                span = max(1, whole(_value(cell, "gridSpan", "1")))
                notes = ", ".join(_cell_notes(cell, span, sum(widths[at : at + span])))
                cells.append(f"{f'({notes}) ' if notes else ''}{self._cell(cell)}".rstrip())
                at += span
            yield head + row_line(cells)

    def _cell(self, cell: Element) -> str:
        said = []
        for block in cell:
            if block.tag == w("tbl"):
                said.append(f"⟪ {' / '.join(self._table(block))} ⟫")
            elif block.tag == w("p"):
                said.append(self._paragraph(block))
        return cell_text(said)


def _inside(parent: Element, name: str) -> Iterator[Element]:
    """The children of that name, those in content controls among them."""
    for child in parent:
        if child.tag == name:
            yield child
        elif child.tag in _CLEAR:
            yield from _inside(child, name)


def _cell_notes(cell: Element, span: int, wide: int) -> Iterator[str]:
    if span > 1:
        yield f"span {span}"
    fill = cell.find(f"{w('tcPr')}/{w('shd')}")
    if fill is not None and fill.get(w("fill"), "auto") != "auto":
        yield f"fill {fill.get(w('fill'))}"
    merge = cell.find(f"{w('tcPr')}/{w('vMerge')}")
    if merge is not None:
        yield "↓" if merge.get(w("val")) == "restart" else "↑"
    given = cell.find(f"{w('tcPr')}/{w('tcW')}")
    if given is not None and given.get(w("type")) == "dxa" and given.get(w("w")) != str(wide):
        yield f"width {given.get(w('w'))}"


def _value(cell: Element, name: str, default: str) -> str:
    found = cell.find(f"{w('tcPr')}/{w(name)}")
    return default if found is None else found.get(w("val"), default)


def _drawing(inside: Element) -> str:
    """The size and the description of the drawing that a picture or chart is in."""
    drawing = next(inside.iterancestors(w("drawing")), inside)
    size, said = (next(drawing.iter(qname("wp", n)), None) for n in ("extent", "docPr"))
    described = "" if said is None else said.get("descr", "")
    return _millimetres(size) + (f" “{described}”" if described else "")


def _millimetres(size: Element | None) -> str:
    if size is None:
        return "?"
    return "×".join(f"{whole(size.get(n)) / _EMU_PER_MM:.0f}" for n in ("cx", "cy")) + " mm"
