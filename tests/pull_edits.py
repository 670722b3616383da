"""Edits at random inside a built Word file, as Word writes them, and what reading back should say.

Runs are cut anywhere, proofing marks stand between them, smart tags and controls that are not ours
are nested; an edit is tracked or not, made in a control or typed beside it.
"""

from __future__ import annotations

import copy
from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random

from lxml import etree
from word_packages import word_file

from r57plans.model.proposal import Proposal
from r57plans.pull.base import Base, field_of, is_list, key_of, norm, record_of
from r57plans.word.additions import Addition, add_part
from r57plans.word.manifest import read_manifest
from r57plans.word.package import main_part, read_package, write_package
from r57plans.word.revisions import accept_changes
from r57plans.word.xml import NS, Element, parse_part, remove, serialise, unwrap, w

AUTHOR, DAY = "Hoàng Văn Đọc", "2025-04-02"
_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
WORDS = (
    "mới",
    "KH&CN",
    "số 57-NQ/TW",
    "và",
    "<x>",
    "cấp xã",
    "2027",
    "“thông minh”",
    "quý IV/2026",
)
BODIES = ("Sở Du lịch & Lễ hội", "Trường Đại học Tây Bắc", "các hợp tác xã <mới>", "Báo Cao Bằng")
THINGS = ("Đề án số 2", "Báo cáo <A> & B", "Sổ tay hướng dẫn", "10 lớp tập huấn")

Expected = tuple[str, str, tuple[str, ...]]
"""Kind, path (of a new row or paragraph: what stands above it), and the new texts."""


@dataclass(frozen=True, slots=True)
class Edited:
    """An edited file, what it should be read back as, and whether Word tracked it."""

    data: bytes
    expected: set[Expected]
    tracked: bool


def said(proposal: Proposal) -> Expected:
    """A proposal as edits expect it."""
    match proposal.kind:
        case "add":
            texts = tuple(text for _, texts in proposal.row for text in texts) or proposal.new
            return "add", proposal.after, texts
        case "remove":
            return "remove", proposal.path, ()
    return proposal.kind, proposal.path, proposal.new


@dataclass(slots=True)
class Editor:
    """One file being edited; `expected` is what its edits should be read back as."""

    root: Element
    base: Base
    rng: Random
    track: bool
    expected: set[Expected] = field(default_factory=set)
    touched: set[str] = field(default_factory=set)
    number: int = 90_000
    comments: list[tuple[int, str]] = field(default_factory=list)

    def mark(self, name: str) -> Element:
        """A tracked change's element, with the next free id."""
        self.number += 1
        given = {"id": str(self.number), "author": AUTHOR, "date": f"{DAY}T10:00:00Z"}
        return etree.Element(w(name), {w(key): value for key, value in given.items()})

    def controls(self) -> dict[str, list[Element]]:
        """The controls of each path, in order."""
        found: dict[str, list[Element]] = {}
        for control in self.root.iter(w("sdt")):
            tag = control.find(f"{w('sdtPr')}/{w('tag')}")
            if tag is not None and tag.get(w("val"), "").startswith("r57:"):
                path = self.base.path(tag.get(w("val"), "")[4:])
                found.setdefault(path, []).append(control)
        return found


def text_of(element: Element) -> str:
    """What an element shows: its texts, with hyphens that do not break."""
    out = []
    for piece in element.iter(w("t"), w("noBreakHyphen")):
        out.append("-" if piece.tag == w("noBreakHyphen") else piece.text or "")
    return "".join(out)


def run(text: str, kind: str = "t") -> Element:
    """A run of one text."""
    element = etree.Element(w("r"))
    said = etree.SubElement(element, w(kind))
    said.text = text
    said.set(_XML_SPACE, "preserve")
    return element


def _deleted(editor: Editor, text: str) -> Element:
    mark = editor.mark("del")
    mark.append(run(text, "delText"))
    return mark


def _inserted(editor: Editor, text: str) -> Element:
    if not editor.track:
        return run(text)
    mark = editor.mark("ins")
    mark.append(run(text))
    return mark


def retype(editor: Editor, control: Element, text: str) -> None:
    """Type another text in a control, over what differs."""
    content, old = control.find(w("sdtContent")), text_of(control)
    assert content is not None
    keep = 0
    while keep < min(len(old), len(text)) and old[keep] == text[keep]:
        keep += 1
    for child in list(content):
        content.remove(child)
    if keep:
        content.append(run(old[:keep]))
    if editor.track and old[keep:]:
        content.append(_deleted(editor, old[keep:]))
    if text[keep:]:
        content.append(_inserted(editor, text[keep:]))


def changed_text(rng: Random, text: str) -> str:
    """A text with one word put in, taken out or replaced."""
    words = text.split(" ")
    place = rng.randrange(len(words))
    if len(words) > 3 and rng.random() < 0.3:
        del words[place]
    elif rng.random() < 0.5:
        words[place] = f"{words[place]} {rng.choice(WORDS)}"
    else:
        words[place] = rng.choice(WORDS)
    return " ".join(words)


def edit_value(editor: Editor) -> bool:
    """Another text for a value that is no list, where it is printed once or everywhere."""
    found = {
        path: controls
        for path, controls in editor.controls().items()
        if not is_list(field_of(path)[0])
        and not path.startswith("document")
        and path not in editor.touched
        and text_of(controls[0]).strip()
    }
    path = editor.rng.choice(sorted(found))
    controls = found[path]
    if len({text_of(c) for c in controls}) > 1 or editor.rng.random() < 0.5:
        controls = [editor.rng.choice(controls)]
    text = changed_text(editor.rng, text_of(controls[0]))
    if norm(text) in editor.base.fields[path].items[0] or not norm(text):
        return False
    for control in controls:
        retype(editor, control, text)
    editor.touched.add(path)
    editor.expected.add(("change", path, (norm(text),)))
    return True


def _lists(editor: Editor) -> dict[tuple[str, Element], list[Element]]:
    """The controls of each list in one cell or paragraph, which is changed nowhere else."""
    found: dict[str, dict[Element, list[Element]]] = {}
    for path, controls in editor.controls().items():
        name = field_of(path)[0]
        if not is_list(name) or key_of(name) in ("parts", "each") or name in editor.touched:
            continue
        for control in controls:
            cell = next(control.iterancestors(w("tc")), None)
            if cell is not None:
                found.setdefault(name, {}).setdefault(cell, []).append(control)
    return {(n, c): v for n, cells in found.items() if len(cells) == 1 for c, v in cells.items()}


def _one_list(editor: Editor) -> tuple[str, list[Element], list[str]]:
    lists = _lists(editor)
    name, cell = editor.rng.choice(sorted(lists, key=lambda key: key[0]))
    controls = lists[name, cell]
    editor.touched.add(name)
    return name, controls, [norm(text_of(c)) for c in controls if text_of(c).strip()]


def add_item(editor: Editor) -> bool:
    """Type one more item behind the last, in or beside its control."""
    name, controls, items = _one_list(editor)
    new = editor.rng.choice(THINGS if key_of(name) == "products" else BODIES)
    paragraph = next(controls[-1].iterancestors(w("p")))
    if not items:
        controls[-1].addnext(_inserted(editor, new))
    elif key_of(name) == "products" and not editor.track and editor.rng.random() < 0.5:
        extra = copy.deepcopy(paragraph)
        for child in list(extra):
            if child.tag != w("pPr"):
                extra.remove(child)
        extra.append(_inserted(editor, new))
        paragraph.addnext(extra)
        _end_bookmark_in(paragraph, extra)
    else:
        controls[-1].addnext(_inserted(editor, f"; {new}"))
    editor.expected.add(("change", name, (*items, new)))
    return True


def _end_bookmark_in(paragraph: Element, last: Element) -> None:
    for end in paragraph.findall(w("bookmarkEnd")):
        last.append(end)


def drop_item(editor: Editor) -> bool:
    """Take out one of several items with what parts it from the next."""
    name, controls, items = _one_list(editor)
    if len(items) < 2:
        return False
    place = editor.rng.randrange(len(items))
    control = controls[place]
    if key_of(name) == "products":
        retype(editor, control, "")
    else:
        neighbour = control.getnext() if place + 1 < len(items) else control.getprevious()
        if editor.track and neighbour is not None:
            neighbour.addnext(_deleted(editor, text_of(neighbour)))
        if neighbour is not None:
            neighbour.getparent().remove(neighbour)
        retype(editor, control, "")
        if not editor.track and editor.rng.random() < 0.5:
            control.getparent().remove(control)
    del items[place]
    editor.expected.add(("change", name, tuple(items)))
    return True


def change_item(editor: Editor) -> bool:
    """Another text for one item."""
    name, controls, items = _one_list(editor)
    if not items:
        return False
    place = editor.rng.randrange(len(items))
    text = editor.rng.choice(THINGS if key_of(name) == "products" else BODIES)
    if text in items:
        return False
    retype(editor, controls[place], text)
    items[place] = text
    editor.expected.add(("change", name, tuple(items)))
    return True


def _rows(editor: Editor, place: str = "tasks") -> dict[str, Element]:
    """The rows of the assignment table by their tasks."""
    found = {}
    for mark in editor.root.iter(w("bookmarkStart")):
        where, record = editor.base.marked(mark.get(w("name"), ""))
        row = next(mark.iterancestors(w("tr")), None)
        if where == place and row is not None and not _is_touched(editor, record):
            found[record] = row
    return found


def _is_touched(editor: Editor, record: str) -> bool:
    return record in editor.touched or any(record_of(p) == record for p in editor.touched)


def drop_row(editor: Editor) -> bool:
    """Delete the row of a task."""
    rows = _rows(editor)
    if len(rows) < 3:
        return False
    record = editor.rng.choice(sorted(rows))
    row = rows[record]
    if editor.track:
        _track_row(editor, row, "del")
        for part in list(row.iter(w("r"))):
            mark = editor.mark("del")
            part.addprevious(mark)
            mark.append(part)
            for text in part.iter(w("t")):
                text.tag = w("delText")
    else:
        row.getparent().remove(row)
    editor.touched.add(record)
    editor.expected.add(("remove", record, ()))
    return True


def _track_row(editor: Editor, row: Element, kind: str) -> None:
    properties = row.find(w("trPr"))
    if properties is None:
        properties = etree.Element(w("trPr"))
        row.insert(0, properties)
        etree.SubElement(properties, w("cantSplit"))
    properties.append(editor.mark(kind))


def add_row(editor: Editor) -> bool:
    """Copy a row below itself and type a new task in it, as people do in Word."""
    rows = _rows(editor)
    if not rows:
        return False
    record = editor.rng.choice(sorted(rows))
    row = copy.deepcopy(rows[record])
    for mark in list(row.iter(w("bookmarkStart"), w("bookmarkEnd"))):
        mark.getparent().remove(mark)
    for control in list(row.iter(w("sdt"))) if editor.rng.random() < 0.5 else ():
        for child in list(control.find(w("sdtContent"))):
            control.addprevious(child)
        control.getparent().remove(control)
    texts = ("", editor.rng.choice(THINGS) + " của tỉnh", editor.rng.choice(BODIES),
             editor.rng.choice(BODIES), editor.rng.choice(THINGS), "Quý I/2027")  # fmt: skip
    cells = row.findall(w("tc"))
    if len(cells) != len(texts):
        return False
    for cell, text in zip(cells, texts, strict=True):
        _refill(editor, cell, text)
    if editor.track:
        _track_row(editor, row, "ins")
    rows[record].addnext(row)
    editor.touched.add(record)
    editor.expected.add(("add", record.partition("/")[2], texts[1:]))
    return True


def _refill(editor: Editor, cell: Element, text: str) -> None:
    paragraphs = cell.findall(w("p"))
    for paragraph in paragraphs[1:]:
        cell.remove(paragraph)
    holder = next(paragraphs[0].iter(w("sdtContent")), paragraphs[0])
    for child in list(paragraphs[0]):
        if child.tag != w("pPr") and holder not in (child, *child.iter()):
            paragraphs[0].remove(child)
    for child in list(holder):
        if child.tag != w("pPr"):
            holder.remove(child)
    if text:
        holder.append(_inserted(editor, text))


def _prose(editor: Editor) -> list[tuple[str, Element]]:
    return [
        (path, next(controls[0].iterancestors(w("p"))))
        for path, controls in sorted(editor.controls().items())
        if path.startswith("context/") and not {path, "context"} & editor.touched
    ]


def drop_paragraph(editor: Editor) -> bool:
    """Delete a paragraph of the context."""
    prose = _prose(editor)
    if len(prose) < 2:
        return False
    path, paragraph = editor.rng.choice(prose)
    if editor.track:
        retype(editor, next(paragraph.iter(w("sdt"))), "")
        properties = paragraph.find(w("pPr"))
        assert properties is not None
        look = etree.Element(w("rPr"))
        look.append(editor.mark("del"))
        properties.append(look)
    else:
        paragraph.getparent().remove(paragraph)
    editor.touched |= {"context", path}
    editor.expected.add(("remove", path, ()))
    return True


def add_paragraph(editor: Editor) -> bool:
    """Type a paragraph between two of the context."""
    prose = _prose(editor)
    if len(prose) < 2 or "context/0" not in dict(prose) or "context/1" not in dict(prose):
        return False
    paragraph = dict(prose)["context/0"]
    fresh = etree.Element(w("p"))
    text = f"{editor.rng.choice(THINGS)} {editor.rng.choice(WORDS)} ở địa phương."
    fresh.append(_inserted(editor, text))
    paragraph.addnext(fresh)
    editor.touched |= {"context", "context/0", "context/1"}
    editor.expected.add(("add", "context/0", (norm(text),)))
    return True


def comment(editor: Editor) -> bool:
    """A comment at the deadline of a task."""
    rows = _rows(editor)
    if not rows:
        return False
    record = editor.rng.choice(sorted(rows))
    paragraph = next(reversed(list(rows[record].iter(w("p")))))
    number = len(editor.comments)
    text = f"Đề nghị {editor.rng.choice(WORDS)}"
    paragraph.append(etree.Element(w("commentRangeStart"), {w("id"): str(number)}))
    paragraph.append(etree.Element(w("commentRangeEnd"), {w("id"): str(number)}))
    holder = etree.SubElement(paragraph, w("r"))
    etree.SubElement(holder, w("commentReference"), {w("id"): str(number)})
    editor.comments.append((number, text))
    editor.touched.add(record)
    editor.expected.add(("note", f"{record}/note", (text,)))
    return True


EDITS: tuple[Callable[[Editor], bool], ...] = (
    edit_value, edit_value, edit_value, add_item, drop_item, change_item, drop_row, add_row,
    drop_paragraph, add_paragraph, comment,
)  # fmt: skip


def noise(editor: Editor) -> None:
    """What Word writes though nobody changed anything: cut runs, marks of proofing, wrappers."""
    for element in list(editor.root.iter(w("r"))):
        text = element.find(w("t"))
        bare = len(element) - (element.find(w("rPr")) is not None)
        if text is None or bare > 1 or editor.rng.random() < 0.6:
            continue
        said = text.text or ""
        place = editor.rng.randint(0, len(said))
        second = copy.deepcopy(element)
        text.text, second.find(w("t")).text = said[:place], said[place:]
        for half in (text, second.find(w("t"))):
            half.set(_XML_SPACE, "preserve")
        element.addnext(second)
        if editor.rng.random() < 0.5:
            element.addnext(etree.Element(w("proofErr"), {w("type"): "spellStart"}))
        if editor.rng.random() < 0.1:
            _wrap(second, editor.rng)


def _wrap(element: Element, rng: Random) -> None:
    """A smart tag around a run, or a control of somebody else's."""
    if rng.random() < 0.5:
        wrapper = inner = etree.Element(w("smartTag"), {w("element"): "place"})
    else:
        wrapper = etree.Element(w("sdt"))
        etree.SubElement(wrapper, w("sdtPr"))
        inner = etree.SubElement(wrapper, w("sdtContent"))
    element.addprevious(wrapper)
    inner.append(element)


def edited(
    data: bytes, rng: Random, most: int = 4, kinds: tuple[Callable[[Editor], bool], ...] = EDITS
) -> Edited:
    """A built file after 1 to `most` random edits, and what they should be read back as."""
    parts = dict(read_package(data))
    main = main_part(parts)
    manifest = read_manifest(data)
    assert manifest is not None
    editor = Editor(parse_part(parts[main], main), Base(manifest.printed), rng, rng.random() < 0.5)
    for _ in range(rng.randint(1, most)):
        rng.choice(kinds)(editor)
    noise(editor)
    parts[main] = serialise(editor.root)
    if editor.comments:
        parts = _with_comments(parts, main, editor)
    return Edited(write_package(parts), editor.expected, editor.track)


def _with_comments(parts: dict[str, bytes], main: str, editor: Editor) -> dict[str, bytes]:
    root = etree.Element(w("comments"), nsmap={"w": NS["w"]})
    for number, text in editor.comments:
        given = {"id": str(number), "author": AUTHOR, "date": f"{DAY}T10:00:00Z"}
        one = etree.SubElement(root, w("comment"), {w(k): v for k, v in given.items()})
        etree.SubElement(one, w("p")).append(run(text))
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
    link = f"{NS['r']}/comments"
    return add_part(parts, Addition("word/comments.xml", serialise(root), link, main, kind))


def pasted(data: bytes) -> bytes:
    """The assignment table alone in a new document: texts and visible numbers, nothing hidden."""
    parts = read_package(data)
    main = main_part(parts)
    root = parse_part(parts[main], main)
    accept_changes(root)
    for control in list(root.iter(w("sdt"))):
        unwrap(control, control.find(w("sdtContent")))
    marks = map(w, ("bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd"))
    for mark in list(root.iter(*marks, w("commentReference"), w("proofErr"))):
        remove(mark)
    table = max(root.iter(w("tbl")), key=lambda table: len(text_of(table)))
    return word_file(etree.tostring(table, encoding="unicode") + "<w:p/>")
