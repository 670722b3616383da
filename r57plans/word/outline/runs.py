"""What a run of a Word file looks like, in the few signs that an outline uses."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from r57plans.word.outline.told import whole
from r57plans.word.xml import Element, w

_SWITCHES = {"b": "b", "i": "i", "strike": "strike", "caps": "caps", "vanish": "hidden"}
_OFF = ("0", "false", "off")


def run_format(properties: Element | None) -> str:
    """The format of a run, such as `b 14pt C00000 style=Strong`; "" for a plain one."""
    if properties is None:
        return ""
    return " ".join(filter(None, map(_sign, properties)))


def _sign(child: Element) -> str:
    name, value = child.tag.rpartition("}")[2], child.get(w("val"), "")
    if name in _SWITCHES:
        return "" if value in _OFF else _SWITCHES[name]
    if name == "u":
        return "" if value == "none" else "u"
    if name == "rFonts":
        return child.get(w("ascii"), "")
    return {
        "color": value,
        "sz": f"{whole(value) / 2:g}pt" if value.isdecimal() else "",
        "highlight": value,
        "vertAlign": {"superscript": "sup", "subscript": "sub"}.get(value, ""),
        "rStyle": f"style={value}",
    }.get(name, "")


def _break(element: Element) -> str:
    return {"page": "⤓", "column": "⤒"}.get(element.get(w("type"), ""), "⏎")


def _field_character(element: Element) -> str:
    kind = element.get(w("fldCharType"))
    dirty = " dirty" if element.get(w("dirty")) in ("1", "true", "on") else ""
    return {"begin": f"⟨field{dirty} ", "separate": ": ", "end": "⟩"}.get(str(kind), "")


def _text(element: Element) -> str:
    return element.text or ""


def _instruction(element: Element) -> str:
    return " ".join(_text(element).split())


def _fixed(sign: str) -> Callable[[Element], str]:
    return lambda element: sign


RUN_MARKS: Mapping[str, Callable[[Element], str]] = {
    w("t"): _text,
    w("delText"): _text,
    w("br"): _break,
    w("cr"): _fixed("⏎"),
    w("tab"): _fixed("⇥"),
    w("noBreakHyphen"): _fixed("⁻"),
    w("fldChar"): _field_character,
    w("instrText"): _instruction,
}
