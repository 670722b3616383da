"""A quick look at the bytes of an XML part, which spares parsing most of them."""

from __future__ import annotations

import re

from r57plans.word.xml import NS

_W = NS["w"].encode()
_W_DECLARED = b'xmlns:w="%s"' % _W
# UTF-8 without doubt: with Word's declaration or with none. All else is parsed to be sure.
_PLAIN = re.compile(
    rb"(?:\xef\xbb\xbf)?"
    rb"(?:<\?xml\s+version\s*=\s*[\"']1\.\d[\"']"
    rb"(?:\s+encoding\s*=\s*[\"'](?:utf-?8|us-ascii)[\"'])?"
    rb"(?:\s+standalone\s*=\s*[\"'](?:yes|no)[\"'])?\s*\?>\s*)?"
    rb"<(?!\?xml\s)[A-Za-z_!?]",
    re.IGNORECASE,
)
# Any XML that Word reads: UTF-8 or UTF-16, perhaps after white space.
_MARKUP = re.compile(rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?[\s\x00]*<")


def is_utf8(data: bytes) -> bool:
    """Whether an XML part is UTF-8 without doubt, so that its bytes can be searched for ASCII."""
    return _PLAIN.match(data) is not None


def names_w_once(data: bytes) -> bool:
    """Whether a part declares `w` once, as what it should be, and no other prefix for the same.

    Only then does each `<w:` in its bytes begin an element of WordprocessingML.
    """
    return data.count(_W) == data.count(b"xmlns:w=") == data.count(_W_DECLARED) == 1


def may_hold(data: bytes, *words: bytes) -> bool:
    """Whether names or markup of an XML part may hold one of the ASCII words.

    False is certain; True also comes where the bytes cannot tell, as with other encodings than
    UTF-8. Text and attribute values can hide a letter as `&#…;`: look for `b"&#"` as well.
    """
    if is_utf8(data):
        return any(word in data for word in words)
    return _MARKUP.match(data) is not None
