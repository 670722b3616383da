"""What a YAML parser's complaint means to a person: a cause and a remedy in both languages."""

from __future__ import annotations

import yaml

from r57plans.findings import Finding, Message, Place
from r57plans.load.faults import fault

_INDENT = Message(
    "Kiểm tra lề: các khóa cùng cấp phải thụt vào bằng nhau, bằng dấu cách.",
    "Check the indentation: keys of one level are indented alike, with blanks.",
)
_QUOTE = Message(
    'Đặt giá trị trong dấu nháy, ví dụ: tên: "giá trị".',
    'Put the value in quotes, for example: name: "value".',
)
_CLOSE = Message(
    "Đóng dấu nháy; dấu nháy đơn nằm trong '…' phải viết hai lần ('').",
    "Close the quote; an apostrophe inside '…' is written twice ('').",
)
_SEE_START = Message(
    "Chỗ mở đầu: dòng {line}. Văn bản có dấu [ ] { } hoặc dấu phẩy phải đặt trong dấu nháy.",
    "It begins at line {line}. A text that holds [ ] { } or a comma needs quotes.",
)

_BRACKETS = Message(
    "Đóng ngoặc; văn bản có dấu [ ] { } hoặc dấu phẩy phải đặt trong dấu nháy.",
    "Close the bracket; a text that holds [ ] { } or a comma needs quotes.",
)

# The first row whose words stand in the complaint wins; both the C and the Python parser are met.
_CAUSES: tuple[tuple[str, Message, Message], ...] = (
    ("unknown escape", Message(
        "Dấu gạch chéo ngược \\ trong dấu nháy kép phải viết thành \\\\.",
        "A backslash \\ inside double quotes must be written \\\\."), _QUOTE),
    ("quoted scalar", Message(
        "Dấu nháy mở ra nhưng không được đóng lại.",
        "A quote is opened and never closed."), _CLOSE),
    ("flow sequence", Message(
        "Dấu ngoặc [ không được đóng bằng ], hoặc thiếu dấu phẩy giữa hai mục.",
        "A bracket [ is not closed by ], or a comma is missing between two items."), _SEE_START),
    ("flow mapping", Message(
        "Dấu ngoặc { không được đóng bằng }, hoặc thiếu dấu phẩy giữa hai mục.",
        "A brace { is not closed by }, or a comma is missing between two items."), _SEE_START),
    ("flow node", Message(
        "Dấu ngoặc [ hoặc { không được đóng, hoặc trong ngoặc thiếu một giá trị.",
        "A bracket [ or { is not closed, or a value is missing inside it."), _BRACKETS),
    ("mapping values are not allowed", Message(
        "Dấu hai chấm ở đây không hợp lệ: lề sai, hoặc giá trị có chứa “: ” mà không có dấu nháy.",
        "A colon may not stand here: the indentation is wrong, or a value holds “: ” unquoted."),
        _QUOTE),
    ("sequence entries are not allowed", Message(
        "Dấu gạch đầu dòng “- ” phải đứng ở dòng mới, dưới tên khóa.",
        "A list's dash “- ” must begin a new line, below the key."), _INDENT),
    ("block mapping", Message(
        "Cần một khóa (tên:) ở đây: lề sai, hoặc còn chữ sau dấu nháy đóng.",
        "A key (name:) is expected here: the indentation is wrong, or words follow a closing "
        "quote."), _INDENT),
    ("block collection", Message(
        "Danh sách cần dấu “- ” ở đây: lề của mục này không khớp với các mục khác.",
        "The list expects a “- ” here: this item is not indented like the others."), _INDENT),
    ("expected ':'", Message(
        "Thiếu dấu hai chấm sau tên khóa.",
        "The colon after the key's name is missing."), _INDENT),
    ("alias", Message(
        "Dấu * ở đầu giá trị có nghĩa riêng trong YAML.",
        "A * at the beginning of a value has a meaning of its own in YAML."), _QUOTE),
    ("anchor", Message(
        "Dấu & ở đầu giá trị có nghĩa riêng trong YAML.",
        "An & at the beginning of a value has a meaning of its own in YAML."), _QUOTE),
    ("directive", Message(
        "Dòng bắt đầu bằng % không hợp lệ.",
        "A line that begins with % is not valid here."), _QUOTE),
    ("block scalar", Message(
        "Sau dấu | hoặc > phải xuống dòng.",
        "A | or > must be followed by a new line."), _QUOTE),
    ("tag", Message(
        "Dấu ! ở đầu giá trị có nghĩa riêng trong YAML.",
        "A ! at the beginning of a value has a meaning of its own in YAML."), _QUOTE),
)  # fmt: skip

_TAB = (
    Message("Có dấu tab ở đầu dòng; YAML chỉ thụt lề bằng dấu cách.",
            "There is a tab at the start of a line; YAML is indented with blanks only."),
    Message("Thay mỗi dấu tab bằng hai dấu cách.", "Replace each tab by two blanks."),
)  # fmt: skip
_OTHER = Message("YAML không đọc được ở đây.", "The YAML cannot be read here.")


def syntax_finding(error: yaml.YAMLError, text: str, file: str, family: str) -> Finding:
    """The parser's complaint as a finding with line, column, cause and remedy."""
    met, start = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    place = _place(met or start, file)
    message, hint = _cause(error, _letter(text, place))
    if hint is _CLOSE or place.line > len(text.splitlines()):
        place = _place(start or met, file)
    place = _within(place, text.splitlines())
    line = start.line + 1 if start else place.line
    hint = Message(hint.vi.replace("{line}", str(line)), hint.en.replace("{line}", str(line)))
    return fault(f"{family}.yaml-syntax", place, message, hint)


def _place(mark: yaml.Mark | None, file: str) -> Place:
    return Place(file, mark.line + 1, mark.column + 1) if mark else Place(file)


def _within(place: Place, lines: list[str]) -> Place:
    """The place itself, or the end of the last line where the parser points past the file."""
    if place.line <= len(lines) or not lines:
        return place
    return Place(place.file, len(lines), len(lines[-1]) + 1)


def _cause(error: yaml.YAMLError, letter: str) -> tuple[Message, Message]:
    said = f"{getattr(error, 'context', '')} {getattr(error, 'problem', '')}"
    if "cannot start any token" in said:
        return _TAB if letter == "\t" else (_bad_start(letter), _QUOTE)
    for words, message, hint in _CAUSES:
        if words in said:
            return message, hint
    return _OTHER, _INDENT


def _letter(text: str, place: Place) -> str:
    lines = text.splitlines()
    line = lines[place.line - 1] if 0 < place.line <= len(lines) else ""
    return line[place.column - 1 : place.column]


def _bad_start(letter: str) -> Message:
    return Message(
        f"Giá trị không được bắt đầu bằng ký tự {letter}.",
        f"A value may not begin with the character {letter}.",
    )
