"""The small words that a view adds to a plan's own, in both languages."""

from __future__ import annotations

from r57plans.findings import Language, Message

PHRASES: dict[str, Message] = {
    "number_party": Message("Số {number}", "No. {number}"),
    "number_state": Message("Số: {number}", "No. {number}"),
    "citation_party": Message(
        "{type} số {number}, ngày {date} của {issuer}", "{type} No. {number} of {date} of {issuer}"
    ),
    "citation_state": Message(
        "{type} số {number} ngày {date} của {issuer}", "{type} No. {number} of {date} of {issuer}"
    ),
    "citation_bare": Message("{type} của {issuer}", "{type} of {issuer}"),
    "implementing": Message(
        "Thực hiện {parents}, {issuer} ban hành {type}, cụ thể như sau:",
        "Implementing {parents}, {issuer} hereby issues this {type} as follows:",
    ),
    "issues": Message(
        "{issuer} ban hành {type}, cụ thể như sau:",
        "{issuer} hereby issues this {type} as follows:",
    ),
    "pursuant": Message("Căn cứ {citation}", "Pursuant to {citation}"),
    "replaces": Message("{this} này thay thế {citations}.", "This {this} replaces {citations}."),
    "amends": Message(
        "{this} này sửa đổi, bổ sung {citations}.", "This {this} amends {citations}."
    ),
    "subject": Message("thực hiện {citation}", "implementing {citation}"),
    "alias": Message("(sau đây gọi là {alias})", "(hereinafter “{alias}”)"),
    "attached": Message(
        "(kèm theo {type} {number}, {date} của {issuer})",
        "(attached to {type} {number}, {date}, of {issuer})",
    ),
    "annex": Message("Phụ lục", "Appendix"),
    "unofficial": Message("", "Unofficial translation"),
    "signed": Message("", "(Signed)"),
    "on_behalf_party": Message("T/M {name}", "ON BEHALF OF {name}"),
    "on_behalf_state": Message("TM. {name}", "ON BEHALF OF {name}"),
    "deputising": Message("KT. {name}", "FOR THE {name}"),
    "until": Message("Đến năm {year}", "By {year}"),
    "undated": Message("Không gắn mốc năm", "Without a horizon"),
    "period": Message("giai đoạn {first} - {last}", "{first}–{last}"),
    "baseline": Message("năm {year}: {value}", "{year}: {value}"),
    "per": Message("{value}/{per}", "{value} a {per}"),
    "scope": Message("{value} ({scope})", "{value} ({scope})"),
    "target": Message("{name}: {value}", "{name}: {value}"),
    "target_baseline": Message("{line} ({baseline})", "{line} ({baseline})"),
    "each": Message("{item}", "{item}"),
    "comrade": Message("{post}: đồng chí {person}", "{post}: {person}"),
    "named": Message("{role} {name}", "{role} {name}"),
    "head": Message("Trưởng ban", "Head"),
    "standing_deputy": Message("Phó Trưởng ban Thường trực", "Standing Deputy Head"),
    "deputy": Message("Phó Trưởng ban", "Deputy Head"),
    "standing_agency": Message(
        "Cơ quan thường trực của Ban Chỉ đạo: {body}.",
        "Standing agency of the Steering Committee: {body}.",
    ),
    "group_lead": Message(
        "Tổ giúp việc do đồng chí {person} làm Tổ trưởng",
        "The assisting group is led by the {person}",
    ),
    "group_members": Message(
        "; thành viên là đại diện lãnh đạo: {bodies}",
        "; its members come from the following bodies: {bodies}",
    ),
    "reporting": Message(
        "{every}, {who} báo cáo {to} kết quả thực hiện{by}.",
        "{every}, {who} shall report to {to} on the results{by}.",
    ),
    "reporting_all": Message("các cơ quan được giao nhiệm vụ", "the bodies that were given tasks"),
    "reporting_by": Message(" (trước ngày {days})", " (before {days})"),
    "every": Message("Định kỳ {period}", "{period}"),
    "review": Message(
        "{every} rà soát, đánh giá tiến độ; căn cứ tình hình thực tiễn, {body} xem xét, "
        "quyết định điều chỉnh, bổ sung nhiệm vụ, sản phẩm và thời hạn cho phù hợp.",
        "{every}, progress is reviewed and assessed; in the light of practice, {body} "
        "decides on adjustments and additions to tasks, products and deadlines.",
    ),
    "quantity": Message("{quantity} {product}", "{quantity} {product}"),
    "product_of": Message("{product} của {issuer}", "{product} of {issuer}"),
    "milestone": Message("{deadline}: {product}", "{deadline}: {product}"),
    "year": Message("Năm {year}", "{year}"),
    "quarter": Message("{roman}", "Q{number}"),
    "after": Message("Sau năm {year}", "After {year}"),
    "part": Message("({number}) {text}", "({number}) {text}"),
    "key_bar": Message(
        "Ô màu xám: thời gian thực hiện; ô màu nhạt: nhiệm vụ thường xuyên, định kỳ; "
        "dấu ●: mốc thực hiện.",
        "Grey cells: time of implementation; light cells: standing and recurring tasks; "
        "the mark ●: a milestone.",
    ),
    "key_none": Message(
        "Nhiệm vụ không có ô màu: thời hạn gắn với sự kiện hoặc chưa xác định.",
        "Tasks without shaded cells: the deadline depends on an event or is not yet fixed.",
    ),
    "archive_party": Message("Lưu {body}", "Filed: {body}"),
    "other_tasks": Message("Nhiệm vụ khác", "Other tasks"),
}

ANNEX_TITLES: dict[str, Message] = {
    "targets": Message("Danh mục chỉ tiêu chủ yếu", "List of principal targets"),
    "tasks": Message("Phân công thực hiện nhiệm vụ", "Assignment of tasks"),
    "roadmap": Message("Lộ trình thực hiện nhiệm vụ", "Roadmap of the tasks"),
}

RELATIONS: dict[str, Message] = {
    "equal": Message("bằng", "equal"),
    "higher": Message("cao hơn", "higher"),
    "lower": Message("thấp hơn", "lower"),
    "own": Message("chỉ tiêu riêng", "own target"),
    "share": Message("đóng góp", "share"),
}


def phrase(key: str, language: Language, **words: object) -> str:
    """The phrase in one language with its words filled in; KeyError where the key is unknown."""
    return PHRASES[key].say(language).format(**words)
