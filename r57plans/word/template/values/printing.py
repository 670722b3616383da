"""How a program prints rich values: among text by `{{ x }}`, as blocks by `{{p x }}`."""

from __future__ import annotations

from r57plans.word.template.values.kinds import Blocks, Inline
from r57plans.word.template.values.refusing import refused
from r57plans.word.template.values.rendering import Rendering
from r57plans.word.template.values.rich import paragraph, plain_rich, without_section


def runs_of(value: object, runtime: Rendering, head: str) -> str | None:
    """The runs of a rich value; None for a value that is not rich.

    Raises `MisuseError` (`template.value`) for blocks, which stand only in the place of a
    paragraph.
    """
    if isinstance(value, Inline):
        return value.run(runtime, head)
    if isinstance(value, Blocks):
        kind = type(value).__name__
        raise refused(
            f"{kind} là cả đoạn văn, phải viết {{{{p … }}}} trong một đoạn riêng",
            f"{kind} is whole paragraphs: write {{{{p … }}}} in a paragraph of its own",
        )
    return None


def blocks_of(value: object, runtime: Rendering, properties: str, head: str) -> str | None:
    """The blocks of a rich value, or of a list of such and of texts; None for any other value.

    `properties` is the `w:pPr` of the tag's paragraph, or "", and `head` the opening of its run.
    """
    if isinstance(value, Blocks):
        return value.blocks(runtime, properties, head)
    if isinstance(value, Inline):
        return paragraph(runtime, value, properties, head)
    if not isinstance(value, list | tuple) or not any(map(_is_rich, value)):
        return None
    runtime.budget.grow(len(value))
    others, last = without_section(properties), len(value) - 1
    pieces = (
        _block(item, runtime, properties if number == last else others, head)
        for number, item in enumerate(value)
    )
    return "".join(pieces)


def _is_rich(value: object) -> bool:
    return isinstance(value, Inline | Blocks)


def _block(item: object, runtime: Rendering, properties: str, head: str) -> str:
    if isinstance(item, Blocks):
        return item.blocks(runtime, properties, head)
    inline = item if isinstance(item, Inline) else plain_rich(item)
    return paragraph(runtime, inline, properties, head)
