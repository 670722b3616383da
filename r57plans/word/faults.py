"""What can be wrong with a Word file as a file: one rule, one message and one hint each.

The messages stand together so that both languages are read, compared and corrected in one place.
"""

from __future__ import annotations

from collections.abc import Mapping

from r57plans.errors import WordFileError
from r57plans.findings import Finding, Language, Message, Place, Report

_SAVE_AGAIN = Message(
    vi="Mở tệp bằng Word, chọn «Lưu thành» (Save As), kiểu «Word Document (*.docx)», rồi làm lại.",
    en="Open the file in Word, choose Save As, type “Word Document (*.docx)”, and try again.",
)
_ASK_AGAIN = Message(
    vi="Xin lại tệp gốc từ người gửi, hoặc mở bằng Word để Word tự sửa rồi lưu lại.",
    en="Ask the sender for the original, or let Word repair the file and save it again.",
)
_DISTRUST = Message(
    vi="Không mở tệp này khi chưa rõ nguồn gốc; xin lại tệp từ người gửi.",
    en="Do not open this file unless you know where it comes from; ask the sender for it again.",
)
_SMALLER = Message(
    vi="Nén hoặc bỏ bớt hình ảnh trong tệp (Word: Picture Format, Compress Pictures) rồi làm lại.",
    en="Compress or remove pictures (Word: Picture Format, Compress Pictures) and try again.",
)

FAULTS: dict[str, tuple[Message, Message]] = {
    "word.not-a-zip": (
        Message(
            vi="Đây không phải tệp Word .docx: nội dung không phải gói nén ZIP.",
            en="This is not a Word .docx file: what it holds is not a ZIP package.",
        ),
        _SAVE_AGAIN,
    ),
    "word.old-doc": (
        Message(
            vi="Đây là tệp Word kiểu cũ (.doc) hoặc tệp .docx đặt mật khẩu, chưa đọc được.",
            en="This is an old-style Word file (.doc) or a .docx with a password; "
            "it cannot be read.",
        ),
        Message(
            vi="Mở bằng Word, bỏ mật khẩu nếu có, rồi lưu thành «Word Document (*.docx)».",
            en="Open it in Word, remove the password if there is one, and save it as “Word "
            "Document (*.docx)”.",
        ),
    ),
    "word.too-big": (
        Message(
            vi="Tệp Word quá lớn: {what} là {found}, mức cho phép là {limit}.",
            en="The Word file is too big: {what} is {found}, and at most {limit} is allowed.",
        ),
        _SMALLER,
    ),
    "word.unsafe-part": (
        Message(
            vi="Gói Word chứa thành phần có tên không an toàn hoặc trùng tên: {part}.",
            en="The Word package holds a part whose name is unsafe or occurs twice: {part}.",
        ),
        _DISTRUST,
    ),
    "word.damaged": (
        Message(
            vi="Tệp Word bị hỏng hoặc bị cắt cụt; không đọc được {part}.",
            en="The Word file is damaged or cut short; {part} cannot be read.",
        ),
        _ASK_AGAIN,
    ),
    "word.not-word": (
        Message(
            vi="Gói ZIP này không phải văn bản Word: không thấy phần nội dung chính.",
            en="This ZIP package is not a Word document: its main document part is missing.",
        ),
        _SAVE_AGAIN,
    ),
    "word.strict": (
        Message(
            vi="Tệp được lưu theo kiểu «Strict Open XML Document», chưa đọc được kiểu này.",
            en="The file was saved as “Strict Open XML Document”, which cannot be read here.",
        ),
        _SAVE_AGAIN,
    ),
    "word.macros": (
        Message(
            vi="Tệp Word có chứa macro ({part}); vì an toàn, tệp có macro không được xử lý.",
            en="The Word file holds macros ({part}); for safety, files with macros are refused.",
        ),
        _SAVE_AGAIN,
    ),
    "word.dtd": (
        Message(
            vi="Thành phần {part} có khai báo DOCTYPE, điều không có trong tệp Word bình thường.",
            en="The part {part} declares a DOCTYPE, which no ordinary Word file does.",
        ),
        _DISTRUST,
    ),
}


def fault(
    rule: str, file: str = "", *, part: str | Message = "", **values: str | Message
) -> WordFileError:
    """The error to raise for one rule of `FAULTS`, its report holding one finding.

    `file` is the file's name for the message, `part` the part inside the package; `values` fill
    the rule's other blanks, a `Message` where the words differ by language.
    """
    message, hint = FAULTS[rule]
    blanks = {"part": part, **values}
    said = Message(vi=_fill(message, "vi", blanks), en=_fill(message, "en", blanks))
    place = Place(file=file, path="" if isinstance(part, Message) else part)
    return WordFileError(Report((Finding(rule, "error", said, hint, place),)))


def _fill(message: Message, language: Language, blanks: Mapping[str, str | Message]) -> str:
    said = {
        key: value.say(language) if isinstance(value, Message) else value
        for key, value in blanks.items()
    }
    return message.say(language).format(**said)
