"""From an outline to the blocks of the document: paragraphs, tables, rules, sections."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import cycle

from r57plans.errors import R57Error
from r57plans.word.maker.elements import el, text_run
from r57plans.word.maker.layout import Layout
from r57plans.word.maker.outline import Node
from r57plans.word.maker.section import section_properties
from r57plans.word.maker.style import Stylesheet
from r57plans.word.maker.words import Words
from r57plans.word.xml import Element

# The border of each look of a table, and the room beside the text of its cells in twips.
_LOOKS = {"plain": ("none", 0), "ruled": ("single", 70), "close": ("single", 28)}
_TAG_STYLE, _GAP_STYLE, _RULE_STYLE = "tag", "gap", "rule"


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes the nodes of an outline with the words, styles and measures of one template."""

    words: Words
    styles: Stylesheet
    layout: Layout

    def blocks(self, nodes: Iterable[Node], width: int) -> list[Element]:
        """One block for each node, in a column of `width` twips; raises R57Error with the place."""
        return [self._block(node, width) for node in nodes]

    def _block(self, node: Node, width: int) -> Element:
        writers: dict[str, Callable[[Node, int], Element]] = {
            "text": self._text,
            "tag": self._text,
            "rule": self._rule,
            "pages": self._pages,
            "table": self._table,
        }
        if node.kind not in writers:
            raise R57Error(f"{node.place}: a {node.kind} cannot stand here")
        try:
            return writers[node.kind](node, width)
        except (R57Error, LookupError, ValueError) as error:
            raise R57Error(f"{node.place}: {error}") from error

    def _text(self, node: Node, _width: int) -> Element:
        style = _TAG_STYLE if node.kind == "tag" else node.name
        return self._paragraph(style, self.words.fill(node.text))

    def _paragraph(self, style: str, text: str, *properties: Element) -> Element:
        pieces = zip(text.split("**"), cycle((False, True)))
        runs = [text_run(piece, bold=bold) for piece, bold in pieces if piece]
        return el("p", el("pPr", el("pStyle", val=self.styles[style].id), *properties), *runs)

    def _rule(self, node: Node, width: int) -> Element:
        length = self.layout.rule_length(node.options[0], self.words.fill(node.text))
        side = max(0, (width - length) // 2)
        line = el("top", val="single", sz=6, space=1, color="auto")
        indent = el("ind", left=side, right=side)
        return self._paragraph(_RULE_STYLE, "", el("pBdr", line), indent)

    def _pages(self, node: Node, _width: int) -> Element:
        properties = section_properties(self.layout.page, landscape=node.options[0] == "landscape")
        return self._paragraph(_GAP_STYLE, "", properties)

    def _table(self, node: Node, _width: int) -> Element:
        look, widths = node.options[0], [int(width) for width in node.options[1:]]
        grid = el("tblGrid", *(el("gridCol", w=width) for width in widths))
        rows = [self._row(row, widths) for row in node.children]
        return el("tbl", _table_properties(look, sum(widths)), grid, *rows)

    def _row(self, node: Node, widths: list[int]) -> Element:
        head = el("tblHeader") if "head" in node.options else None
        whole = None if "split" in node.options else el("cantSplit")
        row = el("tr", el("trPr", whole, head))
        if node.kind == "tag":
            row.append(self._cell([node], (), widths))
        rest = widths
        for cell in node.children:
            span = _span(cell)
            row.append(self._cell(cell.children, cell.options, rest[:span]))
            rest = rest[span:]
        return row

    def _cell(self, nodes: Iterable[Node], options: tuple[str, ...], widths: list[int]) -> Element:
        merge = {"joined": el("vMerge", val="restart"), "below": el("vMerge")}
        middle = {"joined", "middle"} & set(options)
        properties = el(
            "tcPr",
            el("tcW", w=sum(widths), type="dxa"),
            el("gridSpan", val=len(widths)) if len(widths) > 1 else None,
            *(merge[option] for option in options if option in merge),
            el("vAlign", val="center") if middle else None,
        )
        return el("tc", properties, *self.blocks(nodes, sum(widths)))


def _span(cell: Node) -> int:
    return int(cell.options[1]) if cell.options[:1] == ("span",) else 1


def _table_properties(look: str, width: int) -> Element:
    value, padding = _LOOKS[look]
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    line: dict[str, str | int] = {"val": value, "sz": 4, "space": 0, "color": "auto"}
    return el(
        "tblPr",
        el("tblW", w=width, type="dxa"),
        el("tblInd", w=0, type="dxa"),
        el("tblBorders", *(el(side, **line) for side in sides)),
        el("tblLayout", type="fixed"),
        el("tblCellMar", *(el(side, w=padding, type="dxa") for side in ("left", "right"))),
    )
