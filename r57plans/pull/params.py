"""A figure that the plan puts into a text of the catalogue, changed where it was printed."""

from __future__ import annotations

from collections.abc import Mapping

from r57plans.pull.words import tidy

_MOST_WORDS = 4


def changed_param(printed: str, new: str, params: Mapping[str, str]) -> tuple[str, str] | None:
    """The parameter in which alone a text differs from the printed one, and its new figure.

    None where other words were changed as well, or the figure stands in the text twice.
    """
    before, after = tidy(printed), tidy(new)
    for name, figure in params.items():
        if before.count(figure) != 1:
            continue
        head, _, tail = before.partition(figure)
        rest = after.removeprefix(head)
        said = rest.removesuffix(tail)
        if len(head) + len(said) + len(tail) == len(after) and said.strip() and _is_figure(said):
            return name, said
    return None


def _is_figure(said: str) -> bool:
    """Whether it is still a figure, perhaps with a word: no clause has come into its place."""
    return any(letter.isdigit() for letter in said) and len(said.split()) <= _MOST_WORDS
