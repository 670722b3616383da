"""What a mistyped tag was meant to be: by which letters it went wrong, and how to write it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from r57plans.findings import Message
from r57plans.language import did_you_mean
from r57plans.word.template.lint.parsing import parses
from r57plans.word.template.lint.reading import Line, Seen, tag_of
from r57plans.word.template.lint.rules import GENERIC
from r57plans.word.template.lint.words import WORDS
from r57plans.word.template.passes.tags import plain

# What autocorrect and Vietnamese keyboards put in the place of what was typed.
_TYPED = {
    "–": "-", "—": "-", "−": "-", "…": "...", "′": "'", "″": '"', "`": "'", "´": "'",
    "＂": '"', "＇": "'", "｜": "|", "（": "(", "）": ")", "［": "[", "］": "]", "，": ",",
    "．": ".", "：": ":", "＝": "=", "％": "%", "｛": "{", "｝": "}", "×": "*",
    "\u200b": "", "\u2060": "", "\ufeff": "", "\u00ad": "",
}  # fmt: skip
_STRAIGHT = str.maketrans(_TYPED)
_QUOTES = re.compile("[“”„«»‘’‚]")
_PREFIXED = re.compile(r"(\{[{%#])([-+]?)\s*(tr|tc|p|r)(?:\s+|(?=[a-z]))(.*)$", re.I | re.S)
_INVISIBLE = {"\u200b": "U+200B", "\u2060": "U+2060", "\ufeff": "U+FEFF", "\u00ad": "U+00AD"}


@dataclass(frozen=True, slots=True)
class Fix:
    """What went wrong in a tag, and the tag as it was meant, or "" where that is not known."""

    what: Message
    text: str = ""

    @property
    def hint(self) -> Message:
        """What to do."""
        return write(self.text)


def straight(text: str) -> str:
    """The text with the characters that a keyboard types."""
    return plain(text).translate(_STRAIGHT)


def meant(text: str, line: Line) -> str:
    """The tag that a text was meant as; "" where it is none in any way."""
    return next((t for t in (text, straight(text)) if parses(tag_of(t, line))), "")


def write(text: str) -> Message:
    """The hint to write a tag like this; what is said in general where `text` is ""."""
    return Message(f"Viết lại thành {text}.", f"Write {text}.") if text else GENERIC


def fix_of(seen: Seen) -> Fix | None:
    """How a tag that cannot be read went wrong, where that can be told; None where not."""
    raw = seen.raw
    return next((fix for kind in _KINDS if (fix := kind(seen, raw))), None)


def _tripled(seen: Seen, raw: str) -> Fix | None:
    if not raw.startswith("{{{"):
        return None
    wanted = "{{ " + raw.strip("{}").strip() + " }}"
    what = Message("có ba dấu «{» liền nhau", "there are three “{” in a row")
    return Fix(what, wanted) if _good(wanted, seen) else None


def _prefix(seen: Seen, raw: str) -> Fix | None:
    """`{% p for …`, `{%P for …` and `{%pfor …`, all meant as `{%p for …`."""
    found = _PREFIXED.match(straight(raw))
    if found is None:
        return None
    opening, trim, prefix, rest = found.groups()
    wanted = f"{opening}{trim}{prefix.lower()} {rest}"
    if straight(raw) == wanted or not _good(wanted, seen):
        return None
    name = prefix.lower()
    what = Message(
        f"chữ «{name}» phải viết thường, liền sau «{opening}» và có dấu cách theo sau",
        f"“{name}” must be a small letter directly after “{opening}”, with a space behind it",
    )
    return Fix(what, wanted)


def _word(seen: Seen, raw: str) -> Fix | None:
    """`{% For …`, `{% end if %}` and `{% else if … %}`."""
    body, word, lift = seen.tag.body, seen.tag.word, seen.tag.lift
    for instead in (
        re.sub(r"^end\s+(\w+)", lambda m: f"end{m[1].lower()}", body, flags=re.I),
        re.sub(r"^(else\s*if|elsif|elseif)\b", "elif", body, flags=re.I),
        word.lower() + body[len(word) :],
    ):
        text = f"{{%{lift} {instead} %}}"
        if seen.tag.kind == "statement" and instead != body and _good(text, seen):
            right = tag_of(text, seen.line).word
            what = Message(f"phải viết «{right}»", f"the word is written “{right}”")
            return Fix(what, text)
    return None


def _characters(seen: Seen, raw: str) -> Fix | None:
    """Dashes, dots and quotes that Word put in the place of those that were typed."""
    odd = list(dict.fromkeys(c for c in raw if c in _TYPED)) or _QUOTES.findall(raw)
    if not odd:
        return None
    shown = " ".join(_INVISIBLE.get(c, c) for c in dict.fromkeys(odd))
    what = Message(f"có ký tự lạ {shown}", f"it holds {shown}")
    wanted = straight(raw)
    return Fix(what, wanted if wanted != raw and _good(wanted, seen) else "")


def _good(text: str, seen: Seen) -> bool:
    return parses(tag_of(text, seen.line))


_KINDS = (_tripled, _prefix, _word, _characters)


def near_word(word: str) -> Message | None:
    """The word of a statement that was meant, as a hint; None where none is near."""
    return did_you_mean(word, WORDS)
