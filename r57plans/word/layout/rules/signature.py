"""The signature: authority, post, name, and the block as a whole."""

from __future__ import annotations

import re
from collections.abc import Iterator

from r57plans.findings import Message
from r57plans.word.layout import wording as words
from r57plans.word.layout.fault import NOTHING, Context, Fault, TextFix, quoted
from r57plans.word.layout.lines import Line, Shown
from r57plans.word.layout.paging import Paging

_PREFIX = re.compile(
    r"\s*(T\s?/\s?M|TM\.?|T\.M\.?|K\s?/\s?T|KT\.?|T\s?/\s?L|TL\.?|TUQ\.?|T\s?/\s?UQ|Q\s?\.)",
    re.IGNORECASE,
)
_TITLE = re.compile(
    r"(?:Đ/c|Đồng chí|Ông|Bà|GS|PGS|TS|TSKH|ThS|Th\.S|KS|BS|CN|LS|NGND|NGƯT)\b\.?", re.IGNORECASE
)
_LEAST_ROOM = 3
_TOGETHER = Message("giữ đoạn cuối cùng trang với khối chữ ký", "the last paragraph kept with it")
_WHOLE = Message("cả khối chữ ký trên một trang", "the whole block on one page")
_A_LINE = 320.0  # twips of a blank line of the size of the text


def signature(context: Context) -> Iterator[Fault]:
    """A document is signed; an attachment is signed with the act that issues it."""
    found = context.found
    if not found.attachment and found.one("role") is None and found.one("authority") is None:
        wanted = Message("quyền hạn, chức vụ người ký", "authority and post of the signer")
        yield Fault("authority", None, NOTHING, wanted)


def authority(context: Context) -> Iterator[Fault]:
    """How it is written on whose behalf one signs: `T/M`, or `TM.`."""
    rule = context.layout.wording["authority_prefix"]
    forms = {_letters(form): form for form in (rule.value or "", *rule.accepted)}
    for line in context.found.all("authority"):
        found = _PREFIX.match(line.raw)
        wanted = "" if found is None else forms.get(_letters(found[1]), "")
        if found is None or not wanted or found[1].upper() == wanted.upper():
            continue
        start, end = line.place_of(found.start(1)), line.place_of(found.end(1))
        fix = TextFix(line.shown.ordinal, start, end, wanted)
        yield Fault("authority", line, quoted(found[1]), quoted(wanted), (fix,))


def _letters(prefix: str) -> str:
    return "".join(c for c in prefix.upper() if c.isalpha())


def _says(context: Context, letters: str) -> Line | None:
    for line in context.found.all("authority"):
        found = _PREFIX.match(line.raw)
        if found is not None and _letters(found[1]) == letters:
            return line
    return None


def deputy(context: Context) -> Iterator[Fault]:
    """A deputy signs for the head with `KT.`, but under the Party's `T/M` in the own name."""
    role, for_head = context.found.one("role"), _says(context, "KT")
    if role is None:
        return
    if context.layout.party:
        if for_head is not None and _says(context, "TM") is not None:
            wanted = Message("không có dòng «K/T»", "no line “K/T”")
            yield Fault("authority", for_head, quoted(for_head.text), wanted)
    elif words.folded(role.text).startswith("PHO ") and for_head is None:
        wanted = Message("dòng «KT. …» ở trên", "a line “KT. …” above")
        yield Fault("role", role, NOTHING, wanted)


def signer_title(context: Context) -> Iterator[Fault]:
    """The name stands without degrees and forms of address."""
    line = context.found.one("signer")
    found = None if line is None else _TITLE.match(line.text)
    if line is not None and found is not None:
        name = Message("chỉ ghi họ tên", "the name alone")
        yield Fault("signer", line, quoted(found[0]), name)


def signature_room(context: Context) -> Iterator[Fault]:
    """Room to sign between post and name."""
    role, name = context.found.one("role"), context.found.one("signer")
    wanted = context.layout.components["signature"].blank_lines or 0
    if role is None or name is None:
        return
    blanks = context.found.all("signature")
    signed = any(line.text for line in blanks)
    height = name.shown.look.before + role.shown.look.after
    rows = len(blanks) + int(height // _A_LINE)
    if not signed and rows < _LEAST_ROOM:
        found = Message(f"{rows} dòng trống", f"{rows} blank lines")
        said = Message(f"khoảng {wanted} dòng trống", f"about {wanted} blank lines")
        yield Fault("signature", role, found, said)


def signature_alone(context: Context) -> Iterator[Fault]:
    """No page holds the block alone, and the block stands on one page.

    Where the file was laid out, that is what is judged first; else, and where it came out well,
    whether Word keeps the last paragraph with the block.
    """
    tail = context.found.tail
    body = [p for p in context.found.body if p.text.strip() or p.ends_page]
    if not tail or not body:
        return
    yield from _laid_out(context.paging, body[-1]) or _held(tail[0], body[-1])


def _laid_out(paging: Paging | None, last: Shown) -> list[Fault]:
    """The faults that the real pages show."""
    if paging is not None and paging.alone:
        vi = f"lời văn hết ở trang {paging.text}, khối chữ ký ở trang {paging.block}"
        en = f"the text ends on page {paging.text}, the block stands on page {paging.block}"
        return [Fault("body", last, Message(vi, en), _TOGETHER)]
    if paging is not None and paging.torn:
        vi = f"khối chữ ký bị tách từ trang {paging.block} sang trang {paging.block_end}"
        en = f"the block is torn between the pages {paging.block} and {paging.block_end}"
        return [Fault("body", last, Message(vi, en), _WHOLE)]
    return []


def _held(block: Shown, last: Shown) -> list[Fault]:
    """The faults that the paragraphs themselves show."""
    if last.cell is not None:
        return []
    if last.ends_page or block.look.new_page:
        found = Message("có ngắt trang ngay trước", "a page break before it")
        return [Fault("body", last, found, _TOGETHER)]
    if not last.look.keep_next:
        found = Message("không có gì giữ lại", "nothing holds them together")
        return [Fault("body", last, found, _TOGETHER)]
    return []
