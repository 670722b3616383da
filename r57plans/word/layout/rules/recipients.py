"""The list of recipients."""

from __future__ import annotations

from collections.abc import Iterator

from r57plans.findings import Message
from r57plans.word.layout import wording as words
from r57plans.word.layout.fault import NOTHING, Context, Fault, TextFix, quoted, whole_line
from r57plans.word.layout.rules.body import list_faults

_KINDS = {"TINH UY": "Tỉnh ủy", "THANH UY": "Thành ủy", "DANG UY": "Đảng ủy"}


def recipients(context: Context) -> Iterator[Fault]:
    """The list is there; an attachment has none."""
    found = context.found
    signed = found.one("role") is not None or found.one("authority") is not None
    if signed and not found.attachment and found.one("recipients-word") is None:
        word = context.layout.wording["recipients_word"].value or ""
        yield Fault("recipients-word", None, NOTHING, quoted(word))


def recipients_word(context: Context) -> Iterator[Fault]:
    """The word above the list, with its colon."""
    line = context.found.one("recipients-word")
    wanted = context.layout.wording["recipients_word"].value or ""
    if line is not None and line.text.upper() != wanted.upper():
        fix = TextFix(*whole_line(line), wanted)
        yield Fault("recipients-word", line, quoted(line.text), quoted(wanted), (fix,))


def recipients_line(context: Context) -> Iterator[Fault]:
    """What stands before and after each recipient; one sign throughout where two are usual."""
    rule = context.layout.wording["recipients_line"]
    lines = context.found.all("recipients")
    between = rule.between or ""
    if lines and lines[0].text[-1:] in rule.accepted:
        between = lines[0].text[-1:]
    for number, line in enumerate(lines):
        end = (rule.last or "") if number == len(lines) - 1 else between
        yield from list_faults("recipients", line, rule.start or "", end, "wording.recipients_line")


def archive(context: Context) -> Iterator[Fault]:
    """The last line says where the document is kept."""
    lines = context.found.all("recipients")
    wanted = context.layout.wording["archive"].value or ""
    if not lines:
        return
    line = lines[-1]
    said = line.text.lstrip("-– ")
    if said.startswith(wanted):
        return
    kept = bool(words.ARCHIVE.fullmatch(words.folded(line.text)))
    text = _right(context, wanted)
    fixes = (TextFix(*whole_line(line), f"- {text}."),) if kept and text else ()
    found = quoted(said) if kept else NOTHING
    sample = Message(f"«- {text or wanted + ' …'}.»", f"“- {text or wanted + ' …'}.”")
    yield Fault("recipients", line, found, sample, fixes)


def _right(context: Context, wanted: str) -> str:
    """The line in full, where the issuer says which office keeps the document; else ""."""
    if not context.layout.party:
        return wanted
    issuer = context.found.one("issuer")
    said = "" if issuer is None else words.folded(issuer.text)
    kind = next((name for start, name in _KINDS.items() if said.startswith(start)), "")
    return f"{wanted} {kind}" if kind else ""
