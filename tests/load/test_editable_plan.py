"""A plan file is changed where it is asked to be, and nowhere else."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from r57plans.errors import LoadError
from r57plans.load import EditablePlan, RawFloat, read_yaml

TEXT = """\
# head
format: r57plans/plan/1   # the form
document:
  number:
  date: 2025-02-30
  draft: "2.10"
tasks:
- id: 1.1.1   # first
  leads: so-khcn
  deadline: 2025
# between
- id: local-1
  leads: [a, b]
# tail
"""


def _data(editable: EditablePlan) -> dict[str, object]:
    source = read_yaml(editable.text().encode(), "x.yaml")
    assert source.report.text("en") == ""
    data: dict[str, object] = source.data
    return data


def test_without_a_change_the_text_is_the_one_given() -> None:
    assert EditablePlan(TEXT).text() == TEXT


def test_a_change_of_one_value_changes_one_line() -> None:
    editable = EditablePlan(TEXT)

    editable.set(("tasks", 0, "deadline"), "quý II/2025")

    assert editable.text() == TEXT.replace("deadline: 2025", "deadline: quý II/2025")


def test_a_list_below_its_key_keeps_its_indentation() -> None:
    indented = TEXT.replace("- id: local-1\n  leads", "  - id: local-1\n    leads").replace(
        "- id: 1.1.1   # first\n  leads: so-khcn\n  deadline",
        "  - id: 1.1.1   # first\n    leads: so-khcn\n    deadline",
    )
    editable = EditablePlan(indented)

    editable.set(("tasks", 1, "leads", 1), "c")

    assert editable.text() == indented.replace("[a, b]", "[a, c]")


@pytest.mark.parametrize(
    "value", ["2.10", "05", "true", "null", "", "a: b", "- x", "#", "x\ny", "1"]
)
def test_a_text_that_could_be_misread_stays_text(value: str) -> None:
    editable = EditablePlan(TEXT)

    editable.set(("document", "number"), value)

    assert _data(editable)["document"]["number"] == value  # type: ignore[index]


@pytest.mark.parametrize("value", [1, True, False, None, RawFloat("2.10")])
def test_a_value_that_is_no_text_stays_what_it_is(value: object) -> None:
    editable = EditablePlan(TEXT)

    editable.set(("document", "number"), value)

    assert _data(editable)["document"]["number"] == value  # type: ignore[index]
    if isinstance(value, RawFloat):
        assert "number: 2.10\n" in editable.text()


def test_quotes_stay_around_a_value_that_had_them() -> None:
    editable = EditablePlan(TEXT)

    editable.set(("document", "draft"), "x")

    assert 'draft: "x"' in editable.text()


def test_an_item_is_appended_at_the_end_of_a_list() -> None:
    editable = EditablePlan(TEXT)

    editable.set(("tasks", 2), {"id": "local-2", "parts": ["05", "một"], "text": {"vi": "x"}})

    assert _data(editable)["tasks"][2] == {  # type: ignore[index]
        "id": "local-2",
        "parts": ["05", "một"],
        "text": {"vi": "x"},
    }


def test_a_single_item_without_its_list_is_found_by_index_nought() -> None:
    editable = EditablePlan(TEXT)

    editable.set(("tasks", 0, "leads", 0), "so-tai-chinh")

    assert "leads: so-tai-chinh\n" in editable.text()


def test_a_key_and_an_item_are_taken_away() -> None:
    editable = EditablePlan(TEXT)

    editable.remove(("document", "date"))
    editable.remove(("tasks", 0))

    assert _data(editable) == {
        "format": "r57plans/plan/1",
        "document": {"number": None, "draft": "2.10"},
        "tasks": [{"id": "local-1", "leads": ["a", "b"]}],
    }


def test_comments_around_a_removed_item_stay() -> None:
    editable = EditablePlan(TEXT)

    editable.remove(("tasks", 0))

    assert editable.text() == TEXT.replace(
        "- id: 1.1.1   # first\n  leads: so-khcn\n  deadline: 2025\n", ""
    )


def test_a_comment_below_the_last_item_stays_when_it_is_removed() -> None:
    editable = EditablePlan(TEXT)

    editable.remove(("tasks", 1))

    assert editable.text() == TEXT.replace("- id: local-1\n  leads: [a, b]\n", "")


def test_a_new_key_and_a_new_item_stand_above_the_comment_that_follows() -> None:
    editable = EditablePlan(TEXT)

    editable.set(("tasks", 0, "note"), "x")
    editable.set(("tasks", 2), {"id": "local-2"})

    assert editable.text() == TEXT.replace("2025\n#", "2025\n  note: x\n#").replace(
        "# tail", "- id: local-2\n# tail"
    )


def test_a_comment_below_a_replaced_list_stays() -> None:
    text = "a:\n  - 1\n  - 2   # two\n# about b\nb: 1\n"
    editable = EditablePlan(text)

    editable.set(("a",), ["x", {"y": "z"}])

    assert editable.text() == "a:\n  - x\n  - y: z\n# about b\nb: 1\n"


def test_the_first_key_goes_and_the_comment_of_the_next_stays() -> None:
    editable = EditablePlan("a:\n  b: 1\n  # about c\n  c: 2\n  d: 3\n")

    editable.remove(("a", "b"))

    assert editable.text() == "a:\n  # about c\n  c: 2\n  d: 3\n"


def test_the_only_item_goes() -> None:
    editable = EditablePlan("a: 1\nb:\n  - x\n# tail\nc: 1\n")

    editable.remove(("b", 0))

    assert _data(editable) == {"a": 1, "b": [], "c": 1}


@pytest.mark.parametrize(
    "path", [(), ("none", "x"), ("tasks", 9), ("tasks", "x"), ("format", "x"), ("tasks", -1)]
)
def test_what_is_not_there_cannot_be_set(path: tuple[str | int, ...]) -> None:
    with pytest.raises(KeyError):
        EditablePlan(TEXT).set(path, "x")


@pytest.mark.parametrize("path", [("none",), ("tasks", 2), ("document", "none")])
def test_what_is_not_there_cannot_be_taken_away(path: tuple[str | int, ...]) -> None:
    with pytest.raises(KeyError):
        EditablePlan(TEXT).remove(path)


def test_blanks_and_single_pairs_inside_brackets_stay_as_they_are_written() -> None:
    text = "a: {b: , c: 1, d: }\ne: [{f: 1}, g]\nh: 1\n"
    editable = EditablePlan(text)

    editable.set(("h",), "2x")

    assert editable.text() == text.replace("h: 1", "h: 2x")


def test_line_ends_of_windows_stay() -> None:
    windows = TEXT.replace("\n", "\r\n")
    editable = EditablePlan(windows)

    editable.set(("document", "draft"), "x")

    assert editable.text() == windows.replace("2.10", "x")


def test_what_is_no_yaml_is_refused() -> None:
    with pytest.raises(LoadError):
        EditablePlan("a: [")
    with pytest.raises(LoadError):
        EditablePlan("a: 1\na: 2\n")


VALUES = st.recursive(
    st.sampled_from(["x", "2.10", "", "no", "a: b", "# c", "- d", "{e}", "f, g", "dòng\nmới", "'"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["vi", "en", "id"]), inner, max_size=2)
    ),
    max_leaves=5,
)


def _changed(data: Any, path: tuple[str | int, ...], value: object) -> Any:
    """Plain data with a value put at a path, or taken away for ..."""
    made = copy.deepcopy(data)
    holder = made
    for part in path[:-1]:
        holder = holder[part]
    if value is ...:
        del holder[path[-1]]
    else:
        holder[path[-1]] = value
    return made


@pytest.mark.no_cover
@settings(max_examples=30, deadline=None)
@given(choice=st.integers(0, 10_000), value=VALUES | st.just(...))
def test_a_change_anywhere_changes_that_and_nothing_else(
    everything: str, choice: int, value: object
) -> None:
    before = read_yaml(everything.encode(), "x.yaml")
    paths = sorted((p for p in before.places if p), key=str)
    path = paths[choice % len(paths)]
    editable = EditablePlan(everything)

    if value is ...:
        editable.remove(path)
    else:
        editable.set(path, value)

    assert _data(editable) == _changed(before.data, path, value)


@pytest.mark.parametrize(
    ("index", "ids"),
    [
        (0, ["new", "1.1.1", "local-1"]),
        (1, ["1.1.1", "new", "local-1"]),
        (2, ["1.1.1", "local-1", "new"]),
    ],
)
def test_an_item_is_inserted_and_comments_stay_above_what_they_speak_of(
    index: int, ids: list[str]
) -> None:
    editable = EditablePlan(TEXT)

    editable.insert(("tasks", index), {"id": "new", "leads": ["a", "b"]})

    tasks: Any = _data(editable)["tasks"]
    text = editable.text()
    assert [task["id"] for task in tasks] == ids
    assert "# between\n- id: local-1" in text
    assert "- id: 1.1.1   # first" in text
    assert "leads: [a, b]" in text
    assert text.endswith("# tail\n")


def test_an_item_cannot_be_inserted_where_there_is_no_list() -> None:
    with pytest.raises(KeyError):
        EditablePlan(TEXT).insert(("catalogue", 0), {})


def test_a_list_keeps_its_style_and_a_new_one_of_plain_values_stands_on_one_line() -> None:
    editable = EditablePlan("a:\n  - x\nb: [y]\nc: {}\n")

    editable.set(("a",), ["1", "z"])
    editable.set(("b",), ["2", "z"])
    editable.set(("c", "d"), ["p", "q"])

    assert editable.text() == 'a:\n  - "1"\n  - z\nb: ["2", z]\nc:\n  d: [p, q]\n'


@pytest.mark.parametrize("item", [":0", "a: b", "a, b", "[x", "#1", "Xã Một", "-", "a]", "'"])
def test_a_list_of_any_words_is_read_back(item: str) -> None:
    editable = EditablePlan("a: [x]\n")

    editable.set(("a",), [item, "b"])
    editable.set(("c",), [item])

    assert (_data(editable)["a"], _data(editable)["c"]) == ([item, "b"], [item])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a:\n  x: 1  # why\nb: 2\n", "a:\n  - x: 1 # why\n  - y\nb: 2\n"),
        ("a: {x: 1}\n", "a:\n  - {x: 1}\n  - y\n"),
    ],
)
def test_a_single_item_becomes_a_list_where_another_is_put_beside_it(
    text: str, expected: str
) -> None:
    editable = EditablePlan(text)

    editable.insert(("a", 1), "y")

    assert editable.text() == expected


def test_the_mark_that_windows_puts_before_a_text_stays() -> None:
    editable = EditablePlan("\ufeffa: 1\r\n")

    editable.set(("a",), "x")

    assert editable.text() == "\ufeffa: x\r\n"


def test_a_remark_stands_beside_its_value() -> None:
    editable = EditablePlan(TEXT)

    editable.remark(("tasks", 1, "id"), "second")

    assert editable.text() == TEXT.replace("- id: local-1", "- id: local-1  # second")


@pytest.mark.parametrize("path", [("tasks", 1), ("tasks", 1, "x"), ("document", "number", "x")])
def test_a_remark_needs_a_key_to_stand_beside(path: tuple[str | int, ...]) -> None:
    with pytest.raises(KeyError):
        EditablePlan(TEXT).remark(path, "x")


FOLDED = """\
context: >-
  Cao Bằng là tỉnh miền núi ở phía Đông Bắc,
  có đường biên giới dài và nhiều cửa khẩu;
  dân cư phân tán.
"""


@pytest.mark.parametrize(
    ("old", "new", "lines"),
    [
        ("nhiều", "năm", [1]),
        ("phân tán", "thưa", [2]),
        ("Cao Bằng", "Tỉnh", [0]),
        ("nhiều cửa", "rất nhiều lối mở, chợ biên giới, cửa", [1]),
    ],
)
def test_lines_of_a_long_text_that_did_not_change_stay(
    old: str, new: str, lines: list[int]
) -> None:
    editable, before = EditablePlan(FOLDED), FOLDED.splitlines()[1:]
    text = str(_data(editable)["context"]).replace(old, new)

    editable.set(("context",), text)

    after = editable.text().splitlines()[1:]
    assert _data(editable)["context"] == text
    assert [n for n, line in enumerate(before) if line not in after] == lines
    assert max(map(len, after)) <= max(map(len, before))


@pytest.mark.parametrize("text", ["một  hai", " x", "x" * 200, "a\nb", "", "x " * 80 + "."])
def test_a_long_text_may_become_any_other(text: str) -> None:
    editable = EditablePlan(FOLDED)

    editable.set(("context",), text)

    assert _data(editable)["context"] == text


SHARED = """\
tasks:
  - leads: &two [a, b]   # both
    deadline: 2025
  - leads: *two
  # last
  - leads: *two
"""


@pytest.mark.parametrize(
    ("task", "after"),
    [
        (0, SHARED.replace("&two [a, b]  ", "[a, c]       ", 1).replace("*two", "&two [a, b]", 1)),
        (1, SHARED.replace("*two", "[a, c]", 1)),
    ],
)
def test_a_list_that_the_file_names_elsewhere_changes_in_one_place_alone(
    task: int, after: str
) -> None:
    editable = EditablePlan(SHARED)

    editable.set(("tasks", task, "leads", 1), "c")

    assert editable.text() == after


def test_a_text_kept_line_by_line_keeps_the_lines_around_the_change() -> None:
    text = "context: |\n  One line,\n  another line,\n  the last.\n"
    editable = EditablePlan(text)

    editable.set(("context",), "One line, another long line, the last.")

    assert editable.text() == text.replace("another", "another long")


def test_blank_lines_below_a_value_stay() -> None:
    plan = EditablePlan("province: cao-bang\n\ndocument:\n  date: 2025-03\n\ntasks: []\n")

    plan.set(("province",), "ha-nam")
    plan.set(("document", "number"), "5")

    assert plan.text() == (
        'province: ha-nam\n\ndocument:\n  date: 2025-03\n  number: "5"\n\ntasks: []\n'
    )


def test_a_word_that_begins_with_a_colon_is_read_back_from_within_braces() -> None:
    plan = EditablePlan("a: {b: x, c: y}\n")

    plan.set(("a", "b"), ":0")

    assert read_yaml(plan.text().encode(), "").data == {"a": {"b": ":0", "c": "y"}}
