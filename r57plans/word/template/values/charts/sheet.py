"""The workbook inside a chart: what Word opens when its figures are edited."""

from __future__ import annotations

from collections.abc import Iterator

from r57plans.word.template.values.charts.figures import Figures
from r57plans.word.template.values.writing import attribute as written
from r57plans.word.xml import DECLARATION, NS
from r57plans.word.zipping import deflated, write_zip

SHEET = "Sheet1"

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "application/vnd.openxmlformats-officedocument.spreadsheetml."
_RELATIONS = "application/vnd.openxmlformats-package.relationships+xml"
_LETTERS = 26


def workbook(figures: Figures) -> bytes:
    """The bytes of an .xlsx file: categories in column A, a series in each column after it."""
    parts = {
        "[Content_Types].xml": _types(),
        "_rels/.rels": _relations(("officeDocument", "xl/workbook.xml")),
        "xl/_rels/workbook.xml.rels": _relations(
            ("worksheet", "worksheets/sheet1.xml"), ("styles", "styles.xml")
        ),
        "xl/styles.xml": _styles(),
        "xl/workbook.xml": _book(),
        "xl/worksheets/sheet1.xml": _sheet(figures),
    }
    return write_zip(
        (name, deflated([DECLARATION + text.encode()])) for name, text in parts.items()
    )


def names(column: int) -> str:
    """The cell that names the series of a column, from 1: `Sheet1!$B$1`."""
    return f"{SHEET}!${letters(column)}$1"


def cells(column: int, count: int) -> str:
    """The cells of a column below its name: `Sheet1!$B$2:$B$8`; column 0 holds the categories."""
    letter = letters(column)
    return f"{SHEET}!${letter}$2:${letter}${count + 1}"


def letters(column: int) -> str:
    """The letters of a column that is counted from 0: A, B … Z, AA."""
    more, last = divmod(column, _LETTERS)
    return (letters(more - 1) if more else "") + chr(ord("A") + last)


def number(value: float) -> str:
    """A number as both parts write it: `7`, `2.5`."""
    return str(int(value)) if value == int(value) else repr(float(value))


def _sheet(figures: Figures) -> str:
    rows = "".join(
        f'<row r="{n}">{"".join(cells_)}</row>' for n, cells_ in enumerate(_rows(figures), 1)
    )
    return (
        f'<worksheet xmlns="{_MAIN}">'
        '<cols><col min="1" max="1" width="40" customWidth="1"/></cols>'
        f"<sheetData>{rows}</sheetData></worksheet>"
    )


def _rows(figures: Figures) -> Iterator[list[str]]:
    heads = enumerate(figures.series, 1)
    yield [_text(f"{letters(column)}1", series.name) for column, series in heads]
    for row, category in enumerate(figures.categories):
        values = (
            f'<c r="{letters(column)}{row + 2}"><v>{number(series.values[row])}</v></c>'
            for column, series in enumerate(figures.series, 1)
        )
        yield [_text(f"A{row + 2}", category), *values]


def _text(cell: str, said: str) -> str:
    return f'<c r="{cell}" t="inlineStr"><is><t xml:space="preserve">{written(said)}</t></is></c>'


def _book() -> str:
    return (
        f'<workbook xmlns="{_MAIN}" xmlns:r="{NS["r"]}">'
        f'<sheets><sheet name="{SHEET}" sheetId="1" r:id="rId1"/></sheets></workbook>'
    )


def _styles() -> str:
    return (
        f'<styleSheet xmlns="{_MAIN}">'
        '<fonts count="1"><font><sz val="11"/><name val="Times New Roman"/></font></fonts>'
        '<fills count="2"><fill><patternFill patternType="none"/></fill>'
        '<fill><patternFill patternType="gray125"/></fill></fills>'
        '<borders count="1"><border/></borders>'
        '<cellStyleXfs count="1"><xf/></cellStyleXfs>'
        '<cellXfs count="1"><xf xfId="0"/></cellXfs><cellStyles count="1">'
        '<cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
    )


def _types() -> str:
    kinds = {
        "/xl/workbook.xml": f"{_OFFICE}sheet.main+xml",
        "/xl/worksheets/sheet1.xml": f"{_OFFICE}worksheet+xml",
        "/xl/styles.xml": f"{_OFFICE}styles+xml",
    }
    overrides = (f'<Override PartName="{n}" ContentType="{k}"/>' for n, k in kinds.items())
    return (
        f'<Types xmlns="{NS["ct"]}"><Default Extension="rels" ContentType="{_RELATIONS}"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{"".join(overrides)}</Types>'
    )


def _relations(*leads: tuple[str, str]) -> str:
    made = (
        f'<Relationship Id="rId{n}" Type="{NS["r"]}/{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(leads, 1)
    )
    return f'<Relationships xmlns="{NS["rel"]}">{"".join(made)}</Relationships>'
