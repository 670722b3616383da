"""From a path to text: what is not a readable UTF-8 text file is said, never guessed at."""

from __future__ import annotations

import re
from pathlib import Path

from r57plans.errors import LoadError
from r57plans.findings import Finding, Message, Place, Report
from r57plans.load.faults import fault

SIZE_LIMIT = 5 * 1024 * 1024
_SHOWN = 20
_UNREADABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_ZIP = b"PK\x03\x04"
_SAVE_AS_UTF8 = Message(
    "Mở tệp bằng trình soạn thảo và lưu lại với bảng mã UTF-8 "
    "(Notepad: Lưu thành…, Mã hóa: UTF-8).",
    "Open the file in an editor and save it again as UTF-8 (Notepad: Save as…, Encoding: UTF-8).",
)
_NAME_A_PLAN = Message(
    "Hãy chỉ tới một tệp văn bản YAML, ví dụ plan.yaml.",
    "Name a YAML text file, for example plan.yaml.",
)

_AS_PLAN = Message(
    "Lệnh này ghi vào tệp YAML; đổi sổ Excel thành tệp kế hoạch: "
    "r57plans workbook import plan.xlsx -o plan.yaml",
    "This needs a YAML file; turn the workbook into one with: "
    "r57plans workbook import plan.xlsx -o plan.yaml",
)
_NAME_A_STATUS = Message(
    "Hãy chỉ tới một tệp tình trạng YAML, ví dụ status.yaml.",
    "Name a YAML status file, for example status.yaml.",
)
_NAME_A_TEXT = Message(
    "Trong Word: Lưu thành…, Văn bản thuần (.txt), bảng mã UTF-8; rồi chỉ tới tệp .txt đó.",
    "In Word: Save as…, Plain text (.txt), encoding UTF-8; then name that .txt file.",
)
_NAME_DECISIONS = Message(
    "Hãy chỉ tới tệp quyết định do `r57plans merge --decisions` ghi.",
    "Name the file of decisions that `r57plans merge --decisions` wrote.",
)
_NAMES = {"decisions": _NAME_DECISIONS, "source": _NAME_A_TEXT, "status": _NAME_A_STATUS}
_EXAMPLES = {
    "decisions": "decisions.yaml",
    "plan": "plan.yaml",
    "status": "status.yaml",
    "source": "nghi-quyet-57.txt",
}


def read_file(path: Path | str, family: str = "plan", limit: int = SIZE_LIMIT) -> bytes:
    """The bytes of a file of at most `limit` bytes; raises LoadError for what cannot be read.

    `family` is the first part of the findings' rule ids.
    """
    try:
        return _read(Path(path), family, limit)
    except FileNotFoundError:
        raise _stopped(f"{family}.file-missing", path, *_MISSING) from None
    except PermissionError:
        raise _stopped(f"{family}.file-permission", path, *_FORBIDDEN) from None
    except (OSError, ValueError):
        raise _stopped(f"{family}.file-unreadable", path, *_unreadable(family)) from None


def read_source(path: Path | str) -> str:
    """A source's text from a UTF-8 file; raises LoadError for what is no such text."""
    data = read_file(path, "source").replace(b"\f", b" ")  # new pages, in text taken from a PDF
    text, faults = decode(data, str(path), "source")
    if text is None:
        raise LoadError(Report(faults))
    return text


def _read(path: Path, family: str, limit: int) -> bytes:
    if path.is_dir():
        example = _EXAMPLES.get(family, "van-ban.docx")
        raise _stopped(f"{family}.file-is-folder", path, *_folder(example))
    if path.exists() and not path.is_file():
        raise _stopped(f"{family}.file-unreadable", path, *_unreadable(family))
    with path.open("rb") as stream:
        data = stream.read(limit + 1)
    if len(data) > limit:
        raise _stopped(f"{family}.file-too-big", path, *_too_big(limit, family))
    return data


def _stopped(rule: str, path: Path | str, message: Message, hint: Message) -> LoadError:
    return LoadError(Report((fault(rule, Place(str(path)), message, hint),)))


def decode(data: bytes, file: str, family: str) -> tuple[str | None, tuple[Finding, ...]]:
    """The text of a file; None and the reasons where it is no UTF-8 text that YAML can hold."""
    if data.startswith(_UTF16):
        return None, (fault(f"{family}.not-utf8", Place(file, 1, 1), _IS_UTF16, _SAVE_AS_UTF8),)
    if data.startswith(_ZIP) or b"\0" in data:
        hint = _AS_PLAN if file.lower().endswith(".xlsx") else _name_it(family)
        return None, (fault(f"{family}.binary", Place(file), _BINARY, hint),)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return None, (_not_utf8(data, error.start, file, family),)
    bad = tuple(_control(text, found, file, family) for found in _first_bad(text))
    return (None, bad) if bad else (text, ())


def _not_utf8(data: bytes, where: int, file: str, family: str) -> Finding:
    before = data[:where].decode("utf-8-sig", "replace")
    line, column = before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1
    code = f"0x{data[where]:02X}"
    message = Message(
        f"Tệp không được lưu bằng UTF-8: byte thứ {where + 1} ({code}, dòng {line}) "
        "không thuộc UTF-8.",
        f"The file is not saved as UTF-8: byte {where + 1} ({code}, line {line}) is not UTF-8.",
    )
    return fault(f"{family}.not-utf8", Place(file, line, column), message, _SAVE_AS_UTF8)


def _first_bad(text: str) -> list[re.Match[str]]:
    return [found for found, _ in zip(_UNREADABLE.finditer(text), range(_SHOWN), strict=False)]


def _control(text: str, found: re.Match[str], file: str, family: str) -> Finding:
    start = found.start()
    line, column = text.count("\n", 0, start) + 1, start - (text.rfind("\n", 0, start) + 1) + 1
    code = f"U+{ord(found[0]):04X}"
    message = Message(
        f"Có ký tự điều khiển {code} mà tệp YAML và tệp Word không thể chứa.",
        f"There is a control character {code}, which neither YAML nor Word can hold.",
    )
    hint = Message("Xóa ký tự này.", "Delete this character.")
    return fault(f"{family}.control-character", Place(file, line, column), message, hint)


_MISSING = (
    Message("Không tìm thấy tệp.", "There is no such file."),
    Message("Kiểm tra lại tên tệp và thư mục.", "Check the file's name and its folder."),
)
_FORBIDDEN = (
    Message("Không có quyền đọc tệp này.", "This file may not be read: permission is denied."),
    Message("Xin quyền đọc tệp, hoặc chép tệp sang nơi khác.",
            "Ask for the right to read it, or copy it elsewhere."),
)  # fmt: skip
_UNREADABLE_FILE = Message(
    "Không đọc được: đây không phải là một tệp thông thường.",
    "It cannot be read: this is not an ordinary file.",
)
_IS_UTF16 = Message(
    "Tệp được lưu bằng UTF-16 (byte đầu tiên, dòng 1), không phải UTF-8.",
    "The file is saved as UTF-16 (from its first byte, line 1), not as UTF-8.",
)
_SIZES = {
    "plan": ("một bản kế hoạch", "a plan"),
    "status": ("một tệp tình trạng", "a status file"),
    "source": ("một nghị quyết", "a resolution"),
}
_BINARY = Message(
    "Đây là tệp nhị phân (tệp Word, Excel, ảnh …), không phải tệp văn bản.",
    "This is a binary file (Word, Excel, a picture …), not a text file.",
)


def _name_it(family: str) -> Message:
    return _NAMES.get(family, _NAME_A_PLAN)


def _unreadable(family: str) -> tuple[Message, Message]:
    return _UNREADABLE_FILE, _name_it(family)


def _folder(example: str) -> tuple[Message, Message]:
    return (
        Message("Đây là một thư mục, không phải tệp.", "This is a folder, not a file."),
        Message(f"Hãy chỉ tới tệp trong thư mục đó, ví dụ {example}.",
                f"Name the file in it, for example {example}."),
    )  # fmt: skip


def _too_big(limit: int, family: str) -> tuple[Message, Message]:
    size = limit // (1024 * 1024)
    what_vi, what_en = _SIZES.get(family, _SIZES["plan"])
    return (
        Message(f"Tệp lớn hơn {size} MB.", f"The file is larger than {size} MB."),
        Message(
            f"Kiểm tra xem có chọn nhầm tệp không: {what_vi} chỉ vài trăm KB.",
            f"Check that it is the right file: {what_en} has a few hundred KB.",
        ),
    )
