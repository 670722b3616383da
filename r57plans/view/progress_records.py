"""What a template of a progress report may see beside the usual particulars."""

from __future__ import annotations

from dataclasses import dataclass, field

from r57plans.view.printed import Record
from r57plans.view.told import Line, Lines, Several, told

_NUMBER = told("Số thứ tự", "The row's number")
_TITLE = told("Tên ngắn của nhiệm vụ", "The task's short name")
_STANDING = told("Tình trạng, số ngày, tiến độ", "How it stands: class, days, progress")


@dataclass(frozen=True, slots=True)
class CountsView:
    """How many tasks there are of each class, in all or of one group or lead."""

    number: str = field(metadata=_NUMBER)
    name: Line = field(
        metadata=told("Tên nhóm hoặc cơ quan; trống ở dòng tổng", "The group or lead; or empty")
    )
    total: int = field(metadata=told("Tổng số nhiệm vụ", "How many tasks in all"))
    done: int = field(metadata=told("Đã hoàn thành, đúng hạn và trễ hạn", "Done, in time or late"))
    on_time: int = field(metadata=told("Hoàn thành đúng hạn", "Done on time"))
    late: int = field(metadata=told("Hoàn thành trễ hạn", "Done late"))
    running: int = field(metadata=told("Đang thực hiện, còn trong hạn", "In progress, in time"))
    overdue: int = field(metadata=told("Quá hạn, chưa hoàn thành", "Overdue and not done"))
    not_due: int = field(metadata=told("Chưa đến hạn, chưa thực hiện", "Not begun, not yet due"))
    standing: int = field(metadata=told("Thường xuyên, định kỳ", "Standing: ongoing, recurring"))
    unknown: int = field(metadata=told("Chưa có thông tin", "Not reported"))
    said: str = field(
        metadata=told("Các số khác 0, viết thành một câu", "The counts that are not 0, in words")
    )


@dataclass(frozen=True, slots=True)
class ProgressView(Record):
    """One task as it stands on the day of the report."""

    anchor: str = field(metadata=told("Dấu trang (bookmark)", "The bookmark in the file"))
    id: str = field(metadata=told("Mã trong tệp kế hoạch", "The task's id in the plan file"))
    number: str = field(metadata=told("Số thứ tự như trong phụ lục", "Its number in the table"))
    title: Line = field(metadata=_TITLE)
    leads: Several = field(metadata=told("Cơ quan chủ trì", "The lead bodies"))
    deadline: Line = field(metadata=told("Thời hạn hoàn thành", "The deadline"))
    standing: str = field(metadata=_STANDING)
    stands: str = field(
        metadata=told("Tình trạng, viết trong câu", "How it stands, within a sentence")
    )
    result: str = field(
        metadata=told("Kết quả và sản phẩm đã có, một câu", "Results and products, a sentence")
    )
    difficulty: str = field(metadata=told("Khó khăn, vướng mắc", "The difficulty"))
    proposal: str = field(metadata=told("Đề xuất, kiến nghị", "The proposal"))


@dataclass(frozen=True, slots=True)
class GroupProgressView:
    """A group of tasks with what was reached in it."""

    title: Line = field(metadata=told("Tên nhóm nhiệm vụ", "The group's title"))
    short: str = field(metadata=told("Tên ngắn của nhóm", "The group's short name"))
    counts: CountsView = field(metadata=told("Số nhiệm vụ theo tình trạng", "How its tasks stand"))
    tasks: tuple[ProgressView, ...] = field(
        metadata=told("Các nhiệm vụ của nhóm", "The tasks of the group")
    )
    results: tuple[ProgressView, ...] = field(
        metadata=told("Các nhiệm vụ đã có kết quả để nêu", "Those of which there is a result")
    )


@dataclass(frozen=True, slots=True)
class TargetProgressView:
    """A target: planned against actual."""

    number: str = field(metadata=_NUMBER)
    depth: int = field(
        metadata=told("0: chỉ tiêu; 1, 2 …: chỉ tiêu con", "0; 1, 2 … for a sub-target")
    )
    name: Line = field(metadata=told("Tên chỉ tiêu", "The target's name"))
    baseline: Line = field(metadata=told("Hiện trạng", "The base value and its year"))
    planned: Line = field(metadata=told("Giá trị đề ra và năm", "The value planned, and its year"))
    actual: str = field(metadata=told("Giá trị đạt được", "The value reached, and when"))
    source: str = field(metadata=told("Nguồn số liệu", "Who says so"))
    assessment: str = field(
        metadata=told(
            "“Đạt”, “Chưa đạt”, “Đang phấn đấu”; trống nếu không so sánh được",
            "“Reached”, “Not reached”, “Under way”; empty where it cannot be told",
        )
    )


@dataclass(frozen=True, slots=True)
class DueView:
    """A task or a milestone that is due in the months to come."""

    number: str = field(metadata=_NUMBER)
    title: Line = field(metadata=told("Nhiệm vụ, hoặc mốc của nhiệm vụ", "The task or milestone"))
    leads: Several = field(metadata=told("Cơ quan chủ trì", "The lead bodies"))
    deadline: Line = field(metadata=told("Thời hạn hoàn thành", "The deadline"))


@dataclass(frozen=True, slots=True)
class FundView:
    """Money from one source."""

    number: str = field(metadata=_NUMBER)
    name: str = field(metadata=told("Nguồn kinh phí", "Where the money is from"))
    planned: str = field(metadata=told("Dự toán", "Planned"))
    disbursed: str = field(metadata=told("Đã giải ngân", "Disbursed"))


_NO_COUNTS = CountsView("", "", 0, 0, 0, 0, 0, 0, 0, 0, 0, "")


@dataclass(frozen=True, slots=True)
class ReportView:
    """What a progress report says of the plan; all empty in other documents."""

    as_of: str = field(
        default="", metadata=told("Ngày chốt số liệu", "The day that all counts are of")
    )
    plan_type: str = field(
        default="", metadata=told("Tên loại của kế hoạch", "What the plan is called")
    )
    counts: CountsView = field(
        default=_NO_COUNTS,
        metadata=told("Số nhiệm vụ toàn kế hoạch theo tình trạng", "All tasks, by how they stand"),
    )
    leadership: Lines = field(
        default=(), metadata=told("Lãnh đạo, chỉ đạo; hoặc trống", "Leadership; or empty")
    )
    targets: tuple[TargetProgressView, ...] = field(
        default=(),
        metadata=told("Các chỉ tiêu: kế hoạch và kết quả", "Targets: planned against actual"),
    )
    groups: tuple[GroupProgressView, ...] = field(
        default=(),
        metadata=told("Các nhóm nhiệm vụ và kết quả", "The groups of tasks and their results"),
    )
    leads: tuple[CountsView, ...] = field(
        default=(), metadata=told("Số nhiệm vụ theo cơ quan chủ trì", "The tasks by lead")
    )
    central: tuple[ProgressView, ...] = field(
        default=(), metadata=told("Nhiệm vụ Trung ương giao", "The tasks given by the centre")
    )
    overdue: tuple[ProgressView, ...] = field(
        default=(), metadata=told("Các nhiệm vụ quá hạn", "The overdue tasks")
    )
    funds: tuple[FundView, ...] = field(
        default=(), metadata=told("Kinh phí", "Money planned and disbursed")
    )
    results: Lines = field(
        default=(), metadata=told("Kết quả nổi bật; hoặc trống", "Main results; or empty")
    )
    limits: Lines = field(
        default=(), metadata=told("Hạn chế; hoặc trống", "Shortcomings; or empty")
    )
    difficulties: Lines = field(
        default=(),
        metadata=told("Khó khăn chung và của từng nhiệm vụ", "Difficulties, common and by task"),
    )
    causes: Lines = field(default=(), metadata=told("Nguyên nhân; hoặc trống", "Causes; or empty"))
    next_tasks: Lines = field(
        default=(),
        metadata=told("Trọng tâm kỳ tới; hoặc trống", "The main tasks to come; or empty"),
    )
    due: tuple[DueView, ...] = field(
        default=(),
        metadata=told("Nhiệm vụ, mốc đến hạn trong 6 tháng tới", "What is due in six months"),
    )
    due_until: str = field(
        default="", metadata=told("Ngày cuối của 6 tháng tới", "The last of these days")
    )
    proposals: Lines = field(
        default=(),
        metadata=told("Đề xuất chung và của từng nhiệm vụ", "Proposals, common and by task"),
    )
    chart_words: str = field(
        default="", metadata=told("Biểu đồ viết bằng lời", "What the chart shows, in words")
    )
