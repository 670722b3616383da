"""The small words that a view adds to a plan's own, in both languages."""

from __future__ import annotations

from r57plans.findings import Language, Message

PHRASES: dict[str, Message] = {
    "number_party": Message("Số {number}", "No. {number}"),
    "number_state": Message("Số: {number}", "No. {number}"),
    "citation_party": Message(
        "{type} số {number}, ngày {date}{by}", "{type} No. {number} dated {date}{by}"
    ),
    "citation_state": Message(
        "{type} số {number} ngày {date}{by}", "{type} No. {number} dated {date}{by}"
    ),
    "citation_law": Message("{type} ngày {date}", "the {type} dated {date}"),
    "citation_undated": Message("{type} số {number}{by}", "{type} No. {number}{by}"),
    "citation_bare": Message("{type}{by}", "the {type}{by}"),
    "citation_type": Message("{type}", "{type}"),
    "by": Message(" của {issuer}", " of {issuer}"),
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
    "subject_committee": Message(
        "về việc thành lập Ban Chỉ đạo {place} về phát triển khoa học, công nghệ, đổi mới sáng tạo "
        "và chuyển đổi số",
        "on establishing the Steering Committee of {place} for the Development of Science, "
        "Technology, Innovation and Digital Transformation",
    ),
    "subject_issuing": Message("về việc ban hành {plan}", "on issuing the {plan}"),
    "subject_submission": Message("về việc ban hành {plan}", "on the issuance of the {plan}"),
    "alias": Message("(sau đây gọi là {alias})", "(hereinafter “{alias}”)"),
    "attached_party": Message(
        "(kèm theo {type} {number}, {date} của {issuer})",
        "(attached to {type} {number} dated {date} of {issuer})",
    ),
    "attached_state": Message(
        "(Kèm theo {type} {number} {date} của {issuer})",
        "(Attached to {type} {number} dated {date} of {issuer})",
    ),
    "annex": Message("Phụ lục", "Appendix"),
    "unofficial": Message("", "Unofficial translation"),
    "signed": Message("", "(Signed)"),
    "on_behalf_party": Message("T/M {name}", "ON BEHALF OF {name}"),
    "on_behalf_state": Message("TM. {name}", "ON BEHALF OF {name}"),
    "deputising_party": Message("K/T {name}", "FOR THE {name}"),
    "deputising": Message("KT. {name}", "FOR THE {name}"),
    "until": Message("Đến năm {year}", "By {year}"),
    "undated": Message("Không gắn mốc năm", "Without a set year"),
    "period": Message("giai đoạn {first} - {last}", "{first}–{last}"),
    "baseline": Message("Năm {year}: {value}", "{year}: {value}"),
    "per": Message("{value}/{per}", "{value} a {per}"),
    "scope": Message("{value} ({scope})", "{value} ({scope})"),
    "over": Message("{value} ({period})", "{value} ({period})"),
    "comrade": Message("{post}: đồng chí {person}", "{post}: {person}"),
    "comrade_alone": Message("Đồng chí {person}", "{person}"),
    "named": Message("{name}, {role}", "{role}, {name}"),
    "head": Message("Trưởng ban", "Head"),
    "standing_deputy": Message("Phó Trưởng ban Thường trực", "Standing Deputy Head"),
    "deputy": Message("Phó Trưởng ban", "Deputy Head"),
    "member": Message("Ủy viên", "Member"),
    "standing_agency": Message(
        "{body} là cơ quan thường trực của Ban Chỉ đạo.",
        "The {body} is the standing agency of the Steering Committee.",
    ),
    "group_lead": Message(
        "Tổ giúp việc do đồng chí {person} làm Tổ trưởng",
        "The Working Group is led by the {person}",
    ),
    "group_members": Message(
        "; thành viên là đại diện các cơ quan: {bodies}",
        "; its members represent the following bodies: {bodies}",
    ),
    "reporting": Message(
        "{every}, {who} báo cáo {to} kết quả thực hiện{by}.",
        "{every}, {who} shall report to {to} on results{by}.",
    ),
    "reporting_all": Message(
        "các cơ quan, đơn vị, địa phương được giao nhiệm vụ",
        "agencies, units and localities assigned tasks",
    ),
    "reporting_by": Message(" (trước ngày {days})", " (before {days})"),
    "every": Message("Định kỳ {period}", "{period}"),
    "review": Message(
        "{every}, tiến độ thực hiện được rà soát, đánh giá; căn cứ tình hình thực tiễn, {body} "
        "xem xét, quyết định điều chỉnh, bổ sung nhiệm vụ, sản phẩm và thời hạn cho phù hợp.",
        "{every}, progress is reviewed and assessed; in the light of actual conditions, {body} "
        "decides on adjustments and additions to tasks, products and deadlines.",
    ),
    "quantity": Message("{quantity} {product}", "{quantity} {product}"),
    "product_of": Message("{product} của {issuer}", "{product} of {issuer}"),
    "year": Message("Năm {year}", "{year}"),
    "quarter": Message("{roman}", "Q{number}"),
    "after": Message("Sau năm {year}", "After {year}"),
    "key_bar": Message(
        "Ô xám đậm: thời gian thực hiện; ô xám nhạt: nhiệm vụ thường xuyên, định kỳ; "
        "dấu ●: mốc thực hiện.",
        "Dark grey cells: period of implementation; light grey cells: ongoing and recurring "
        "tasks; ●: a milestone.",
    ),
    "key_none": Message(
        "Nhiệm vụ không có ô xám: thời hạn gắn với sự kiện hoặc chưa xác định.",
        "Tasks without shaded cells: the deadline depends on an event or is not yet fixed.",
    ),
    "centre": Message("Trung ương", "The central authorities"),
    "other_tasks": Message("Nhiệm vụ khác", "Other tasks"),
}

ANNEX_TITLES: dict[str, Message] = {
    "targets": Message("Danh mục chỉ tiêu chủ yếu", "List of principal targets"),
    "tasks": Message("Phân công thực hiện nhiệm vụ", "Assignment of tasks"),
    "roadmap": Message("Lộ trình thực hiện nhiệm vụ", "Implementation roadmap"),
}

RELATIONS: dict[str, Message] = {
    "equal": Message("bằng", "equal"),
    "higher": Message("cao hơn", "higher"),
    "lower": Message("thấp hơn", "lower"),
    "own": Message("chỉ tiêu riêng", "local target"),
    "share": Message("đóng góp", "contribution"),
}


def phrase(key: str, language: Language, **words: object) -> str:
    """The phrase in one language with its words filled in; KeyError where the key is unknown."""
    return PHRASES[key].say(language).format(**words)
