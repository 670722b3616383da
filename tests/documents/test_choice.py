"""Which documents are made: by their names, by `all`, and from which particulars."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from plan_builders import plan

from r57plans.documents import ACTION_PLAN, ALL, KINDS, Kind, build, chosen, documents_of, kind_of
from r57plans.documents.choice import said_of
from r57plans.documents.particulars import Usual
from r57plans.errors import RefusedError
from r57plans.findings import Finding, Message
from r57plans.load import load_registers, parse_plan
from r57plans.model.base import Text
from r57plans.model.plan import Plan

REGISTERS = load_registers()
TASKS = [{"id": "1.1.1", "leads": ["so-khcn"]}]


def lacking(_plan: Plan) -> Finding | None:
    return Finding("build.lacking", "error", Message("thiếu", "lacking"))


LETTER = Kind(
    "letter", Message("Thư", "Letter"), KINDS[0].view,
    usual=Usual("TTr", recipients=(Text(vi="Như trên"),)), layouts=("party",),
)  # fmt: skip
NOTE = replace(LETTER, id="note", pattern=r"note-\d{4}-\d{2}")
PLAN = (KINDS[0],)
OURS = (*PLAN, LETTER, NOTE)


def own(given: Plan, name: str = "letter") -> Plan:
    return chosen(given, [name], REGISTERS, OURS)[0].own


def letter(**particulars: Any) -> dict[str, Any]:
    return {"letter": {"type": "TTr", "date": "2025-03", **particulars}}


def test_a_name_is_found_whole_or_by_the_pattern_of_its_kind() -> None:
    names = ["letter", "note-2025-06", "note", "letters", "note-2025-06-01"]

    found = [kind_of(name, OURS) for name in names]

    assert found == [LETTER, NOTE, None, None, None]


def test_all_stands_for_each_document_that_the_plan_can_give() -> None:
    documents = {
        "note-2025-06": {"type": "BC", "date": "2025-06"},
        "note-2025-12": {"type": "BC", "date": "2025-12"},
    }
    without = (*PLAN, replace(LETTER, lacks=lacking), NOTE)

    names = documents_of(plan(documents=documents), REGISTERS, OURS)

    assert names == [ACTION_PLAN, "letter", "note-2025-06", "note-2025-12"]
    assert documents_of(plan(documents=documents), REGISTERS, without) == [
        ACTION_PLAN, "note-2025-06", "note-2025-12"
    ]  # fmt: skip


def test_a_document_is_made_once_however_often_it_is_asked_for() -> None:
    found = chosen(plan(), ["letter", ALL, "letter"], REGISTERS, OURS)

    assert [document.name for document in found] == ["letter", ACTION_PLAN]


def test_every_unknown_name_is_told_with_the_nearest_known_one() -> None:
    with pytest.raises(RefusedError) as refused:
        build(plan(tasks=TASKS), documents=["acton-plan", ACTION_PLAN, "xyz"])

    assert [f.rule for f in refused.value.report] == ["build.document"] * 2
    assert "Did you mean “action-plan”?" in refused.value.report.findings[0].hint.en
    assert "Did you mean" not in refused.value.report.findings[1].hint.en


def test_a_document_without_particulars_has_what_follows_from_the_plan_but_no_number_or_day() -> (
    None
):
    given = plan({"number": "12", "place": "Pác Bó", "signer": {"role": "pho-bi-thu"}})

    found = own(given).document

    assert (found.type, found.number, str(found.date)) == ("TTr", None, "2025-03")
    assert found.place == Text(vi="Pác Bó")
    assert found.signer is not None
    assert found.signer.role == "pho-bi-thu"
    assert found.recipients == (Text(vi="Như trên"),)


def test_another_issuer_has_its_own_usual_signer() -> None:
    given = plan({"signer": {"role": "pho-bi-thu"}}, documents=letter(issuer="ban-chi-dao"))

    signer = own(given).document.signer

    assert signer is not None
    assert (signer.authority, signer.role) == ("ban-chi-dao", "truong-ban")


def test_what_the_plan_says_of_a_document_is_kept() -> None:
    said = letter(place="Hạ Lang", signer={"role": "bi-thu"}, recipients=["Lưu"])

    found = own(plan(documents=said)).document

    assert found.place == Text(vi="Hạ Lang")
    assert found.recipients == (Text(vi="Lưu"),)
    assert found.signer is not None
    assert found.signer.role == "bi-thu"


def test_what_is_said_of_a_document_stands_where_its_particulars_are() -> None:
    text = """
        format: r57plans/plan/1
        catalogue: nq57
        province: cao-bang
        document: {issuer: tinh-uy, type: CTr, date: 2025-03}
        documents:
          letter:
            type: TTr
            status: issued
            date: 2025-03
    """
    given = parse_plan("\n".join(line[8:] for line in text.splitlines()).encode())

    report = said_of(given, chosen(given, ["letter"], REGISTERS, OURS), REGISTERS)

    told = {f.place.path: f.place.line for f in report.errors}
    assert told == {"documents/letter/number": 8, "documents/letter/date": 10}
    assert "documents.letter.number" in report.errors[0].hint.vi


def test_the_action_plan_s_own_faults_do_not_stop_another_document() -> None:
    given = plan({"status": "issued"})

    report = said_of(given, chosen(given, ["letter"], REGISTERS, OURS), REGISTERS)

    assert report.errors == ()


def test_an_issuer_that_has_no_such_document_is_refused() -> None:
    given = plan(documents=letter(issuer="ubnd"))

    report = said_of(given, chosen(given, ["letter"], REGISTERS, OURS), REGISTERS)

    assert [f.rule for f in report.errors] == ["build.document-issuer"]


def test_a_document_of_a_day_on_which_the_province_is_no_more_is_refused() -> None:
    given = plan(province="hoa-binh", documents=letter(date="2025-12"))

    report = said_of(given, chosen(given, ["letter"], REGISTERS, OURS), REGISTERS)

    assert [f.rule for f in report.errors] == ["build.province-not-then"]
    assert documents_of(given, REGISTERS, OURS) == [ACTION_PLAN]


def test_particulars_under_a_mistyped_name_are_told() -> None:
    documents = {"acton-plan": {"type": "CTr", "date": "2025-03"}}

    report = build(plan(tasks=TASKS, documents=documents)).report

    assert "Did you mean “action-plan”?" in [f.hint.en for f in report]


def test_a_template_is_for_one_document() -> None:
    with pytest.raises(RefusedError, match="for one document"):
        build(plan(tasks=TASKS), ["vi"], [ACTION_PLAN, "submission"], template=b"")
