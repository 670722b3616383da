"""The merged plan as a file: with comments that say whence each task and target comes."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import shorten
from typing import Any

from r57plans.findings import Language, Message
from r57plans.language import date_short
from r57plans.load.plan_text import plan_text
from r57plans.merging.ledger import Ledger
from r57plans.merging.parents import Merger
from r57plans.merging.records import Entry
from r57plans.merging.words import names_of
from r57plans.model.catalogue import Catalogue
from r57plans.model.plan import Plan
from r57plans.view.groups import group_id, groups_of

_LONGEST = 90
_TEXTS = frozenset(
    {"value", "unit", "scope", "per", "quantity", "text", "title", "note", "reason", "funding"}
)
_PARTS = {
    "document": Message(
        "Số (number) để trống đến khi ký; replaces: các văn bản được thay thế, kiểm tra số, ngày.",
        "The number is blank until it is signed; replaces: check numbers and days.",
    ),
    "context": Message(
        "Đặc điểm của từng tỉnh trước hợp nhất, viết lại thành một.",
        "What was particular to each former province, to be rewritten as one text.",
    ),
    "committee": Message(
        "Chức danh gộp từ các Ban Chỉ đạo cũ; họ tên do văn phòng điền.",
        "The posts of the former committees; names are for the office to give.",
    ),
}


def merged_text(
    plan: Plan, merger: Merger, ledger: Ledger, catalogue: Catalogue, ui: Language, schema: str
) -> str:
    """The text of the file; comments are in the language `ui`."""
    data = plan.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    data = _bare(data)
    data["document"] = _document(data["document"], plan)
    text = plan_text(data, _head(merger, ui), _notes(plan, ledger, catalogue, ui))
    return f"# yaml-language-server: $schema={schema}\n{text}" if schema else text


def _bare(value: Any) -> Any:
    """The data with texts that have no English as a bare string, where only a text may stand."""
    if isinstance(value, list):
        return [_bare(item) for item in value]
    if not isinstance(value, dict):
        return value
    return {
        key: inner["vi"]
        if key in _TEXTS and isinstance(inner, dict) and set(inner) == {"vi"}
        else _bare(inner)
        for key, inner in value.items()
    }


def _document(data: dict[str, Any], plan: Plan) -> dict[str, Any]:
    """The particulars with their status said, and with bare ids of documents that are known."""
    made: dict[str, Any] = {}
    for key, value in data.items():
        if key == "draft_no":
            made["status"] = plan.document.status
        made[key] = value
    for key in ("parents", "amends", "replaces"):
        if key in made:
            made[key] = [c["id"] if set(c) == {"id"} else c for c in made[key]]
    return made


def _head(merger: Merger, ui: Language) -> Iterator[str]:
    names = ", ".join(parent.name.say(ui) for parent in merger.parents)
    day, province = date_short(merger.on, ui), merger.name.say(ui)
    if ui == "vi":
        yield f"Kế hoạch hợp nhất của {province}, từ: {names}; ngày {day}."
        yield "Trên mỗi nhiệm vụ, chỉ tiêu ghi của tỉnh nào; chỗ khác nhau ghi ở note (không in)."
    else:
        yield f"The merged plan of {province}, from: {names}; {day}."
        yield "Above each task and target: whose it was; what differed is in note (not printed)."


def _notes(plan: Plan, ledger: Ledger, catalogue: Catalogue, ui: Language) -> dict[str, list[str]]:
    """The comments before parts of the plan, tasks and targets."""
    found = {key: [said.say(ui)] for key, said in _PARTS.items()}
    for entry in ledger.entries:
        if entry.part in ("tasks", "targets"):
            found[f"{entry.part}/{entry.id}"] = [_whose(entry, ui)]
    for name, heading in _headings(plan, catalogue, ui):
        found[f"tasks/{name}"].insert(0, heading)
    return found


def _whose(entry: Entry, ui: Language) -> str:
    title = shorten(" ".join(entry.title.say(ui).split()), _LONGEST, placeholder=" …")
    return f"{names_of(entry.origins).say(ui)}: {title}"


def _headings(plan: Plan, catalogue: Catalogue, ui: Language) -> Iterator[tuple[str, str]]:
    """The first task of each group, and the group's title."""
    titles = {g.id: g.text.say(ui) for g in groups_of(plan, catalogue)}
    if not plan.groups:
        titles |= {str(g.id): g.short.say(ui) for g in catalogue.groups}
    before = None
    for task in plan.tasks:
        group = group_id(task) or ""
        if group != before and group in titles:
            yield task.id, f"=== {group}. {' '.join(titles[group].split())} ==="
        before = group
