"""Changes as Markdown, for a comment in a review or a mail: a summary, then a table a group."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from r57plans.diff.telling import (
    Kind,
    Piece,
    Section,
    Sides,
    kinds,
    sections,
    side_by_side,
    summary,
    unsaid,
)
from r57plans.findings import Language
from r57plans.model.change import SEVERITIES, SEVERITY_WORDS, Change

_SIGNS = re.compile(r"[\\`*_{}\[\]<>|#~]")
_BREAK = re.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")
_ENTITIES = {"<": "&lt;", ">": "&gt;"}
_WORDS: dict[str, dict[Language, str]] = {
    "kind": {"vi": "Loại thay đổi", "en": "Kind of change"},
    "total": {"vi": "Tổng số", "en": "Total"},
    "change": {"vi": "Thay đổi", "en": "Change"},
    "old": {"vi": "Bản cũ", "en": "Old"},
    "new": {"vi": "Bản mới", "en": "New"},
    "severity": {"vi": "Mức độ", "en": "Severity"},
    "approved": {"vi": "đã chấp thuận", "en": "approved"},
}


def markdown(changes: Sequence[Change], sides: Sides, language: Language) -> str:
    """The whole text; changed words stand in `<del>` and `<ins>`, which reviewers' tools show."""
    old, new = (_said(side.say(language)) for side in (sides.old, sides.new))
    blocks = [f"### {old} → {new}", summary(changes, sides, language)]
    if found := kinds(changes, sides, language):
        blocks.append(_summary(found, language))
    for part in sections(changes, sides, language):
        blocks += [f"#### {_said(part.title)}", _section(part, sides, language)]
    return "\n\n".join(blocks)


def _summary(found: Iterable[Kind], language: Language) -> str:
    heads = [SEVERITY_WORDS[s].say(language) for s in SEVERITIES]
    rows = [
        [_said(kind.title), *(str(kind.counts[s] or "") for s in SEVERITIES), kind.counts.total()]
        for kind in found
    ]
    head = [_WORDS["kind"][language], *heads, _WORDS["total"][language]]
    return _table(head, "---|--:|--:|--:|--:", rows)


def _section(part: Section, sides: Sides, language: Language) -> str:
    head = [_WORDS[name][language] for name in ("change", "old", "new", "severity")]
    rows = [_row(change, sides, language) for change in part.changes]
    return _table(head, "---|---|---|---", rows)


def _row(change: Change, sides: Sides, language: Language) -> list[str]:
    old, new = side_by_side(change.old.say(language), change.new.say(language))
    name = unsaid(change, language)
    said = _said(change.message.say(language)) + (f" ({_said(name)})" if name else "")
    return [said, _value(old, "del"), _value(new, "ins"), _severity(change, sides, language)]


def _severity(change: Change, sides: Sides, language: Language) -> str:
    word = SEVERITY_WORDS[change.severity].say(language)
    said = f"**{word}**" if change.severity == "major" else word
    reason = sides.approved.get(change.fingerprint)
    if reason is None:
        return said
    why = reason.say(language)
    return f"{said}, {_WORDS['approved'][language]}{f': {_said(why)}' if why else ''}"


def _value(pieces: Iterable[Piece], mark: str) -> str:
    return "".join(
        f"<{mark}>{_said(piece.text)}</{mark}>" if piece.changed else _said(piece.text)
        for piece in pieces
    )


def _table(head: Iterable[str], ruler: str, rows: Iterable[Iterable[object]]) -> str:
    lines = [_line(head), f"|{ruler}|", *map(_line, rows)]
    return "\n".join(lines)


def _line(cells: Iterable[object]) -> str:
    return f"| {' | '.join(map(str, cells))} |"


def _said(text: str) -> str:
    """The text with no sign that Markdown or HTML would take for its own, on one line."""
    plain = _SIGNS.sub(_sign, text.replace("&", "&amp;"))
    return _BREAK.sub("<br>", plain)


def _sign(found: re.Match[str]) -> str:
    return _ENTITIES.get(found[0], f"\\{found[0]}")
