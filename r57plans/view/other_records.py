"""What a template may see of the action plan as a whole: its name, its extracts."""

from __future__ import annotations

from dataclasses import dataclass, field

from r57plans.view.task_records import TaskView
from r57plans.view.told import Lines, told


@dataclass(frozen=True, slots=True)
class PlanView:
    """The action plan, as another document of the same file names it."""

    type: str = field(
        default="", metadata=told("Loại văn bản của kế hoạch", "The type of the action plan")
    )
    name: str = field(
        default="",
        metadata=told("Loại và trích yếu của kế hoạch", "The type and subject of the action plan"),
    )
    subject: str = field(
        default="",
        metadata=told("Trích yếu của kế hoạch, viết trong câu", "Its subject, within a sentence"),
    )
    issuer: str = field(
        default="",
        metadata=told(
            "Cơ quan ban hành kế hoạch, viết trong câu", "Who issues the plan, within a sentence"
        ),
    )
    number: str = field(
        default="",
        metadata=told("Số và ký hiệu của kế hoạch", "The number and symbol of the action plan"),
    )
    date: str = field(default="", metadata=told("Ngày của kế hoạch", "The action plan's date"))
    act: str = field(
        default="",
        metadata=told(
            "Loại văn bản ban hành kèm kế hoạch; trống nếu không có",
            "The type of the act that issues the plan as its attachment; empty for none",
        ),
    )
    resolution: str = field(
        default="",
        metadata=told(
            "Nghị quyết mà kế hoạch thực hiện, kèm tên", "The resolution that it carries out"
        ),
    )
    local_government: str = field(
        default="",
        metadata=told(
            "Luật Tổ chức chính quyền địa phương có hiệu lực tại ngày của kế hoạch",
            "The law on local government that is in force on the plan's day",
        ),
    )
    parents: Lines = field(
        default=(),
        metadata=told(
            "Các văn bản mà kế hoạch thực hiện, mỗi văn bản một dòng",
            "The documents that the plan carries out, each a line",
        ),
    )


@dataclass(frozen=True, slots=True)
class SheetView:
    """The extract of one lead: what it leads, and what it supports."""

    lead: str = field(metadata=told("Cơ quan chủ trì", "The lead body"))
    tasks: tuple[TaskView, ...] = field(
        metadata=told("Các nhiệm vụ mà cơ quan chủ trì", "The tasks that it leads")
    )
    supported: tuple[TaskView, ...] = field(
        metadata=told("Các nhiệm vụ mà cơ quan phối hợp", "The tasks that it supports")
    )
