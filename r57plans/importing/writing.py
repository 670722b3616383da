"""The imported plan as a file: with comments that say whence each thing comes, and what is open."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from r57plans.findings import Language, Message
from r57plans.importing.groups import GroupFound
from r57plans.importing.records import Suggestion, Taken
from r57plans.importing.told import short
from r57plans.load.plan_text import plan_text

_TITLE = 70
_BLANKS = {
    "{title}": Message(
        "trích yếu: bỏ dấu # và điền", "what the document is about: remove the # and fill in"
    ),
    "{number}": Message("để trống đến khi ký", "blank until it is signed"),
    "{signer}": Message(
        "người ký: bỏ dấu # và sửa; họ tên do văn phòng điền",
        "the signer: remove the # and put right; the name is for the office to give",
    ),
    "{parents}": Message(
        "văn bản được thực hiện: bỏ dấu # và sửa", "what it implements: remove the # and put right"
    ),
    "{recipients}": Message("nơi nhận: bỏ dấu # và điền", "recipients: remove the # and fill in"),
}
_STATUS = Message(
    "dự thảo cho đến khi đã soát; sau đó: signing, issued",
    "a draft until it has been looked through; then: signing, issued",
)
_OPEN: tuple[tuple[Message, tuple[str, ...]], ...] = (
    (
        Message(
            "Đặc thù địa phương: tiềm năng, lợi thế, điểm nghẽn; bỏ dấu # và điền:",
            "What is particular to this province; remove the # and fill in:",
        ),
        ("context:", "  - vi: …"),
    ),
    (
        Message(
            "Ban Chỉ đạo do Bí thư làm Trưởng ban; họ tên do văn phòng điền; bỏ dấu #:",
            "The committee is headed by the Secretary; names are for the office to give; "
            "remove the #:",
        ),
        (
            "committee:",
            "  head: {role: bi-thu, name: }",
            "  deputies: [{role: pho-bi-thu-thuong-truc, standing: true}, {role: chu-tich-ubnd}]",
            "  standing_agency: van-phong-tinh-uy",
        ),
    ),
    (
        Message(
            "Báo cáo, rà soát, kinh phí; bỏ dấu # và sửa:",
            "Reports, reviews, funding; remove the # and put right:",
        ),
        (
            "reporting:",
            "  - {every: 6 tháng, from: [], to: ban-thuong-vu, by: [15/6, 15/12]}",
            "flexibility: {review: 6 tháng, changed_by: ban-thuong-vu}",
            "funding:",
        ),
    ),
)


@dataclass(frozen=True)
class Page:
    """All that the file's text is made of."""

    data: Mapping[str, Any]
    blanks: Sequence[str]
    tasks: Sequence[Taken]
    targets: Sequence[Taken]
    groups: Sequence[GroupFound]
    file: str
    catalogue: str


def page_text(page: Page, ui: Language, schema: str) -> str:
    """The text of the plan file; comments are in the language `ui`."""
    ends = {"document": [_blank(line, ui) for line in page.blanks]}
    grouped = {task["id"] for task in page.data["tasks"] if task.get("group")}
    for task in page.tasks:
        ends[f"tasks/{task.id}"] = _task_ends(task, ui, grouped=task.id in grouped)
    ends |= {f"targets/{each.id}": _target_ends(each, ui) for each in page.targets}
    text = plan_text(page.data, _head(page, ui), _notes(page, ui), ends)
    head = f"# yaml-language-server: $schema={schema}\n" if schema else ""
    return f"{head}{text}{_open(page, ui)}"


def _head(page: Page, ui: Language) -> list[str]:
    return [
        Message(f"Kế hoạch nhập từ {page.file}.", f"A plan imported from {page.file}.").say(ui),
        Message(
            "Mỗi nhiệm vụ ghi chỗ của nó trong tệp đó. Dòng “# covers: […]  # điểm” là gợi ý:",
            "Each task says where it stands there. “# covers: […]  # score” is a suggestion:",
        ).say(ui),
        Message(
            "đối chiếu nội dung, đúng thì bỏ dấu # đầu dòng, sai thì xóa. Danh mục: ",
            "compare; where it is right remove the first #, else delete the line. Catalogue: ",
        ).say(ui)
        + page.catalogue,
    ]


def _notes(page: Page, ui: Language) -> dict[str, list[str]]:
    notes = {
        f"{key}/{each.id}": [each.place.words(ui)]
        for key, several in (("tasks", page.tasks), ("targets", page.targets))
        for each in several
    }
    notes["document"] = [f"status: {_STATUS.say(ui)}"]
    for group in page.groups:
        if group.known:
            said = Message(
                f"nhóm {group.known} của Nghị quyết", f"the Resolution's group {group.known}"
            )
            notes[f"groups/{group.id}"] = [said.say(ui)]
    return notes


def _blank(line: str, ui: Language) -> str:
    for key, message in _BLANKS.items():
        line = line.replace(key, message.say(ui))
    return line


def _task_ends(task: Taken, ui: Language, *, grouped: bool) -> list[str]:
    """The suggestions: the best as a line that is `covers` once its # is gone, others below."""
    if not task.suggestions:
        return []
    best, *others = task.suggestions
    if task.covers:
        put = Message("máy ghi theo --covers, cần soát", "put in for --covers, to be checked").say(
            ui
        )
        lines = [f"covers: {best.id} = {_scored(best, ui)} ({put})"]
    else:
        lines = [f"covers: [{best.id}]  # {_scored(best, ui)}"]
    lines += [f"  {other.id}: {_scored(other, ui)}" for other in others]
    if not grouped:
        lines.append(f"group: {best.id.partition('.')[0]}")
    return lines


def _target_ends(target: Taken, ui: Language) -> list[str]:
    """The catalogue's targets that it may be: one takes the place of the id."""
    return [f"id: {each.id}  # {_scored(each, ui)}" for each in target.suggestions]


def _scored(suggestion: Suggestion, ui: Language) -> str:
    return f"{suggestion.score:.2f} {short(suggestion.title.say(ui), _TITLE)}"


def _open(page: Page, ui: Language) -> str:
    """The parts of a plan that the file had nothing of, as comments to fill in."""
    lines: list[str] = []
    for message, keys in _OPEN:
        if page.data.get(keys[0].rstrip(":")):
            continue
        lines += ["", f"# {message.say(ui)}", *(f"#{key}" for key in keys)]
    return "\n".join(lines) + "\n"
