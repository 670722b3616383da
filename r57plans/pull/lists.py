"""Which list of a plan file a printed path is of, and what comes into it with a new paragraph."""

from __future__ import annotations

from r57plans.model.proposal import Proposal
from r57plans.pull.editing import Editing, Path, UnfitError
from r57plans.pull.paragraphs import index_of, section_of
from r57plans.pull.particulars import bare, recipients_of
from r57plans.pull.people import person_of
from r57plans.pull.words import tidy

_PLAIN = ("context", "implementation", "reporting", "committee/members", "committee/deputies")


def list_of(editing: Editing, printed: str) -> Path:
    """The list of a plan file that a printed path is; raises KeyError for what is none."""
    head, *rest = printed.split("/")
    if head in ("document", "documents") and rest[-1:] == ["recipients"]:
        return recipients_of(editing, (head, *rest[:-1]))
    if head == "sections":
        section_of(editing, rest[0])
    elif head == "group" and rest[1:] == ["prose"]:
        return "groups", index_of(editing.plan.groups, rest[0]), "prose"
    elif printed not in _PLAIN:
        raise KeyError(printed)
    return (head, *rest)


def new_paragraph(editing: Editing, proposal: Proposal) -> tuple[Path, int, object]:
    """Where a new paragraph comes, and what the file has there."""
    text = tidy(" ".join(proposal.new))
    if not text:
        raise UnfitError("Đoạn mới không có chữ.", "The new paragraph is empty.")
    if proposal.path in ("implementation", "reporting", "initiative"):
        raise UnfitError(
            "Đoạn mới ở đây cần thêm cơ quan hoặc mã; thêm trong tệp kế hoạch.",
            "A new paragraph here needs bodies or an id; add it in the plan file.",
        )
    path = list_of(editing, proposal.path)
    number = proposal.after.rpartition("/")[2]
    place = min(int(number) + 1, editing.length(path)) if number.isdecimal() else 0
    return path, place, _item(editing, path, text, proposal)


def _item(editing: Editing, path: Path, text: str, proposal: Proposal) -> object:
    if path[0] == "committee":
        return person_of(editing, text.rpartition(": ")[2], proposal.language)
    said = bare(text) if path[-1] == "recipients" else text
    return editing.new_text(said, proposal.language, *path)
