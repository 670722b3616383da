"""What a column is for, by its heading: the words that offices use, with or without diacritics."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from r57plans.catalogue.search import folded
from r57plans.importing.grids import GridRow
from r57plans.importing.records import Kind

_LONGEST_WORDS = 16
_MOST_ROWS = 4
_W = r"(?: \w+)"

# What is matched is without diacritics, in small letters, its words parted by single blanks. The
# first pattern that fits the whole heading says what the column is for; `keep` columns have no
# field in a plan and go into the row's note.
_TASKS: tuple[tuple[str, str], ...] = (
    ("number", rf"(?:so )?(?:s ?t ?t|t ?t){_W}?|(?:so )?thu tu|no|item|ma{_W}{{0,3}}|muc|id|code"),
    ("keep", rf"(?:ket qua|san pham) (?:hien|dat|thuc hien|den|trien khai|da){_W}*"),
    ("keep", rf"(?:tinh (?:hinh|trang)|trang thai|hien trang|danh gia|khoi luong){_W}*"),
    ("keep", rf"(?:de xuat|kien nghi|kho khan|vuong mac){_W}*"),
    ("keep", rf"(?:van ban|can cu|co so|nguon goc|muc do|chi tieu|loai|don vi tinh){_W}*"),
    ("in_charge", rf"(?:lanh dao|dong chi|nguoi) (?:phu trach|chi dao|chiu trach nhiem){_W}*"),
    ("keep", rf"(?:lanh dao|dong chi|nguoi|can bo|ca nhan|chuyen vien){_W}*"),
    ("keep", rf"(?:co quan|don vi|cap) (?:ban hanh|phe duyet|trinh|quyet dinh|theo doi){_W}*"),
    ("keep", rf"(?:\w+ )?(?:status|progress|proposal\w*|basis|reference){_W}*"),
    ("start", rf"(?:thoi (?:gian|diem)|ngay|start){_W}{{0,3}}(?: bat dau| date)|bat dau|start"),
    ("requested", rf"(?:\w+ )*de nghi phoi hop{_W}*"),
    ("both", rf"(?:\w+ )*chu tri{_W}* phoi hop{_W}*|leads?{_W}* (?:support|coordinat)\w*{_W}*"),
    ("supports", rf"(?:\w+ )*(?:phoi hop|cung thuc hien|tham gia){_W}*"),
    ("supports", rf"(?:\w+ )*(?:support\w*|coordinat\w+|cooperat\w+|with){_W}*"),
    ("leads", rf"(?:\w+ )*chu tri{_W}*"),
    ("deadline", rf"(?:\w+ ){{0,2}}(?:thoi (?:gian|han|diem|ky)|han|ky han){_W}*"),
    ("deadline", rf"(?:tien do|lo trinh|moc|ngay|nam|thang)?{_W}{{0,2}} ?hoan thanh{_W}{{0,3}}"),
    ("deadline", rf"(?:ket thuc|due|deadline|time\w*|complet\w+|end|until|by when){_W}{{0,3}}"),
    ("deadline", rf"(?:tien do|lo trinh){_W}{{0,4}}"),
    ("leads", rf"(?:cac )?(?:co quan|don vi|dia phuong|to chuc|dau moi|bo phan){_W}{{0,8}}"),
    ("leads", rf"(?:trach nhiem|phan cong|chu the|chu dau tu){_W}{{0,5}}"),
    ("leads", rf"(?:lead\w*|responsib\w+|implement\w+|owner|in charge){_W}{{0,3}}"),
    ("group", rf"(?:nhom|linh vuc|tru cot|mang|truc|group|pillar|area|field){_W}{{0,5}}"),
    (
        "products",
        rf"(?:\w+ ){{0,3}}san pham{_W}*|(?:du kien )?(?:ket qua|dau ra|yeu cau){_W}{{0,8}}",
    ),
    ("products", rf"(?:\w+ ){{0,2}}(?:products?|deliverables?|outputs?|results?){_W}{{0,3}}"),
    ("funding", rf"(?:kinh phi|du toan|nguon (?:luc|von|kinh phi)|funding|budget){_W}{{0,6}}"),
    ("note", rf"ghi chu{_W}{{0,3}}|remarks?|notes?|comments?"),
    ("text", rf"(?:\w+ ){{0,2}}(?:nhiem vu|noi dung|cong viec|dau viec|giai phap){_W}{{0,8}}"),
    ("text", rf"(?:ten )?(?:chuong trinh|de an|du an){_W}{{0,6}}"),
    ("text", rf"(?:cac )?(?:hoat dong|viec){_W}{{0,4}}"),
    ("text", rf"(?:\w+ )?(?:tasks?|activit\w+|content\w*|actions?|works?){_W}{{0,3}}"),
)
_TARGETS: tuple[tuple[str, str], ...] = (
    ("number", rf"(?:so )?(?:s ?t ?t|t ?t){_W}?|(?:so )?thu tu|no|item|ma{_W}{{0,3}}|id|code"),
    ("unit", r"don vi(?: tinh| do)?|dvt|d v t|units?(?: of measure\w*)?"),
    ("note", rf"ghi chu{_W}{{0,3}}|remarks?|notes?|comments?"),
    ("keep", rf"(?:can cu|co so|van ban|de xuat|trung uong|(?:\w+ )*trung uong){_W}*"),
    ("supplier", rf"(?:\w+ )*(?:cung cap|so lieu|phoi hop|suppl\w+|data source){_W}*"),
    ("baseline", r"th 20\d\d|(?:nam )?20\d\d hien trang"),
    ("baseline", rf"(?:hien trang|thuc trang|hien tai|nam goc|co ban dau){_W}*"),
    ("baseline", rf"(?:gia tri |ket qua )?thuc hien{_W}*|(?:baseline|current){_W}*"),
    ("monitor", rf"(?:\w+ )*(?:chu tri|theo doi|danh gia|phu trach|chiu trach nhiem){_W}*"),
    ("monitor", rf"(?:co quan|don vi) thuc hien{_W}*|(?:lead|monitor|responsib)\w*{_W}*"),
    (
        "value",
        rf"(?:ket qua|gia tri|muc(?! tieu)|ke hoach|values?){_W}{{0,5}}|chi tieu(?: giao| dat)",
    ),
    ("name", rf"(?:\w+ ){{0,2}}(?:chi tieu|muc tieu|chi so|tieu chi){_W}{{0,8}}"),
    ("name", rf"(?:\w+ )?(?:indicators?|targets?|goals?){_W}{{0,3}}|noi dung"),
)
_PATTERNS = {
    kind: tuple((field, re.compile(pattern)) for field, pattern in table)
    for kind, table in (("tasks", _TASKS), ("targets", _TARGETS))
}
_NEEDS: dict[str, tuple[str, frozenset[str]]] = {
    "tasks": ("text", frozenset({"leads", "supports", "both", "products", "deadline"})),
    "targets": ("name", frozenset({"unit", "value", "monitor", "baseline"})),
}
_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
_YEARS = re.compile(
    r"(?:(?:den|het|nam|giai doan|muc|tieu|chi|ke hoach|kh|tam nhin|by|period|year|target|the) )"
    r"{0,5}"
    r"(?:(20\d\d) )?(20\d\d)"
)
_NOW = re.compile(r"hien trang|thuc trang|thuc hien|\bth\b|baseline")
_QUARTER = re.compile(r"(?:quy |q)?(?:iv|i{1,3}|[1-4])|(?:thang |t)?(?:1[0-2]|[1-9])")
_MONEY = re.compile(
    r"(?:(?:nghìn|ngàn|triệu|tỷ|tỉ) )?đồng|\btr(?:iệu)?\.?đ\b|\bVND(?: (?:m|b)illion)?",
    re.IGNORECASE,
)
_NUMBER_CELL = re.compile(r"\(?\[?(\d{1,2}|[a-hA-H])\]?\)?(?:\s*=.*)?")
_COUNTING = re.compile(r"\W*(?:[IVXLivxl]{1,5}|[a-zđA-ZĐ]|\d{1,3}(?:\.\d{1,3})*)\W*|[-–+•*]")
_BETTER = {"deadline": ("hoan thanh", "han", "thoi gian", "lo trinh"), "text": ("nhiem vu",)}


@dataclass(frozen=True, slots=True)
class Column:
    """A column: the field that it is for, its heading, the years of a horizon, its width."""

    field: str
    title: str
    years: tuple[int, ...] = ()
    span: int = 1

    @property
    def money(self) -> str:
        """The unit of money that its heading names, such as `triệu đồng`; "" for none."""
        found = _MONEY.search(self.title)
        return found[0] if found else ""


@dataclass(frozen=True, slots=True)
class Heading:
    """The headings of a table: what it is, its columns by where they begin, its rows.

    `leaves` are the columns where the cells of the last row of headings begin.
    """

    kind: Kind
    columns: dict[int, Column]
    rows: int
    texts: frozenset[str]

    @property
    def leaves(self) -> tuple[int, ...]:
        """Where the columns begin, left to right."""
        return tuple(sorted(self.columns))

    def of(self, field: str) -> Column | None:
        """The column of a field."""
        return next((c for c in self.columns.values() if c.field == field), None)


def heading_at(rows: Sequence[GridRow]) -> Heading | None:
    """The headings that begin with the first of the rows; None where it is no row of headings."""
    if not rows or not _may_head(rows[0]):
        return None
    found: Heading | None = None
    for count in range(1, min(_MOST_ROWS, len(rows)) + 1):
        if count > 1 and not _goes_on(rows[count - 1], rows[0]):
            break
        kinds = (_read(kind, rows[:count]) for kind in ("tasks", "targets"))
        here = max((h for h in kinds if h), key=_worth, default=None)
        if here and (found is None or _worth(here) >= _worth(found)):
            found = here
    return _with_number(found, rows) if found else None


def _with_number(heading: Heading, rows: Sequence[GridRow]) -> Heading:
    """The heading with the column without one that numbers the rows, where there is such a one."""
    first = min(rows[0].columns)
    below = [c.text for row in rows[heading.rows :] for c in row.own if c.column == first]
    counting = [text for text in below if _COUNTING.fullmatch(text)]
    if first in heading.columns or heading.of("number") or len(counting) * 2 <= len(below):
        return heading
    return replace(heading, columns={first: Column("number", ""), **heading.columns})


def is_number_row(row: GridRow) -> bool:
    """Whether a row numbers the columns: `(1) (2) (3)`, or `A B 1 2`."""
    said = [_NUMBER_CELL.fullmatch(cell.text) for cell in row.cells]
    if len(said) < 3 or not all(said):
        return False
    figures = [int(found[1]) for found in said if found and found[1].isdecimal()]
    return figures == sorted(set(figures)) and len(figures) >= 2


def _may_head(row: GridRow) -> bool:
    return len(row.cells) >= 2 and all(_short(cell.text) for cell in row.cells)


def _short(text: str) -> bool:
    return len(folded(text).split()) <= _LONGEST_WORDS


def _goes_on(row: GridRow, first: GridRow) -> bool:
    """Whether a row may be a further row of headings: below spans, or beside joined cells."""
    if is_number_row(row) or not all(_short(cell.text) for cell in row.cells):
        return False
    spans = [c for c in first.cells if c.span > 1]
    return bool(row.own) and all(
        any(s.column <= c.column < s.column + s.span for s in spans) for c in row.own
    )


def _worth(heading: Heading) -> tuple[int, int]:
    known = [c for c in heading.columns.values() if c.field not in ("keep", "other")]
    return len({(c.field, c.years) for c in known}), len(heading.columns)


def _read(kind: Kind, rows: Sequence[GridRow]) -> Heading | None:
    titles = _titles(rows)
    spans = {cell.column: cell.span for row in rows for cell in row.own}
    columns = _unique(
        {at: replace(_column(kind, path), span=spans.get(at, 1)) for at, path in titles.items()}
    )
    fields = {column.field for column in columns.values()}
    horizons = sum(1 for column in columns.values() if column.field == "horizon")
    main, others = _NEEDS[kind]
    texts = frozenset(folded(cell.text) for row in rows for cell in row.cells)
    known = sum(1 for column in columns.values() if column.field != "other")
    if main not in fields or known * 2 < len(columns):
        return None
    if fields & others or (kind == "targets" and horizons):
        return Heading(kind, columns, len(rows), texts)
    if kind == "tasks" and horizons >= 2:
        return Heading("roadmap", columns, len(rows), texts)
    return None


def _titles(rows: Sequence[GridRow]) -> dict[int, tuple[str, ...]]:
    """Of each column its headings from the top down; joined cells say theirs once."""
    starts = sorted({cell.column for row in rows for cell in row.cells})
    found = {}
    for at in starts:
        above = [
            cell
            for row in rows
            for cell in row.own
            if cell.column <= at < cell.column + cell.span
        ]  # fmt: skip
        if above:
            found[at] = tuple(cell.text for cell in above)
    return found


def _column(kind: Kind, path: tuple[str, ...]) -> Column:
    """What a column is for: by its lowest heading, all of them together, or the topmost."""
    title = " / ".join(dict.fromkeys(path))
    for text in dict.fromkeys((path[-1], " ".join(path), *path[:-1][::-1])):
        said = folded(text)
        if field := _field(kind, said):
            years = tuple(map(int, _YEAR.findall(said))) if field == "baseline" else ()
            return Column(field, title, years)
        if (found := _YEARS.fullmatch(said)) or (kind == "tasks" and _QUARTER.fullmatch(said)):
            years = tuple(int(y) for y in found.groups() if y) if found else ()
            return Column("horizon", title, years)
    if path[-1].strip() in ("#", "№"):
        return Column("number", title)
    return Column("other", title)


def _field(kind: Kind, said: str) -> str:
    if _YEAR.search(said) and not re.search(
        r"hien trang|thuc trang|thuc hien|\bth\b|baseline", said
    ):
        return ""
    if re.search(r"nhom nhiem vu", said) and kind == "tasks":
        return "group"
    return next((f for f, pattern in _PATTERNS[kind] if pattern.fullmatch(said)), "")


def _unique(columns: dict[int, Column]) -> dict[int, Column]:
    """At most one column for each field; what is left over is kept beside it.

    Without a column of its own for the tasks, that of the groups has them.
    """
    fields = {column.field for column in columns.values()}
    made = dict(columns)
    if "text" not in fields and "group" in fields:
        at = next(at for at, column in columns.items() if column.field == "group")
        made[at] = replace(columns[at], field="text")
    for field in {column.field for column in made.values()} - {"keep", "other", "horizon"}:
        there = [at for at, column in made.items() if column.field == field]
        best = min(there, key=lambda at: (_rank(field, made[at].title), at))
        for at in there:
            if at != best:
                made[at] = replace(made[at], field="keep")
    return made


def _rank(field: str, title: str) -> int:
    said = folded(title)
    better: Iterable[str] = _BETTER.get(field, ())
    return next((n for n, word in enumerate(better) if word in said), 9)
