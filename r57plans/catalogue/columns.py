"""The columns of each of a catalogue's tables: names, titles, and what of a record they hold."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from r57plans.catalogue.general import say
from r57plans.findings import Language
from r57plans.model.base import Source, Text
from r57plans.model.catalogue import SubTask
from r57plans.model.task import Product

Cell = str | int | float | None


@dataclass(frozen=True, slots=True)
class Column:
    """One column; `of` gives its cell for a record."""

    name: str
    vi: str
    en: str
    of: Callable[[Any], Cell]


def words(name: str, vi: str, en: str, of: Callable[[Any], Text | None]) -> tuple[Column, ...]:
    """A text as two columns, one for each language."""

    def said(language: Language) -> Callable[[Any], Cell]:
        return lambda record: say(text, language) if (text := of(record)) else None

    return (
        Column(f"{name}_vi", f"{vi} (tiếng Việt)", f"{en} (Vietnamese)", said("vi")),
        Column(f"{name}_en", f"{vi} (tiếng Anh)", f"{en} (English)", said("en")),
    )


def plain(name: str, vi: str, en: str, of: Callable[[Any], Any] | None = None) -> Column:
    """One column; without `of` it holds the field of that name."""
    return Column(name, vi, en, of or (lambda record: joined(getattr(record, name))))


def joined(value: Any) -> Cell:
    """A cell: a list as its items one after the other, what is not there as nothing."""
    if isinstance(value, bool):
        return "x" if value else None
    if isinstance(value, tuple | list):
        return "; ".join(_name(item) for item in value) or None
    return value if isinstance(value, str | int | float) or value is None else str(value)


def _name(item: Any) -> str:
    return item if isinstance(item, str) else getattr(item, "role", None) or str(item.vi)


def _products(task: SubTask, language: Language) -> str:
    return "\n".join(_product(product, language) for product in task.products)


def _product(product: Product, language: Language) -> str:
    named = (say(t, language) for t in (product.quantity, product.text) if t)
    return ": ".join(part for part in (product.type, " ".join(named)) if part)


def _issuers(task: SubTask) -> Cell:
    """Who issues each product, line by line as the products."""
    named = [p.issuer if isinstance(p.issuer, str) else p.issuer.vi if p.issuer else "—"
             for p in task.products]  # fmt: skip
    return "\n".join(named)


def _choices(task: SubTask, language: Language) -> Cell:
    return joined([say(choice, language) for choice in task.choices])


def _basis(record: Any) -> Cell:
    return str(record.basis)


def _source(record: Any) -> Cell:
    source: Source = record.source
    parts = (source.document, source.part, source.paragraph, source.place)
    return ", ".join(p for p in parts if p)


_ID = plain("id", "Mã", "Id")
_BASIS = plain("basis", "Độ tin cậy", "Basis", _basis)
_SOURCE = plain("source", "Nguồn", "Source", _source)
_SENTENCES = plain("sentences", "Câu nguồn", "Sentences", lambda r: joined(r.source.sentences))
_DEFECT = words("defect", "Lưu ý về bản tiếng Anh", "Defect of the English", lambda r: r.defect)

SUB_TASK = (
    _ID,
    plain("group", "Nhóm", "Group"),
    plain("paragraph", "Đoạn", "Paragraph"),
    *words("title", "Tên", "Title", lambda t: t.title),
    *words("text", "Nội dung", "Text", lambda t: t.text),
    plain("level", "Cấp thực hiện", "Level"),
    plain("recommended", "Nên chọn", "Recommended"),
    *words("reason", "Lý do", "Reason", lambda t: t.reason),
    plain("leads", "Chủ trì", "Lead"),
    plain("supports", "Phối hợp", "Support"),
    plain("requested", "Đề nghị phối hợp", "Requested"),
    plain("products_vi", "Sản phẩm (tiếng Việt)", "Products (Vietnamese)",
           lambda t: _products(t, "vi")),
    plain("products_en", "Sản phẩm (tiếng Anh)", "Products (English)",
           lambda t: _products(t, "en")),
    plain("issuers", "Cơ quan ban hành", "Issuers", _issuers),
    plain("horizon_vi", "Thời hạn (tiếng Việt)", "Deadline (Vietnamese)",
           lambda t: t.horizon.say("vi")),
    plain("horizon_en", "Thời hạn (tiếng Anh)", "Deadline (English)",
           lambda t: t.horizon.say("en")),
    *words("horizon_reason", "Căn cứ thời hạn", "Why then", lambda t: t.horizon_reason),
    plain("recurring", "Lặp lại", "Recurring"),
    *words("funding", "Nguồn kinh phí", "Funding", lambda t: t.funding),
    plain("indicators", "Chỉ tiêu", "Targets"),
    plain("bottleneck", "Điểm nghẽn", "Bottleneck"),
    plain("subjects", "Chủ thể", "Subjects"),
    plain("core", "Nội dung cốt lõi", "Core"),
    plain("security", "An ninh mạng", "Cyber security"),
    plain("choices_vi", "Lựa chọn (tiếng Việt)", "Choices (Vietnamese)",
           lambda t: _choices(t, "vi")),
    plain("choices_en", "Lựa chọn (tiếng Anh)", "Choices (English)",
           lambda t: _choices(t, "en")),
    plain("parameters", "Số liệu địa phương", "Local figures",
           lambda t: joined([f"{p.id}: {p.vi}" for p in t.parameters])),
    _SENTENCES,
    _BASIS,
    *_DEFECT,
    plain("since", "Từ phiên bản", "Since version"),
)  # fmt: skip
SENTENCE = (
    _ID,
    plain("part", "Phần", "Part"),
    *words("gist", "Ý chính", "Gist", lambda s: s.gist),
    plain("frame", "Câu dẫn", "Frame"),
    plain("resting", "Mục dựa vào", "Rests on it"),
    plain("fingerprint", "Dấu vân tay", "Fingerprint"),
)
TARGET = (
    plain("id", "Mã", "Id", lambda r: r.target.id),
    *words("name", "Chỉ tiêu", "Target", lambda r: r.target.name),
    plain("year", "Năm", "Year", lambda r: r.value.year),
    plain("comparator", "Phép so sánh", "Comparator", lambda r: r.value.measure.comparator),
    plain("low", "Cận dưới", "Low", lambda r: r.value.measure.low),
    plain("high", "Cận trên", "High", lambda r: r.value.measure.high),
    *words("value", "Giá trị", "Value", lambda r: r.value.value),
    *words("unit", "Đơn vị", "Unit", lambda r: r.value.unit or r.target.unit),
    *words("per", "Mỗi", "Per", lambda r: r.value.per),
    *words("scope", "Phạm vi", "Scope", lambda r: r.value.scope),
    plain("provincial", "Áp dụng cho tỉnh", "For a province", lambda r: r.target.provincial),
    *words("local", "Chỉ tiêu địa phương", "Local counterpart", lambda r: r.target.local),
    *words("local_unit", "Đơn vị ở địa phương", "Local unit", lambda r: r.target.local_unit),
    *words(
        "baseline",
        "Số liệu gốc",
        "Baseline",
        lambda r: r.target.baseline and r.target.baseline.value,
    ),
    plain("monitor", "Theo dõi", "Monitoring", lambda r: joined(r.target.monitor)),
    plain("sentences", "Câu nguồn", "Sentences", lambda r: joined(r.target.source.sentences)),
    plain("basis", "Độ tin cậy", "Basis", lambda r: r.target.basis),
    *words("defect", "Lưu ý", "Defect of the English", lambda r: r.target.defect),
)
BASELINE = (
    _ID,
    *words("name", "Chỉ số", "Indicator", lambda b: b.name),
    plain("year", "Năm", "Year", lambda b: b.value.year),
    *words("value", "Giá trị", "Value", lambda b: b.value.value),
    *words("unit", "Đơn vị", "Unit", lambda b: b.value.unit),
    *words("scope", "Phạm vi", "Scope", lambda b: b.value.scope),
    plain("target", "Chỉ tiêu", "Target"),
    _SOURCE,
    _BASIS,
)
PRINCIPLE = (
    _ID,
    *words("title", "Quan điểm", "Principle", lambda p: p.title),
    *words("text", "Vận dụng trong kế hoạch", "In a plan", lambda p: p.text),
    plain("core", "Nội dung cốt lõi", "Core"),
    _SENTENCES,
    _BASIS,
    *_DEFECT,
)
DUTY = (
    _ID,
    *words("central_body", "Cơ quan Trung ương", "Central body",
            lambda d: d.central and d.central.body),
    *words("now", "Tên hiện nay", "Now called", lambda d: d.central and d.central.now),
    *words("central_text", "Việc của Trung ương", "What it does",
            lambda d: d.central and d.central.text),
    *words("to", "Báo cáo với", "To whom", lambda d: d.central and d.central.to),
    plain("when_vi", "Khi nào (tiếng Việt)", "When (Vietnamese)",
           lambda d: d.central.when.say("vi") if d.central else None),
    plain("when_en", "Khi nào (tiếng Anh)", "When (English)",
           lambda d: d.central.when.say("en") if d.central else None),
    plain("bodies", "Cơ quan của tỉnh", "Provincial bodies"),
    *words("text", "Việc của tỉnh", "What they do", lambda d: d.text),
    _SENTENCES,
    _SOURCE,
    _BASIS,
    *_DEFECT,
)  # fmt: skip
DIRECTIVE = (
    _ID,
    *words("body", "Cơ quan", "Body", lambda d: d.body),
    *words("text", "Nội dung", "Text", lambda d: d.text),
    plain("deadline_vi", "Thời hạn (tiếng Việt)", "Deadline (Vietnamese)",
           lambda d: d.deadline.say("vi")),
    plain("deadline_en", "Thời hạn (tiếng Anh)", "Deadline (English)",
           lambda d: d.deadline.say("en")),
    plain("for_province", "Với tỉnh", "For a province"),
    plain("sub_tasks", "Nhiệm vụ", "Sub-tasks"),
    _SOURCE,
    _BASIS,
)  # fmt: skip
REQUIREMENT = (
    _ID,
    *words("title", "Yêu cầu", "Requirement", lambda r: r.title),
    *words("text", "Nội dung", "Text", lambda r: r.text),
    *words("evidence", "Minh chứng", "Evidence", lambda r: r.evidence),
    plain("directive", "Chỉ đạo", "Directive"),
    _BASIS,
)
DOCUMENT = (
    _ID,
    plain("number", "Số, ký hiệu", "Number"),
    plain("date", "Ngày", "Date"),
    *words("type", "Loại", "Type", lambda d: d.type),
    *words("issuer", "Cơ quan ban hành", "Issuer", lambda d: d.issuer),
    *words("title", "Trích yếu", "Title", lambda d: d.title),
    plain("valid_from", "Hiệu lực từ", "In force from"),
    plain("valid_to", "Hiệu lực đến", "In force until"),
    plain("amended_by", "Được sửa đổi bởi", "Amended by"),
    plain("replaced_by", "Được thay thế bởi", "Replaced by"),
    plain("status_basis", "Độ tin cậy về hiệu lực", "Basis of the status"),
    _BASIS,
    plain("source", "Nguồn", "Source"),
)
_SPAN = (plain("valid_from", "Từ ngày", "From"), plain("valid_to", "Đến ngày", "Until"))
_STATED = (_BASIS, plain("source", "Nguồn", "Source"))
AGENCY = (
    _ID,
    *words("name", "Tên", "Name", lambda a: Text(vi=a.vi, en=a.en)),
    plain("aliases", "Dạng ngắn", "Short forms"),
    plain("side", "Khối", "Side"),
    plain("level", "Cấp", "Level"),
    plain("only", "Chỉ có ở", "Only in"),
    *_SPAN,
    plain("successor", "Kế thừa bởi", "Successor"),
    *_STATED,
)
PROVINCE = (
    _ID,
    plain("code", "Mã số", "Code"),
    *words("name", "Tên", "Name", lambda p: Text(vi=p.vi, en=p.en)),
    plain("kind", "Loại", "Kind"),
    *_SPAN,
    plain("successor", "Kế thừa bởi", "Successor"),
    plain("predecessors", "Hình thành từ", "Made from"),
    *_STATED,
)
ROLE = (
    _ID,
    *words("name", "Chức danh", "Post", lambda r: Text(vi=r.vi, en=r.en)),
    *words("sign", "Khi ký", "As signed", lambda r: Text(vi=r.sign("vi"), en=r.sign("en"))),
    plain("deputy_of", "Cấp phó của", "Deputy of"),
    *_STATED,
)
