"""What can be wrong with a Word file as a file: one rule, one message and one hint each.

The messages stand together so that both languages are read, compared and corrected in one place.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from r57plans.errors import WordFileError
from r57plans.findings import Finding, Language, Level, Message, Place, Report

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
            vi="Đây là tệp Word kiểu cũ (.doc), chưa đọc được kiểu này.",
            en="This is an old-style Word file (.doc), which cannot be read here.",
        ),
        _SAVE_AGAIN,
    ),
    "word.password": (
        Message(
            vi="Tệp Word này được đặt mật khẩu hoặc mã hóa, nên không đọc được.",
            en="This Word file is locked by a password or encrypted, and cannot be read.",
        ),
        Message(
            vi="Mở bằng Word, bỏ mật khẩu (File, Info, Protect Document, Encrypt with Password, "
            "xóa trống ô mật khẩu), rồi lưu lại.",
            en="Open it in Word, remove the password (File, Info, Protect Document, Encrypt with "
            "Password, empty the box), and save it again.",
        ),
    ),
    "word.ole": (
        Message(
            vi="Đây là tệp Office kiểu cũ, không phải văn bản Word (có thể là .xls, .ppt, .msg).",
            en="This is an old-style Office file and no Word document (it may be .xls, .ppt or "
            ".msg).",
        ),
        _SAVE_AGAIN,
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
            vi="Gói Word chứa thành phần có tên không an toàn, trùng tên hoặc lồng trong tên "
            "khác: {part}.",
            en="The Word package holds a part whose name is unsafe, occurs twice or is also a "
            "folder's: {part}.",
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
    "word.overlap": (
        Message(
            vi="Các thành phần trong gói Word nằm chồng lên nhau ({part}), như trong tệp cố ý làm "
            "đầy bộ nhớ.",
            en="Parts of the Word package lie over each other ({part}), as in files made to fill "
            "the memory.",
        ),
        _DISTRUST,
    ),
    "word.ambiguous": (
        Message(
            vi="Gói Word có thể đọc theo hai cách: thành phần {part} không khớp với mục lục của "
            "gói.",
            en="The Word package can be read in two ways: the part {part} is not what the "
            "package's directory says.",
        ),
        _DISTRUST,
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
    "word.active-x": (
        Message(
            vi="Tệp Word có chứa điều khiển ActiveX ({part}), tức là mã chương trình; vì an toàn, "
            "tệp như vậy không được xử lý.",
            en="The Word file holds an ActiveX control ({part}), which is program code; for "
            "safety, such files are refused.",
        ),
        Message(
            vi="Trong Word, mở thẻ Developer, bật Design Mode, xóa điều khiển này rồi lưu lại.",
            en="In Word, open the Developer tab, choose Design Mode, delete the control and save "
            "the file again.",
        ),
    ),
    "word.dtd": (
        Message(
            vi="Thành phần {part} có khai báo DOCTYPE, điều không có trong tệp Word bình thường.",
            en="The part {part} declares a DOCTYPE, which no ordinary Word file does.",
        ),
        _DISTRUST,
    ),
    "word.external": (
        Message(
            vi="Thành phần {part} lấy nội dung từ bên ngoài tệp ({what}): {target}.",
            en="The part {part} takes content from outside the file ({what}): {target}.",
        ),
        Message(
            vi="Nhúng hẳn nội dung vào tệp hoặc ngắt liên kết (Word: File, Info, Edit Links to "
            "Files, Break Link), rồi lưu lại.",
            en="Embed the content or break the link (Word: File, Info, Edit Links to Files, Break "
            "Link), and save the file again.",
        ),
    ),
    "word.external-field": (
        Message(
            vi="Thành phần {part} có trường lấy nội dung từ bên ngoài tệp: {target}.",
            en="The part {part} holds a field that takes content from outside the file: {target}.",
        ),
        Message(
            vi="Trong Word, chọn trường đó và nhấn Ctrl+Shift+F9 để biến thành chữ hoặc hình "
            "thường, rồi lưu lại.",
            en="In Word, select the field and press Ctrl+Shift+F9 to turn it into plain text or a "
            "picture, and save the file again.",
        ),
    ),
    "word.mail-merge": (
        Message(
            vi="Tệp Word còn nối với nguồn dữ liệu trộn thư ở ngoài tệp: {target}.",
            en="The Word file is still connected to a mail merge source outside it: {target}.",
        ),
        Message(
            vi="Trong Word, chọn Mailings, Start Mail Merge, «Normal Word Document», rồi lưu lại.",
            en="In Word, choose Mailings, Start Mail Merge, “Normal Word Document”, and save the "
            "file again.",
        ),
    ),
    "word.foreign-content": (
        Message(
            vi="Thành phần {part} chèn một tệp loại khác (altChunk) mà chỉ Word mới mở được khi "
            "mở văn bản.",
            en="The part {part} inserts a file of another kind (altChunk), which Word imports "
            "only when it opens the document.",
        ),
        Message(
            vi="Mở tệp bằng Word để Word chèn hẳn nội dung vào, rồi lưu lại.",
            en="Open the file in Word, which then takes the content in for good, and save it "
            "again.",
        ),
    ),
    "word.attached-template": (
        Message(
            vi="Đã bỏ liên kết tới mẫu đính kèm ngoài tệp: {target}.",
            en="The link to a template outside the file was left out: {target}.",
        ),
        Message(
            vi="Không phải làm gì: định dạng đã nằm trong tệp.",
            en="Nothing need be done: the styles are in the file.",
        ),
    ),
    "pages.late": (
        Message(
            vi="LibreOffice chưa dàn trang xong sau {seconds} giây.",
            en="LibreOffice did not lay the pages out within {seconds} seconds.",
        ),
        Message(
            vi="Làm lại một lần (lần đầu LibreOffice khởi động chậm), hoặc bỏ --pages.",
            en="Try once more (the first start of LibreOffice is slow), or leave --pages out.",
        ),
    ),
    "pages.failed": (
        Message(
            vi="LibreOffice không dàn trang được tệp này.",
            en="LibreOffice could not lay this file out.",
        ),
        Message(
            vi="Mở thử tệp bằng LibreOffice; hoặc bỏ --pages, các quy tắc khác vẫn được kiểm tra.",
            en="Try to open it in LibreOffice; or leave --pages out: all other rules are checked "
            "without it.",
        ),
    ),
    "pages.unseen": (
        Message(
            vi="Bản dàn trang của LibreOffice không cho biết vị trí khối chữ ký.",
            en="What LibreOffice laid out does not say where the signature block stands.",
        ),
        Message(
            vi="Cần LibreOffice 7.4 trở lên; hoặc bỏ --pages.",
            en="LibreOffice 7.4 or later is needed; or leave --pages out.",
        ),
    ),
}

_NOTES = {"word.attached-template"}  # what was put right, and keeps no file from being used


def fault(
    rule: str, file: str = "", *, part: str | Message = "", **values: str | Message
) -> WordFileError:
    """The error to raise for one rule of `FAULTS`, its report holding one finding.

    `file` is the file's name for the message, `part` the part inside the package; `values` fill
    the rule's other blanks, a `Message` where the words differ by language.
    """
    return refused([finding(rule, file, part=part, **values)])


def finding(
    rule: str, file: str = "", *, part: str | Message = "", **values: str | Message
) -> Finding:
    """The finding for one rule of `FAULTS`, its blanks filled as `fault` does."""
    message, hint = FAULTS[rule]
    blanks = {"part": part, **values}
    said = Message(vi=_fill(message, "vi", blanks), en=_fill(message, "en", blanks))
    place = Place(file=file, path="" if isinstance(part, Message) else part)
    level: Level = "note" if rule in _NOTES else "error"
    return Finding(rule, level, said, hint, place)


def refused(findings: Iterable[Finding]) -> WordFileError:
    """The error to raise for all that is wrong with a file, in the order given."""
    return WordFileError(Report(tuple(findings)))


def _fill(message: Message, language: Language, blanks: Mapping[str, str | Message]) -> str:
    said = {
        key: value.say(language) if isinstance(value, Message) else value
        for key, value in blanks.items()
    }
    return message.say(language).format(**said)
