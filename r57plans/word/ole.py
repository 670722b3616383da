"""Old-style Office files, which are no ZIP package: which of them this one is."""

from __future__ import annotations

OLE_HEADER = b"\xd0\xcf\x11\xe0"

_LOCKED = "EncryptedPackage"
_OLD_WORD = "WordDocument"


def ole_rule(data: bytes) -> str:
    """The rule by which an OLE file is refused: a password, an old .doc, or anything else."""
    if _has_stream(data, _LOCKED):
        return "word.password"
    return "word.old-doc" if _has_stream(data, _OLD_WORD) else "word.ole"


def _has_stream(data: bytes, name: str) -> bool:
    """Whether the file's directory names the stream: 64 bytes of name, then the name's length."""
    raw = name.encode("utf-16-le")
    return raw.ljust(64, b"\0") + (len(raw) + 2).to_bytes(2, "little") in data
