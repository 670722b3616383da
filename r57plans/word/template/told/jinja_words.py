"""What Jinja says of a syntax that it cannot read, in words for an author in both languages."""

from __future__ import annotations

import re

from r57plans.findings import Message

_END = Message(vi="chỗ hết thẻ", en="the end of the tag")
_TOKENS = {
    "end of print statement": _END,
    "end of statement block": _END,
    "begin of statement block": _END,
    "template data / text": _END,
    "name": Message(vi="một tên", en="a name"),
    "integer": Message(vi="một số", en="a number"),
    "string": Message(vi="một đoạn chữ trong dấu nháy", en="a text in quotes"),
    "assign": Message(vi="dấu =", en="="),
    "float": Message(vi="một số", en="a number"),
    "in": Message(vi="chữ «in»", en="the word “in”"),
}
_EXPECTED = re.compile(r"expected token '(.+?)', got '(.+)'$")
_UNEXPECTED = re.compile(r"(?:tag name expected|unexpected) ?'(.+?)'(?:, expected '(.+)')?$")
_CHARACTER = re.compile(r"unexpected char (?:'(.+?)'|\"(.+?)\") at \d+$")
_OTHERS = (
    ("Expected an expression", Message(vi="thiếu biểu thức", en="an expression is missing")),
    ("unexpected end of template", Message(vi="thẻ chưa viết hết", en="the tag is not finished")),
    ("can't assign to", Message(vi="không đặt được tên này", en="this cannot be given a value")),
    (
        "expected name or number",
        Message(vi="sau dấu chấm phải là một tên", en="a name must follow the dot"),
    ),
    ("expected call", Message(vi="phải gọi một macro", en="a macro must be called")),
    ("cannot assign", Message(vi="không đặt được tên này", en="this cannot be given a value")),
    (
        "invalid syntax for function call",
        Message(vi="viết sai lời gọi hàm", en="a call is not written correctly"),
    ),
    ("too much", Message(vi="biểu thức quá dài", en="the expression is too long")),
    ("Unexpected end of", Message(vi="thẻ chưa viết hết", en="the tag is not finished")),
)


def in_words(said: str) -> Message:
    """A message of Jinja's parser in both languages; as it is where it is not known."""
    said = said.rstrip(".")
    if found := _EXPECTED.search(said):
        wanted, got = _token(found[1]), _token(found[2])
        if wanted == _END:
            return Message(f"không chờ gặp {got.vi} ở đây", f"{got.en} is not expected here")
        if got == _END:
            return Message(f"thiếu {wanted.vi}", f"{wanted.en} is missing")
        return Message(
            f"cần {wanted.vi} nhưng gặp {got.vi}", f"{wanted.en} is expected before {got.en}"
        )
    if found := _CHARACTER.search(said):
        character = (found[1] or found[2]).replace("\\\\", "\\")
        if character in ("'", '"'):
            return Message("dấu nháy mở mà không đóng", "a quote is opened and not closed")
        return Message(
            f"không dùng được ký tự «{character}»", f"the character “{character}” cannot be used"
        )
    if found := _UNEXPECTED.search(said):
        if found[2]:
            return Message(f"thiếu «{found[2]}»", f"“{found[2]}” is missing")
        got = _token(found[1])
        return Message(f"không chờ gặp {got.vi} ở đây", f"{got.en} is not expected here")
    known = (words for start, words in _OTHERS if said.startswith(start))
    return next(known, Message(said, said))


def _token(name: str) -> Message:
    return _TOKENS.get(name, Message(f"«{name}»", f"“{name}”"))
