"""An edited Word file read back: what it proposes to change in the plan that it was made from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from itertools import islice

from r57plans.errors import LoadError, RefusedError
from r57plans.findings import Finding, Language, Message, Place, Report
from r57plans.load import load_catalogue
from r57plans.model.proposal import Proposal
from r57plans.pull.arrivals import Maker
from r57plans.pull.base import Base, norm
from r57plans.pull.changes import Usual, changes_of
from r57plans.pull.fixed import fixed_changes, fixed_texts
from r57plans.pull.framed import framed
from r57plans.pull.people_lists import people_apart
from r57plans.pull.pieces import Frames
from r57plans.pull.prose import Prose, prose_of
from r57plans.pull.surroundings import RowTexts, fits, rows_of, values_alone, without_tags
from r57plans.pull.walk import Walk, Walked, guide_of
from r57plans.word.comments import AUTHOR
from r57plans.word.manifest import Manifest
from r57plans.word.reading import Line, Reading, read_printed

_WHOLE = ("action-plan", "issuing-decision")
"""The documents that print each list whole, and nothing else in its cell."""

_LONG = 15  # letters of a text that stands in no file by chance
_MOST_TEXTS = 200
_MOST_ROWS = 2000  # of which it is told that some were moved


@dataclass(frozen=True, slots=True)
class Read:
    """What a file is and proposes; `findings` say what could not be read back.

    `groups` has the group in which each task stands, where its title is known.
    """

    manifest: Manifest | None
    proposals: tuple[Proposal, ...]
    findings: Report = field(default_factory=Report)
    groups: Mapping[str, str] = field(default_factory=dict)


def read_proposals(
    data: bytes,
    printed: tuple[tuple[str, str], ...] | None = None,
    name: str = "",
    *,
    printed_file: bytes | None = None,
) -> Read:
    """What an edited Word file proposes, compared with what was printed.

    That is what its manifest says; `printed`, path and text of each value, serves a file without
    one, such as a table pasted into a new document. `printed_file` is the same document as the
    plan prints it: with it changes to fixed words are known, and words typed beside values surely.

    Raises `WordFileError` for what is no sound Word file, `RefusedError` for a file in which
    nothing of a plan is found.
    """
    reading = read_printed(data, name)
    known = None if printed_file is None else read_printed(printed_file)
    manifest = reading.manifest
    base = Base(_printed(manifest, printed, known))
    closed = known is not None or manifest is None or manifest.facts.document in _WHOLE
    frames = Frames(base, known.lines if known else (), reading.lines, closed=closed)
    walk = Walk(base, frames, guide_of(base, known))
    walked = walk.over(reading)
    tagged = any(line.tags for line in reading.lines)
    print_ = _print_of(known, walk, base, tagged=tagged) if known else _Print()
    blind = not (tagged or closed)
    if blind:
        walked.seen = [seen for seen in walked.seen if fits(seen, base)]
    elif not tagged:
        walked.seen = list(values_alone(walked.seen, base, print_.usual))
    language: Language = "en" if manifest and manifest.facts.language == "en" else "vi"
    proposals = _proposals(
        reading, known, print_, base, walked, frames, name, language, blind=blind
    )
    some = any(seen.found.field in base.fields for seen in walked.seen)
    if not (some or (blind and _shows_any(reading, base))):
        raise RefusedError(Report((_not_ours(reading, base, name),)))
    findings = (*_moved(walked, base, name), *([replace(_PLAN_NEEDED, place=Place(name))] * blind))
    return Read(manifest, proposals, Report(findings), _groups(walked, _titles(manifest)))


def _shows_any(reading: Reading, base: Base) -> bool:
    """Whether a printed text, be it long, still stands in the file."""
    whole = "\n".join(norm(line.text) for line in reading.lines)
    texts = (text for field in base.fields.values() for text in field.texts)
    long = (text for text in texts if len(text) >= _LONG)
    return any(text in whole for text in islice(long, _MOST_TEXTS))


def _printed(
    manifest: Manifest | None,
    printed: tuple[tuple[str, str], ...] | None,
    known: Reading | None,
) -> tuple[tuple[str, str], ...]:
    if manifest is not None:
        return manifest.printed
    if printed is None and known is not None and known.manifest is not None:
        return known.manifest.printed
    return printed or ()


@dataclass(frozen=True, slots=True)
class _Print:
    """The printed document: what it shows of each field, its lines outside tables of records.

    `rows` are its rows, where the edited file has lost its tags.
    """

    usual: Usual = field(default_factory=dict)
    lines: tuple[Line, ...] = ()
    rows: frozenset[RowTexts] = frozenset()


def _print_of(known: Reading, walk: Walk, base: Base, *, tagged: bool) -> _Print:
    walked = walk.over(known)
    lines = tuple(flow.line for flow in walked.flow)
    if tagged:
        return _Print(_usual(walked, base, known), lines)
    bare = without_tags(known)
    return _Print(_usual(walk.over(bare), base, known), lines, frozenset(rows_of(bare)))


def _usual(walked: Walked, base: Base, known: Reading) -> Usual:
    """What the printed document shows of each field that was printed as it is today."""
    today = Base(known.manifest.printed if known.manifest else ())
    found: dict[str, set[tuple[str, ...]]] = {}
    for seen in walked.seen:
        name = seen.found.field
        printed, now = base.fields.get(name), today.fields.get(name)
        if printed and now and printed.items == now.items:
            found.setdefault(name, set()).add(seen.found.texts)
    return found


def _proposals(
    reading: Reading, known: Reading | None, print_: _Print, base: Base, walked: Walked,
    frames: Frames, name: str, language: Language, *, blind: bool,
) -> tuple[Proposal, ...]:  # fmt: skip
    hands = reading.hands or {}
    whole = reading.manifest is not None
    tagged = any(line.tags for line in reading.lines)
    if whole and known:
        walked.seen += framed(base, walked, print_.lines, tagged=tagged)
    walked.seen, people = people_apart(walked.seen, base)
    fixed = fixed_texts(known, base)
    prose = Prose() if blind else prose_of(base, walked, fixed, tagged=tagged)
    prose.new += people
    walked.seen += prose.seen
    maker = Maker(base, _titles(reading.manifest), name, language, whole, print_.rows)
    taken = walked.used | prose.places
    return (
        *changes_of(walked.seen, base, print_.usual, name, language, closed=frames.closed),
        *maker.new_rows(walked),
        *maker.gone_rows(walked, hands),
        *maker.of_prose(prose, hands, tagged),
        *maker.notes(reading, walked, AUTHOR),
        *(fixed_changes(walked, known, frames, base, taken, name, language) if whole else ()),
    )


def _groups(walked: Walked, titles: Mapping[str, str]) -> dict[str, str]:
    """The group of each task: that whose title stands above its row."""
    found: dict[str, str] = {}
    for placing in walked.tables:
        group = ""
        for row in placing.rows if placing.kind == "task" else ():
            if row.record and group:
                found.setdefault(row.record.partition("/")[2], group)
            elif not row.record:
                said = (norm(cell.text).casefold() for cell in row.row.cells)
                group = next((titles[text] for text in said if text in titles), group)
    return found


def _titles(manifest: Manifest | None) -> dict[str, str]:
    """The groups of the catalogue by their titles in both languages."""
    if manifest is None:
        return {}
    try:
        groups = load_catalogue(manifest.facts.catalogue).groups
    except LoadError:  # of another version of the program
        groups = load_catalogue().groups
    known = {
        norm(title).casefold(): str(group.id)
        for group in groups
        for title in (group.title.vi, group.title.en or "")
        if title
    }
    own = {
        norm(text).casefold(): path.split("/")[1]
        for path, text in manifest.printed
        if path.startswith("group/") and path.endswith("/title")
    }
    return known | own


def _not_ours(reading: Reading, base: Base, name: str) -> Finding:
    """What was looked for in a file that was never made from a plan."""
    tags = sum(len(line.tags) for line in reading.lines)
    marks = sum(name.startswith("_r57_") for line in reading.lines for name in line.bookmarks)
    tables = len(reading.tables)
    has = reading.manifest is not None
    yes, no = ("có", "yes"), ("không", "no")
    parts = yes if has else no
    vi = f"bản kê kèm tệp: {parts[0]}; ô điều khiển có thẻ: {tags}; dấu trang: {marks}"
    en = f"manifest: {parts[1]}; tagged controls: {tags}; bookmarks: {marks}"
    found = ("không có", "there are none") if not tables else (
        f"{tables} bảng, không bảng nào khớp", f"none of {tables} matches"
    )  # fmt: skip
    return Finding(
        "pull.not-ours",
        "error",
        Message(
            "Tệp này không phải do chương trình tạo ra từ một kế hoạch, hoặc không còn dấu vết gì "
            f"của kế hoạch. Đã tìm – {vi}; bảng có số thứ tự nhiệm vụ: {found[0]}"
            f"{'' if base.fields else ' (chưa có kế hoạch để so)'}.",
            "This file was not made from a plan, or nothing of one is left in it. Looked for – "
            f"{en}; tables with the numbers of tasks: {found[1]}"
            f"{'' if base.fields else ' (no plan to compare with)'}.",
        ),
        Message(
            "Kiểm tra lại tệp; nếu là bảng được chép sang văn bản mới, đưa kèm kế hoạch "
            "(--plan ke-hoach.yaml). Kế hoạch do nơi khác soạn thì cần nhập, không phải đọc lại.",
            "Check that it is the right file; for a table pasted into a new document give the "
            "plan as well (--plan plan.yaml).",
        ),
        Place(name),
    )


def _moved(walked: Walked, base: Base, name: str) -> list[Finding]:
    """One note for the rows that stand in another order than they were printed in."""
    out = []
    tables = [p for p in walked.tables if p.kind == "task" and len(p.columns) > 2]
    for placing in tables if len(tables) == 1 else ():
        order = {record: n for n, record in enumerate(base.by_record)}
        rows = [row.record for row in placing.rows if row.record]
        known = [record for record in dict.fromkeys(rows) if record in order]
        kept = _longest_rising([order[record] for record in known])
        moved = [record.partition("/")[2] for record in known if order[record] not in kept]
        if moved:
            said = ", ".join(moved[:5]) + (" …" if len(moved) > 5 else "")
            out.append(
                Finding(
                    "pull.moved",
                    "note",
                    Message(
                        f"Dòng đã chuyển chỗ trong bảng: {said}. Thứ tự không được đọc lại.",
                        f"Rows were moved in the table: {said}. Order is not read back.",
                    ),
                    Message(
                        "Nếu muốn, đổi thứ tự hoặc nhóm của nhiệm vụ trong tệp kế hoạch.",
                        "Change the order or the group in the plan file if that is meant.",
                    ),
                    Place(name),
                )
            )
    return out


def _longest_rising(numbers: list[int]) -> set[int]:
    """The numbers of a longest rising selection, in order; all of very many."""
    if len(numbers) > _MOST_ROWS:
        return set(numbers)
    best: list[list[int]] = []
    for number in numbers:
        at = next((n for n, tail in enumerate(best) if tail[-1] >= number), len(best))
        grown = [*(best[at - 1] if at else []), number]
        best[at : at + 1] = [grown]
    return set(best[-1]) if best else set()


_PLAN_NEEDED = Finding(
    "pull.plan-needed",
    "warning",
    Message(
        "Thẻ của các ô điều khiển đã mất; ô ghi nhiều nội dung của văn bản này chỉ đọc được khi có "
        "kế hoạch.",
        "The tags of the controls are gone; cells of this document that hold several things can "
        "only be read with the plan at hand.",
    ),
    Message("Thêm --plan plan.yaml.", "Add --plan plan.yaml."),
)
