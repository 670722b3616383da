"""Changes between two versions of a plan, as `diff` finds them, in a line each."""

from __future__ import annotations

from typing import Any

from r57plans.diff.telling import Sides, Version
from r57plans.findings import Message, Place
from r57plans.model.change import Change


def said(vi: str, en: str = "") -> Message:
    """A text in both languages; the same in both unless its English is given."""
    return Message(vi, en or vi)


def change(rule: str, old: str = "", new: str = "", **given: Any) -> Change:
    """A change of a value; minor, and told by its rule and values unless more is given."""
    field = {"severity": "minor", "field": rule.split(".")[1], "message": f"{rule}: {old} → {new}"}
    values = field | given | {"old": old, "new": new}
    for key in ("old", "new", "message"):
        if isinstance(values[key], str):
            values[key] = said(values[key])
    return Change(rule=rule, **values)


LATER = change(
    "task.deadline.later",
    "quý II/2025",
    "quý IV/2025",
    task="3.5.2",
    name=said("Phủ sóng di động đến thôn, xóm", "Mobile coverage of villages"),
    group="3",
    severity="major",
    message=Message(
        "Thời hạn nhiệm vụ 3.5.2 lùi hai quý: quý II/2025 → quý IV/2025",
        "The deadline of task 3.5.2 is two quarters later: quarter II/2025 → quarter IV/2025",
    ),
    old_place=Place("cu.yaml", 112, 5),
    new_place=Place("moi.yaml", 118, 5),
)
LOWERED = change(
    "target.values.lowered",
    "≥ 20% GRDP",
    "≥ 15% GRDP",
    target="digital-economy",
    name=said("Quy mô kinh tế số", "Size of the digital economy"),
    severity="major",
    field="values/2030",
    message=Message(
        "Chỉ tiêu digital-economy năm 2030 giảm: ≥ 20% GRDP → ≥ 15% GRDP",
        "Target digital-economy for 2030 is lowered: ≥ 20% GRDP → ≥ 15% GRDP",
    ),
)
REWORDED = change(
    "task.text.wording",
    "Rà soát quy định của tỉnh về KH&CN, thực hiện Nghị quyết số 57-NQ/TW",
    "Rà soát, sửa đổi quy định của tỉnh về KH&CN, thực hiện Nghị quyết số 57-NQ/TW",
    task="1.1.1",
    group="1",
    severity="wording",
    message=Message("Nội dung nhiệm vụ 1.1.1 sửa câu chữ", "Task 1.1.1 is reworded"),
)
ADDED = change(
    "task.added",
    "",
    "Số hóa di sản địa chất <Non nước> & “Bản Giốc”",
    task="local-7",
    group="3",
    field="task",
    message=Message("Thêm nhiệm vụ local-7", "Task local-7 is added"),
)
FUNDING = change(
    "plan.funding.changed",
    "Ngân sách nhà nước",
    "Ngân sách nhà nước và nguồn xã hội hóa",
    message=Message("Kinh phí thực hiện thay đổi", "The funding has changed"),
)
CHANGES = (LATER, LOWERED, REWORDED, ADDED, FUNDING)
SIDES = Sides(
    Version("cu.yaml", said("Dự thảo lần 1", "First draft")),
    Version("moi.yaml", said("Dự thảo lần 2", "Second draft")),
    subject=said("Chương trình hành động của tỉnh Mẫu", "Action programme of Mau Province"),
    rules={LATER.rule: said("Lùi thời hạn", "A later deadline")},
    groups={
        "1": said("I. Nâng cao nhận thức, đổi mới tư duy", "I. Raise awareness"),
        "3": said("III. Phát triển hạ tầng", "III. Develop infrastructure"),
    },
)
