"""The format of a piece of rich text: what it changes of the format of the tag's own run."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from decimal import Decimal
from typing import TypedDict, cast

from r57plans.word.template.values.properties import Change
from r57plans.word.template.values.refusing import refused
from r57plans.word.template.values.writing import attribute

Size = int | float | Decimal

_COLOUR = re.compile(r"#?([0-9A-Fa-f]{6})")
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
_LARGEST = 1638  # points: what Word allows
_LONGEST_NAME = 253
_HIGHLIGHTS = (
    *("black", "blue", "cyan", "darkBlue", "darkCyan", "darkGray", "darkGreen", "darkMagenta"),
    *("darkRed", "darkYellow", "green", "lightGray", "magenta", "none", "red", "white", "yellow"),
)
_UNDERLINES = (
    *("single", "words", "double", "thick", "dotted", "dottedHeavy", "dash", "dashedHeavy"),
    *("dashLong", "dashLongHeavy", "dotDash", "dashDotHeavy", "dotDotDash", "dashDotDotHeavy"),
    *("wave", "wavyHeavy", "wavyDouble", "none"),
)
_NAMED = {name.casefold(): name for name in (*_HIGHLIGHTS, *_UNDERLINES)}


class Said(TypedDict, total=False):
    """What a script may say of a piece of rich text; `color` is another spelling of `colour`."""

    bold: bool | None
    italic: bool | None
    underline: bool | str | None
    strike: bool | None
    colour: str | None
    color: str | None
    highlight: str | None
    size: Size | None
    font: str | None
    style: str | None
    superscript: bool | None
    subscript: bool | None
    lang: str | None
    link: str


@dataclass(frozen=True, slots=True)
class Format:
    """What is said of a piece's format; None leaves what the tag's run has.

    `colour` is six hexadecimal digits or `auto`; `highlight` one of Word's names for its marker
    pens, or six digits for any background; `underline` True or one of Word's kinds; `size` points.
    """

    bold: bool | None = None
    italic: bool | None = None
    underline: bool | str | None = None
    strike: bool | None = None
    colour: str | None = None
    highlight: str | None = None
    size: Size | None = None
    font: str | None = None
    style: str | None = None
    superscript: bool | None = None
    subscript: bool | None = None
    lang: str | None = None

    def over(self, other: Format) -> Format:
        """This format where it says something, the other one elsewhere."""
        names = [field.name for field in fields(self)]
        mine = {name: getattr(self, name) for name in names}
        return Format(**{n: getattr(other, n) if v is None else v for n, v in mine.items()})

    def changes(self) -> tuple[Change, ...]:
        """The run properties that it changes, the style left out: a document knows its own.

        Raises `MisuseError` for a colour, size or name that Word does not have.
        """
        return (
            *_fonts(self.font),
            *_switch(self.bold, "b", "bCs"),
            *_switch(self.italic, "i", "iCs"),
            *_strike(self.strike),
            *_colour(self.colour),
            *_size(self.size),
            *_highlight(self.highlight),
            *_underline(self.underline),
            *_height(self.superscript, self.subscript),
            *_language(self.lang),
        )


def format_of(said: Said) -> tuple[Format, str]:
    """The format that was said, and the address of the link or ""."""
    rest = cast("dict[str, str | None]", dict(said))
    link, american = rest.pop("link", ""), rest.pop("color", None)
    if american is not None:
        rest.setdefault("colour", american)
    return Format(**rest), link or ""  # type: ignore[arg-type]  # checked where it was said


def _switch(value: bool | None, *names: str) -> list[Change]:
    if value is None:
        return []
    return [(f"w:{name}", f"<w:{name}/>" if value else f'<w:{name} w:val="0"/>') for name in names]


def _strike(value: bool | None) -> list[Change]:
    return [] if value is None else [*_switch(value, "strike"), ("w:dstrike", "")]


def _fonts(name: str | None) -> list[Change]:
    if name is None:
        return []
    said = _name(name, "phông chữ", "font")
    kinds = " ".join(f'w:{kind}="{said}"' for kind in ("ascii", "hAnsi", "eastAsia", "cs"))
    return [("w:rFonts", f"<w:rFonts {kinds}/>")]


def _colour(value: str | None) -> list[Change]:
    if value is None:
        return []
    said = "auto" if value == "auto" else _digits(value)
    return [("w:color", f'<w:color w:val="{said}"/>')]


def _highlight(value: str | None) -> list[Change]:
    if value is None:
        return []
    named = _NAMED.get(str(value).casefold())
    if named in _HIGHLIGHTS:
        return [("w:highlight", f'<w:highlight w:val="{named}"/>')]
    fill = f'<w:shd w:val="clear" w:color="auto" w:fill="{_digits(value)}"/>'
    return [("w:shd", fill), ("w:highlight", "")]


def _digits(value: str) -> str:
    found = _COLOUR.fullmatch(value) if isinstance(value, str) else None
    if found is None:
        raise refused(
            f"màu {value!r} không phải sáu chữ số thập lục phân",
            f"the colour {value!r} is not six hexadecimal digits",
        )
    return found[1].upper()


def _size(points: Size | None) -> list[Change]:
    if points is None:
        return []
    number = isinstance(points, int | float | Decimal) and not isinstance(points, bool)
    if not (number and 1 <= points <= _LARGEST):
        raise refused(
            f"cỡ chữ {points!r} không phải số điểm từ 1 đến {_LARGEST}",
            f"the size {points!r} is not a number of points from 1 to {_LARGEST}",
        )
    halves = round(points * 2)
    return [(f"w:{name}", f'<w:{name} w:val="{halves}"/>') for name in ("sz", "szCs")]


def _underline(value: bool | str | None) -> list[Change]:
    if value is None:
        return []
    kind = {True: "single", False: "none"}.get(value) if isinstance(value, bool) else None
    kind = kind or _NAMED.get(str(value).casefold())
    if kind not in _UNDERLINES:
        raise refused(f"Word không có kiểu gạch chân {value!r}", f"Word has no underline {value!r}")
    return [("w:u", f'<w:u w:val="{kind}"/>')]


def _height(superscript: bool | None, subscript: bool | None) -> list[Change]:
    if superscript is None and subscript is None:
        return []
    kind = "superscript" if superscript else "subscript" if subscript else "baseline"
    return [("w:vertAlign", f'<w:vertAlign w:val="{kind}"/>')]


def _language(value: str | None) -> list[Change]:
    if value is None:
        return []
    if not (isinstance(value, str) and _LANGUAGE.fullmatch(value)):
        raise refused(
            f"{value!r} không phải mã ngôn ngữ như «vi-VN»",
            f"{value!r} is not the code of a language, such as “vi-VN”",
        )
    return [("w:lang", f'<w:lang w:val="{value}"/>')]


def _name(value: str, vi: str, en: str) -> str:
    if not (isinstance(value, str) and 0 < len(value) <= _LONGEST_NAME):
        raise refused(f"{value!r} không phải tên {vi}", f"{value!r} is not the name of a {en}")
    return attribute(value)
