"""Pieces and blocks beyond a tag with its partner: what is captured, joined, or spans a break."""

from __future__ import annotations

from dataclasses import dataclass

from fuzz.grammar import DATA, Env, Head, Paragraph, Piece, Said, said_by

from r57plans.word.outline import seen


@dataclass(frozen=True, slots=True)
class Filtered:
    """A filter block: what it holds in capitals."""

    inner: tuple[Piece, ...]

    def pieces(self) -> list[str]:
        """The tags and what stands between them."""
        return ["{% filter upper %}", *_texts(self.inner), "{% endfilter %}"]

    def run(self, env: Env) -> str:
        """What is printed."""
        return said_by(self.inner, env).upper()


@dataclass(frozen=True, slots=True)
class Kept:
    """A block that is set, and printed twice."""

    inner: tuple[Piece, ...]

    def pieces(self) -> list[str]:
        """The tags and what stands between them."""
        return ["{% set kept %}", *_texts(self.inner), "{% endset %}", "{{ kept }}/{{ kept|trim }}"]

    def run(self, env: Env) -> str:
        """What is printed."""
        said = said_by(self.inner, env)
        return f"{said}/{said.strip()}"


@dataclass(frozen=True, slots=True)
class Called:
    """A macro of two arguments, the second by default, and a call of it with a name in scope."""

    inner: tuple[Piece, ...]
    name: str

    def pieces(self) -> list[str]:
        """The macro and the call."""
        call = f"{{{{ told({self.name}) }}}}"
        return ["{% macro told(a, b='z') %}", *_texts(self.inner), "{% endmacro %}", call]

    def run(self, env: Env) -> str:
        """What is printed."""
        return said_by(self.inner, {**DATA, "a": env[self.name], "b": "z"})


@dataclass(frozen=True, slots=True)
class Spanning:
    """A block that opens in one paragraph and closes in the next: the break is a character."""

    head: Head
    before: str
    first: tuple[Piece, ...]
    second: tuple[Piece, ...]
    after: str

    def xml(self) -> str:
        """Both paragraphs."""
        opening = Said(f"{self.before}{{% {self.head.source} %}}")
        closing = Said(f"{{% end{self.head.word} %}}{self.after}")
        return Paragraph((opening, *self.first)).xml() + Paragraph((*self.second, closing)).xml()

    def lines(self, env: Env) -> list[str]:
        """The lines of every round, the first and last joined to what stands around."""
        said = "".join(
            f"{said_by(self.first, each)}\n{said_by(self.second, each)}"
            for each in self.head.rounds(env)
        )
        return _paragraphs(f"{self.before}{said}{self.after}")


@dataclass(frozen=True, slots=True)
class Dashed:
    """A text whose tags stand in paragraphs of their own and join what is around them."""

    head: Head
    before: str
    inner: str
    after: str

    def xml(self) -> str:
        """Five paragraphs."""
        tags = (f"{{%- {self.head.source} -%}}", f"{{%- end{self.head.word} -%}}")
        texts = (self.before, tags[0], self.inner, tags[1], self.after)
        return "".join(Paragraph((Said(text),)).xml() for text in texts)

    def lines(self, env: Env) -> list[str]:
        """One line."""
        rounds = self.head.rounds(env)
        return _paragraphs(f"{self.before}{self.inner * len(rounds)}{self.after}")


def _texts(pieces: tuple[Piece, ...]) -> list[str]:
    return [text for piece in pieces for text in piece.pieces()]


def _paragraphs(text: str) -> list[str]:
    return [f"¶ {seen(line)}".rstrip() for line in text.split("\n")]
