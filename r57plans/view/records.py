"""What a template may see: frozen records of finished text, in the order they are printed.

Every text is already in the document's language, spelled and formatted; a template decides
nothing beyond `if` and `for`. Each field says in both languages what it is, for authors. Widths
are twips.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from r57plans.view.annex_records import (
    AnnexView,
    BarCell,
    BarRow,
    CellView,
    ColumnView,
    PeriodView,
    RowView,
)
from r57plans.view.organisation_records import CommitteeView, DutyView, PersonView
from r57plans.view.other_records import PlanView, SheetView
from r57plans.view.progress_records import (
    CountsView,
    DueView,
    FundView,
    GroupProgressView,
    ProgressView,
    ReportView,
    TargetProgressView,
)
from r57plans.view.task_records import (
    GroupView,
    HorizonView,
    TargetLine,
    TargetView,
    TaskView,
    ValueView,
)
from r57plans.view.told import Line, Lines, told

__all__ = [
    "AnnexView",
    "BarCell",
    "BarRow",
    "CellView",
    "ColumnView",
    "CommitteeView",
    "CountsView",
    "DocumentView",
    "DueView",
    "DutyView",
    "FundView",
    "GroupProgressView",
    "GroupView",
    "HorizonView",
    "Line",
    "Lines",
    "PeriodView",
    "PersonView",
    "PlanView",
    "ProgressView",
    "ProvinceView",
    "ReportView",
    "RowView",
    "SheetView",
    "SignatureView",
    "TargetLine",
    "TargetProgressView",
    "TargetView",
    "TaskView",
    "TextView",
    "UnitView",
    "ValueView",
    "View",
]


@dataclass(frozen=True, slots=True)
class DocumentView:
    """The particulars around the text."""

    superior: str = field(
        metadata=told("Cơ quan cấp trên, chữ in hoa", "The superior body, in capitals")
    )
    issuer: str = field(
        metadata=told("Cơ quan ban hành, chữ in hoa", "The issuing body, in capitals")
    )
    number: Line = field(metadata=told("Dòng số và ký hiệu", "The line of number and symbol"))
    place_date: Line = field(
        metadata=told("Dòng địa danh và ngày tháng", "The line of place and date")
    )
    draft: str = field(
        metadata=told(
            "“DỰ THẢO LẦN …”; trống khi trình ký và ban hành", "Which draft it is, if any"
        )
    )
    urgency: str = field(metadata=told("Mức độ khẩn, chữ in hoa", "The mark of urgency"))
    type: str = field(metadata=told("Loại văn bản, chữ in hoa", "The document's type, in capitals"))
    subject: Line = field(metadata=told("Trích yếu nội dung", "The subject line"))
    attached: str = field(
        metadata=told(
            "Dòng “(kèm theo …)” khi ban hành kèm văn bản khác",
            "The line “(attached to …)” where another act issues it",
        )
    )
    opening: str = field(metadata=told("Đoạn mở đầu", "The opening paragraph"))
    bases: Lines = field(metadata=told("Các căn cứ, mỗi căn cứ một dòng", "The legal bases"))
    unofficial: str = field(
        metadata=told("“Unofficial translation” ở bản tiếng Anh", "“Unofficial translation”")
    )
    letterhead: bool = field(
        metadata=told(
            "Có phần đầu văn bản hay không (không khi ban hành kèm văn bản khác)",
            "Whether it has a letterhead (it has none where another act issues it)",
        )
    )
    place: Line = field(default="", metadata=told("Địa danh", "The place"))
    date: Line = field(default="", metadata=told("Ngày tháng năm", "The date"))
    to: Line = field(
        default="",
        metadata=told("Nơi nhận tờ trình (kính trình)", "To whom a submission is addressed"),
    )
    replaced: Lines = field(
        default=(),
        metadata=told(
            "Câu về văn bản được thay thế, sửa đổi", "Sentences on what it replaces or amends"
        ),
    )
    annexed: str = field(
        default="",
        metadata=told(
            "Dòng “(kèm theo …)” dưới tên phụ lục của văn bản này",
            "The line “(attached to …)” under the title of its appendix",
        ),
    )


@dataclass(frozen=True, slots=True)
class UnitView:
    """Whose plan it is."""

    name: str = field(metadata=told("Tên đầy đủ của địa phương", "The unit's full name"))
    kind: str = field(metadata=told("Loại: tỉnh, thành phố, xã …", "Its kind"))
    committee: str = field(metadata=told("Cấp ủy", "Its Party committee"))
    issuer: str = field(
        metadata=told("Cơ quan ban hành, viết trong câu", "The issuing body within a sentence")
    )
    short: str = field(
        default="", metadata=told("Tên riêng, không kèm loại", "The name without its kind")
    )


@dataclass(frozen=True, slots=True)
class ProvinceView:
    """The unit's province, which for a province's plan is the unit itself."""

    name: str = field(metadata=told("Tên đầy đủ của tỉnh, thành phố", "The province's full name"))
    kind: str = field(metadata=told("“tỉnh” hoặc “thành phố”", "“province” or “city”"))
    committee: str = field(metadata=told("Tỉnh ủy hoặc Thành ủy", "Its Party committee"))
    short: str = field(metadata=told("Tên riêng, không kèm loại", "The name without its kind"))


@dataclass(frozen=True, slots=True)
class TextView:
    """A record of one text."""

    text: Line = field(metadata=told("Nội dung", "The text"))


@dataclass(frozen=True, slots=True)
class SignatureView:
    """The signature block."""

    authority: str = field(metadata=told("Dòng “T/M …” hoặc “TM. …”", "On whose behalf"))
    deputising: str = field(metadata=told("Dòng “KT. …”", "For whom, where a deputy signs"))
    role: str = field(metadata=told("Chức vụ người ký, chữ in hoa", "The signer's post"))
    signed: str = field(
        metadata=told("“(Signed)” ở bản tiếng Anh đã ban hành", "“(Signed)” once it is issued")
    )
    name: Line = field(metadata=told("Họ tên người ký", "The signer's name"))


_NO_PROVINCE = ProvinceView("", "", "", "")


@dataclass(frozen=True, slots=True)
class View:
    """All that a template of a plan's documents may see."""

    document: DocumentView = field(
        metadata=told("Thể thức: số, ngày, tên loại …", "The particulars around the text")
    )
    unit: UnitView = field(metadata=told("Địa phương của kế hoạch", "Whose plan it is"))
    context: Lines = field(
        metadata=told("Đặc điểm tình hình, mỗi đoạn một dòng", "The local situation")
    )
    purpose: Lines = field(
        metadata=told("Mục đích; trống thì mẫu tự viết", "The purpose; empty for the usual words")
    )
    requirements: Lines = field(
        metadata=told("Yêu cầu; trống thì mẫu tự viết", "The requirements; or empty")
    )
    objective: Lines = field(
        metadata=told("Mục tiêu tổng quát; trống thì mẫu tự viết", "The objective; or empty")
    )
    vision: Lines = field(metadata=told("Tầm nhìn; trống thì mẫu tự viết", "The vision; or empty"))
    horizons: tuple[HorizonView, ...] = field(
        metadata=told("Các mốc có chỉ tiêu, theo thứ tự năm", "The horizons, in the years' order")
    )
    groups: tuple[GroupView, ...] = field(metadata=told("Các nhóm nhiệm vụ", "The groups of tasks"))
    initiatives: tuple[TextView, ...] = field(
        metadata=told("Các sáng kiến, đề án nổi bật", "The initiatives")
    )
    duties: tuple[DutyView, ...] = field(
        metadata=told("Trách nhiệm tổ chức thực hiện", "Who does what in carrying the plan out")
    )
    committee: CommitteeView = field(metadata=told("Ban Chỉ đạo", "The steering committee"))
    reporting: Lines = field(
        metadata=told("Chế độ báo cáo, mỗi câu một dòng", "The recurring reports")
    )
    flexibility: Lines = field(
        metadata=told("Rà soát, điều chỉnh kế hoạch", "How the plan is reviewed and changed")
    )
    funding: Lines = field(metadata=told("Kinh phí thực hiện", "How it is paid for"))
    recipients: Lines = field(
        metadata=told("Các dòng dưới “Nơi nhận:”", "The lines below “Recipients:”")
    )
    ending: str = field(
        metadata=told("Dấu kết thúc văn bản: “.” hoặc “./.”", "The mark that ends the text")
    )
    signature: SignatureView = field(metadata=told("Khối chữ ký", "The signature block"))
    annexes: tuple[AnnexView, ...] = field(
        metadata=told("Các phụ lục, theo thứ tự của kế hoạch", "The annexes, in the plan's order")
    )
    province: ProvinceView = field(
        default=_NO_PROVINCE,
        metadata=told("Tỉnh, thành phố của địa phương", "The unit's province"),
    )
    tasks: tuple[TaskView, ...] = field(
        default=(),
        metadata=told(
            "Mọi nhiệm vụ, theo thứ tự in, không chia nhóm", "All tasks in printed order, ungrouped"
        ),
    )
    targets: tuple[TargetView, ...] = field(
        default=(), metadata=told("Mọi chỉ tiêu, theo thứ tự in", "All targets in printed order")
    )
    plan: PlanView = field(
        default=PlanView(),
        metadata=told(
            "Kế hoạch hành động, khi văn bản khác nhắc đến",
            "The action plan, as another document names it",
        ),
    )
    sheets: tuple[SheetView, ...] = field(
        default=(),
        metadata=told(
            "Phiếu nhiệm vụ của từng cơ quan chủ trì; chỉ có ở task-sheets",
            "The sheet of each lead; only in task-sheets",
        ),
    )
    progress: ReportView = field(
        default=ReportView(),
        metadata=told(
            "Kết quả thực hiện; chỉ có ở progress-report", "How it stands; only in progress-report"
        ),
    )
    chart: object = field(
        default="",
        metadata=told(
            "Biểu đồ số nhiệm vụ theo nhóm và tình trạng; chỉ có ở progress-report",
            "Tasks by group and by how they stand, as bars; only in progress-report",
        ),
    )

    def context_for_template(self) -> dict[str, object]:
        """The names that a template may use, each with its record."""
        return {name: getattr(self, name) for name in self.__dataclass_fields__}
