"""The redline of two Word files: NEW, with what changed since OLD as tracked changes."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from copy import deepcopy
from itertools import count
from typing import NamedTuple

from r57plans.errors import RedlineError
from r57plans.findings import Finding, Language, Report
from r57plans.word.comments import AUTHOR, NO_DAY, changed_parts, comments_of
from r57plans.word.package import open_package, write_package
from r57plans.word.redline.adopting import Arrivals, Links, bookmark_names
from r57plans.word.redline.contract import Contract
from r57plans.word.redline.headers import with_own_headers
from r57plans.word.redline.inline import InlineWeaver, NotePair
from r57plans.word.redline.items import OWN_TAGS
from r57plans.word.redline.keeping import Kept
from r57plans.word.redline.likeness import OWN_BOOKMARKS, Reader
from r57plans.word.redline.remarks import Remark, add_remarks, moved
from r57plans.word.redline.stories import Stories
from r57plans.word.redline.styles import Styles
from r57plans.word.redline.unmarked import loose_end, lost_tags, not_verified, other_sections
from r57plans.word.redline.weaving import Found, Weaver
from r57plans.word.revisions import accept_changes, has_changes, mend, reject_changes
from r57plans.word.revisions.stamp import Stamp, first_free_id
from r57plans.word.template.values.host.notes import empty_notes
from r57plans.word.template.values.host.parts import NewParts
from r57plans.word.template.values.host.relations import OFFICE, NewRelations
from r57plans.word.xml import Element, parse_part, remove, serialise, w

_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml."


class Redlined(NamedTuple):
    """The marked Word file, and what of the changes could not be marked in it."""

    data: bytes
    unmarked: tuple[Finding, ...]


def redline(
    old: bytes,
    new: bytes,
    *,
    author: str = AUTHOR,
    day: str = NO_DAY,
    remarks: Iterable[Remark] = (),
    languages: Sequence[Language] = ("vi", "en"),
    comments: bool = True,
    formatting: bool = False,
    keep_existing: bool = False,
    names: tuple[str, str] = ("", ""),
) -> Redlined:
    """NEW with tracked changes by `author` on `day` (`2025-03-28`) for what changed since OLD.

    Accepting all gives NEW, rejecting all gives OLD: texts of paragraphs in order, tables,
    controls, notes, headers and footers are compared before anything is returned. Styles,
    numbering, page set-up and properties are NEW's. Tracked changes that a file has already are
    accepted first; with `keep_existing` those of NEW stay as they are, what they deleted is
    compared as well, and nothing is promised. `remarks` become comments, beside those at moved
    rows in `languages`, unless `comments` is off; with `formatting` the changed looks of runs and
    formats of paragraphs are marked too; `names` are the files' names for messages.

    Raises `WordFileError` for what is no sound Word file, `RedlineError` where the marked file
    would not give both back.
    """
    kept = Kept()
    prepare = kept.take_off if keep_existing else _accept
    before = Stories(open_package(old, names[0]), _accept, names[0])
    after = Stories(open_package(new, names[1]), prepare, names[1])
    numbered = _is_ours(before) and _is_ours(after)
    if not keep_existing and (apart := with_own_headers(before, after, numbered)):
        after = Stories(open_package(apart), prepare, names[1])
    untagged = numbered and _has_tags(before) != _has_tags(after)
    if untagged:
        _drop_tags(before, after)
    contract = Contract(before, after, numbered)
    stamp = Stamp(author, day, _free_ids(before, after))
    marking = _Marking(before, after, numbered, stamp, formatting)
    rows = marking.woven()
    if keep_existing:
        for tree in after.trees.values():
            kept.put_back(tree, stamp.ids)
    data = marking.packed((*remarks, *moved(rows, languages)) if comments else ())
    if not keep_existing and (sides := contract.unlike(data, loose=bool(marking.found.loose))):
        raise RedlineError(Report(tuple(map(not_verified, sides))))
    return Redlined(data, (*marking.unmarked(), *([lost_tags()] if untagged else [])))


def accept(data: bytes, name: str = "") -> bytes:
    """The Word file with all tracked changes accepted; the same bytes where it has none."""
    return _settled(data, name, accept_changes)


def reject(data: bytes, name: str = "") -> bytes:
    """The Word file with all tracked changes rejected; the same bytes where it has none."""
    return _settled(data, name, reject_changes)


class _Marking:
    """The marking of one pair of files: the stories of NEW, changed in place."""

    def __init__(
        self, old: Stories, new: Stories, numbered: bool, stamp: Stamp, formatting: bool
    ) -> None:
        self.old, self.new, self.stamp = old, new, stamp
        self.found = Found()
        self._numbered, self._formatting = numbered, formatting
        self._styles = Styles(old, new)
        self._parts = NewParts(new.package.parts)
        self._names = bookmark_names(new.all_trees().values())
        self._relations: dict[str, NewRelations] = {}
        self._done: set[str] = set()

    def woven(self) -> Mapping[str, str]:
        """Weave all stories; what comes back are the numbers that moved rows had, by bookmark."""
        notes = self._story(self.old.main, self.old.body, self.new.main, self.new.body)
        headers = dict(self.old.around_parts())
        for place, part in self.new.around_parts():
            if place in headers and part not in self._done:
                other = headers[place]
                notes += self._story(other, self.old.tree(other), part, self.new.tree(part))
        for kind, before, after in dict.fromkeys(notes):
            old, new = self.old.note(kind, before), self.new.note(kind, after)
            if old is not None and new is not None:
                self._story(self.old.note_part(kind), old, self.new.note_part(kind), new)
        return self.found.moved

    def unmarked(self) -> Iterator[Finding]:
        """What could not be marked."""
        yield from map(loose_end, self.found.loose)
        old, new = (
            (
                sum(1 for _ in side.body.iter(w("sectPr"))),
                sorted(place for place, _ in side.around_parts()),
            )
            for side in (self.old, self.new)
        )
        if old != new:
            yield other_sections()

    def _story(self, old_part: str, old: Element, part: str, new: Element) -> list[NotePair]:
        """Weave one story; what comes back are the notes that stand at one place in both."""
        self._done.add(part)
        links = Links(self.old.package, old_part), Links(self.new.package, part)
        arrivals = Arrivals(
            links[0], self._parts, self._relations_of(part), self._names, self.stamp.ids,
            self._note, self._styles.fit,
        )  # fmt: skip
        notes: list[NotePair] = []
        inline = InlineWeaver(
            self.stamp, arrivals, links[1].resolve, notes, self._numbered, self._formatting
        )
        sides = zip(links, (self.old, self.new), strict=True)
        before, after = (Reader(link.resolve, s.note, self._numbered) for link, s in sides)
        Weaver(inline, before, after, self.found).weave(old, new)
        return notes

    def _relations_of(self, part: str) -> NewRelations:
        if part not in self._relations:
            self._relations[part] = NewRelations(self.new.package.parts, part)
        return self._relations[part]

    def _note(self, kind: str, number: str) -> str:
        """The id in NEW of a note that only OLD has; it stays there when the changes are accepted,
        as Word leaves it, and nothing refers to it."""
        note = self.old.note(kind, number)
        if note is None:
            return number
        part = self.new.note_part(kind)
        if not part:
            part = self._new_notes(kind)
        copy = deepcopy(note)
        fresh = str(next(self.stamp.ids))
        copy.set(w("id"), fresh)
        self.new.tree(part).append(copy)
        return fresh

    def _new_notes(self, kind: str) -> str:
        """A part for notes of a kind, where NEW has none."""
        part = f"{posixpath.dirname(self.new.main)}/{kind}s.xml"
        self._parts.put(part, empty_notes(kind), f"{_WORD_TYPE}{kind}s+xml")
        self._relations_of(self.new.main).add(f"{OFFICE}/{kind}s", part)
        self.new.add_notes(kind, part, parse_part(empty_notes(kind), part))
        return part

    def packed(self, remarks: tuple[Remark, ...]) -> bytes:
        """The finished file, with these comments."""
        package = self.new.package
        author, day = self.stamp.author, self.stamp.day
        changed: dict[str, bytes] = {}
        if remarks:
            root = self.new.tree(package.main)
            comments = comments_of(package.parts, package.main, root, author, day, keep_own=True)
            add_remarks(self.new.body, remarks, comments)
            changed = changed_parts(package.parts, package.main, comments)
        parts = package.parts | changed
        for relations in self._relations.values():
            changed |= (more := relations.finished(parts))
            parts |= more
        changed |= self._parts.finished(parts)
        changed |= {part: serialise(tree) for part, tree in self.new.trees.items()}
        return write_package({**package.stored, **changed})


def unlike(data: bytes, old: bytes, new: bytes) -> list[str]:
    """Which of `OLD` and `NEW`, two files without tracked changes, a marked one does not give."""
    before, after = Stories(open_package(old)), Stories(open_package(new))
    numbered = _is_ours(before) and _is_ours(after)
    return Contract(before, after, numbered).unlike(data)


def _settled(data: bytes, name: str, settle: Callable[[Element], None]) -> bytes:
    package = open_package(data, name)
    stories = Stories(package, name=name)
    trees = {part: tree for part, tree in stories.all_trees().items() if has_changes(tree)}
    for tree in trees.values():
        settle(tree)
    if not trees:
        return data
    changed = {part: serialise(tree) for part, tree in trees.items()}
    return write_package({**package.stored, **changed})


def _accept(tree: Element) -> None:
    """Accept all changes; where there are none, give back what settling would give back."""
    if has_changes(tree):
        accept_changes(tree)
    else:
        mend(tree)


def _free_ids(*sides: Stories) -> Iterator[int]:
    return count(first_free_id([tree for side in sides for tree in side.all_trees().values()]))


def _is_ours(stories: Stories) -> bool:
    marks = stories.body.iter(w("bookmarkStart"))
    return any(mark.get(w("name"), "").startswith(OWN_BOOKMARKS) for mark in marks)


def _has_tags(stories: Stories) -> bool:
    tags = stories.body.iter(w("tag"))
    return any(tag.get(w("val"), "").startswith(OWN_TAGS) for tag in tags)


def _drop_tags(*sides: Stories) -> None:
    """Take out the tags of controls, which one of two files made from plans has lost."""
    for tree in (tree for side in sides for tree in side.all_trees().values()):
        for tag in list(tree.iter(w("tag"))):
            remove(tag)
