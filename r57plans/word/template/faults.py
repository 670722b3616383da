"""What can be wrong with a template: one rule, one message and one hint each, in both languages."""

from __future__ import annotations

from collections.abc import Iterable

from r57plans.errors import TemplateError
from r57plans.findings import Finding, Message, Place, Report
from r57plans.word.template.tags import Tag

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
            vi="Viết trọn thẻ trong một đoạn; muốn in nguyên hai dấu ngoặc thì viết {{ '{{' }}.",
            en="Write the whole tag in one paragraph; to print the two braces themselves, write "
            "{{ '{{' }}.",
        ),
    ),
    "template.unbalanced": (
        Message(
            vi="Thẻ này không có thẻ đóng hoặc thẻ mở tương ứng ở cùng chỗ.",
            en="This tag has no partner that closes or opens it in the same place.",
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
            vi="Các từ dùng được: if, elif, else, endif, for, endfor, with, endwith, set, "
            "colspan, cellbg, cellwidth.",
            en="Words that may be used: if, elif, else, endif, for, endfor, with, endwith, set, "
            "colspan, cellbg, cellwidth.",
        ),
    ),
    "template.unknown-name": (
        Message(
            vi="Không có tên «{what}» trong dữ liệu.",
            en="The data have no name “{what}”.",
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

_TAG_IN = Message(
    vi="Thẻ {tag} trong đoạn «{around}» ({part}): ", en="Tag {tag} in “{around}” ({part}): "
)
_TAG_ALONE = Message(vi="Thẻ {tag} ({part}): ", en="Tag {tag} ({part}): ")
_TEXT_IN = Message(vi="Đoạn «{around}» ({part}): ", en="Paragraph “{around}” ({part}): ")


class MisuseError(Exception):
    """A value or expression that cannot be used, not yet knowing its tag; never leaves the room."""

    def __init__(self, rule: str, what: str | Message = "", **blanks: str | Message) -> None:
        super().__init__(rule, what)
        self.rule = rule
        self.blanks = {"what": what, **blanks}


def finding(rule: str, file: str, tag: Tag | None = None, **blanks: str | Message) -> Finding:
    """The finding for one rule of `FAULTS`, its message beginning with the tag and where it is."""
    message, hint = FAULTS[rule]
    place = Place(file=file, path=tag.part if tag else "")
    where = _where(tag)
    said = Message(*(_fill(w, tag) + _say(m, blanks, i) for i, (w, m) in _pairs(where, message)))
    todo = Message(*(_say(h, blanks, i) for i, h in enumerate(hint)))
    return Finding(rule, "error", said, todo, place)


def error(findings: Iterable[Finding]) -> TemplateError:
    """The error to raise for findings about a template, in the order given."""
    return TemplateError(Report(tuple(findings)))


def _pairs(where: Message, message: Message) -> Iterable[tuple[int, tuple[str, str]]]:
    return enumerate(zip(where, message, strict=True))


def _where(tag: Tag | None) -> Message:
    if tag is None:
        return Message("", "")
    if not tag.text:
        return _TEXT_IN
    return _TAG_IN if tag.around and tag.around != tag.text else _TAG_ALONE


def _fill(text: str, tag: Tag | None) -> str:
    if tag is None:
        return ""
    return text.format(tag=tag.text, around=tag.around, part=tag.part)


def _say(text: str, blanks: dict[str, str | Message], language: int) -> str:
    for key, value in blanks.items():
        said = value[language] if isinstance(value, Message) else value
        text = text.replace("{" + key + "}", said)
    return text
