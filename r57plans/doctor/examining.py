"""Looking for each thing that r57plans uses."""

from __future__ import annotations

import platform
from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec

from r57plans.assets import catalogue_folder, templates_folder
from r57plans.doctor import installing
from r57plans.doctor.records import Examined, Item
from r57plans.findings import Message
from r57plans.office import Serif, find_office, serif, version_of
from r57plans.office.fonts import TIMES, covering
from r57plans.version import VERSION

LIBRARIES = {
    "babel": "babel",
    "click": "click",
    "jinja2": "jinja2",
    "lxml": "lxml",
    "openpyxl": "openpyxl",
    "pydantic": "pydantic",
    "PyYAML": "yaml",
    "rich": "rich",
    "ruamel.yaml": "ruamel",
    "XlsxWriter": "xlsxwriter",
}
"""What every installation has, by the names of the distribution and of the module."""

EXTRAS = {
    "dask": ("distributed", "distributed", ("batch --executor",)),
    "redlines": ("python-redlines", "python_redlines", ("redline --engine docxodus",)),
}
"""The extras of the package: distribution, module, and what they serve."""

_PDF = ("build --pdf", "batch --pdf")
_PAGES = "lint --pages"
_OLDEST = (7, 4)  # of LibreOffice, whose options for PDFs have their form since then
_LETTERS = "ắ ằ ẵ ư ơ ộ Đ"
_SHOWN = 12


def examine(encoding: str = "utf-8") -> Examined:
    """What this machine has; `encoding` is that of the terminal, "" where there is none."""
    items = (
        _libraries(),
        _data(),
        _office(),
        _font(serif()),
        *(_extra(name) for name in EXTRAS),
        _terminal(encoding),
    )
    return Examined(VERSION, platform.python_version(), platform.platform(terse=True), items)


def _libraries() -> Item:
    missing = [name for name, module in LIBRARIES.items() if find_spec(module) is None]
    count, names = len(LIBRARIES) - len(missing), ", ".join(missing)
    return Item(
        "libraries",
        Message("Thư viện Python", "Python libraries"),
        "missing" if missing else "there",
        Message(f"thiếu: {names}", f"missing: {names}")
        if missing
        else Message(f"đủ cả {count}", f"all {count}"),
        install=installing.LIBRARIES if missing else (),
        needed=True,
    )


def _data() -> Item:
    templates = len(list(templates_folder().glob("*/*.docx")))
    catalogues = len(list(catalogue_folder().glob("*/catalogue.yaml")))
    there = templates and catalogues
    return Item(
        "data",
        Message("Danh mục, mẫu văn bản", "Catalogue, templates"),
        "there" if there else "missing",
        Message(
            f"{catalogues} danh mục, {templates} mẫu",
            f"catalogues: {catalogues}, templates: {templates}",
        ),
        path=str(templates_folder()),
        install=() if there else installing.DATA,
        needed=True,
    )


def _office() -> Item:
    title, serves = Message("LibreOffice", "LibreOffice"), (*_PDF, _PAGES)
    program = find_office()
    if program is None:
        said = Message("chưa cài", "not installed")
        return Item("office", title, "missing", said, serves, install=installing.OFFICE)
    said_version = version_of(program)
    found = tuple(map(int, said_version.split(".")[:2])) if said_version else ()
    if found >= _OLDEST:
        said = Message(said_version, said_version)
        return Item("office", title, "there", said, serves, str(program))
    said = Message(
        f"phiên bản {said_version}, cần 7.4 trở lên", f"version {said_version}, 7.4 is needed"
    )
    if not said_version:
        said = Message("không cho biết phiên bản", "does not say its version")
    return Item("office", title, "poor", said, serves, str(program), installing.OFFICE)


def _font(font: Serif | None) -> Item:
    title = Message("Phông chữ tiếng Việt", "Font with Vietnamese")
    if font is None:
        said = _no_font(covering())
        return Item("font", title, "missing", said, (*_PDF, _PAGES), install=installing.FONT)
    place = Message(f", thay cho {TIMES}", f", in place of {TIMES}")
    vi, en = place if font.is_substitute else Message("", "")
    said = Message(f"{font.family}{vi}", f"{font.family}{en}")
    if not font.lacks:
        return Item("font", title, "there", said, (*_PDF, _PAGES), font.file)
    letters = " ".join(font.lacks[:_SHOWN]) + (" …" if len(font.lacks) > _SHOWN else "")
    count = len(font.lacks)
    said = Message(
        f"{said.vi}: thiếu {count} chữ ({letters})", f"{said.en}: lacks {count} letters ({letters})"
    )
    return Item("font", title, "poor", said, (*_PDF, _PAGES), font.file, installing.FONT)


def _no_font(others: Sequence[str]) -> Message:
    if not others:
        return Message(
            f"không thấy {TIMES}; máy không có fc-list, hoặc fc-list không thấy phông nào",
            f"{TIMES} was not found; fc-list is missing, or finds no font",
        )
    names = ", ".join(others[:3])
    return Message(
        f"không có {TIMES} hoặc phông cùng cỡ; chỉ có {names}",
        f"no {TIMES} and none of its widths; there are {names}",
    )


def _extra(name: str) -> Item:
    distribution, module, serves = EXTRAS[name]
    title = Message(f"Phần mở rộng {name}", f"Extra {name}")
    if find_spec(module) is None:
        said = Message("chưa cài", "not installed")
        return Item(name, title, "missing", said, serves, install=installing.extra(name))
    try:
        number = version(distribution)
    except PackageNotFoundError:
        number = "?"
    return Item(name, title, "there", Message(number, number), serves)


def _terminal(encoding: str) -> Item:
    title = Message("Chữ tiếng Việt trên màn hình", "Vietnamese on the terminal")
    try:
        _LETTERS.encode(encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        said = Message(f"{encoding}: thiếu chữ", f"{encoding}: lacks letters")
        return Item("terminal", title, "poor", said, install=installing.TERMINAL)
    return Item("terminal", title, "there", Message(encoding, encoding))
