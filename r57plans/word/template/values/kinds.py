"""The two kinds of rich values: those that stand among text, and those that are paragraphs."""

from __future__ import annotations

from abc import ABC, abstractmethod

from r57plans.word.template.values.rendering import Rendering


class Inline(ABC):
    """A value that stands among the text of a paragraph: rich text, a picture."""

    __slots__ = ()

    @abstractmethod
    def run(self, runtime: Rendering, head: str) -> str:
        """The runs that print it; `head` is a run's opening with its properties."""


class Blocks(ABC):
    """A value that is whole paragraphs or tables: rich paragraphs, a sub-document."""

    __slots__ = ()

    @abstractmethod
    def blocks(self, runtime: Rendering, properties: str, head: str) -> str:
        """The blocks; `properties` and `head` are of the tag's paragraph and run."""
