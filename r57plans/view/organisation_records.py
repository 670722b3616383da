"""What a template may see of who carries the plan out, and of the steering committee."""

from __future__ import annotations

from dataclasses import dataclass, field

from r57plans.view.told import Line, Lines, told


@dataclass(frozen=True, slots=True)
class PersonView:
    """One person of the steering committee, by post; a name only where the plan gives it."""

    number: str = field(metadata=told("Số thứ tự", "The number in the list"))
    comrade: Line = field(
        metadata=told(
            "“Đồng chí” kèm họ tên (nếu kế hoạch có nêu) và chức vụ",
            "The name, where the plan gives it, and the post held",
        )
    )
    name: Line = field(metadata=told("Họ tên; trống nếu chưa điền", "The name; empty if not given"))
    role: str = field(metadata=told("Chức vụ đang giữ", "The post held"))
    post: str = field(
        metadata=told("Chức danh trong Ban Chỉ đạo", "The position in the steering committee")
    )


@dataclass(frozen=True, slots=True)
class DutyView:
    """Who does what in carrying the plan out."""

    bodies: Line = field(metadata=told("Các cơ quan có trách nhiệm", "Who is responsible"))
    text: Line = field(metadata=told("Nội dung trách nhiệm", "What they do"))


@dataclass(frozen=True, slots=True)
class CommitteeView:
    """The steering committee; all empty where the plan has none."""

    given: bool = field(
        metadata=told("Kế hoạch có nêu Ban Chỉ đạo hay không", "Whether the plan has a committee")
    )
    head: Lines = field(metadata=told("Trưởng ban", "The head"))
    deputies: Lines = field(
        metadata=told("Các phó trưởng ban, mỗi người một dòng", "The deputies, each a line")
    )
    members: Lines = field(
        metadata=told("Các thành viên, mỗi người một dòng", "The members, each a line")
    )
    standing_agency: Lines = field(
        metadata=told("Câu về cơ quan thường trực", "The sentence on the standing agency")
    )
    working_group: Lines = field(
        metadata=told("Câu về tổ giúp việc", "The sentence on the working group")
    )
    working_rules: Lines = field(
        metadata=told("Đoạn về quy chế làm việc", "The paragraph on working rules")
    )
    council: Lines = field(
        metadata=told("Đoạn về hội đồng tư vấn", "The paragraph on an advisory council")
    )
    people: tuple[PersonView, ...] = field(
        default=(),
        metadata=told(
            "Mọi thành viên theo thứ tự: trưởng ban, phó trưởng ban, ủy viên",
            "Everyone in order: head, deputies, members",
        ),
    )
    appended: bool = field(
        default=False,
        metadata=told(
            "Danh sách là phụ lục hay nằm trong Điều 1", "Whether the list is an appendix"
        ),
    )
