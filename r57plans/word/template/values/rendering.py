"""What rich values need to know of the rendering that prints them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from r57plans.word.template.run.attachments import Attachments


class Growing(Protocol):
    """What counts the text and bytes that are about to be made, and refuses too many."""

    def grow(self, size: int) -> None:
        """Count so many characters or bytes more."""


class Rendering(Protocol):
    """One rendering: the part being written, what is added to the package, and the limits.

    `folder` is where files named by a template are looked for; None allows none.
    """

    @property
    def part(self) -> str:
        """The name of the part being written, such as `word/document.xml`."""

    @property
    def attachments(self) -> Attachments:
        """What this rendering adds to the package."""

    @property
    def folder(self) -> Path | None:
        """The folder of files that the template may name."""

    @property
    def budget(self) -> Growing:
        """What counts how much is made."""
