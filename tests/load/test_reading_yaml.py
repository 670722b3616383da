"""Bytes become plain values with places, or findings; never an exception."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from r57plans.errors import LoadError
from r57plans.findings import Place
from r57plans.load import (
    RawFloat,
    check_plan,
    check_plan_file,
    load_plan,
    parse_plan,
    read_file,
    read_yaml,
)
from r57plans.load.yaml_source import without_blanks
from r57plans.model.catalogue import Catalogue


def _value(text: str) -> object:
    source = read_yaml(f"a: {text}".encode(), "x.yaml")

    assert source.report.text("en") == ""
    return source.data["a"]


@pytest.mark.parametrize(
    "text",
    ["no", "on", "yes", "off", "1:30", "05", "2025-02-30", "2025-11-30", "1_000", "+5", "1e5",
     ".5", "0x1F", "0o14", ".inf", "nan", "2025-01-01T00:00:00Z", "<<", "6/2025", "1.1.1", "-x",
     "9" * 30],
)  # fmt: skip
def test_what_a_person_may_mean_as_text_stays_text(text: str) -> None:
    assert _value(text) == text


@pytest.mark.parametrize(
    ("text", "value"),
    [("true", True), ("False", False), ("", None), ("~", None), ("null", None), ("2025", 2025),
     ("0", 0), ("-7", -7), ("2.5", 2.5), ("-0.5", -0.5)],
)  # fmt: skip
def test_what_nobody_means_as_text_is_converted(text: str, value: object) -> None:
    assert _value(text) == value
    assert type(_value(text)) is type(value) or isinstance(_value(text), RawFloat)


def test_quotes_make_anything_text() -> None:
    assert _value('"2.10"') == "2.10"
    assert _value("'true'") == "true"
    assert _value("!!str 2.10") == "2.10"


def test_a_decimal_number_remembers_how_it_is_written() -> None:
    number = _value("2.10")

    assert isinstance(number, RawFloat)
    assert number.raw == "2.10"


def test_an_alias_repeats_the_value_and_points_to_where_it_is_written() -> None:
    source = read_yaml(b"a: &x [1, 2]\nb: *x\n", "x.yaml")

    assert source.data == {"a": [1, 2], "b": [1, 2]}
    assert source.place(("b", 1)) == Place("x.yaml", 1, 11, "b/1")


def test_places_count_letters_and_not_bytes() -> None:
    source = read_yaml("ă: {ễ: 1, b: 2}".encode(), "x.yaml")

    assert source.place(("ă", "b")) == Place("x.yaml", 1, 14, "ă/b")
    assert source.key_place(("ă", "b")) == Place("x.yaml", 1, 11, "ă/b")


def test_what_is_not_in_the_file_has_the_place_of_what_encloses_it() -> None:
    source = read_yaml(b"a:\n  b: 1\n", "x.yaml")

    assert source.place(("a", "c")) == Place("x.yaml", 2, 3, "a/c")
    assert source.key_place(("a", "c", 0)) == Place("x.yaml", 2, 3, "a/c/0")


def test_of_two_equal_keys_the_first_is_kept_and_reading_goes_on() -> None:
    source = read_yaml(b"a: 1\na: 2\nb: 3\nb: 4\n", "x.yaml")

    assert source.data == {"a": 1, "b": 3}
    assert [(f.rule, f.place.line) for f in source.report] == [
        ("plan.duplicate-key", 2),
        ("plan.duplicate-key", 4),
    ]


def test_blank_keys_are_dropped_but_not_blank_items() -> None:
    blanks = {"a": None, "b": [None, {"c": None, "d": None}]}

    assert without_blanks(blanks, {"a", "b", "c"}) == {"b": [None, {"d": None}]}


def test_a_byte_order_mark_is_no_fault() -> None:
    source = read_yaml(b"\xef\xbb\xbfa: 1", "x.yaml")

    assert source.data == {"a": 1}
    assert source.place(("a",)).column == 4


def _bomb() -> bytes:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 10)]
    return "\n".join(lines).encode()


def _chain() -> bytes:
    return "\n".join(["a0: &a0 [x]", *(f"a{n}: &a{n} [*a{n - 1}]" for n in range(1, 60))]).encode()


BYTES = [
    (b"", "empty", 1, 1, "empty"),
    (b"# only a comment\n", "empty", 1, 1, "empty"),
    (b"---\n...\n", "empty", 1, 1, "empty"),
    (b"- a\n", "not-a-mapping", 1, 1, "key: value"),
    (b"just words", "not-a-mapping", 1, 1, "key: value"),
    (b"a: 1\nb: \0", "binary", 0, 0, "binary"),
    (b"PK\x03\x04 a Word file", "binary", 0, 0, "binary"),
    ("a: 1\nb: é".encode("latin-1"), "not-utf8", 2, 4, "0xE9"),
    (b"\xff", "not-utf8", 1, 1, "byte 1"),
    ("a: 1".encode("utf-16"), "not-utf8", 1, 1, "UTF-16"),
    (b"a: 1\nb: x\x07y", "control-character", 2, 5, "U+0007"),
    (_bomb(), "alias-bomb", 6, 15, "200,000"),
    (_chain(), "too-deep", 50, 12, "50"),
    (b"[" * 100_000, "too-deep", 1, 51, "50"),
    (b"a: " + b"[" * 100_000, "too-deep", 1, 53, "50"),
    (b"? [a]\n: b\n", "key-not-text", 1, 3, "text"),
    (b"a: [1, 2", "yaml-syntax", 1, 4, "]"),
    (b"a: {b: 1", "yaml-syntax", 1, 4, "}"),
    (b"a: [1,,2]", "yaml-syntax", 1, 7, "missing"),
    (b"a: 1\n b: 2", "yaml-syntax", 2, 3, "colon"),
    (b"a: - b", "yaml-syntax", 1, 4, "dash"),
    (b"a: 1\n- b", "yaml-syntax", 2, 1, "key"),
    (b"- - a\n - b", "yaml-syntax", 2, 2, "list"),
    (b'a: "\\q"', "yaml-syntax", 1, 5, "backslash"),
    (b"a: &", "yaml-syntax", 1, 5, "&"),
    (b"a: *", "yaml-syntax", 1, 5, "*"),
    (b"a: !<", "yaml-syntax", 1, 6, "!"),
    (b"a: |x", "yaml-syntax", 1, 5, "new line"),
    (b"%\n", "yaml-syntax", 1, 2, "%"),
    (b"a: 1\nb\nc: 2", "yaml-syntax", 3, 1, "colon"),
    (b"%YAML 3.0\n---\na: 1", "yaml-syntax", 1, 1, "cannot be read"),
    (b"a: `x`", "yaml-syntax", 1, 4, "`"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("data", "rule", "line", "column", "message"),
    [pytest.param(*case, id=f"{case[1]}-{n}") for n, case in enumerate(BYTES)],
)
def test_bytes_that_are_no_plan_are_said(
    data: bytes, rule: str, line: int, column: int, message: str
) -> None:
    source = read_yaml(data, "x.yaml")

    found = source.report.findings[0]
    assert len(source.report) == 1
    assert (found.rule, found.place.line, found.place.column) == (f"plan.{rule}", line, column)
    assert message in found.message.en
    assert found.message.vi
    assert found.hint.vi


def test_the_python_parser_finds_the_same_faults(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("r57plans.load.nodes._LOADER", yaml.SafeLoader)
    shallow = [case for case in BYTES if len(case[0]) < 10_000 and b"%YAML" not in case[0]]

    rules = [read_yaml(case[0], "x.yaml").report.findings[0].rule for case in shallow]

    assert rules == [f"plan.{case[1]}" for case in shallow]


def test_a_list_may_be_asked_for() -> None:
    assert read_yaml(b"- a", "x.yaml", top=list).data == ["a"]
    assert (
        read_yaml(b"a: 1", "x.yaml", top=list, family="f").report.findings[0].rule == "f.not-a-list"
    )


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=200))
def test_arbitrary_bytes_raise_nothing_but_a_load_error(data: bytes) -> None:
    source = read_yaml(data, "x.yaml")

    assert source.data is not None or source.report.errors
    with pytest.raises(LoadError):
        parse_plan(data)


YAMLISH = st.text(st.sampled_from(list("ab:-[]{}&*!|>'\"%@`#,? \n\t~12.é")), max_size=60)


@settings(max_examples=300, deadline=None)
@given(YAMLISH)
def test_arbitrary_yaml_raises_nothing_but_a_load_error(text: str) -> None:
    source = read_yaml(text.encode(), "x.yaml")

    assert all(f.place.line >= 1 for f in source.report)
    with pytest.raises(LoadError):
        parse_plan(text.encode())


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8) | st.floats(allow_nan=False),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4)
    ),
    max_leaves=12,
)
KEYS = st.sampled_from(
    ["province", "document", "documents", "targets", "tasks", "groups", "committee", "omitted",
     "initiatives", "bodies", "implementation", "reporting", "annexes", "waive", "sections"]
)  # fmt: skip


@settings(max_examples=80, deadline=None)
@given(
    data=st.dictionaries(KEYS, JSON | st.lists(st.fixed_dictionaries({"id": JSON, "parent": JSON})))
)
def test_values_of_any_shape_raise_nothing(catalogue: Catalogue, data: dict[str, object]) -> None:
    text = yaml.safe_dump({"format": "r57plans/plan/1", "catalogue": "nq57", **data})

    plan, report = check_plan(text.encode(), catalogue=catalogue)

    assert plan is None
    assert all(f.message.vi and f.message.en for f in report)


@settings(max_examples=100, deadline=None)
@given(st.recursive(st.text(max_size=6), lambda i: st.lists(i, max_size=3), max_leaves=8))
def test_texts_and_lists_are_read_as_they_were_written(value: object) -> None:
    data = yaml.safe_dump({"a": value}, allow_unicode=True, default_style='"').encode()

    source = read_yaml(data, "x.yaml")

    assert source.report.errors or source.data == {"a": value}


def _refused(path: Path | str) -> str:
    with pytest.raises(LoadError) as error:
        load_plan(path)
    (found,) = error.value.report
    assert found.place.file == str(path)
    assert found.message.vi
    assert found.hint.en
    return found.rule


def test_what_is_no_file_is_said(tmp_path: Path) -> None:
    assert _refused(tmp_path / "none.yaml") == "plan.file-missing"
    assert _refused(tmp_path) == "plan.file-is-folder"
    assert _refused("a\0b") == "plan.file-unreadable"
    assert _refused("/dev/null") == "plan.file-unreadable"


def test_a_file_that_may_not_be_read_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "plan.yaml"
    path.write_text("a: 1")

    def forbidden(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "open", forbidden)

    assert _refused(path) == "plan.file-permission"


def test_a_file_of_fifty_megabytes_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "plan.yaml"
    with path.open("wb") as stream:
        stream.truncate(50 * 1024 * 1024)

    assert _refused(path) == "plan.file-too-big"


def test_a_file_is_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "plan.yaml"
    path.write_bytes(b"a: 1\r\n")

    assert read_file(path) == b"a: 1\r\n"


def test_an_anchor_on_a_word_is_read_and_a_tag_on_a_list_refused() -> None:
    assert read_yaml(b"a: &x word\nb: *x\n", "x.yaml").data == {"a": "word", "b": "word"}
    assert [f.rule for f in read_yaml(b"a: !!set [1]\n", "x.yaml").report] == ["plan.tag"]


def test_a_place_in_a_file_that_was_not_read_is_the_file_alone() -> None:
    source = read_yaml(b"", "x.yaml")

    assert source.place(("a",)) == Place("x.yaml", 0, 0, "a")
    assert source.key_place(("a",)) == Place("x.yaml", 0, 0, "a")


def test_a_plan_is_read_from_a_file_with_its_warnings(
    tmp_path: Path, catalogue: Catalogue, everything: str
) -> None:
    path = tmp_path / "plan.yaml"
    path.write_text(everything.replace("so-noi-vu", "so-thong-tin-va-truyen-thong"), "utf-8")

    plan, report = check_plan_file(path, catalogue=catalogue)

    assert [f.level for f in report] == ["warning"]
    assert load_plan(path, catalogue=catalogue) == plan


def test_a_bracket_left_open_at_the_end_is_said_on_the_last_line_there_is() -> None:
    finding = read_yaml(b"a: [", "x.yaml").report.findings[0]

    assert (finding.place.line, finding.place.column) == (1, 5)
    assert "not closed" in finding.message.en
    assert "{line}" not in finding.hint.en
