"""What only the linter says: one rule, one level, one message and one hint each."""

from __future__ import annotations

import re
from dataclasses import dataclass

from r57plans.findings import NO_HINT, Level, Message
from r57plans.word.template.told.faults import FAULTS

_BLANK = re.compile(r"\{\w+\}")
_TOLD = re.compile(r"(?::\s|(?<=\w))\{what\}(?=\.)")

GENERIC = Message(
    vi="Sửa thẻ này trong Word; nên tắt tự sửa (AutoCorrect) khi gõ thẻ.",
    en="Correct the tag in Word; AutoCorrect is best switched off while tags are typed.",
)


@dataclass(frozen=True, slots=True)
class Rule:
    """How grave a fault is, what is said of it and what is to be done."""

    level: Level
    message: Message
    hint: Message = NO_HINT


_OWN: dict[str, Rule] = {
    "template.broken-tag": Rule(
        "error",
        Message(
            vi="Thẻ gõ sai hoặc bị Word tự sửa: {what}.",
            en="The tag is mistyped, or Word has changed it: {what}.",
        ),
        Message(vi="{hint}", en="{hint}"),
    ),
    "template.mixed-tag": Rule(
        "error",
        Message(
            vi="Thẻ mở bằng {what} nhưng đóng bằng {other}.",
            en="The tag opens with {what} but closes with {other}.",
        ),
        Message(
            vi="Viết {{ … }} để in giá trị, {% … %} cho câu lệnh, {# … #} cho lời ghi chú.",
            en="Write {{ … }} to print a value, {% … %} for a statement, {# … #} for a remark.",
        ),
    ),
    "template.stray-close": Rule(
        "warning",
        Message(
            vi="Có dấu đóng thẻ {what} mà không có dấu mở ở trước.",
            en="There is {what}, which closes a tag, without what opens it before.",
        ),
        Message(
            vi="Thêm dấu mở; nếu muốn in nguyên dấu này thì viết }_} hoặc %_}.",
            en="Add what opens the tag; to print these characters themselves, write }_} or %_}.",
        ),
    ),
    "template.never-read": Rule(
        "error",
        Message(
            vi="Thẻ {tag} nằm trong {what}, nơi thẻ không được đọc; nó sẽ còn nguyên như vậy.",
            en="The tag {tag} stands in {what}, where tags are not read; it will stay as it is.",
        ),
        Message(
            vi="Đưa thẻ này vào văn bản, hoặc viết giá trị cố định ở đây.",
            en="Put the tag into the text, or write a fixed value here.",
        ),
    ),
    "template.shadowed": Rule(
        "warning",
        Message(
            vi="Tên «{what}» của vòng lặp trùng với {other}; trong vòng lặp không còn dùng được "
            "tên kia.",
            en="The loop's name “{what}” is also {other}, which cannot be reached inside the loop.",
        ),
        Message(vi="Đặt tên khác cho vòng lặp.", en="Give the loop another name."),
    ),
    "template.not-a-list": Rule(
        "error",
        Message(
            vi="Không lặp được trên {what}.",
            en="One cannot loop over {what}.",
        ),
        Message(vi="{hint}", en="{hint}"),
    ),
    "template.merged-content": Rule(
        "note",
        Message(
            vi="Ô này được gộp qua các vòng lặp, nên «{what}» chỉ in ở vòng đầu.",
            en="This cell is merged over the rounds of the loop, so “{what}” is printed in the "
            "first round only.",
        ),
        Message(
            vi="Nếu mỗi vòng có giá trị riêng, đưa thẻ này sang ô khác.",
            en="Where each round has a value of its own, move the tag to another cell.",
        ),
    ),
    "template.unused": Rule(
        "note",
        Message(
            vi="Tên «{what}» được đặt mà không dùng ở đâu.",
            en="The name “{what}” is set and used nowhere.",
        ),
        Message(vi="Xóa thẻ này.", en="Delete this tag."),
    ),
    "template.empty-paragraph": Rule(
        "note",
        Message(
            vi="Thẻ đứng một mình trong đoạn, nên để lại một đoạn trống khi in.",
            en="The tag stands alone in its paragraph, and leaves an empty paragraph behind.",
        ),
        Message(
            vi="Viết {what} để bỏ cả đoạn, ở cả thẻ mở và thẻ đóng.",
            en="Write {what}, which takes the paragraph away, in the opening tag and in the "
            "closing one.",
        ),
    ),
}


def rule_of(name: str) -> Rule:
    """The rule of a name, the linter's own or the engine's; an engine's fault is an error."""
    return _OWN.get(name) or Rule("error", *FAULTS[name])


def rule_words() -> dict[str, Message]:
    """What each rule is about, for a list of rules: its message with dots for its blanks."""
    rules = {**{name: Rule("error", *said) for name, said in FAULTS.items()}, **_OWN}
    return {
        name: Message(*(_BLANK.sub("…", _TOLD.sub("", said)) for said in rule.message))
        for name, rule in rules.items()
    }
