"""What a Word part carries besides what it prints: controls, bookmarks, comments, traces.

Every function changes the tree it is given, in place.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

from r57plans.word.text import text_of
from r57plans.word.xml import Element, qname, remove, unwrap, w

OWN_BOOKMARKS = "_r57_"

_WRAPPERS = [w("customXml"), w("smartTag")]
_WRAPPER_PROPERTIES = [w("customXmlPr"), w("smartTagPr")]
_TRACES = [
    w(name)
    for name in (
        # in the text
        "commentRangeStart",
        "commentRangeEnd",
        "proofErr",
        "permStart",
        "permEnd",
        "printerSettings",
        # in styles
        "rsid",
        # in the settings
        "rsids",
        "trackRevisions",
        "revisionView",
        "docVars",
        "attachedTemplate",
        "attachedSchema",
        "smartTagType",
        "mailMerge",
        "saveThroughXslt",
    )
] + [qname("w14", "docId"), qname("w15", "docId")]
_TRACE_ATTRIBUTES = {
    qname("w14", "paraId"),
    qname("w14", "textId"),
    qname("w14", "anchorId"),
    qname("wp14", "anchorId"),
    qname("wp14", "editId"),
    qname("w16cid", "durableId"),
}
# Where Word writes the path of a picture that was put in, the user's folder with it.
_PICTURE_NAMES = ("name", "descr", "title", qname("o", "title"))
_PATH = re.compile(r"[A-Za-z]:[\\/]|\\\\|file:")
_FOLDERS = re.compile(r"[\\/]|file:")
_RSID = w("rsid")
_OFF = {"0", "false", "off"}
_WORDS = re.compile(r"\w+")
_BLANK = " \t\r\n\u00a0\u200b"


def unwrap_controls(root: Element) -> None:
    """Put the content of each control, custom markup and smart tag in its place, at any level.

    A placeholder prints in Word, so its text stays; one that shows nothing but blanks goes.
    """
    for control in list(root.iter(w("sdt"))):
        content = control.find(w("sdtContent"))
        if content is None:
            remove(control)
            continue
        if control.find(f"{w('sdtPr')}/{w('showingPlcHdr')}") is not None:
            _drop_blank_runs(content)
        unwrap(control, content)
    unwrap_markup(root)


def unwrap_markup(root: Element) -> None:
    """Put the content of custom XML markup and smart tags in their place, as Word itself does."""
    _drop(root, _WRAPPER_PROPERTIES)
    for wrapper in list(root.iter(_WRAPPERS)):
        unwrap(wrapper)


def drop_traces(root: Element) -> None:
    """Remove comment marks, revision ids, proofing and permission marks, and telling settings.

    A picture named by its path on somebody's disk keeps the file's name only.
    """
    _drop(root, _TRACES)
    for reference in list(root.iter(w("commentReference"))):
        _drop_from_run(reference)
    for element in root.iter("*"):
        for name in list(element.attrib):
            if str(name).startswith(_RSID) or name in _TRACE_ATTRIBUTES:
                del element.attrib[name]
        for name in _PICTURE_NAMES:
            said = element.get(name, "")
            if _PATH.match(said):
                element.set(name, _FOLDERS.split(said)[-1])


def drop_hidden_text(root: Element) -> None:
    """Remove the runs that are hidden by their own format (`w:vanish`).

    A run of a field goes only when the whole field is hidden: half a field would break the rest.
    Text hidden by a style stays, and so do hidden paragraph marks, which shape the page.
    """
    hidden = {run for run in root.iter(w("r")) if _is_hidden(run)}
    whole = {run for field in _fields(root) if hidden.issuperset(field) for run in field}
    for run in hidden:
        if run in whole or not _has_field(run):
            remove(run)


def bookmarks_used(root: Element) -> set[str]:
    """The names, in lower case, that fields and links of this part may refer to.

    Every word of a field's instruction counts: a bookmark too many does no harm, one too few
    leaves “Error! Bookmark not defined.” on the page.
    """
    names = {link.get(w("anchor"), "").lower() for link in root.iter(w("hyperlink"))}
    for instruction in _instructions(root):
        names.update(_WORDS.findall(instruction.lower()))
    return names - {""}


def drop_bookmarks(root: Element, used: Collection[str]) -> None:
    """Remove the bookmarks whose name is not in `used` or is ours, and those without both ends."""
    ends = {end.get(w("id")) for end in root.iter(w("bookmarkEnd"))}
    kept = set()
    for start in list(root.iter(w("bookmarkStart"))):
        name = start.get(w("name"), "").lower()
        if name in used and not name.startswith(OWN_BOOKMARKS) and start.get(w("id")) in ends:
            kept.add(start.get(w("id")))
        else:
            remove(start)
    for end in list(root.iter(w("bookmarkEnd"))):
        if end.get(w("id")) not in kept:
            remove(end)


def drop_notes(root: Element, kind: str, referred: Collection[str | None]) -> None:
    """Remove the notes of one kind whose id is not in `referred`; separators stay."""
    for note in list(root.iter(w(kind))):
        if note.get(w("type"), "normal") == "normal" and note.get(w("id")) not in referred:
            remove(note)


def notes_referred(roots: Iterable[Element], kind: str) -> set[str | None]:
    """The ids of the notes of one kind, `footnote` or `endnote`, that the text refers to."""
    return {ref.get(w("id")) for root in roots for ref in root.iter(w(f"{kind}Reference"))}


def _drop(root: Element, tags: list[str]) -> None:
    for element in list(root.iter(tags)):
        remove(element)


def _drop_blank_runs(content: Element) -> None:
    if text_of(content).strip(_BLANK):
        return
    for run in list(content.iter(w("r"))):
        if {child.tag for child in run} <= {w("rPr"), w("t")}:
            remove(run)


def _drop_from_run(element: Element) -> None:
    run = element.getparent()
    remove(element)
    if run is not None and all(child.tag == w("rPr") for child in run):
        remove(run)


def _is_hidden(run: Element) -> bool:
    vanish = run.find(f"{w('rPr')}/{w('vanish')}")
    return vanish is not None and vanish.get(w("val"), "1") not in _OFF


def _has_field(run: Element) -> bool:
    return run.find(w("fldChar")) is not None or run.find(w("instrText")) is not None


def _fields(root: Element) -> Iterator[set[Element]]:
    """The runs of each complex field that is opened and closed, the outer ones after the inner."""
    open_fields: list[set[Element]] = []
    for run in root.iter(w("r")):
        kinds = [mark.get(w("fldCharType")) for mark in run.findall(w("fldChar"))]
        open_fields.extend(set() for kind in kinds if kind == "begin")
        for field in open_fields:
            field.add(run)
        for _ in range(min(kinds.count("end"), len(open_fields))):
            yield open_fields.pop()


def _instructions(root: Element) -> Iterator[str]:
    """The instructions of the fields; Word may split one, even a name in it, over several runs."""
    for field in root.iter(w("fldSimple")):
        yield field.get(w("instr"), "")
    pieces: list[str] = []
    for element in root.iter(w("instrText"), w("fldChar")):
        if element.tag == w("instrText"):
            pieces.append(element.text or "")
        else:
            yield "".join(pieces)
            pieces.clear()
    yield "".join(pieces)
