"""Which parts of a Word file hold text that a template fills."""

from __future__ import annotations

STORIES = ("document", "template", "header", "footer", "footnotes", "endnotes", "comments")
PROPERTIES = ("core-properties", "extended-properties", "custom-properties")


def story_of(content_type: str) -> str:
    """What a content type's part is: `header` for `application/….header+xml`."""
    return content_type.removesuffix("+xml").removesuffix(".main").rpartition(".")[2]
