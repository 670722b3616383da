"""How a merge speaks: the names of fields, and the sentences that are kept in notes."""

from __future__ import annotations

from collections.abc import Iterable

from r57plans.findings import Message
from r57plans.merging.records import Origin
from r57plans.model.base import Text

FIELDS: dict[str, Message] = {
    "text": Message("nội dung", "wording"),
    "title": Message("tên", "title"),
    "params": Message("số liệu địa phương", "local figure"),
    "leads": Message("cơ quan chủ trì", "lead"),
    "supports": Message("cơ quan phối hợp", "support"),
    "requested": Message("cơ quan được đề nghị phối hợp", "body asked to support"),
    "in_charge": Message("người phụ trách", "person in charge"),
    "products": Message("sản phẩm", "products"),
    "deadline": Message("thời hạn", "deadline"),
    "funding": Message("kinh phí", "funding"),
    "origin": Message("cấp giao", "who gave it"),
    "group": Message("nhóm", "group"),
    "note": Message("ghi chú", "note"),
    "added": Message("ngày bổ sung", "day of addition"),
    "name": Message("tên", "name"),
    "number": Message("số thứ tự", "number"),
    "parent": Message("chỉ tiêu cha", "parent target"),
    "unit": Message("đơn vị tính", "unit"),
    "value": Message("giá trị", "value"),
    "baseline": Message("giá trị hiện trạng", "baseline"),
    "central": Message("chỉ tiêu của Trung ương", "the centre's value"),
    "relation": Message("mức so với Trung ương", "level against the national one"),
    "reason": Message("lý do", "reason"),
    "evidence": Message("nguồn số liệu", "evidence"),
    "type": Message("loại văn bản", "type of document"),
    "symbol": Message("ký hiệu", "symbol"),
    "opening": Message("phần mở đầu", "opening"),
    "place": Message("địa danh", "place"),
    "superior": Message("cơ quan cấp trên", "superior"),
    "signer": Message("người ký", "signer"),
    "cover": Message("văn bản ban hành", "act that issues it"),
    "issuer": Message("cơ quan ban hành", "issuer"),
    "standing_agency": Message("cơ quan thường trực", "standing agency"),
    "head": Message("Trưởng ban", "head"),
    "lead": Message("tổ trưởng tổ giúp việc", "head of the working group"),
    "working_rules": Message("quy chế làm việc", "working rules"),
    "council": Message("hội đồng tư vấn", "council"),
    "composition": Message("cách ghi thành phần", "form of the composition"),
    "review": Message("kỳ rà soát", "review"),
    "changed_by": Message("thẩm quyền điều chỉnh", "who may change it"),
    "flexibility": Message("rà soát, điều chỉnh", "review and adjustment"),
    "annexes": Message("phụ lục", "annexes"),
    "spelling": Message("kiểu bỏ dấu", "style of tone marks"),
}


def field_of(name: str) -> Message:
    """What a field is called, in small letters; its own name where no better one is known."""
    return FIELDS.get(name, Message(name, name))


def capital(said: Message) -> Message:
    """With a capital, to begin a sentence."""
    return Message(said.vi[:1].upper() + said.vi[1:], said.en[:1].upper() + said.en[1:])


def other(name: str, origin: Origin, said: Message) -> Message:
    """`Thời hạn của Thái Bình: quý IV/2025.`"""
    field = capital(field_of(name))
    return Message(
        f"{field.vi} của {origin.name.vi}: {_ended(said.vi)}",
        f"{field.en} of {origin.name.en}: {_ended(said.en)}",
    )


def _ended(said: str) -> str:
    return said if said.endswith((".", "…", "!", "?")) else f"{said}."


def listed(said: Iterable[Message]) -> Message:
    """Several things in one phrase."""
    found = list(said)
    return Message("; ".join(m.vi for m in found), "; ".join(m.en for m in found))


def names_of(origins: Iterable[Origin]) -> Message:
    """`Hưng Yên, Thái Bình`."""
    names = list(dict.fromkeys(origin.name for origin in origins))
    return Message(", ".join(n.vi for n in names), ", ".join(n.en for n in names))


def as_note(notes: Iterable[Message]) -> Text | None:
    """The notes as a task's or target's note, which only drafts print; None for none."""
    found = list(dict.fromkeys(notes))
    if not found:
        return None
    return Text(vi=" ".join(n.vi for n in found), en=" ".join(n.en for n in found))
