"""A catalogue as flat tables, for people who live in a spreadsheet and for other programs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from r57plans.catalogue.general import say
from r57plans.catalogue.resting import resting_on
from r57plans.findings import Language, Message
from r57plans.model.base import Source, Text
from r57plans.model.catalogue import Catalogue, CatalogueTarget, SubTask
from r57plans.model.target import Value
from r57plans.model.task import Product

Cell = str | int | float | None


@dataclass(frozen=True, slots=True)
class Table:
    """One table: its machine name, its title, the columns' machine names and titles, the rows."""

    name: str
    title: Message
    columns: tuple[str, ...]
    titles: tuple[Message, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class _Column:
    name: str
    vi: str
    en: str
    of: Callable[[Any], Cell]


def tables(catalogue: Catalogue) -> tuple[Table, ...]:
    """Sub-tasks, sentences, targets and all other records, each kind in a table of its own.

    Texts have any province's words in their placeholders, and gaps for local figures.
    """
    return (
        _table("sub-tasks", "Nhiệm vụ", "Sub-tasks", _SUB_TASK, catalogue.sub_tasks.values()),
        _table("sentences", "Câu nguồn", "Sentences", _SENTENCE, _sentences(catalogue)),
        _table("targets", "Chỉ tiêu", "Targets", _TARGET, _values(catalogue)),
        _table("baselines", "Số liệu gốc", "Baselines", _BASELINE, catalogue.baselines),
        _table("principles", "Quan điểm", "Principles", _PRINCIPLE, catalogue.principles),
        _table("duties", "Tổ chức thực hiện", "Duties", _DUTY, catalogue.duties),
        _table("directives", "Chỉ đạo 4-3-2025", "Directives", _DIRECTIVE, catalogue.directives),
        _table("requirement", "Yêu cầu", "Requirement", _REQUIREMENT, catalogue.requirement),
        _table("documents", "Văn bản", "Documents", _DOCUMENT, catalogue.documents),
    )


def _table(
    name: str, vi: str, en: str, columns: tuple[_Column, ...], records: Iterable[Any]
) -> Table:
    return Table(
        name,
        Message(vi, en),
        tuple(c.name for c in columns),
        tuple(Message(c.vi, c.en) for c in columns),
        tuple(tuple(c.of(record) for c in columns) for record in records),
    )


@dataclass(frozen=True, slots=True)
class _SentenceRow:
    id: str
    part: str
    gist: Text | None
    frame: bool
    fingerprint: str | None
    resting: str


def _sentences(catalogue: Catalogue) -> Iterator[_SentenceRow]:
    resting = resting_on(catalogue)
    for sentence in catalogue.sentences():
        part = "III" if sentence.id[0].isdigit() else sentence.id.partition(".")[0]
        on_it = ", ".join(resting.get(sentence.id, ()))
        yield _SentenceRow(
            sentence.id, part, sentence.gist, sentence.frame, sentence.fingerprint, on_it
        )


@dataclass(frozen=True, slots=True)
class _TargetRow:
    target: CatalogueTarget
    value: Value


def _values(catalogue: Catalogue) -> Iterator[_TargetRow]:
    return (_TargetRow(target, value) for target in catalogue.targets for value in target.values)


def _words(name: str, vi: str, en: str, of: Callable[[Any], Text | None]) -> tuple[_Column, ...]:
    """A text as two columns, one for each language."""

    def said(language: Language) -> Callable[[Any], Cell]:
        return lambda record: say(text, language) if (text := of(record)) else None

    return (
        _Column(f"{name}_vi", f"{vi} (tiếng Việt)", f"{en} (Vietnamese)", said("vi")),
        _Column(f"{name}_en", f"{vi} (tiếng Anh)", f"{en} (English)", said("en")),
    )


def _plain(name: str, vi: str, en: str, of: Callable[[Any], Any] | None = None) -> _Column:
    return _Column(name, vi, en, of or (lambda record: _joined(getattr(record, name))))


def _joined(value: Any) -> Cell:
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


def _choices(task: SubTask, language: Language) -> Cell:
    return _joined([say(choice, language) for choice in task.choices])


def _basis(record: Any) -> Cell:
    return str(record.basis)


def _source(record: Any) -> Cell:
    source: Source = record.source
    parts = (source.document, source.part, source.paragraph, source.place)
    return ", ".join(p for p in parts if p)


_ID = _plain("id", "Mã", "Id")
_BASIS = _plain("basis", "Độ tin cậy", "Basis", _basis)
_SOURCE = _plain("source", "Nguồn", "Source", _source)
_SENTENCES = _plain("sentences", "Câu nguồn", "Sentences", lambda r: _joined(r.source.sentences))
_DEFECT = _words("defect", "Lưu ý về bản tiếng Anh", "Defect of the English", lambda r: r.defect)

_SUB_TASK = (
    _ID,
    _plain("group", "Nhóm", "Group", lambda t: int(t.id.partition(".")[0])),
    _plain("paragraph", "Đoạn", "Paragraph"),
    *_words("title", "Tên", "Title", lambda t: t.title),
    *_words("text", "Nội dung", "Text", lambda t: t.text),
    _plain("level", "Cấp thực hiện", "Level"),
    _plain("recommended", "Nên chọn", "Recommended"),
    *_words("reason", "Lý do", "Reason", lambda t: t.reason),
    _plain("leads", "Chủ trì", "Lead"),
    _plain("supports", "Phối hợp", "Support"),
    _plain("requested", "Đề nghị phối hợp", "Requested"),
    _plain("products_vi", "Sản phẩm (tiếng Việt)", "Products (Vietnamese)",
           lambda t: _products(t, "vi")),
    _plain("products_en", "Sản phẩm (tiếng Anh)", "Products (English)",
           lambda t: _products(t, "en")),
    _plain("horizon_vi", "Thời hạn (tiếng Việt)", "Deadline (Vietnamese)",
           lambda t: t.horizon.say("vi")),
    _plain("horizon_en", "Thời hạn (tiếng Anh)", "Deadline (English)",
           lambda t: t.horizon.say("en")),
    *_words("horizon_reason", "Căn cứ thời hạn", "Why then", lambda t: t.horizon_reason),
    _plain("recurring", "Lặp lại", "Recurring"),
    *_words("funding", "Nguồn kinh phí", "Funding", lambda t: t.funding),
    _plain("indicators", "Chỉ tiêu", "Targets"),
    _plain("bottleneck", "Điểm nghẽn", "Bottleneck"),
    _plain("subjects", "Chủ thể", "Subjects"),
    _plain("core", "Nội dung cốt lõi", "Core"),
    _plain("security", "An ninh mạng", "Cyber security"),
    _plain("choices_vi", "Lựa chọn (tiếng Việt)", "Choices (Vietnamese)",
           lambda t: _choices(t, "vi")),
    _plain("choices_en", "Lựa chọn (tiếng Anh)", "Choices (English)",
           lambda t: _choices(t, "en")),
    _plain("parameters", "Số liệu địa phương", "Local figures",
           lambda t: _joined([f"{p.id}: {p.vi}" for p in t.parameters])),
    _SENTENCES,
    _BASIS,
    *_DEFECT,
    _plain("since", "Từ phiên bản", "Since version"),
)  # fmt: skip
_SENTENCE = (
    _ID,
    _plain("part", "Phần", "Part"),
    *_words("gist", "Ý chính", "Gist", lambda s: s.gist),
    _plain("frame", "Câu dẫn", "Frame"),
    _plain("resting", "Mục dựa vào", "Rests on it"),
    _plain("fingerprint", "Dấu vân tay", "Fingerprint"),
)
_TARGET = (
    _plain("id", "Mã", "Id", lambda r: r.target.id),
    *_words("name", "Chỉ tiêu", "Target", lambda r: r.target.name),
    _plain("year", "Năm", "Year", lambda r: r.value.year),
    _plain("comparator", "Phép so sánh", "Comparator", lambda r: r.value.measure.comparator),
    _plain("low", "Cận dưới", "Low", lambda r: r.value.measure.low),
    _plain("high", "Cận trên", "High", lambda r: r.value.measure.high),
    *_words("value", "Giá trị", "Value", lambda r: r.value.value),
    *_words("unit", "Đơn vị", "Unit", lambda r: r.value.unit or r.target.unit),
    *_words("per", "Mỗi", "Per", lambda r: r.value.per),
    *_words("scope", "Phạm vi", "Scope", lambda r: r.value.scope),
    _plain("provincial", "Áp dụng cho tỉnh", "For a province", lambda r: r.target.provincial),
    *_words("local", "Chỉ tiêu địa phương", "Local counterpart", lambda r: r.target.local),
    _plain("monitor", "Theo dõi", "Monitoring", lambda r: _joined(r.target.monitor)),
    _plain("sentences", "Câu nguồn", "Sentences", lambda r: _joined(r.target.source.sentences)),
    _plain("basis", "Độ tin cậy", "Basis", lambda r: r.target.basis),
    *_words("defect", "Lưu ý", "Defect of the English", lambda r: r.target.defect),
)
_BASELINE = (
    _ID,
    *_words("name", "Chỉ số", "Indicator", lambda b: b.name),
    _plain("year", "Năm", "Year", lambda b: b.value.year),
    *_words("value", "Giá trị", "Value", lambda b: b.value.value),
    *_words("unit", "Đơn vị", "Unit", lambda b: b.value.unit),
    *_words("scope", "Phạm vi", "Scope", lambda b: b.value.scope),
    _plain("target", "Chỉ tiêu", "Target"),
    _SOURCE,
    _BASIS,
)
_PRINCIPLE = (
    _ID,
    *_words("title", "Quan điểm", "Principle", lambda p: p.title),
    *_words("text", "Vận dụng trong kế hoạch", "In a plan", lambda p: p.text),
    _plain("core", "Nội dung cốt lõi", "Core"),
    _SENTENCES,
    _BASIS,
    *_DEFECT,
)
_DUTY = (
    _ID,
    *_words("central_body", "Cơ quan Trung ương", "Central body",
            lambda d: d.central and d.central.body),
    *_words("now", "Tên hiện nay", "Now called", lambda d: d.central and d.central.now),
    *_words("central_text", "Việc của Trung ương", "What it does",
            lambda d: d.central and d.central.text),
    *_words("to", "Báo cáo với", "To whom", lambda d: d.central and d.central.to),
    _plain("when_vi", "Khi nào (tiếng Việt)", "When (Vietnamese)",
           lambda d: d.central.when.say("vi") if d.central else None),
    _plain("when_en", "Khi nào (tiếng Anh)", "When (English)",
           lambda d: d.central.when.say("en") if d.central else None),
    _plain("bodies", "Cơ quan của tỉnh", "Provincial bodies"),
    *_words("text", "Việc của tỉnh", "What they do", lambda d: d.text),
    _SENTENCES,
    _SOURCE,
    _BASIS,
    *_DEFECT,
)  # fmt: skip
_DIRECTIVE = (
    _ID,
    *_words("body", "Cơ quan", "Body", lambda d: d.body),
    *_words("text", "Nội dung", "Text", lambda d: d.text),
    _plain("deadline_vi", "Thời hạn (tiếng Việt)", "Deadline (Vietnamese)",
           lambda d: d.deadline.say("vi")),
    _plain("deadline_en", "Thời hạn (tiếng Anh)", "Deadline (English)",
           lambda d: d.deadline.say("en")),
    _plain("for_province", "Với tỉnh", "For a province"),
    _plain("sub_tasks", "Nhiệm vụ", "Sub-tasks"),
    _BASIS,
)  # fmt: skip
_REQUIREMENT = (
    _ID,
    *_words("title", "Yêu cầu", "Requirement", lambda r: r.title),
    *_words("text", "Nội dung", "Text", lambda r: r.text),
    *_words("evidence", "Minh chứng", "Evidence", lambda r: r.evidence),
    _plain("directive", "Chỉ đạo", "Directive"),
    _BASIS,
)
_DOCUMENT = (
    _ID,
    _plain("number", "Số, ký hiệu", "Number"),
    _plain("date", "Ngày", "Date"),
    *_words("type", "Loại", "Type", lambda d: d.type),
    *_words("issuer", "Cơ quan ban hành", "Issuer", lambda d: d.issuer),
    *_words("title", "Trích yếu", "Title", lambda d: d.title),
    _plain("valid_from", "Hiệu lực từ", "In force from"),
    _plain("valid_to", "Hiệu lực đến", "In force until"),
    _plain("amended_by", "Được sửa đổi bởi", "Amended by"),
    _plain("replaced_by", "Được thay thế bởi", "Replaced by"),
    _plain("status_basis", "Độ tin cậy về hiệu lực", "Basis of the status"),
    _BASIS,
    _plain("source", "Nguồn", "Source"),
)
