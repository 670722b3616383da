"""What a column of the table may be for, and by which headings it is known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from r57plans.batch.edits import Path
from r57plans.findings import Message
from r57plans.language import slug

Kind = Literal["number", "date", "authority", "post", "status", "count", "text", "prose", "figure"]
PROVINCE = Message("Tỉnh, thành phố", "Province")


@dataclass(frozen=True, slots=True)
class Named:
    """One particular: where it stands below `document`, its headings, what its cells hold."""

    path: Path
    title: Message
    kind: Kind
    also: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The headings by which it is known, without diacritics."""
        said = (self.title.vi, self.title.en, "/".join(map(str, self.path)), *self.also)
        return tuple(map(slug, said))


@dataclass(frozen=True, slots=True)
class Column:
    """A column that is understood: every place in the plan that its cells are for.

    `unit` is that of a target's values, `fresh` says what else a value has that the common plan
    does not have yet: its year, its unit.
    """

    title: str
    kind: Kind
    paths: tuple[Path, ...]
    unit: str = ""
    fresh: Mapping[str, object] | None = None


OF_DOCUMENT: tuple[Named, ...] = (
    Named(("number",), Message("Số", "Number"), "number",
          ("số văn bản", "số hiệu", "document number")),
    Named(("symbol",), Message("Ký hiệu", "Symbol"), "text", ("ký hiệu văn bản",)),
    Named(("date",), Message("Ngày", "Date"), "date",
          ("ngày văn bản", "ngày ký", "ngày ban hành", "ngày tháng", "ngày, tháng, năm",
           "document date")),
    Named(("place",), Message("Nơi ban hành", "Place"), "text", ("địa danh", "place of issue")),
    Named(("place", "en"), Message("Nơi ban hành (tiếng Anh)", "Place (English)"), "text",
          ("địa danh (tiếng Anh)", "place in English")),
    Named(("signer", "authority"), Message("Quyền hạn ký", "Signed on behalf of"), "authority",
          ("ký thay mặt", "thẩm quyền ký", "thể thức ký", "authority", "T/M")),
    Named(("signer", "role"), Message("Chức vụ người ký", "Signer's post"), "post",
          ("chức vụ", "chức danh người ký", "signer's role", "post")),
    Named(("signer", "name"), Message("Họ tên người ký", "Signer's name"), "text",
          ("họ và tên người ký", "người ký", "signer")),
    Named(("status",), Message("Tình trạng văn bản", "Status"), "status",
          ("tình trạng", "trạng thái")),
    Named(("draft_no",), Message("Dự thảo lần", "Draft no."), "count", ("lần dự thảo",)),
)  # fmt: skip
CONTEXT: tuple[Named, ...] = (
    Named(("context",), Message("Đặc điểm, tình hình", "Context"), "prose",
          ("đặc thù địa phương", "đặc điểm tình hình", "local character")),
    Named(("context", "en"), Message("Đặc điểm, tình hình (tiếng Anh)", "Context (English)"),
          "prose", ("đặc thù địa phương (tiếng Anh)",)),
)  # fmt: skip
PROVINCES = frozenset(
    map(slug, (*PROVINCE, "tỉnh", "thành phố", "địa phương", "tên tỉnh", "tỉnh/thành phố",
               "tỉnh thành", "province/city", "province or city", "tên tỉnh, thành phố",
               "tỉnh, thành phố (mã)", "province (id)", "mã tỉnh", "province id"))
)  # fmt: skip
UNREAD = frozenset(map(slug, ("STT", "TT", "Số thứ tự", "Ghi chú", "Note", "Notes", "Remarks")))
"""Headings that tables have anyhow, and that say nothing of a plan."""
TARGET, DEADLINE, FIGURE = (
    Message("Chỉ tiêu", "Target"), Message("Thời hạn", "Deadline"), Message("Số liệu", "Param"),
)  # fmt: skip


def is_province(said: str) -> bool:
    """Whether a heading is that of the provinces."""
    return slug(said) in PROVINCES
