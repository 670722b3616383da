"""What a template may see of groups, tasks and targets: frozen records of finished text."""

from __future__ import annotations

from dataclasses import dataclass, field

from r57plans.view.printed import Record
from r57plans.view.told import Line, Lines, Several, told


@dataclass(frozen=True, slots=True)
class TaskView(Record):
    """A task: as the body prints it, and all that a table may print of it.

    A value that the plan lacks is empty, and false in `if`; it still has its place, so that what
    is typed there in Word is read back.
    """

    anchor: str = field(
        metadata=told(
            "Dấu trang (bookmark) của nhiệm vụ trong tệp Word", "The task's bookmark in the file"
        )
    )
    letter: str = field(
        metadata=told("Điểm trong phần nội dung: a), b), c)", "Its letter in the body: a), b), c)")
    )
    text: Line = field(metadata=told("Nội dung nhiệm vụ", "What is done"))
    parts: Several = field(
        metadata=told("Các ý (1), (2), mỗi ý một dòng", "Its parts (1), (2), each a line")
    )
    each: Several = field(
        metadata=told(
            "Từng việc theo xã, ngành …, mỗi việc một dòng",
            "One thing for each commune, sector …, each a line",
        )
    )
    id: str = field(
        default="", metadata=told("Mã trong tệp kế hoạch", "The task's id in the plan file")
    )
    number: str = field(
        default="",
        metadata=told(
            "Số thứ tự như trong phụ lục nhiệm vụ", "Its number as in the table of tasks"
        ),
    )
    group: Line = field(
        default="",
        metadata=told("Tên nhóm nhiệm vụ chứa nó", "The title of the group that it belongs to"),
    )
    title: Line = field(default="", metadata=told("Tên ngắn", "The short name"))
    leads: Several = field(default="", metadata=told("Cơ quan chủ trì", "The lead bodies"))
    supports: Several = field(
        default="", metadata=told("Cơ quan phối hợp", "The supporting bodies")
    )
    requested: Several = field(
        default="",
        metadata=told("Cơ quan được đề nghị phối hợp", "The bodies requested to coordinate"),
    )
    in_charge: Line = field(default="", metadata=told("Đồng chí phụ trách", "The person in charge"))
    products: Several = field(
        default="", metadata=told("Sản phẩm, mỗi sản phẩm một dòng", "The products, each a line")
    )
    deadline: Line = field(default="", metadata=told("Thời hạn hoàn thành", "The deadline"))
    milestones: Several = field(
        default="",
        metadata=told("Các mốc thực hiện, mỗi mốc một dòng", "The milestones, each a line"),
    )
    funding: Line = field(
        default="", metadata=told("Kinh phí của nhiệm vụ", "The task's own funding")
    )
    targets: Several = field(
        default="",
        metadata=told(
            "Tên các chỉ tiêu mà nhiệm vụ phục vụ, mỗi chỉ tiêu một dòng",
            "The names of the targets that it serves, each a line",
        ),
    )
    origin: Line = field(default="", metadata=told("Nguồn giao nhiệm vụ", "Who gave the task"))
    directives: Line = field(
        default="",
        metadata=told(
            "Mã các chỉ đạo của Trung ương mà nhiệm vụ thực hiện",
            "The ids of the central directives that it answers",
        ),
    )
    note: Line = field(
        default="",
        metadata=told("Ghi chú; chỉ có trong bản dự thảo", "The note; only while it is a draft"),
    )
    partners: Several = field(
        default="",
        metadata=told(
            "Các cơ quan cùng chủ trì khác, chỉ có trong phiếu nhiệm vụ",
            "The other lead bodies; only on a task sheet",
        ),
    )


@dataclass(frozen=True, slots=True)
class GroupView:
    """A group of tasks in the body; an empty `mark` is numbered by Word."""

    depth: int = field(
        metadata=told("0: nhóm lớn; 1: nhóm nằm trong nhóm khác", "0; 1 for a group in another")
    )
    mark: str = field(
        metadata=told(
            "Ký hiệu đánh số do kế hoạch đặt; trống thì Word tự đánh số",
            "Its mark where the plan gives one; empty where Word numbers it",
        )
    )
    title: Line = field(metadata=told("Tên nhóm nhiệm vụ", "The group's title"))
    prose: Lines = field(
        metadata=told("Đoạn văn dẫn của nhóm, mỗi đoạn một dòng", "Its opening paragraphs")
    )
    tasks: tuple[TaskView, ...] = field(
        metadata=told("Các nhiệm vụ của nhóm", "The tasks of the group")
    )
    id: str = field(default="", metadata=told("Mã trong tệp kế hoạch", "Its id in the plan file"))
    number: str = field(
        default="",
        metadata=told("Số của nhóm như trong phụ lục: I, II, III", "Its number as in the tables"),
    )
    total: int = field(
        default=0,
        metadata=told(
            "Số nhiệm vụ, kể cả của các nhóm con", "How many tasks it has, its sub-groups' included"
        ),
    )


@dataclass(frozen=True, slots=True)
class TargetLine:
    """One target in prose at one horizon; `depth` 1 for a sub-target."""

    text: Line = field(
        metadata=told("Tên và giá trị của chỉ tiêu thành một câu", "The target as one sentence")
    )
    depth: int = field(metadata=told("0: chỉ tiêu; 1: chỉ tiêu con", "0; 1 for a sub-target"))


@dataclass(frozen=True, slots=True)
class HorizonView:
    """The targets of one horizon."""

    title: str = field(metadata=told("Mốc thời gian", "The horizon"))
    targets: tuple[TargetLine, ...] = field(
        metadata=told("Các chỉ tiêu có giá trị tại mốc này", "The targets that it has values of")
    )


@dataclass(frozen=True, slots=True)
class ValueView:
    """What a target is to reach at one horizon; all empty where it has no value there."""

    title: str = field(metadata=told("Mốc thời gian", "The horizon"))
    text: Line = field(
        metadata=told(
            "Giá trị như trong phụ lục, khi đã có cột đơn vị tính",
            "The value as in a table that has a column of units",
        )
    )
    measured: Line = field(metadata=told("Giá trị kèm đơn vị tính", "The value with its unit"))


@dataclass(frozen=True, slots=True)
class TargetView(Record):
    """A target with all that a table may print of it."""

    anchor: str = field(
        metadata=told(
            "Dấu trang (bookmark) của chỉ tiêu trong tệp Word", "The target's bookmark in the file"
        )
    )
    id: str = field(metadata=told("Mã trong tệp kế hoạch", "The target's id in the plan file"))
    number: str = field(
        metadata=told("Số thứ tự như trong phụ lục: 1, 2, 2.1", "Its number as in the table")
    )
    depth: int = field(
        metadata=told("0: chỉ tiêu; 1, 2 …: chỉ tiêu con", "0; 1, 2 … for a sub-target")
    )
    name: Line = field(metadata=told("Tên chỉ tiêu", "The target's name"))
    unit: Line = field(metadata=told("Đơn vị tính", "The unit of measure"))
    baseline: Line = field(metadata=told("Hiện trạng", "The base value and its year"))
    values: Several = field(
        metadata=told("Giá trị tại mọi mốc, mỗi mốc một dòng", "All values, each horizon a line")
    )
    horizons: tuple[ValueView, ...] = field(
        metadata=told(
            "Giá trị tại từng mốc, đủ và đúng thứ tự như `horizons`",
            "The value at each horizon, as many and in the same order as `horizons`",
        )
    )
    central: Line = field(metadata=told("Chỉ tiêu của Trung ương", "The national target"))
    relation: Line = field(
        metadata=told("So với Trung ương: bằng, cao hơn …", "How it stands to the national target")
    )
    reason: Line = field(metadata=told("Lý do khác với Trung ương", "Why it differs from that"))
    monitor: Several = field(
        metadata=told("Cơ quan theo dõi, đánh giá", "The bodies that monitor it")
    )
    supplier: Several = field(metadata=told("Cơ quan cung cấp số liệu", "Who supplies the data"))
    note: Line = field(
        metadata=told("Ghi chú; chỉ có trong bản dự thảo", "The note; only while it is a draft")
    )
