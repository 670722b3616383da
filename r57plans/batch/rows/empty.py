"""An empty table to fill in: the provinces of a day, the columns that a common plan has."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from r57plans.batch.rows.columns import CONTEXT, OF_DOCUMENT, PROVINCE, TARGET
from r57plans.batch.rows.common import Common, read_common
from r57plans.batch.rows.values import PARTY_SIGNERS, SIGNERS
from r57plans.catalogue.tables import Table
from r57plans.findings import Language, Message
from r57plans.load import load_registers
from r57plans.model.base import DocumentDate
from r57plans.workbook import Look, workbook_of

_OFFERED = ("number", "date", "place", "authority", "role", "name")
_NAME, _DATE, _CENTRAL = "provinces", "date", "chinh-phu"
_TITLE, _GUIDE = Message("Các tỉnh", "Provinces"), Message("Cách điền", "How to fill in")
_COLUMN, _WHAT = Message("Cột", "Column"), Message("Điền gì", "What to write")
_FIRST = Message(
    "Mỗi dòng một tỉnh; xóa dòng của tỉnh không làm. Ô để trống thì giữ như kế hoạch chung.",
    "One row a province; delete those not wanted. A blank cell leaves what the common plan has.",
)
_HOW = {
    "number": Message("Chỉ số, ví dụ 12; để trống đến khi ký.",
                      "The number alone, such as 12; blank until signed."),
    _DATE: Message("28/3/2025, hoặc 3/2025 khi chưa ký.", "28/3/2025, or 3/2025 until signed."),
    "place": Message("Để trống thì lấy tên tỉnh.", "Blank: the province's name."),
    "authority": Message("Ban Thường vụ, Ban Chấp hành, Ban Chỉ đạo, Ủy ban nhân dân.",
                         "The Standing Committee, the Steering Committee, …, by name."),
    "role": Message("Bí thư, Phó Bí thư Thường trực, Phó Bí thư …",
                    "Secretary, Standing Deputy Secretary, Deputy Secretary …"),
    "name": Message("Văn phòng của tỉnh điền.", "For the province's office to give."),
    "context": Message("Đặc thù địa phương; mỗi đoạn một dòng trong ô (Alt+Enter).",
                       "What is particular to the province; a line (Alt+Enter) for a paragraph."),
    "target": Message("Như trong tệp kế hoạch: ≥ 90%, 40 - 50, 18,5 hoặc bằng chữ.",
                      "As in the plan file: ≥ 90%, 40 - 50, 18,5 or words."),
}  # fmt: skip
_MORE = Message(
    "Thêm cột khi cần: Ký hiệu; Tình trạng văn bản; Dự thảo lần; Thời hạn: 1.1.2 (mã nhiệm vụ); "
    "Số liệu: ty_le; committee-decision: Số (văn bản khác của kế hoạch).",
    "Add columns where needed: Symbol; Status; Draft no.; Deadline: 1.1.2 (a task's id); "
    "Param: ty_le; committee-decision: Number (another document of the plan).",
)


def empty_table(plan: Path, on: DocumentDate | None, language: Language) -> bytes:
    """An Excel file with a row for each province of a day and a column for each target.

    The day is the plan's unless given. Raises LoadError where the plan cannot be read, ValueError
    where neither has a day.
    """
    common = read_common(plan)
    day = on or common.date
    if day is None:
        raise ValueError("no day")
    columns = {"province": PROVINCE, **dict(_columns(common))}
    blank = (None,) * (len(columns) - 1)
    rows = tuple(
        (each.vi if language == "vi" else each.en, *blank)
        for each in load_registers().provinces_on(day.last)
    )
    table = Table(_NAME, _TITLE, tuple(columns), tuple(columns.values()), rows)
    look = Look(frozenset({_DATE}), wide=tuple(columns)[1:], lists=_lists(common, language))
    return workbook_of([table, _guide(columns, language)], language, {_NAME: look})


def _lists(common: Common, language: Language) -> dict[str, tuple[str, ...]]:
    """Who may sign, to pick from."""
    terms = load_registers().terms
    usual = SIGNERS.get(str(common.document.get("issuer")), PARTY_SIGNERS)
    posts = tuple(role.sign(language) for role in terms.roles if role.id in usual)
    bodies = tuple(
        each.say(language)
        for each in terms.authorities
        if each.id != _CENTRAL and "{" not in each.vi
    )
    return {"authority": bodies, "role": posts}


def _columns(common: Common) -> Iterator[tuple[str, Message]]:
    for named in OF_DOCUMENT:
        if (key := str(named.path[-1])) in _OFFERED:
            yield key, named.title
    yield "context", CONTEXT[0].title
    for target in common.target_names:
        for year in _years(common, target):
            when = f" ({year})" if year else ""
            vi, en = (common.heading(target, language) for language in ("vi", "en"))
            said = Message(f"{TARGET.vi}: {vi}{when}", f"{TARGET.en}: {en}{when}")
            yield f"target/{target}/{year}", said


def _years(common: Common, target: str) -> tuple[int | None, ...]:
    there = tuple(each.get("year") for each in common.values(target))
    if common.has_parts(target) and not there:
        return ()
    years = tuple(year for year in there if isinstance(year, int))
    return tuple(dict.fromkeys(years)) or (common.horizon(target) if not there else None,)


def _guide(columns: Mapping[str, Message], language: Language) -> Table:
    """A sheet that says what each column is for."""
    kinds = {key: title for key, title in columns.items() if key in _HOW}
    kinds |= {"target": Message(f"{TARGET.vi}: …", f"{TARGET.en}: …")}
    shown = [(f"“{title.say(language)}”", _HOW[key]) for key, title in kinds.items()]
    rows = [("", _FIRST), *shown, ("", _MORE)]
    said = tuple((name, how.say(language)) for name, how in rows)
    return Table("guide", _GUIDE, ("column", "what"), (_COLUMN, _WHAT), said)
