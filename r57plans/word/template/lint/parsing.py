"""Each tag by itself through Jinja's parser: what it opens, what it reads, or why it cannot."""

from __future__ import annotations

from dataclasses import dataclass

from jinja2 import TemplateSyntaxError, nodes

from r57plans.word.template.compile.statements import ENVIRONMENT
from r57plans.word.template.lint.reading import Seen
from r57plans.word.template.lint.words import BARE, CELL_SETTINGS, MIDDLE, OPENING, WORDS
from r57plans.word.template.passes.tags import Tag, gives_value

TOO_MUCH = "too much"
_DEEPEST = 100


@dataclass(frozen=True, slots=True, eq=False)
class Parsed:
    """A tag and its piece of syntax: an expression, a statement, or None where it has neither.

    `failed` is what Jinja says of a tag that it cannot read, "unknown" of a word that is none.
    """

    seen: Seen
    node: nodes.Node | None = None
    failed: str = ""
    is_opening: bool = False

    @property
    def word(self) -> str:
        """The first word of a statement; "" for other tags."""
        return self.seen.tag.word

    @property
    def is_unknown(self) -> bool:
        """Whether the statement's word is none that templates have."""
        return self.seen.tag.kind == "statement" and self.word not in WORDS


def parse(seen: Seen) -> Parsed:
    """A tag with what Jinja makes of it."""
    tag = seen.tag
    opening = tag.word in OPENING or _is_block_set(tag)
    try:
        return Parsed(seen, _node(tag), is_opening=opening)
    except TemplateSyntaxError as error:
        return Parsed(seen, None, error.message or str(error), opening)
    except (RecursionError, ValueError):  # brackets in brackets, or a number of 5,000 digits
        return Parsed(seen, None, TOO_MUCH, opening)


def parses(tag: Tag) -> bool:
    """Whether a tag is one that templates have, and well written."""
    if tag.kind == "statement" and tag.word not in WORDS:
        return False
    try:
        _node(tag)
    except (TemplateSyntaxError, RecursionError, ValueError):
        return False
    return True


def _node(tag: Tag) -> nodes.Node | None:
    word = tag.word
    if tag.kind == "comment":
        return None
    if tag.kind == "value":
        return _expression(tag.body)
    argument = tag.body[len(word) :].strip()
    if word in BARE or word.startswith("end") or word == "else":
        if argument:
            raise TemplateSyntaxError(f"unexpected '{argument}'", 1)
        return None
    if word in CELL_SETTINGS:
        return _expression(argument)
    if word in MIDDLE:
        return _statement(f"{{% if {argument} %}}{{% endif %}}")
    if word in OPENING:
        return _statement(f"{{% {tag.body} %}}{{% end{word} %}}")
    if word == "set":
        end = "{% endset %}" if _is_block_set(tag) else ""
        return _statement(f"{{% {tag.body} %}}{end}")
    return _statement(f"{{% {tag.body} %}}") if word in WORDS else None


def _is_block_set(tag: Tag) -> bool:
    return tag.word == "set" and not gives_value(tag.body)


def _expression(source: str) -> nodes.Node:
    output = _statement(f"{{{{ {source} }}}}")
    if isinstance(output, nodes.Output) and len(output.nodes) == 1:
        return output.nodes[0]
    raise TemplateSyntaxError("unexpected end of template", 1)


def _statement(source: str) -> nodes.Node:
    body = ENVIRONMENT.parse(source).body
    if len(body) != 1:
        raise TemplateSyntaxError("unexpected end of template", 1)
    if _is_deep(body[0]):
        raise TemplateSyntaxError(TOO_MUCH, 1)
    return body[0]


def _is_deep(node: nodes.Node) -> bool:
    """Whether an expression is so long that what reads it would go down too far."""
    level = [node]
    for _ in range(_DEEPEST):
        level = [child for found in level for child in found.iter_child_nodes()]
        if not level:
            return False
    return True
