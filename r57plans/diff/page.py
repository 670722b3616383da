"""Changes as one page of HTML that needs nothing else: side by side, to be filtered and printed."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Sequence
from hashlib import sha256
from html import escape

from r57plans.diff.page_assets import SCRIPT, STYLE
from r57plans.diff.telling import (
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
from r57plans.model.change import SEVERITIES, SEVERITY_WORDS, Change, Severity

_WORDS: dict[str, dict[Language, str]] = {
    "title": {"vi": "So sánh hai phiên bản kế hoạch", "en": "Two versions of a plan compared"},
    "old": {"vi": "Bản cũ", "en": "Old"},
    "new": {"vi": "Bản mới", "en": "New"},
    "summary": {"vi": "Tổng hợp", "en": "Summary"},
    "kind": {"vi": "Loại thay đổi", "en": "Kind of change"},
    "total": {"vi": "Tổng số", "en": "Total"},
    "change": {"vi": "Thay đổi", "en": "Change"},
    "severity": {"vi": "Mức độ", "en": "Severity"},
    "group": {"vi": "Phần", "en": "Part"},
    "all": {"vi": "tất cả", "en": "all"},
    "text": {"vi": "Tìm", "en": "Find"},
    "reset": {"vi": "Bỏ lọc", "en": "Show all"},
    "shown": {"vi": "Đang hiện:", "en": "Shown:"},
    "none": {"vi": "(không có)", "en": "(nothing)"},
    "approved": {"vi": "Đã chấp thuận", "en": "Approved"},
}


def page(changes: Sequence[Change], sides: Sides, language: Language) -> str:
    """The whole page; its own style and script are all that it lets a browser load or run."""
    title = _word("title", language)
    parts = sections(changes, sides, language)
    inside = (
        f"{_summary(changes, sides, language)}{_filters(changes, parts, sides, language)}"
        f"{''.join(_section(part, sides, language) for part in parts)}"
    )
    return (
        f'<!DOCTYPE html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_policy()}">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}: {_said(sides.old.say(language))} → {_said(sides.new.say(language))}"
        f"</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<h1>{title}</h1>\n"
        f"{_versions(sides, language)}<p>{escape(summary(changes, sides, language))}</p>\n"
        f"{inside if changes else ''}<script>{SCRIPT}</script>\n</body>\n</html>"
    )


def _policy() -> str:
    return (
        "default-src 'none'; base-uri 'none'; form-action 'none'; "
        f"style-src {_source(STYLE)}; script-src {_source(SCRIPT)}"
    )


def _source(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def _versions(sides: Sides, language: Language) -> str:
    named = (("old", sides.old), ("new", sides.new))
    lines = (
        f"<dt>{_word(key, language)}</dt><dd>{_said(name.say(language))}</dd>"
        for key, name in named
    )
    return f'<dl class="versions">{"".join(lines)}</dl>\n'


def _summary(changes: Sequence[Change], sides: Sides, language: Language) -> str:
    found = kinds(changes, sides, language)
    levels = [s for s in SEVERITIES if any(kind.counts[s] for kind in found)]
    heads = [_word("kind", language), *(_level(s, language) for s in levels)]
    head = _cells("th", [*heads, _word("total", language)])
    rows = "".join(
        f"<tr><td>{_said(kind.title)}</td>"
        f"{''.join(_number(kind.counts[s]) for s in levels)}{_number(kind.counts.total())}</tr>\n"
        for kind in found
    )
    if not rows:
        return ""
    return (
        f"<h2>{_word('summary', language)}</h2>\n"
        f'<table class="summary"><thead><tr>{head}</tr></thead><tbody>\n{rows}</tbody></table>\n'
    )


def _filters(
    changes: Sequence[Change], parts: Iterable[Section], sides: Sides, language: Language
) -> str:
    """The bar above the tables; it is shown by the script that makes it work."""
    total = len(changes)
    boxes = "".join(
        f'<label><input type="checkbox" name="severity" value="{s}" checked> '
        f"{_level(s, language)}</label> "
        for s in SEVERITIES
    )
    rules = {change.rule: sides.kind(change, language) for change in changes}
    groups = [(part.id, part.title) for part in parts]
    return (
        f'<form id="filters" hidden><fieldset>{boxes}</fieldset>'
        f"{_choice('kind', rules.items(), language)}{_choice('group', groups, language)}"
        f'<label>{_word("text", language)} <input type="search" id="text"></label> '
        f'<button type="reset">{_word("reset", language)}</button>'
        f'<output>{_word("shown", language)} <b id="shown">{total}</b>/{total}'
        "</output></form>\n"
    )


def _choice(name: str, options: Iterable[tuple[str, str]], language: Language) -> str:
    listed = "".join(
        f'<option value="{_said(key)}">{_said(text)}</option>' for key, text in options
    )
    return (
        f'<label>{_word(name, language)} <select id="{name}">'
        f'<option value="">{_word("all", language)}</option>{listed}</select></label> '
    )


def _section(part: Section, sides: Sides, language: Language) -> str:
    names = ("change", "old", "new", "severity")
    head = _cells("th", [_word(name, language) for name in names])
    rows = "".join(_row(change, part.id, sides, language) for change in part.changes)
    return (
        f'<section>\n<h2>{_said(part.title)}</h2>\n<table class="changes">'
        f"<thead><tr>{head}</tr></thead><tbody>\n{rows}</tbody></table>\n</section>\n"
    )


def _row(change: Change, group: str, sides: Sides, language: Language) -> str:
    old, new = side_by_side(change.old.say(language), change.new.say(language))
    places = [str(place) for place in (change.old_place, change.new_place)]
    return (
        f'<tr data-severity="{change.severity}" data-kind="{_said(change.rule)}" '
        f'data-group="{_said(group)}">'
        f"<td>{_subject(change, sides, language)}</td>"
        f"<td>{_value(old, 'del', language)}{_place(places[0])}</td>"
        f"<td>{_value(new, 'ins', language)}{_place(places[1])}</td>"
        f'<td class="{change.severity}">{_level(change.severity, language)}'
        f"{_approved(change, sides, language)}</td></tr>\n"
    )


def _subject(change: Change, sides: Sides, language: Language) -> str:
    name = unsaid(change, language)
    return (
        f"<p>{_said(change.message.say(language))}</p>"
        f"{f'<p>{_said(name)}</p>' if name else ''}"
        f'<p class="rule"><code>{_said(change.rule)}</code> <code>{change.fingerprint}</code></p>'
    )


def _value(pieces: Iterable[Piece], mark: str, language: Language) -> str:
    said = "".join(
        f"<{mark}>{_said(piece.text)}</{mark}>" if piece.changed else _said(piece.text)
        for piece in pieces
    )
    return f"<p>{said}</p>" if said else f'<p class="none">{_word("none", language)}</p>'


def _place(place: str) -> str:
    return f'<p class="rule"><code>{_said(place)}</code></p>' if place else ""


def _approved(change: Change, sides: Sides, language: Language) -> str:
    reason = sides.approved.get(change.fingerprint)
    if reason is None:
        return ""
    said = f": {_said(reason.say(language))}" if reason.say(language) else ""
    return f'<p class="approved">{_word("approved", language)}{said}</p>'


def _cells(tag: str, texts: Iterable[str]) -> str:
    return "".join(f"<{tag}>{text}</{tag}>" for text in texts)


def _number(count: int) -> str:
    return f'<td class="n">{count or ""}</td>'


def _level(severity: Severity, language: Language) -> str:
    return _said(SEVERITY_WORDS[severity].say(language))


def _said(text: str) -> str:
    return escape(text)


def _word(name: str, language: Language) -> str:
    return escape(_WORDS[name][language])
