"""What a document of a plan prints, paragraph by paragraph, as plain text."""

from __future__ import annotations

from plan_builders import text_of

from r57plans.documents import Edition, build
from r57plans.model.plan import Plan
from r57plans.word.package import main_part, read_package
from r57plans.word.parallel.blocks import text_of as text_of_element
from r57plans.word.xml import Element, parse_part, w


def body_of(data: bytes) -> Element:
    """The body of a Word file."""
    parts = read_package(data)
    main = main_part(parts)
    return parse_part(parts[main], main)[0]


def said(element: Element) -> str:
    """The text of an element with usual spaces."""
    return text_of(text_of_element(element))


def lines(given: Plan, document: str, language: Edition = "vi") -> list[str]:
    """The paragraphs of one document of a plan."""
    data = build(given, [language], [document]).files[0].data
    return [text_of(text_of_element(p)) for p in body_of(data).iter(w("p"))]
