"""Laid-out sheets as the bytes of an Excel file, the same for the same sheets."""

from __future__ import annotations

import datetime
import io
from collections.abc import Mapping, Sequence
from math import ceil
from typing import Any

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from r57plans.findings import Language, Message
from r57plans.workbook import guide
from r57plans.workbook.base import CHUNK
from r57plans.workbook.general import REQUIRED, is_bilingual, particulars, prose
from r57plans.workbook.laying import Laid, Row, Words
from r57plans.workbook.picks import NAMES, Picks
from r57plans.workbook.shape import COMPUTED, IDENTITY, MARK, PARENT, SITE, VALUE, Column, Sheet
from r57plans.workbook.sheets import BASE, GUIDE, PARTICULARS, PICKS, PROSE, REST, SHEETS, TITLES
from r57plans.workbook.styles import quoted_of, styles_of

_MADE = datetime.datetime(2025, 1, 1)  # noqa: DTZ001 - Excel's times have no zone
_LAST = 2000  # rows that drop-downs reach
_LINE, _TALLEST, _LONGEST = 15, 200, 32_767
_SPARE = 60  # rows below the last that name what is picked in them
_HEADS = 2  # the hidden row of keys, and that of headings
_PROMPT, _TITLE = 255, 32  # what Excel allows
_A4 = 9
_TEXT = Column(Message("Tiếng Việt", "Vietnamese"), 70, required=True)
_ENGLISH = Column(Message("Tiếng Anh", "English"), 60)
_ALLOWED = dict.fromkeys(
    (
        *("insert_rows", "delete_rows", "sort", "autofilter", "format_cells", "format_columns"),
        *("format_rows", "select_locked_cells", "select_unlocked_cells"),
    ),
    True,
)


class _Book(xlsxwriter.Workbook):  # type: ignore[misc]
    """A workbook whose sheets cannot be renamed, moved or deleted without unprotecting it."""

    def _write_workbook_pr(self) -> None:
        super()._write_workbook_pr()
        self._xml_empty_tag("workbookProtection", [("lockStructure", "1")])


def written(laid: Laid, picks: Picks, base: Sequence[str], language: Language) -> bytes:
    """The bytes of a workbook; `base` are the cells of the very hidden sheet."""
    stream = io.BytesIO()
    book = _Book(stream, {"in_memory": True, "strings_to_formulas": False})
    book.set_properties({"created": _MADE, "title": "r57plans"})
    _Writing(book, picks, language).all(laid, base)
    book.close()
    return stream.getvalue()


class _Writing:
    def __init__(self, book: Any, picks: Picks, language: Language) -> None:
        self._book, self._picks, self._language = book, picks, language
        self._styles, self._quoted = styles_of(book), quoted_of(book)

    def all(self, laid: Laid, base: Sequence[str]) -> None:
        """Every sheet, in the order in which people need them."""
        self._guide()
        self._particulars(laid)
        for sheet in SHEETS:
            self._records(sheet, laid)
        self._prose(laid)
        self._rest(laid)
        self._pick_lists()
        self._base(base)

    def _add(self, key: str) -> Worksheet:
        return self._book.add_worksheet(TITLES[key].say(self._language))

    def _text(self, sheet: Worksheet, row: int, column: int, said: str, style: str) -> None:
        """A text as text, whatever it begins with."""
        said = said[:_LONGEST]
        risky = said[:1] in ("=", "+", "-", "@") and style in self._quoted
        look = self._quoted[style] if risky else self._styles[style]
        if said:
            sheet.write_string(row, column, said, look)
        else:
            sheet.write_blank(row, column, None, look)

    def _headed(self, key: str, columns: Mapping[str, Column], hidden: Sequence[str]) -> Worksheet:
        """A sheet with its two rows of headings; `hidden` columns stand first."""
        sheet = self._add(key)
        for place, name in enumerate((*hidden, *columns)):
            mark = f"{MARK}{key}:{name}" if not place else f"{MARK}{name}"
            sheet.write_string(0, place, mark, self._styles["hidden"])
        for place, _ in enumerate(hidden):
            sheet.set_column(place, place, 4, self._styles["hidden"], {"hidden": True})
        for place, (name, column) in enumerate(columns.items(), len(hidden)):
            kind = _kind(name, column)
            sheet.write_string(
                1, place, column.title.say(self._language), self._styles[f"head-{kind}"]
            )
            sheet.set_column(place, place, column.width, self._styles[kind])
        sheet.set_row(0, None, None, {"hidden": True})
        deepest = max(ceil(len(c.title.say(self._language)) / c.width) for c in columns.values())
        sheet.set_row(1, _LINE * (deepest + 1))
        sheet.protect("", _ALLOWED)
        self._print(sheet)
        return sheet

    def _print(self, sheet: Worksheet) -> None:
        sheet.set_paper(_A4)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(1)
        sheet.set_margins(0.4, 0.4, 0.5, 0.5)
        sheet.set_footer("&L&A&R&P/&N")

    def _records(self, each: Sheet, laid: Laid) -> None:
        columns = each.columns
        sheet = self._headed(each.key, columns, (IDENTITY,))
        rows = laid.rows[each.key]
        for number, row in enumerate(rows, _HEADS):
            self._text(sheet, number, 0, row.identity, "hidden")
            for place, (name, column) in enumerate(columns.items(), 1):
                if name == COMPUTED:
                    self._computed(sheet, number, place, _ids(each), _in_b(each, row))
                else:
                    self._text(sheet, number, place, row.texts.get(name, ""), _kind(name, column))
            seen = list(columns)[: each.printed or None]
            said = {name: row.texts.get(name, "") for name in seen}
            if COMPUTED in said:
                said[COMPUTED] = self._picks.name_of(_ids(each), _in_b(each, row))
            sheet.set_row(number, _height(said, columns))
        for place, (name, column) in enumerate(columns.items(), 1):
            self._validate(sheet, place, name, column)
        sheet.freeze_panes(_HEADS, 2)
        sheet.autofilter(1, 0, max(_HEADS, len(rows) + 1), len(columns))
        sheet.print_area(1, 1, max(_HEADS, len(rows) + 1), each.printed or len(columns))
        if COMPUTED in columns:
            place = list(columns).index(COMPUTED) + 1
            for number in range(_HEADS + len(rows), _HEADS + len(rows) + _SPARE):
                self._computed(sheet, number, place, _ids(each), "")

    def _computed(self, sheet: Worksheet, row: int, place: int, ids: str, name: str) -> None:
        """The name that belongs to the id in B, which Excel finds anew when the id is changed."""
        known, named = self._picks.reference(ids), self._picks.reference(NAMES[ids])
        formula = f'=IFERROR(INDEX({named},MATCH($B{row + 1},{known},0))&"","")'
        found = self._picks.name_of(ids, name)
        sheet.write_formula(row, place, formula, self._styles["computed"], found)

    def _validate(self, sheet: Worksheet, place: int, name: str, column: Column) -> None:
        title = column.title.vi[:_TITLE]
        told = guide.PROMPTS.get(name) or guide.usual(column)
        options: dict[str, Any] = {
            "validate": "any", "input_title": title, "input_message": told[:_PROMPT],
        }  # fmt: skip
        source = self._picks.reference(column.pick) if column.pick else ""
        if source:
            # Lists with several lines, and names that the register lacks, are not refused here.
            options |= {
                "validate": "list", "source": f"={source}", "error_type": "information",
                "show_error": not (column.several or column.pick in guide.OPEN),
                "error_title": guide.ERROR_TITLE, "error_message": guide.ERROR,
            }  # fmt: skip
        sheet.data_validation(_HEADS, place, _LAST, place, options)

    def _particulars(self, laid: Laid) -> None:
        columns = {
            "label": Column(Message("Mục (không sửa)", "Item (do not change)"), 44),
            "vi": Column(Message("Giá trị, tiếng Việt", "Value, Vietnamese"), 60, required=True),
            "en": _ENGLISH,
        }
        sheet = self._headed(PARTICULARS, columns, (SITE,))
        labels = {site: (label, pick) for site, label, pick in particulars(laid.documents)}
        for number, words in enumerate(laid.particulars, _HEADS):
            site, (label, pick) = words.site, labels[words.site]
            self._text(sheet, number, 0, site, "hidden")
            self._text(sheet, number, 1, label.say(self._language), "label")
            kind = "required" if site in REQUIRED else "optional"
            self._text(sheet, number, 2, words.vi, kind)
            self._text(sheet, number, 3, words.en, "optional" if is_bilingual(site) else "label")
            said = {"label": label.say(self._language), "vi": words.vi, "en": words.en}
            sheet.set_row(number, _height(said, columns))
            if source := self._picks.reference(pick):
                told = {"input_title": label.vi[:_TITLE], "input_message": guide.PICK,
                        "error_title": guide.ERROR_TITLE, "error_message": guide.ERROR,
                        "error_type": "information"}  # fmt: skip
                sheet.data_validation(
                    number, 2, number, 2, {"validate": "list", "source": f"={source}", **told}
                )
        sheet.freeze_panes(_HEADS, 2)

    def _prose(self, laid: Laid) -> None:
        columns = {
            "label": Column(Message("Phần (chọn)", "Part (pick)"), 30, required=True, pick="prose"),
            "vi": _TEXT,
            "en": _ENGLISH,
        }
        sheet = self._headed(PROSE, columns, (SITE,))
        labels = prose(laid.documents, laid.groups)
        for number, words in enumerate(laid.prose, _HEADS):
            self._text(sheet, number, 0, words.site, "hidden")
            self._text(sheet, number, 1, labels[words.site].say(self._language), "required")
            self._words(sheet, number, words)
            sheet.set_row(number, _height({"vi": words.vi, "en": words.en}, columns))
        self._validate(sheet, 1, "label", columns["label"])
        sheet.freeze_panes(_HEADS, 2)
        sheet.autofilter(1, 0, max(_HEADS, len(laid.prose) + 1), len(columns))

    def _words(self, sheet: Worksheet, row: int, words: Words) -> None:
        self._text(sheet, row, 2, words.vi, "required")
        self._text(sheet, row, 3, words.en, "optional")

    def _rest(self, laid: Laid) -> None:
        columns = {
            SITE: Column(Message("Khóa trong tệp kế hoạch", "Key in the plan file"), 50),
            VALUE: Column(Message("Giá trị", "Value"), 90),
        }
        sheet = self._headed(REST, columns, ())
        for number, (site, value) in enumerate(laid.rest, _HEADS):
            self._text(sheet, number, 0, site, "optional")
            self._text(sheet, number, 1, value, "optional")
            sheet.set_row(number, _height({SITE: site, VALUE: value}, columns))
        sheet.freeze_panes(_HEADS, 1)

    def _pick_lists(self) -> None:
        sheet = self._add(PICKS)
        for place, (name, items) in enumerate(self._picks.lists.items()):
            sheet.write_string(0, place, f"{MARK}{name}", self._styles["hidden"])
            title = guide.LISTS.get(name, Message(name, name)).say(self._language)
            sheet.write_string(1, place, title, self._styles["head-computed"])
            sheet.set_column(place, place, 60 if name in guide.WIDE else 22)
            for number, item in enumerate(items, _HEADS):
                sheet.write_string(number, place, item[:_LONGEST], self._styles["label"])
        sheet.set_row(0, None, None, {"hidden": True})
        sheet.freeze_panes(_HEADS, 0)
        sheet.protect("", {"autofilter": True, "format_columns": True})
        self._print(sheet)

    def _guide(self) -> None:
        sheet = self._add(GUIDE)
        sheet.set_column(0, 0, 110, self._styles["prose"])
        for number, line in enumerate(guide.lines(self._language)):
            sheet.write_string(number, 0, line, self._styles["prose" if number else "title"])
        sheet.protect()
        sheet.set_paper(_A4)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)

    def _base(self, cells: Sequence[str]) -> None:
        sheet = self._add(BASE)
        for number, said in enumerate(cells):
            assert len(said) <= CHUNK, "a chunk fits into a cell"
            sheet.write_string(number, 0, said, self._styles["hidden"])
        sheet.very_hidden()
        sheet.protect()


def _ids(sheet: Sheet) -> str:
    """The list of the ids that a sheet has in B."""
    return "targets" if "targets" in (sheet.key, sheet.parent) else "sub-tasks"


def _in_b(sheet: Sheet, row: Row) -> str:
    """The id that a row has there."""
    return row.texts.get(PARENT if sheet.parent else "id", "")


def _kind(name: str, column: Column) -> str:
    return "computed" if name == COMPUTED else "required" if column.required else "optional"


def _height(said: Mapping[str, str], columns: Mapping[str, Column]) -> int:
    """In points: not every program finds the height of wrapped text by itself."""
    lines = [
        sum(ceil((len(line) + 1) / columns[name].width) for line in text.split("\n"))
        for name, text in said.items()
        if text
    ]
    return min(_TALLEST, _LINE * max(lines, default=1))
