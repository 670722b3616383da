"""Fonts, colours and encodings: what holds for every letter of the document."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from r57plans.findings import Message
from r57plans.word.layout.fault import Context, Fault, LookFix, same
from r57plans.word.layout.lines import Run, Shown
from r57plans.word.layout.properties import AUTO

_BLACK = {AUTO, "000000"}
_OLD_FONTS: tuple[tuple[str, str], ...] = ((".VN", "TCVN3"), ("VNI-", "VNI"), ("VNI ", "VNI"))
# Signs that the old encodings put between letters, and that no word of Vietnamese or English has.
_TCVN3 = re.compile(r"[A-Za-z][µ¸¶·¹¨¾¼½©®ª¬×÷§]|[µ¸¶·¹¨¾¼½©®ª¬×÷§][a-z]")
_VNI = re.compile(r"[A-Za-z][øûïåäëü]")
_VIETNAMESE = re.compile("[\u1ea0-\u1ef9]")
_ENOUGH = 2
_BLACK_WORD = Message("màu đen", "black")


def encoding(context: Context) -> Iterator[Fault]:
    """Text in an encoding of before Unicode, by its fonts or by its letters."""
    for shown in _texts(context):
        old = old_encoding(shown)
        if old:
            wanted = same(_charset(context))
            yield Fault(where=shown, found=same(old), wanted=wanted)


def _charset(context: Context) -> str:
    return f"Unicode ({context.layout.page.font.charset})"


def old_encoding(shown: Shown) -> str:
    """The old encoding that a paragraph is in; "" for none."""
    for run in shown.runs:
        for font in run.look.fonts(run.text):
            for start, name in _OLD_FONTS:
                if font.upper().startswith(start):
                    return f"{name} ({font})"
    if _VIETNAMESE.search(shown.text):
        return ""
    if len(_TCVN3.findall(shown.text)) >= _ENOUGH:
        return "TCVN3"
    return "VNI" if len(_VNI.findall(shown.text)) >= _ENOUGH else ""


def font(context: Context) -> Iterator[Fault]:
    """The font in which most of the text is set."""
    main, wanted = main_font(context), context.layout.page.font.name
    if main and main.casefold() != wanted.casefold():
        yield Fault(found=same(main), wanted=same(wanted))


def main_font(context: Context) -> str:
    """The font of most letters; "" where there is no text that can be read."""
    counted: Counter[str] = Counter()
    for run in _readable(context):
        for name in run[1].look.fonts(run[1].text):
            counted[name] += len(run[1].text.strip())
    return counted.most_common(1)[0][0] if counted else ""


def mixed_fonts(context: Context) -> Iterator[Fault]:
    """Paragraphs with another font than most of the text and than the right one."""
    allowed = {main_font(context).casefold(), context.layout.page.font.name.casefold()}
    odd: dict[Shown, set[str]] = {}
    for shown, run in _readable(context):
        for name in run.look.fonts(run.text):
            if run.text.strip() and name.casefold() not in allowed:
                odd.setdefault(shown, set()).add(name)
    for shown, names in odd.items():
        fixes = tuple(
            LookFix(shown.ordinal, run.start, run.start + len(run.text),
                    {"font": context.layout.page.font.name})
            for run in shown.runs if run.look.fonts(run.text) & names
        )  # fmt: skip
        found, wanted = same(", ".join(sorted(names))), same(context.layout.page.font.name)
        yield Fault(where=shown, found=found, wanted=wanted, fixes=fixes)


def colour(context: Context) -> Iterator[Fault]:
    """Text that is not black."""
    for shown in _texts(context):
        odd = [run for run in shown.runs if run.text.strip() and run.look.colour not in _BLACK]
        if odd:
            found = same(", ".join(sorted({run.look.colour for run in odd})))
            yield Fault(where=shown, found=found, wanted=_BLACK_WORD,
                        fixes=_looks(shown, odd, {"colour": AUTO}))  # fmt: skip


def highlight(context: Context) -> Iterator[Fault]:
    """Text with a coloured ground."""
    for shown in _texts(context):
        odd = [run for run in shown.runs if run.text.strip() and run.look.highlight]
        if odd:
            found = same(", ".join(sorted({run.look.highlight for run in odd})))
            wanted = Message("không tô nền", "no ground")
            yield Fault(where=shown, found=found, wanted=wanted,
                        fixes=_looks(shown, odd, {"highlight": ""}))  # fmt: skip


def _looks(shown: Shown, runs: list[Run], look: dict[str, object]) -> tuple[LookFix, ...]:
    return tuple(LookFix(shown.ordinal, r.start, r.start + len(r.text), look) for r in runs)


def _texts(context: Context) -> tuple[Shown, ...]:
    return context.found.document.paragraphs


def _readable(context: Context) -> Iterator[tuple[Shown, Run]]:
    for shown in _texts(context):
        if not old_encoding(shown):
            for run in shown.runs:
                yield shown, run
