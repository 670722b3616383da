"""What Jinja's parser says, told to an author who knows Word and not Jinja, in both languages."""

from __future__ import annotations

import pytest

from r57plans.word.template.told.jinja_words import in_words


@pytest.mark.parametrize(
    ("said", "vi", "en"),
    [
        ("expected token 'end of print statement', got 'y'",
         "không chờ gặp «y» ở đây", "“y” is not expected here"),
        ("expected token 'in', got 'end of statement block'",
         "thiếu chữ «in»", "the word “in” is missing"),
        ("expected token ':', got '}'", "cần «:» nhưng gặp «}»", "“:” is expected before “}”"),
        ("unexpected char '–' at 5",
         "không dùng được ký tự «–»", "the character “–” cannot be used"),
        ("unexpected char \"'\" at 3",
         "dấu nháy mở mà không đóng", "a quote is opened and not closed"),
        ("unexpected '}', expected ')'", "thiếu «)»", "“)” is missing"),
        ("unexpected '.'", "không chờ gặp «.» ở đây", "“.” is not expected here"),
        ("Expected an expression, got 'end of print statement'",
         "thiếu biểu thức", "an expression is missing"),
        ("can't assign to 'const'.",
         "không đặt được tên này", "this cannot be given a value"),
        ("something new", "something new", "something new"),
    ],
)  # fmt: skip
def test_each_message_is_told_in_plain_words(said: str, vi: str, en: str) -> None:
    assert in_words(said) == (vi, en)
