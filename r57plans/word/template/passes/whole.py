"""Tags that Word left whole are taken out of a part's text before a tree is made of it.

Most paragraphs with tags hold one run with one text. There, and in the rows and cells that hold
only such a paragraph, tags are found and marked as text, many times as quickly as by walking a
tree; all others are left to the tree, as are all of a part whose text alone cannot tell.
"""

from __future__ import annotations

import re

from r57plans.word.scan import is_utf8, names_w_once
from r57plans.word.template.passes.draft import MARK

_PARTS = {
    b"names": rb'(?: [\w:]+="[^"<>&?]*")*',
    b"space": rb'(?: xml:space="preserve")?',
    b"inner": rb"[ !\"#$'-;=>@-z|~]*",  # ASCII but %, &, <, ? and braces
}
_PROPERTIES = rb"(?:<w:%s>(?:(?!</w:%s>|<w:(?:sectPr|r|t|p|tr|tc)[ />])<[^<>?]+>)*</w:%s>)?"
for _name in (b"pPr", b"rPr", b"trPr", b"tcPr"):
    _PARTS[_name] = _PROPERTIES % (_name, _name, _name)

_RUN = rb"<w:p%(names)s>%(pPr)s<w:r%(names)s>%(rPr)s<w:t%(space)s>"
_END = rb"</w:t></w:r></w:p>"
_CELL = rb"<w:tc%(names)s>%(tcPr)s" + _RUN + rb"(\{%%tc %(inner)s%%\})" + _END + rb"</w:tc>"
_ROW = (
    rb"<w:tr%(names)s>%(trPr)s<w:tc%(names)s>%(tcPr)s"
    + (_RUN + rb"(\{%%tr %(inner)s%%\})" + _END)
    + rb"</w:tc></w:tr>"
)
_CONTAINERS = [re.compile(pattern % _PARTS) for pattern in (_ROW, _CELL)]
_PARAGRAPH = re.compile(
    rb"(<w:p%(names)s>%(pPr)s)<w:r%(names)s>(%(rPr)s)<w:t%(space)s>"
    rb"([^<&{?]*\{[^<&?]*)</w:t></w:r></w:p>" % _PARTS
)
_ONE = re.compile(rb"(\{%%p %(inner)s%%\})|\{\{p? %(inner)s\}\}" % _PARTS)
_TAG = re.compile(
    rb"(\{\{ %(inner)s\}\}"
    rb"|\{%% (?:if|elif|else|endif|for|endfor|cellwidth|cellbg|colspan) %(inner)s%%\})" % _PARTS
)
# What a tracked change, or a `-` beside a delimiter, joins is seen in the tree only.
_JOINING = [
    re.compile(rb"<w:(?:ins[ />]|del|move|cell(?:Ins|Del|Merge))"),
    re.compile(rb"Change[ />]"),
    re.compile(rb"%(?:<[^<>]*>)*-"),
    re.compile(rb"-(?:<[^<>]*>)*%"),
]
_OPENING, _CLOSING = b"<?%s " % MARK.encode(), b"?>"


def mark_whole(data: bytes) -> bytes:
    """The part's bytes with an instruction in the place of each such tag, which holds its text.

    A statement with the prefix `p`, `tr` or `tc` has the place of its paragraph, row or cell, any
    other tag that of its text. The very same bytes come back where there is nothing to mark.
    """
    if not _is_plain(data):
        return data
    for container in _CONTAINERS:
        data = container.sub(_lifted, data)
    return _PARAGRAPH.sub(_marked, data)


def _lifted(found: re.Match[bytes]) -> bytes:
    return _OPENING + found[1] + _CLOSING


def _marked(found: re.Match[bytes]) -> bytes:
    head, properties, text = found.groups()
    run = b"<w:r>" + properties
    one = _ONE.fullmatch(text)
    if one is None:
        return _split(head, run, text) or found[0]
    if one[1]:
        return _OPENING + text + _CLOSING
    return head + run + _OPENING + text + _CLOSING + b"</w:r></w:p>"


def _split(head: bytes, run: bytes, text: bytes) -> bytes:
    """A paragraph with its tags marked among its texts; nothing if it holds other tags as well."""
    pieces = _TAG.split(text)
    if any(b"{" in piece or b"}" in piece for piece in pieces[::2]):
        return b""
    written = [head]
    for index, piece in enumerate(pieces):
        if index % 2 and piece.startswith(b"{%"):
            written.append(_OPENING + piece + _CLOSING)
        elif index % 2:
            written.append(run + _OPENING + piece + _CLOSING + b"</w:r>")
        elif piece:
            written.append(b'%s<w:t xml:space="preserve">%s</w:t></w:r>' % (run, piece))
    return b"".join([*written, b"</w:p>"])


def _is_plain(data: bytes) -> bool:
    """Whether each `<` of a part begins a tag, `w` is what it should be, and nothing is joined."""
    return (
        is_utf8(data)
        and b"<!" not in data
        and data.count(b"<?") == data.startswith(b"<?")
        and names_w_once(data)
        and not any(joining.search(data) for joining in _JOINING)
    )
