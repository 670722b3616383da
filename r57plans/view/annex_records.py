"""What a template may see of the annexes: tables as columns, rows and cells. Widths are twips."""

from __future__ import annotations

from dataclasses import dataclass, field

from r57plans.view.printed import Record
from r57plans.view.told import Line, Lines, told

_WIDTH = told("Độ rộng, tính bằng twip (1 mm ≈ 56,7)", "Its width in twips (1 mm is about 56.7)")
_ANCHOR = told("Dấu trang (bookmark) của hàng; trống ở hàng nhóm", "The row's bookmark, if any")
_KIND = told("“group”: hàng tên nhóm; “item”: hàng nội dung", "“group” for a heading, or “item”")
_NUMBER = told("Số thứ tự", "The row's number")
_TITLE = told("Tên nhóm, ở hàng nhóm", "The title, of a heading")
_SPAN = told("Số cột mà tên nhóm chiếm", "Over how many columns a title runs")
_ID = told("Mã của nhiệm vụ hoặc chỉ tiêu", "The id of the task or target")


@dataclass(frozen=True, slots=True)
class ColumnView:
    """A column's heading; `centred` for short contents."""

    title: str = field(metadata=told("Tên cột", "The heading"))
    width: int = field(metadata=_WIDTH)
    centred: bool = field(metadata=told("Có căn giữa hay không", "Whether it is centred"))


@dataclass(frozen=True, slots=True)
class CellView:
    """A cell of one or more printed lines."""

    width: int = field(metadata=_WIDTH)
    centred: bool = field(metadata=told("Có căn giữa hay không", "Whether it is centred"))
    lines: Lines = field(metadata=told("Các dòng trong ô", "The lines in the cell"))


@dataclass(frozen=True, slots=True)
class RowView(Record):
    """A group row (`number`, `title` over `span` columns) or an item row of cells."""

    anchor: str = field(metadata=_ANCHOR)
    kind: str = field(metadata=_KIND)
    number: str = field(metadata=_NUMBER)
    title: Line = field(metadata=_TITLE)
    span: int = field(metadata=_SPAN)
    cells: tuple[CellView, ...] = field(
        metadata=told("Các ô của hàng, theo thứ tự cột", "The row's cells, in the columns' order")
    )
    id: str = field(default="", metadata=_ID)


@dataclass(frozen=True, slots=True)
class PeriodView:
    """A year (over `span` columns) or a quarter of the roadmap."""

    title: str = field(metadata=told("Tên năm hoặc quý", "The name of the year or quarter"))
    span: int = field(metadata=told("Số cột mà năm chiếm", "Over how many columns a year runs"))
    width: int = field(metadata=_WIDTH)


@dataclass(frozen=True, slots=True)
class BarCell:
    """A cell of the roadmap: a grey fill in the task's span, a mark at its milestones."""

    width: int = field(metadata=_WIDTH)
    fill: str = field(
        metadata=told("Màu nền của ô; trống nếu ngoài thời gian làm", "Its fill; empty for none")
    )
    mark: str = field(metadata=told("Dấu ● ở mốc thực hiện", "The mark ● of a milestone"))


@dataclass(frozen=True, slots=True)
class BarRow(Record):
    """A row of the roadmap."""

    anchor: str = field(metadata=_ANCHOR)
    kind: str = field(metadata=_KIND)
    number: str = field(metadata=_NUMBER)
    title: Line = field(metadata=_TITLE)
    span: int = field(metadata=_SPAN)
    name: Line = field(metadata=told("Tên ngắn của nhiệm vụ", "The task's short name"))
    cells: tuple[BarCell, ...] = field(
        metadata=told("Các ô thời gian, theo quý rồi theo năm", "A cell for each quarter or year")
    )
    id: str = field(default="", metadata=_ID)


@dataclass(frozen=True, slots=True)
class AnnexView:
    """One table on landscape pages of its own."""

    kind: str = field(
        metadata=told(
            "Loại phụ lục: “targets”, “tasks” hoặc “roadmap”", "“targets”, “tasks” or “roadmap”"
        )
    )
    heading: str = field(metadata=told("Dòng “Phụ lục 1”", "The line “Appendix 1”"))
    title: Line = field(metadata=told("Tên phụ lục, chữ in hoa", "Its title, in capitals"))
    attached: str = field(
        metadata=told("Dòng “(kèm theo …)” dưới tên phụ lục", "The line “(attached to …)”")
    )
    columns: tuple[ColumnView, ...] = field(metadata=told("Các cột của bảng", "The columns"))
    rows: tuple[RowView, ...] | tuple[BarRow, ...] = field(
        metadata=told("Các hàng của bảng", "The rows")
    )
    years: tuple[PeriodView, ...] = field(
        metadata=told("Các năm của lộ trình; phụ lục khác thì trống", "The roadmap's years")
    )
    quarters: tuple[PeriodView, ...] = field(
        metadata=told("Các quý của lộ trình; phụ lục khác thì trống", "The roadmap's quarters")
    )
    notes: Lines = field(metadata=told("Chú thích dưới bảng", "The notes below the table"))
    name: str = field(
        default="", metadata=told("Tên phụ lục, viết trong câu", "Its title, within a sentence")
    )
