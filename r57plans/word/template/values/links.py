"""Addresses that a document may link to: the web and mail, and nothing that runs or reads files."""

from __future__ import annotations

import re
from urllib.parse import quote

from r57plans.word.template.values.refusing import refused

_ALLOWED = re.compile(r"(?:https?|ftp)://[^/?#\\]+[^\\]*|mailto:[^\\]+", re.IGNORECASE)
_UNPRINTED = re.compile(r"[\x00-\x20\x7f-\x9f\ud800-\udfff]")
_KEPT = "!#$%&'()*+,/:;=?@[]~"
_LONGEST = 2083


def is_allowed(url: str) -> bool:
    """Whether the address is one of http, https, ftp or mailto, whole and of a usual length."""
    return (
        len(url) <= _LONGEST
        and _ALLOWED.fullmatch(url) is not None
        and _UNPRINTED.search(url) is None
    )


def address(url: object) -> str:
    """The address as a relationship holds it: other than plain letters are percent-encoded.

    Raises `MisuseError` (`template.value`) for any address that is not allowed.
    """
    said = url.strip(" ") if isinstance(url, str) else ""
    if not is_allowed(said):
        raise refused(
            f"không được liên kết đến {_shown(url)}; chỉ dùng http, https, ftp và mailto",
            f"linking to {_shown(url)} is not allowed; only http, https, ftp and mailto are",
        )
    return quote(said, safe=_KEPT)


def _shown(url: object) -> str:
    said = repr(url)
    return said if len(said) <= 80 else f"{said[:79]}…"
