"""What a complaint of the models means to a person: a table by kind of complaint."""

from __future__ import annotations

from collections.abc import Callable

from pydantic_core import ErrorDetails

from r57plans.findings import Message
from r57plans.language import did_you_mean, meant
from r57plans.load.id_words import Said, context_of, id_form, id_not_text, shown


def shape_words(
    details: ErrorDetails, name: str, near: tuple[str, ...], known: tuple[str, ...]
) -> Said:
    """The sentences for one complaint; `near` and `known` are field names, for an unknown one."""
    kind = details["type"]
    if kind == "missing":
        return _missing(name)
    if kind == "extra_forbidden":
        blank = details["input"] is None
        return _cut_text(name) if blank else _unknown_field(name, near, known)
    return _TABLE.get(kind, _other)(details)


def _missing(name: str) -> Said:
    return Said(
        "missing-field",
        Message(
            f"Thiếu khóa bắt buộc “{name}”, hoặc khóa này bỏ trống.",
            f"The required key “{name}” is missing or blank.",
        ),
        Message(f"Ghi “{name}: …” vào mục này.", f"Write “{name}: …” in this mapping."),
    )


def _unknown_field(name: str, near: tuple[str, ...], known: tuple[str, ...]) -> Said:
    message = Message(
        f"Không có khóa nào tên là “{name}” ở đây.", f"There is no key “{name}” here."
    )
    if near:
        hint = meant(near)
    else:
        names = ", ".join(known)
        hint = Message(f"Các khóa có thể dùng: {names}.", f"The keys that may stand here: {names}.")
    return Said("unknown-field", message, hint)


def _cut_text(name: str) -> Said:
    """A key with nothing after it is most often the rest of a text that holds a comma."""
    message = Message(
        f"Không có khóa nào tên là “{name}” ở đây, và sau nó không có giá trị.",
        f"There is no key “{name}” here, and nothing stands after it.",
    )
    hint = Message(
        "Nếu đây là phần còn lại của một câu có dấu phẩy, hãy đặt cả câu trong dấu nháy.",
        "If it is the rest of a text that holds a comma, put the whole text in quotes.",
    )
    return Said("unknown-field", message, hint)


def _date(details: ErrorDetails) -> Said:
    given = shown(context_of(details).get("given", details["input"]))
    message = Message(
        f"“{given}” không phải là một ngày có thật.", f"“{given}” is not a date that exists."
    )
    hint = Message(
        "Viết năm-tháng-ngày (2025-03-28), hoặc năm-tháng (2025-03) khi chưa ký.",
        "Write year-month-day (2025-03-28), or year-month (2025-03) while it is not signed.",
    )
    return Said("date", message, hint)


def _day(details: ErrorDetails) -> Said:
    given = shown(context_of(details).get("given", details["input"]))
    message = Message(
        f"“{given}” không phải là một ngày có thật.", f"“{given}” is not a day that exists."
    )
    hint = Message(
        "Viết đủ năm-tháng-ngày, ví dụ 2025-06-15.",
        "Write year, month and day, for example 2025-06-15.",
    )
    return Said("date", message, hint)


def _control(details: ErrorDetails) -> Said:
    codes = context_of(details).get("codes", "")
    message = Message(
        f"Văn bản chứa ký tự điều khiển mà tệp Word không thể chứa: {codes}.",
        f"The text holds control characters that a Word file cannot hold: {codes}.",
    )
    return Said("control-character", message, Message("Xóa các ký tự đó.", "Delete them."))


def _deadline(details: ErrorDetails) -> Said:
    given = shown(details["input"])
    message = Message(
        f"Thời hạn không đọc được: {given}.", f"This cannot be read as a deadline: {given}."
    )
    hint = Message(
        "Viết bằng chữ, ví dụ: quý II/2025; hoặc {vi: …, en: …}.",
        "Write it in words, for example: Q2 2025; or {vi: …, en: …}.",
    )
    return Said("deadline", message, hint)


def _choice(details: ErrorDetails) -> Said:
    given, expected = shown(details["input"]), str(context_of(details).get("expected", ""))
    choices = [word.strip("' ") for word in expected.replace(" or ", ", ").split(",")]
    message = Message(
        f"“{given}” không phải là một lựa chọn ở đây.", f"“{given}” is not a choice here."
    )
    names = ", ".join(choices)
    near = did_you_mean(given, choices)
    vi, en = (f"{said} " for said in near) if near else ("", "")
    hint = Message(f"{vi}Có thể chọn: {names}.", f"{en}The choices: {names}.")
    return Said("choice", message, hint)


def _number(details: ErrorDetails) -> Said:
    given = shown(details["input"])
    message = Message(
        f"Ở đây cần một số nguyên, không phải “{given}”.",
        f"A whole number is expected here, not “{given}”.",
    )
    return Said("number", message, Message("Viết số, ví dụ: 2030.", "Write a number such as 2030."))


def _out_of_range(details: ErrorDetails) -> Said:
    given, context = shown(details["input"]), context_of(details)
    low, high = context.get("ge"), context.get("le")
    limit = ("từ", "at least", low) if low is not None else ("đến", "at most", high)
    message = Message(
        f"Số {given} nằm ngoài giới hạn: chỉ {limit[0]} {limit[2]}.",
        f"The number {given} is out of range: {limit[1]} {limit[2]}.",
    )
    hint = Message("Kiểm tra lại con số.", "Check the number.")
    return Said("number", message, hint)


def _text(details: ErrorDetails) -> Said:
    given = shown(details["input"])
    message = Message(
        f"Ở đây cần một dòng chữ, không phải {given}.", f"A text is expected here, not {given}."
    )
    hint = Message("Viết chữ, trong dấu nháy nếu cần.", "Write a text, in quotes where needed.")
    return Said("text", message, hint)


def _mapping(details: ErrorDetails) -> Said:
    given = shown(details["input"])
    message = Message(
        f"Ở đây cần một mục gồm các dòng “khóa: giá trị”, không phải {given}.",
        f"A mapping of lines “key: value” is expected here, not {given}.",
    )
    hint = Message(
        "Xem mẫu trong thư mục examples/; dòng con phải thụt lề.",
        "See the samples in examples/; what belongs to a key is indented below it.",
    )
    return Said("mapping", message, hint)


def _list(details: ErrorDetails) -> Said:
    given = shown(details["input"])
    message = Message(
        f"Ở đây cần một danh sách, không phải {given}.", f"A list is expected here, not {given}."
    )
    hint = Message("Viết mỗi mục sau dấu “- ”.", "Write each item after a “- ”.")
    return Said("list", message, hint)


def _truth(details: ErrorDetails) -> Said:
    given = shown(details["input"])
    message = Message(
        f"Ở đây chỉ viết true hoặc false, không phải “{given}”.",
        f"Only true or false may stand here, not “{given}”.",
    )
    return Said("choice", message, Message("Viết true hoặc false.", "Write true or false."))


_OWN_RULES = {
    "product_empty": Said(
        "product-empty",
        Message("Sản phẩm này không nói gì.", "This product says nothing."),
        Message("Ghi ít nhất một trong các khóa: type, vi, quantity.",
                "Give at least one of: type, vi, quantity."),
    ),
    "decision_value": Said(
        "decision-value",
        Message("“value” đi cùng “take: own”.", "“value” goes with “take: own”."),
        Message('Viết: take: own, value: "≥ 30".', 'Write: take: own, value: "≥ 30".'),
    ),
    "decision_weights": Said(
        "decision-weights",
        Message("“take: weighted” cần “weights”.", "“take: weighted” needs “weights”."),
        Message(
            "Ghi tỉ trọng của từng tỉnh: weights: {hung-yen: 1.3, thai-binh: 1.9}.",
            "Give each province's weight: weights: {hung-yen: 1.3, thai-binh: 1.9}.",
        ),
    ),
    "citation_empty": Said(
        "citation-empty",
        Message("Văn bản được dẫn không có số, tên hay mã.",
                "The document cited has no number, no title and no id."),
        Message("Ghi ít nhất một trong các khóa: id, number, title.",
                "Give at least one of: id, number, title."),
    ),
}  # fmt: skip


def _own(details: ErrorDetails) -> Said:
    said = str(context_of(details).get("error", ""))
    return _OWN_RULES.get(said) or _other(details)


def _other(details: ErrorDetails) -> Said:
    given = shown(details["input"])
    message = Message(
        f"Giá trị không đúng dạng: {given}.", f"The value has not the right form: {given}."
    )
    hint = Message("Xem mẫu trong thư mục examples/.", "See the samples in examples/.")
    return Said("form", message, hint)


_TABLE: dict[str, Callable[[ErrorDetails], Said]] = {
    "id_not_text": id_not_text,
    "id_form": id_form,
    "date_form": _date,
    "day_form": _day,
    "date_from_datetime_parsing": _date,
    "date_parsing": _date,
    "date_type": _date,
    "text_control": _control,
    "deadline_form": _deadline,
    "literal_error": _choice,
    "int_parsing": _number,
    "int_type": _number,
    "int_from_float": _number,
    "greater_than_equal": _out_of_range,
    "less_than_equal": _out_of_range,
    "string_type": _text,
    "model_type": _mapping,
    "model_attributes_type": _mapping,
    "dict_type": _mapping,
    "tuple_type": _list,
    "list_type": _list,
    "bool_parsing": _truth,
    "bool_type": _truth,
    "value_error": _own,
}
