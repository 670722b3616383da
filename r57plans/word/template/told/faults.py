"""What can be wrong with a template: one rule, one message and one hint each, in both languages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from r57plans.errors import TemplateError
from r57plans.findings import Finding, Level, Message, Report
from r57plans.language import did_you_mean
from r57plans.word.spot import Spot, region_of
from r57plans.word.template.passes.tags import Tag
from r57plans.word.template.told.spot import TemplatePlace

_MOST_NAMES = 12
_BLANK = re.compile(r"\{(\w+)\}")

_EDIT = Message(
    vi="Mở mẫu bằng Word, sửa thẻ này rồi làm lại.",
    en="Open the template in Word, correct this tag and try again.",
)
_SAME_PLACE = Message(
    vi="Mở và đóng trong cùng một đoạn; hoặc dùng {%p … %} cho đoạn, {%tr … %} cho hàng, "
    "{%tc … %} cho ô, mỗi thẻ ở một đoạn, hàng hoặc ô riêng.",
    en="Open and close in the same paragraph; or use {%p … %} for paragraphs, {%tr … %} for rows, "
    "{%tc … %} for cells, each tag in a paragraph, row or cell of its own.",
)
_DATA = Message(
    vi="Đây là lỗi của dữ liệu hoặc của biểu thức trong thẻ: chỉ in được chữ, số và ngày.",
    en="The data or the expression is at fault: only text, numbers and dates can be printed.",
)

FAULTS: dict[str, tuple[Message, Message]] = {
    "template.unreadable": (
        Message(vi="Không đọc được tệp mẫu: {what}.", en="The template cannot be read: {what}."),
        Message(
            vi="Kiểm tra đường dẫn và quyền đọc tệp.",
            en="Check the path and whether the file may be read.",
        ),
    ),
    "template.cut-tag": (
        Message(
            vi="Thẻ mở mà không đóng trong cùng một đoạn.",
            en="A tag is opened but not closed in the same paragraph.",
        ),
        Message(
            vi="Viết trọn thẻ trong một đoạn; muốn in nguyên hai dấu ngoặc thì viết {_{.",
            en="Write the whole tag in one paragraph; to print the two braces themselves, write "
            "{_{.",
        ),
    ),
    "template.unbalanced": (
        Message(
            vi="Thẻ này không có thẻ đóng hoặc thẻ mở tương ứng ở cùng chỗ{what}.",
            en="This tag has no partner that closes or opens it in the same place{what}.",
        ),
        _SAME_PLACE,
    ),
    "template.lost": (
        Message(
            vi="Thẻ này sẽ bị mất, vì cả đoạn, hàng hoặc ô chứa nó được thay bằng thẻ {what}.",
            en="This tag would be lost: the whole paragraph, row or cell around it is replaced by "
            "{what}.",
        ),
        Message(
            vi="Đưa thẻ này sang một đoạn, hàng hoặc ô khác.",
            en="Move this tag to another paragraph, row or cell.",
        ),
    ),
    "template.lost-content": (
        Message(
            vi="Bên cạnh thẻ này còn {what}, sẽ bị mất, vì cả đoạn, hàng hoặc ô được thay bằng "
            "thẻ.",
            en="Beside this tag stands {what}, which would be lost: the whole paragraph, row or "
            "cell is replaced by the tag.",
        ),
        Message(
            vi="Để thẻ này đứng một mình, đưa phần còn lại sang một đoạn, hàng hoặc ô khác.",
            en="Leave this tag by itself, and move the rest to another paragraph, row or cell.",
        ),
    ),
    "template.misplaced": (
        Message(
            vi="Thẻ này không nằm trong {what}.",
            en="This tag does not stand in {what}.",
        ),
        _EDIT,
    ),
    "template.syntax": (
        Message(
            vi="Thẻ viết không đúng cú pháp: {what}.",
            en="The tag is not written correctly: {what}.",
        ),
        _EDIT,
    ),
    "template.unknown-word": (
        Message(
            vi="Không có loại thẻ «{what}» trong mẫu Word.",
            en="There is no tag “{what}” in Word templates.",
        ),
        Message(
            vi="Các từ dùng được: if, elif, else, for, with, set, filter, macro, call và từ đóng "
            "của chúng (endif, endfor, …); import, from; colspan, cellbg, cellwidth, vm, hm, "
            "restart.",
            en="Words that may be used: if, elif, else, for, with, set, filter, macro, call and "
            "what closes them (endif, endfor, …); import, from; colspan, cellbg, cellwidth, vm, "
            "hm, restart.",
        ),
    ),
    "template.unknown-name": (
        Message(
            vi="Không có tên «{what}» trong dữ liệu.",
            en="The data have no name “{what}”.",
        ),
        Message(vi="{hint}", en="{hint}"),
    ),
    "template.unknown-picture": (
        Message(
            vi="Mẫu không có hình ảnh nào tên «{what}».",
            en="The template has no picture of the name “{what}”.",
        ),
        Message(vi="{hint}", en="{hint}"),
    ),
    "template.unknown-filter": (
        Message(
            vi="Không có bộ lọc hoặc phép thử «{what}» trong mẫu Word.",
            en="Word templates have no filter or test “{what}”.",
        ),
        Message(vi="{hint}", en="{hint}"),
    ),
    "template.forbidden": (
        Message(
            vi="Biểu thức trong thẻ không được phép: {what}.",
            en="The expression in this tag is not allowed: {what}.",
        ),
        Message(
            vi="Chỉ dùng các trường của dữ liệu và các bộ lọc (filter) thông thường.",
            en="Use only fields of the data and the usual filters.",
        ),
    ),
    "template.value": (
        Message(
            vi="Không in được giá trị này: {what}.",
            en="This value cannot be printed: {what}.",
        ),
        _DATA,
    ),
    "template.limit": (
        Message(
            vi="Mẫu vượt quá mức cho phép: {what}.",
            en="The template exceeds what is allowed: {what}.",
        ),
        Message(
            vi="Kiểm tra vòng lặp và dữ liệu đưa vào mẫu.",
            en="Check the loops and the data given to the template.",
        ),
    ),
    "template.failed": (
        Message(
            vi="Không chạy được thẻ này: {what}.",
            en="This tag could not be carried out: {what}.",
        ),
        _EDIT,
    ),
    "word.control-character": (
        Message(
            vi="Giá trị {where} có ký tự điều khiển mà tệp Word không chứa được: {what}.",
            en="The value {where} holds a control character that a Word file cannot hold: {what}.",
        ),
        Message(
            vi="Xóa ký tự này trong dữ liệu (thường do sao chép từ tệp PDF hoặc phần mềm khác).",
            en="Delete the character in the data; it often comes from copying out of a PDF.",
        ),
    ),
}


class MisuseError(Exception):
    """A value or expression that cannot be used, not yet knowing its tag; never leaves the room."""

    def __init__(self, rule: str, what: str | Message = "", **blanks: str | Message) -> None:
        super().__init__(rule, what)
        self.rule = rule
        self.blanks = {"what": what, **blanks}


def finding(
    rule: str,
    file: str,
    tag: Tag | None = None,
    spot: Spot | None = None,
    /,
    **blanks: str | Message,
) -> Finding:
    """The finding for one rule of `FAULTS`, its message beginning with the tag and where it is.

    `spot` is where the tag stands (`places.spot_of`); without one, the message names its paragraph
    and part only.
    """
    message, hint = FAULTS[rule]
    return tell(rule, "error", message, hint, place_of(file, tag, spot), blanks)


def place_of(file: str, tag: Tag | None, spot: Spot | None = None) -> TemplatePlace:
    """The place of a tag in a template's file; of the whole file where there is no tag."""
    if tag is None:
        return TemplatePlace(file)
    where = spot or Spot(region_of(tag.part), text=tag.around)
    return TemplatePlace(file, path=tag.part, tag=tag.text, spot=where)


def tell(
    rule: str,
    level: Level,
    message: Message,
    hint: Message,
    place: TemplatePlace,
    blanks: Mapping[str, str | Message],
) -> Finding:
    """A finding about a place, the blanks of its message and hint filled."""
    said = (place.lead[i] + _say(m, blanks, i) for i, m in enumerate(message))
    todo = (_say(h, blanks, i) for i, h in enumerate(hint))
    return Finding(rule, level, Message(*said), Message(*todo), place)


def name_hint(name: str, known: Sequence[str]) -> Message:
    """What to do about an unknown name: the nearest known one, or else those that there are."""
    if near := did_you_mean(name, known):
        return near
    shown = ", ".join(known[:_MOST_NAMES]) + (", …" if len(known) > _MOST_NAMES else "")
    if not shown:
        return Message(vi="Ở đây không có tên nào.", en="There are no names here.")
    return Message(vi=f"Các tên có ở đây: {shown}.", en=f"The names here are: {shown}.")


def error(findings: Iterable[Finding]) -> TemplateError:
    """The error to raise for findings about a template, in the order given."""
    return TemplateError(Report(tuple(findings)))


def _say(text: str, blanks: Mapping[str, str | Message], language: int) -> str:
    """The text with its blanks filled at once: what fills one may itself look like a blank."""

    def fill(match: re.Match[str]) -> str:
        value = blanks.get(match[1])
        if value is None:
            return match[0]
        return value[language] if isinstance(value, Message) else value

    return _BLANK.sub(fill, text)
