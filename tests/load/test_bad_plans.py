"""A faulty plan file is answered with every fault at once: rule, line, column, both languages."""

from __future__ import annotations

import pytest
from pydantic_core import ErrorDetails

from r57plans.errors import LoadError
from r57plans.findings import Finding, Report
from r57plans.load import check_plan, parse_plan
from r57plans.load.shape_words import shape_words
from r57plans.model.base import DocumentDate
from r57plans.model.catalogue import Catalogue

HEAD = """\
format: r57plans/plan/1
catalogue: nq57@2025.03
province: cao-bang
document: {issuer: tinh-uy, type: CTr, date: 2025-03-28}
"""


@pytest.fixture
def report(request: pytest.FixtureRequest, catalogue: Catalogue) -> Report:
    """What is found in the plan that is HEAD and the lines given; HEAD ends with line 4."""
    _, found = check_plan((HEAD + request.param).encode(), "p.yaml", catalogue=catalogue)
    return found


def _only(report: Report) -> Finding:
    assert len(report) == 1, report.text("en")
    found = report.findings[0]
    assert found.message.vi
    assert found.message.en
    assert found.message.vi != found.message.en
    assert found.place.file == "p.yaml"
    return found


def _lines(found: Finding) -> tuple[str, int, int]:
    return found.rule, found.place.line, found.place.column


CASES = [
    # lines after HEAD, rule, line, column, English message, English hint
    ("context: a: b\n", "plan.yaml-syntax", 5, 11, "colon", "quotes"),
    ("tasks: [a: b: c]\n", "plan.yaml-syntax", 5, 13, "]", "line 5"),
    ("tasks:\n\t- x\n", "plan.yaml-syntax", 6, 1, "tab", "blanks"),
    ("context: 'x\n", "plan.yaml-syntax", 5, 10, "never closed", "Close"),
    ("context: @x\n", "plan.yaml-syntax", 5, 10, "@", "quotes"),
    ("province: ha-noi\n", "plan.duplicate-key", 5, 1, "first at line 3", "delete"),
    ("taks: []\n", "plan.unknown-field", 5, 1, "taks", "“tasks”"),
    ("tasks:\n  - {id: 1.1.1, lead: so-khcn}\n", "plan.unknown-field", 6, 17, "lead", "“leads”"),
    ("document2: {}\n", "plan.unknown-field", 5, 1, "document2", "“document”"),
    ("committee: {head: bi-thu, qwxz: 1}\n", "plan.unknown-field", 5, 27, "qwxz", "deputies"),
    ("tasks: [{id: 1.1.1, leads: [so-khcnn]}]\n", "plan.unknown-agency", 5, 29, "so-khcnn",
     "“so-khcn”"),
    ("tasks: [{id: 1.1.1, leads: Sở Tài chính}]\n", "plan.unknown-agency", 5, 28, "Sở Tài chính",
     "“so-tai-chinh”"),
    ("tasks: [{id: 1.1.9}]\n", "plan.unknown-sub-task", 5, 14, "1.1.9", "“1.1.1”"),
    ("tasks: [{id: local-1, covers: 9.9.9}]\n", "plan.unknown-sub-task", 5, 31, "9.9.9", "1.1.1"),
    ("tasks: [{id: 1.1.1, targets: [digital-econmy]}]\n", "plan.unknown-target", 5, 31,
     "digital-econmy", "“digital-economy”"),
    ("targets: [{id: digital-econmy}]\n", "plan.unknown-target", 5, 16, "digital-econmy",
     "“digital-economy”"),
    ("targets: [{id: local-1, name: X, parent: local-2}]\n", "plan.unknown-target", 5, 42,
     "local-2", "“local-1”"),
    ("tasks: [{id: local-1, group: 9}]\n", "plan.unknown-group", 5, 30, "9", "1, 2"),
    ("tasks: [{id: local-1, directives: D99}]\n", "plan.unknown-directive", 5, 35, "D99", "D18"),
    ("initiatives: [{id: x, vi: X, tasks: [local-9]}]\n", "plan.unknown-task", 5, 38, "local-9",
     "local-1"),
    ("committee: {head: bi-thuu}\n", "plan.unknown-role", 5, 19, "bi-thuu", "“bi-thu”"),
    ("committee: {head: {role: bi-thuu}}\n", "plan.unknown-role", 5, 26, "bi-thuu", "“bi-thu”"),
    ("committee: {head: bi-thu, standing_agency: x-y-z}\n", "plan.unknown-agency", 5, 44, "x-y-z",
     "bodies"),
    ("omitted: [{id: \"9.9\", reason: x}]\n", "plan.unknown-omitted", 5, 16, "9.9", "1.1"),
    ("omitted: [{id: 2.10, reason: x}]\n", "plan.unquoted-id", 5, 16, "2.10", "\"2.10\""),
    ("tasks: [{id: 63}]\n", "plan.id-is-number", 5, 14, "63", "1.1.1"),
    ("tasks: [{id: 1.1.1, leads: [63]}]\n", "plan.id-is-number", 5, 29, "63", "so-"),
    ("tasks: [{id: 1.1.1, products: {type: quyet-din}}]\n", "plan.unknown-product", 5, 38,
     "quyet-din", "“quyet-dinh”"),
    ("tasks: [{id: 1.1.1, products: [{}]}]\n", "plan.product-empty", 5, 32, "nothing", "type"),
    ("documents: {r: {type: BC, date: 2025-06, parents: [{date: 2025-01-01}]}}\n",
     "plan.citation-empty", 5, 52, "no number", "number"),
    ("documents: {r: {type: BC, date: 2025-02-30}}\n", "plan.date", 5, 33, "2025-02-30",
     "2025-03-28"),
    ("documents: {r: {type: XX, date: 2025-06}}\n", "plan.unknown-document-type", 5, 23, "XX",
     "CTr"),
    ("documents: {r: {type: BC, date: 2025-06, parents: [nq58]}}\n", "plan.unknown-document", 5,
     52, "nq58", "“nq57”"),
    ("documents: {r: {type: BC}}\n", "plan.missing-field", 5, 16, "date", "date"),
    ("documents: {r: {type: BC, date: }}\n", "plan.missing-field", 5, 27, "blank", "date"),
    ("funding: {vi: Rõ người, rõ việc, en: x}\n", "plan.unknown-field", 5, 25, "rõ việc",
     "comma"),
    ("spelling: newer\n", "plan.choice", 5, 11, "newer", "“new”"),
    ("spelling: zzz\n", "plan.choice", 5, 11, "zzz", "new, old"),
    ("flexibility: x\n", "plan.mapping", 5, 14, "“key: value”", "examples"),
    ("annexes: x\n", "plan.list", 5, 10, "list", "- "),
    ("funding: [a]\n", "plan.mapping", 5, 10, "“key: value”", "examples"),
    ("funding: {vi: [a]}\n", "plan.text", 5, 15, "[…]", "text"),
    ("annexes: [{kind: targets, columns: [number, name, deadline]}]\n", "plan.column", 5, 51,
     "“deadline”", "baseline"),
    ("annexes: [{kind: roadmap, columns: [number, text, leads]}]\n", "plan.column", 5, 51,
     "“leads”", "number, text."),
    ("annexes: [{kind: tasks, columns: [number, text, text]}]\n", "plan.column-twice", 5, 49,
     "twice", "delete"),
    ("annexes: [{kind: tasks, columns: [number, txt]}]\n", "plan.choice", 5, 43, "txt",
     "“text”"),
    ("annexes: [{kind: tasks, columns: [text]}]\n", "plan.few-columns", 5, 34, "two", "number"),
    ("annexes: [{kind: tasks, columns: [text, note, {key: leads, draft: true}]}]\n",
     "plan.few-columns", 5, 34, "signed", "number"),
    ("tasks: [{id: 1.1.1, leads: [{vi: A, role_: b}]}]\n", "plan.unknown-field", 5, 37, "role_",
     "“role”"),
    ("tasks: [{id: 1.1.1, leads: [{vi: A, name: b}]}]\n", "plan.unknown-field", 5, 37, "name",
     "The keys"),
    ("targets: [{id: x, name: A, values: [{value: 1,5}]}]\n", "plan.key-not-text", 5, 47, "text",
     "1,5"),
    ('tasks: [{id: 1.1.1, deadline: "quý\\x07 II"}]\n', "plan.control-character", 5, 31,
     "U+0007", "Delete"),
    ("tasks: [{id: 1.1.1, deadline: {vi: [1]}}]\n", "plan.deadline", 5, 31, "deadline", "Q2 2025"),
    ("annexes: [{kind: tasks, columns: [{key: text, width: 3}, number]}]\n", "plan.number", 5, 54,
     "at least 5", "number"),
    ("annexes: [{kind: tasks, columns: [{key: text, width: 999}, number]}]\n", "plan.number", 5, 54,
     "at most 250", "number"),
    ("annexes: [{kind: tasks, columns: [{key: text, width: wide}, number]}]\n", "plan.number",
     5, 54, "wide", "2030"),
    ("annexes: [{kind: tasks, columns: [{key: text, draft: maybe}, number]}]\n", "plan.choice",
     5, 54, "maybe", "true"),
    ("funding: \"a\\x07\"\n", "plan.control-character", 5, 10, "U+0007", "Delete"),
    ("initiatives: [{id: a b, vi: X}]\n", "plan.id-form", 5, 20, "a b", "hyphens"),
    ("initiatives: [{id: 5, vi: X}]\n", "plan.id-not-text", 5, 20, "5", "local-1"),
    ("tasks: [{id: 1.1.1, deadline: [x]}]\n", "plan.deadline", 5, 31, "deadline", "Q2 2025"),
    ("tasks: [{id: local-1}, {id: local-1}]\n", "plan.duplicate-id", 5, 29, "line 5", "once"),
    ("targets:\n  - {id: a, name: A, parent: b}\n  - {id: b, name: B, parent: a}\n",
     "plan.parent-circle", 6, 30, "a → b → a", "parent"),
    ("groups: [{id: a, vi: A, parent: a}]\n", "plan.parent-circle", 5, 33, "a → a", "parent"),
    ("groups: [{id: 1, vi: A, parent: 2}]\n", "plan.unknown-group", 5, 33, "2", "1"),
    ("1: x\n", "plan.key-not-text", 5, 1, "key", "quotes"),
    ("context: !!python/object:os.system x\n", "plan.tag", 5, 10, "!!python", "Delete"),
    ("context: *x\n", "plan.unknown-alias", 5, 10, "&x", "quotes"),
    ("context: &a [*a]\n", "plan.alias-bomb", 5, 14, "itself", "&"),
    ("---\na: b\n", "plan.several-documents", 5, 1, "several", "One plan a file"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("report", "rule", "line", "column", "message", "hint"),
    [pytest.param(*case, id=f"{case[1]}-{n}") for n, case in enumerate(CASES)],
    indirect=["report"],
)
def test_a_fault_is_said_with_its_place_and_its_remedy(
    report: Report, rule: str, line: int, column: int, message: str, hint: str
) -> None:
    found = _only(report)

    assert _lines(found) == (rule, line, column)
    assert message in found.message.en
    assert hint in found.hint.en
    assert found.level == "error"


def _changed(old: str, new: str) -> bytes:
    assert old in HEAD
    return HEAD.replace(old, new).encode()


HEADS = [
    ("province: cao-bang", "province: cao-bag", "plan.unknown-province", "“cao-bang”"),
    ("province: cao-bang", "province: Cao Bằng", "plan.unknown-province", "“cao-bang”"),
    ("province: cao-bang", "province: 63", "plan.id-is-number", "cao-bang"),
    ("province: cao-bang", "province: 4", "plan.id-is-number", "Write cao-bang"),
    ("province: cao-bang", "province: '04'", "plan.id-is-number", "Write cao-bang"),
    ("province: cao-bang", "province: true", "plan.id-is-number", "cao-bang"),
    ("nq57@2025.03", "nq58", "plan.unknown-catalogue", "nq57"),
    ("nq57@2025.03", "nq57@2020.01", "plan.catalogue-version", "nq57@2025.03"),
]


@pytest.mark.parametrize(("old", "new", "rule", "hint"), HEADS)
def test_a_fault_in_the_head_is_said(
    old: str, new: str, rule: str, hint: str, catalogue: Catalogue
) -> None:
    _, report = check_plan(_changed(old, new), "p.yaml", catalogue=catalogue)

    found = _only(report)
    assert found.rule == rule
    assert hint in found.hint.en


def test_a_province_that_is_gone_is_answered_with_its_successor(catalogue: Catalogue) -> None:
    data = _changed("cao-bang", "bac-kan").replace(b"2025-03-28", b"2025-07-01")

    _, report = check_plan(data, "p.yaml", catalogue=catalogue)

    found = _only(report)
    assert _lines(found) == ("plan.province-not-then", 3, 11)
    assert "Thái Nguyên" in found.message.vi
    assert "01/7/2025" in found.message.vi
    assert "thai-nguyen" in found.hint.en


def test_a_province_that_was_yet_to_come_is_answered_with_what_was_before(
    catalogue: Catalogue,
) -> None:
    data = _changed("cao-bang", "hue").replace(b"2025-03-28", b"2024-12-31")

    _, report = check_plan(data, "p.yaml", catalogue=catalogue)

    found = _only(report)
    assert _lines(found) == ("plan.province-not-then", 3, 11)
    assert "thua-thien-hue" in found.hint.vi


def test_the_callers_date_is_the_one_that_registers_are_asked_for(catalogue: Catalogue) -> None:
    data = _changed("cao-bang", "bac-kan")
    on = DocumentDate(2025, 7)

    with pytest.raises(LoadError) as error:
        parse_plan(data, on=on, catalogue=catalogue)

    assert [f.rule for f in error.value.report] == ["plan.province-not-then"]
    assert parse_plan(data, catalogue=catalogue).document.date == DocumentDate(2025, 3, 28)
    assert (
        parse_plan(_changed("2025-03-28", "2030-01"), on=on, catalogue=catalogue).document.date
        == on
    )


def test_a_body_that_is_gone_is_a_warning_that_names_its_successor(catalogue: Catalogue) -> None:
    data = HEAD.encode() + b"tasks: [{id: 1.1.1, leads: so-thong-tin-va-truyen-thong}]\n"

    plan, report = check_plan(data, "p.yaml", catalogue=catalogue)

    found = _only(report)
    assert plan is not None
    assert (found.rule, found.level) == ("plan.agency-not-then", "warning")
    assert _lines(found)[1:] == (5, 28)
    assert "01/3/2025" in found.message.vi
    assert "so-khoa-hoc-va-cong-nghe" in found.hint.en


def test_a_body_that_was_yet_to_come_is_a_warning_that_names_what_was_before(
    catalogue: Catalogue,
) -> None:
    data = _changed("2025-03-28", "2025-02-10")
    data += b"tasks: [{id: 1.1.1, leads: so-nong-nghiep-va-moi-truong}]\n"

    plan, report = check_plan(data, "p.yaml", catalogue=catalogue)

    found = _only(report)
    assert plan is not None
    assert (found.rule, found.level) == ("plan.agency-not-then", "warning")
    assert "so-tai-nguyen-va-moi-truong" in found.hint.en


def test_all_faults_are_said_at_once_in_the_order_of_the_file(catalogue: Catalogue) -> None:
    data = b"""\
format: r57plans/plan/2
catalogue: nq57
province: 63
province: ha-noi
document: {issuer: tinh-uy, typ: CTr, date: 2025-02-30}
tasks:
  - {id: 1.1.9, leads: [so-khcnn], deadline: {x: 1}}
omitted: [{id: 2.10}]
"""

    _, report = check_plan(data, "p.yaml", catalogue=catalogue)

    assert [(f.rule, f.place.line) for f in report] == [
        ("plan.choice", 1),
        ("plan.id-is-number", 3),
        ("plan.duplicate-key", 4),
        ("plan.missing-field", 5),
        ("plan.unknown-field", 5),
        ("plan.date", 5),
        ("plan.unknown-sub-task", 7),
        ("plan.unknown-agency", 7),
        ("plan.deadline", 7),
        ("plan.missing-field", 8),
        ("plan.unquoted-id", 8),
    ]


def test_an_id_in_a_list_without_its_brackets_has_the_place_of_the_value(
    catalogue: Catalogue,
) -> None:
    data = HEAD.encode() + b"tasks: {id: 1.1.1, leads: {vi: x, em: y}}\n"

    _, report = check_plan(data, "p.yaml", catalogue=catalogue)

    assert _lines(_only(report)) == ("plan.unknown-field", 5, 35)


def test_a_blank_key_is_as_if_it_were_not_written(catalogue: Catalogue) -> None:
    data = HEAD.encode() + b"sections:\nspelling:\ntasks:\n  - {id: 1.1.1, leads: , deadline: }\n"

    plan = parse_plan(data, catalogue=catalogue)

    assert plan == parse_plan(HEAD.encode() + b"tasks: [{id: 1.1.1}]\n", catalogue=catalogue)


def test_a_declared_body_is_no_fault_and_may_also_be_a_post(catalogue: Catalogue) -> None:
    data = HEAD.encode() + (
        b"bodies: [{id: local-x, vi: X}]\n"
        b"tasks: [{id: 1.1.1, leads: local-x, in_charge: {role: local-x}}]\n"
    )

    _, report = check_plan(data, "p.yaml", catalogue=catalogue)

    assert report.text("en") == ""


def test_places_of_values_are_those_of_the_file(catalogue: Catalogue) -> None:
    data = HEAD.encode() + b"tasks:\n  - id: 1.1.1\n    leads: [so-khcn, so-tai-chinh]\n"

    plan = parse_plan(data, "p.yaml", catalogue=catalogue)

    assert str(plan.place("tasks", 0, "leads", 1)) == "p.yaml:7:22"
    assert plan.place("tasks", 0, "deadline").line == 6
    assert plan.place("tasks", 0, "leads", 1).path == "tasks/0/leads/1"


def test_a_complaint_that_no_table_knows_is_said_all_the_same() -> None:
    details: ErrorDetails = {"type": "url_type", "loc": ("a",), "msg": "", "input": {"x": 1}}

    said = shape_words(details, "a", (), ())

    assert said.rule == "form"
    assert "{…}" in said.message.vi


def test_a_status_file_in_a_plans_place_is_said_to_be_one_and_no_more():
    text = "format: r57plans/status/1\nprovince: cao-bang\ntasks: [{id: 1.1.1, state: done}]\n"

    plan, found = check_plan(text.encode(), "p.yaml")

    assert plan is None
    assert _lines(_only(found)) == ("plan.another-kind", 1, 9)
