"""One part of a template as a program: finished XML with Jinja between, compiled once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import jinja2
from jinja2 import nodes
from lxml import etree

from r57plans.findings import Message
from r57plans.word.template.draft import MARK, Draft, Piece
from r57plans.word.template.environment import Sandbox
from r57plans.word.template.faults import MisuseError
from r57plans.word.template.prepare import UNIQUE_ID
from r57plans.word.template.runtime import STATE, State
from r57plans.word.template.tags import Tag
from r57plans.word.xml import DECLARATION, qname, w

_SPLIT = re.compile(rf'<\?{MARK} (\d+)\?>|(?<= id=")({UNIQUE_ID})(?=")')
_FIRST_LINE = 2  # a tag's line break comes before its expression


@dataclass(frozen=True, slots=True)
class Taken:
    """What the template's own text uses of what must be unique in a document."""

    bookmark: int
    drawing: int
    names: frozenset[str]


@dataclass(frozen=True, slots=True)
class Program:
    """A compiled part. `section` and `ending` follow its output: the body's last section, and the
    end of the part; `tags` holds the tag of each line of the source.
    """

    part: str
    jinja: jinja2.Template
    tags: tuple[Tag, ...]
    section: str
    ending: str
    taken: Taken

    def run(self, context: Mapping[str, object], state: State) -> Iterator[str]:
        """The part's text in pieces, up to its last section; nothing ran before the first one."""
        yield DECLARATION.decode()
        given = self.jinja.new_context({**context, STATE: state})
        yield from self.jinja.root_render_func(given)

    def tag_at(self, line: int) -> Tag | None:
        """The tag on a line of the source; None when the line is before the first."""
        index = line - _FIRST_LINE
        return self.tags[index] if 0 <= index < len(self.tags) else None


@dataclass(frozen=True, slots=True)
class Source:
    """The Jinja source of a part, one tag a line, and the piece of each line."""

    text: str
    pieces: tuple[Piece, ...]
    section: str
    ending: str
    taken: Taken


def write_source(draft: Draft) -> Source:
    """The finished tree as Jinja source; the tree is used up."""
    taken = _taken(draft.root)
    section = _take_last_section(draft.root)
    xml = etree.tostring(draft.root, encoding="unicode", with_tail=False)
    ending = ""
    if section:
        xml, closing, rest = xml.rpartition("</w:body>")
        ending = closing + rest
    static = _SPLIT.split(xml)
    unique = Piece(draft.pieces[0].tag if draft.pieces else _NO_TAG, "''", "_r57_unique")
    text, used = [_escape(static[0])], []
    for mark, number, following in zip(static[1::3], static[2::3], static[3::3], strict=True):
        piece = unique if number else draft.pieces[int(mark)]
        used.append(piece)
        text += [_jinja(piece), _escape(following)]
    return Source("".join(text), tuple(used), section, ending, taken)


def compile_source(source: Source, part: str, sandbox: Sandbox, depth: int) -> Program:
    """The program of a part. Raises whatever Jinja raises on what it cannot compile."""
    tree = sandbox.parse(source.text)
    for output in tree.find_all(nodes.Output):
        output.nodes = [_filtered(node, source.pieces) for node in output.nodes]
    _check_depth(tree, depth)
    code = sandbox.compile(tree)
    program = jinja2.Template.from_code(sandbox, code, sandbox.globals)
    tags = tuple(piece.tag for piece in source.pieces)
    return Program(part, program, tags, source.section, source.ending, source.taken)


_NO_TAG = Tag("value", "", "", "")


def _taken(root: etree._Element) -> Taken:
    starts = list(root.iter(w("bookmarkStart")))
    names = frozenset(start.get(w("name"), "").casefold() for start in starts)
    bookmark = _highest(start.get(w("id"), "") for start in starts)
    drawing = _highest(found.get("id", "") for found in root.iter(qname("wp", "docPr")))
    return Taken(bookmark, drawing, names)


def _highest(numbers: Iterable[str]) -> int:
    return max((int(n) for n in numbers if n.isdecimal() and len(n) < 10), default=0)


def _take_last_section(root: etree._Element) -> str:
    """Take the body's own section properties out of the tree, as text; "" where there are none."""
    section = root.find(f"{w('body')}/{w('sectPr')}")
    body = None if section is None else section.getparent()
    if section is None or body is None or len(body) == 1:
        return ""
    body.remove(section)
    text = etree.tostring(section, encoding="unicode", with_tail=False)
    for prefix, uri in root.nsmap.items():
        text = text.replace(f' xmlns:{prefix}="{uri}"', "")
    return text


def _escape(xml: str) -> str:
    """Static XML in which Jinja sees no tag and no line break of its own."""
    return xml.replace("{", "&#123;").replace("\n", "&#10;").replace("\r", "&#13;")


def _jinja(piece: Piece) -> str:
    if piece.filter:
        return f"{{{{\n{piece.source} }}}}"
    return f"{{%\n{piece.source} %}}"


def _filtered(node: nodes.Expr, pieces: tuple[Piece, ...]) -> nodes.Expr:
    """A printed expression through its piece's filter; static text stays as it is."""
    if isinstance(node, nodes.TemplateData):
        return node
    piece = pieces[node.lineno - _FIRST_LINE]
    arguments: list[nodes.Expr] = [nodes.Const(a, lineno=node.lineno) for a in piece.arguments]
    called = nodes.Filter(node, piece.filter, arguments, [], None, None, lineno=node.lineno)
    called.set_environment(node.environment)  # type: ignore[arg-type]  # set by the parser
    return called


def _check_depth(tree: nodes.Node, depth: int) -> None:
    for loop in tree.find_all(nodes.For):
        if _loops(loop) > depth:
            raise DeepLoopError(loop.lineno, depth)


def _loops(node: nodes.Node) -> int:
    inner = max((_loops(child) for child in node.iter_child_nodes()), default=0)
    return inner + isinstance(node, nodes.For)


class DeepLoopError(MisuseError):
    """Loops nested too deeply; `lineno` is the line of the outermost."""

    def __init__(self, lineno: int, depth: int) -> None:
        super().__init__(
            "template.limit",
            Message(vi=f"hơn {depth} vòng lặp lồng nhau", en=f"more than {depth} nested loops"),
        )
        self.lineno = lineno
