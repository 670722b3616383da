"""Tags where the engine never looks: field codes, attributes, addresses, charts, settings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from urllib.parse import unquote

from r57plans.errors import WordFileError
from r57plans.findings import Message
from r57plans.word.package import CONTENT_TYPES
from r57plans.word.relations import read_relations
from r57plans.word.spot import region_of
from r57plans.word.template.lint.fault import Fault
from r57plans.word.template.lint.reading import Line, Story
from r57plans.word.template.passes.spans import tag_spans
from r57plans.word.template.passes.tags import shorten
from r57plans.word.xml import Element, parse_part, qname, w

_FIELD = Message(vi="mã trường (field code)", en="a field code")
_EQUATION = Message(vi="công thức toán", en="an equation")
_ADDRESS = Message(vi="địa chỉ của liên kết", en="the address of a link")
_ATTRIBUTES = {
    "descr": Message(vi="chữ thay thế của hình", en="the alternative text of a picture"),
    "title": Message(vi="tên của hình", en="the title of a picture"),
    "name": Message(vi="tên của hình hoặc dấu trang", en="the name of a picture or bookmark"),
    "tooltip": Message(vi="chú giải của liên kết", en="the tip of a link"),
    "string": Message(vi="chữ nghệ thuật (WordArt)", en="WordArt"),
    "instr": _FIELD,
}
_PARTS = (
    ("charts/", Message(vi="biểu đồ", en="a chart")),
    ("diagrams/", Message(vi="sơ đồ SmartArt", en="a SmartArt diagram")),
    ("styles.xml", Message(vi="kiểu định dạng (style)", en="the styles")),
    ("numbering.xml", Message(vi="kiểu đánh số", en="the numbering of lists")),
    ("settings.xml", Message(vi="thiết lập của tệp", en="the settings of the file")),
    ("glossary/", Message(vi="khối dựng sẵn (Quick Parts)", en="building blocks")),
)
_TEXTS = {w("instrText"): _FIELD, qname("m", "t"): _EQUATION}
_MAYBE = re.compile(rb"\{[{%]|%7[bB]%(?:7[bB]|25)")
_PARAGRAPHS = {w("p"), qname("a", "p"), qname("m", "oMath")}


def unread(story: Story, parts: Mapping[str, bytes]) -> Iterator[Fault]:
    """The tags in a rendered part that are in no text, and those in the addresses of its links."""
    if story.root.tag.startswith(w("")):
        yield from _texts(story)
        yield from _attributes(story)
    for relation in read_relations(parts, story.part):
        for tag in _tags(unquote(relation.target)):
            yield _fault(story.part, tag, _ADDRESS, _line(story, _holder(story, relation.id)))


def unread_part(parts: Mapping[str, bytes], part: str) -> Iterator[Fault]:
    """The tags in a part that is not rendered."""
    if not part.endswith(".xml") or part == CONTENT_TYPES or not _MAYBE.search(parts[part]):
        return
    try:
        root = parse_part(parts[part], part)
    except WordFileError:
        return  # it is not read, so that nothing depends on it
    texts = [_joined(e) for e in root.iter("*") if e.tag in _PARAGRAPHS or _is_alone(e)]
    values = [str(value) for e in root.iter("*") for value in e.attrib.values()]
    named = region_of(part)
    where = next((said for piece, said in _PARTS if piece in part), named)
    for tag in dict.fromkeys(tag for text in (*texts, *values) for tag in _tags(text)):
        yield _fault(part, tag, where, None)


def _texts(story: Story) -> Iterator[Fault]:
    for name, where in _TEXTS.items():
        grouped: dict[Element, list[str]] = {}
        for text in story.root.iter(name):
            outer = next(text.iterancestors(*_PARAGRAPHS), story.root)
            grouped.setdefault(outer, []).append(text.text or "")
        for outer, said in grouped.items():
            for tag in _tags("".join(said)):
                yield _fault(story.part, tag, where, _line(story, outer))


def _attributes(story: Story) -> Iterator[Fault]:
    for element in story.root.iter("*"):
        for name, value in element.attrib.items():
            local = str(name).rpartition("}")[2]
            where = _ATTRIBUTES.get(local, Message(f"thuộc tính «{local}»", f"“{local}”"))
            for tag in _tags(str(value)):
                yield _fault(story.part, tag, where, _line(story, element))


def _tags(text: str) -> list[str]:
    return [text[a:b] for a, b in tag_spans(text) if text[a + 1] != "#"]


def _fault(part: str, tag: str, where: Message, line: Line | None) -> Fault:
    return Fault(
        "template.never-read", part, line=line, blanks={"tag": shorten(tag), "what": where}
    )


def _line(story: Story, element: Element | None) -> Line | None:
    """The line of the paragraph around an element."""
    if element is None:
        return None
    around = {element, *element.iterancestors()}
    return next((line for line in reversed(story.lines) if line.paragraph in around), None)


def _holder(story: Story, relation: str) -> Element | None:
    key = qname("r", "id")
    return next((e for e in story.root.iter("*") if e.get(key) == relation), None)


def _joined(element: Element) -> str:
    return "".join(e.text or "" for e in element.iter("*"))


def _is_alone(element: Element) -> bool:
    """Whether a text stands in no paragraph whose text was read as a whole."""
    return bool(element.text) and next(element.iterancestors(*_PARAGRAPHS), None) is None
