"""Levels, waivers and packs: what an office sets, and what is told of it."""

from __future__ import annotations

import json
from html import escape
from pathlib import Path

import pytest
from assessed import TASK, good, one_task, verdicts

from r57plans.checks import check
from r57plans.checks.page import page
from r57plans.checks.run import pack_of
from r57plans.checks.shape import as_dict, evidence_lines, rules_as_dict
from r57plans.compliance import compliance_report
from r57plans.errors import LoadError
from r57plans.load.pack_files import load_severities
from r57plans.model.base import Text
from r57plans.model.plan import Plan
from r57plans.model.target import Target
from r57plans.model.task import Task
from r57plans.word.package import read_package

NO_DEADLINE = "R57-030"


def waived(**waiver: object) -> Plan:
    plan = one_task(deadline=None)
    reason = {"vi": "Chờ Trung ương", "en": "Awaiting the centre"}
    data = plan.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    return Plan.model_validate(data | {"waive": [{"reason": reason, **waiver}]})


def rules(plan: Plan) -> list[str]:
    return [finding.rule for finding in check(plan).report if finding.rule < "R57-100"]


def test_a_waiver_takes_a_finding_away_and_is_listed_with_its_reason() -> None:
    found = check(waived(rule=NO_DEADLINE, task="local-1"))

    assert NO_DEADLINE not in {finding.rule for finding in found.report}
    assert [(each.finding.rule, each.waiver.reason.en) for each in found.waived] == [
        (NO_DEADLINE, "Awaiting the centre")
    ]
    assert verdicts(found)["roadmap"] == "met"


def test_a_waiver_without_a_task_is_for_the_whole_plan() -> None:
    assert NO_DEADLINE not in rules(waived(rule=NO_DEADLINE))


def test_a_waiver_of_another_task_leaves_the_finding_and_is_told_to_be_idle() -> None:
    found = check(waived(rule=NO_DEADLINE, task="local-9"))

    assert NO_DEADLINE in {finding.rule for finding in found.report}
    assert [finding.rule for finding in found.beside] == ["check.waiver-idle"]


def test_a_waiver_of_an_unknown_rule_is_told_with_the_nearest_one() -> None:
    found = check(waived(rule="R57-0300"))

    assert [f.rule for f in found.beside] == ["check.waiver-unknown"]
    assert found.beside[0].hint.en == "Did you mean “R57-030”?"


def test_an_office_gives_a_rule_another_level_or_leaves_it_out() -> None:
    plan = one_task(deadline=None)

    milder = check(plan, severities={NO_DEADLINE: "note"})
    without = check(plan, severities={NO_DEADLINE: "off"})

    assert {f.level for f in milder.report if f.rule == NO_DEADLINE} == {"note"}
    assert NO_DEADLINE not in {f.rule for f in without.report}
    assert verdicts(without)["roadmap"] == "met"


def test_only_what_is_grave_enough_is_told_and_verdicts_stay() -> None:
    found = check(good(tasks=[TASK, TASK | {"id": "local-2", "deadline": None}], funding=None))

    graver = found.from_level("error")

    assert {finding.level for finding in graver.report} == {"error"}
    assert verdicts(graver) == verdicts(found)


def test_a_severity_file_with_an_unknown_rule_is_refused_with_the_nearest(tmp_path: Path) -> None:
    file = tmp_path / "muc.yaml"
    file.write_text("R57-30: off\n", "utf-8")

    with pytest.raises(LoadError) as caught:
        load_severities(file, pack_of())

    assert "R57-0" in caught.value.report.findings[0].hint.en


def test_a_severity_file_gives_levels(tmp_path: Path) -> None:
    file = tmp_path / "muc.yaml"
    file.write_text('R57-030: warning\nR57-066: "off"\n', "utf-8")

    assert load_severities(file, pack_of()) == {"R57-030": "warning", "R57-066": "off"}


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ("id: X-001\ncheck: nothing-like-it", "pack.unknown-check"),
        ("id: x1\ncheck: lead-missing", "pack."),
    ],
)
def test_a_pack_with_a_wrong_rule_is_refused(tmp_path: Path, rule: str, said: str) -> None:
    (tmp_path / "pack.yaml").write_text(
        "id: other\ntitle: {vi: Khác}\ntext: {vi: Khác}\nsource: {document: x}\n"
        "basis: unverified\n",
        "utf-8",
    )
    rest = (
        "level: note\ntitle: {vi: a}\nmessage: {vi: a}\nhint: {vi: a}\nclause: {vi: a}\n"
        "source: {document: x}\nbasis: unverified\n"
    )
    lines = [*rule.splitlines(), *rest.splitlines()]
    (tmp_path / "rules.yaml").write_text("- " + "\n  ".join(lines) + "\n", "utf-8")

    with pytest.raises(LoadError) as caught:
        pack_of(tmp_path)

    assert caught.value.report.errors
    assert said == "pack." or caught.value.report.findings[0].rule == said


def test_two_rules_of_one_id_are_refused(tmp_path: Path) -> None:
    home = Path(pack_file()).parent
    for path in home.glob("*.yaml"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    (tmp_path / "again.yaml").write_bytes((home / "requirement.yaml").read_bytes())

    with pytest.raises(LoadError) as caught:
        pack_of(tmp_path)

    assert {finding.rule for finding in caught.value.report} == {"pack.id-twice"}


def pack_file() -> str:
    from r57plans.assets import catalogue_folder

    return str(catalogue_folder() / "packs" / "march-2025" / "pack.yaml")


def test_an_unknown_pack_is_told_with_those_that_are_there() -> None:
    with pytest.raises(LoadError) as caught:
        pack_of("march-2052")

    assert "march-2025" in caught.value.report.findings[0].hint.en


def test_every_rule_says_all_in_both_languages() -> None:
    pack = pack_of()

    for rule in pack.rules:
        texts = (rule.title, rule.message, rule.hint, rule.clause)
        assert all(text.en and text.vi != text.en for text in texts), rule.id
    assert len(rules_as_dict(pack, "vi")) == len(pack.rules)


def test_blanks_of_both_languages_are_the_same_and_are_all_filled() -> None:
    found = check(good(committee=None, tasks=[TASK | {"deadline": "2025 - 2027"}]))

    assert not [t.finding for t in found.told if "{" in "".join(t.finding.message)]


def test_an_assessment_as_json_holds_what_a_machine_needs() -> None:
    shape = as_dict(check(one_task(deadline=None)), "en")

    finding = next(f for f in shape["findings"] if f["rule"] == NO_DEADLINE)
    assert finding["task"] == "local-1"
    assert finding["part"] == "roadmap"
    assert finding["path"] == "tasks/0/deadline"
    assert json.loads(json.dumps(shape))["pack"] == "march-2025"


def test_the_page_escapes_what_a_plan_says() -> None:
    plan = one_task(deadline="<b>quý V</b>")

    html = page(check(plan), "vi", "Tỉnh <Cao Bằng>")

    assert "<b>quý V</b>" not in html
    assert "&lt;b&gt;quý V&lt;/b&gt;" in html
    assert "Tỉnh &lt;Cao Bằng&gt;" in html
    assert "http" not in html.replace("http-equiv", "")


def test_page_and_word_report_name_the_targets_that_fall_short() -> None:
    plan = one_task(targets=[]).model_copy(update={"targets": (Target(id="tfp"),)})
    found = check(plan)

    html = page(found, "en")
    document = read_package(compliance_report(plan, found, "en"))["word/document.xml"].decode()

    lines = evidence_lines(next(p for p in found.parts if p.id == "roadmap"), found, "en")
    assert lines[-1].startswith("Targets: Contribution of total factor productivity")
    assert all(escape(line) in html and escape(line) in document for line in lines)


def test_the_word_report_says_what_was_found_and_how_many_more_like_it() -> None:
    texts = [Task(id=f"local-{n}", text=Text(vi=f"Việc {n}")) for n in (1, 2, 3)]
    plan = one_task().model_copy(update={"tasks": tuple(texts)})

    report = compliance_report(plan, check(plan), "vi")

    document = read_package(report)["word/document.xml"].decode()
    assert "Nhiệm vụ local-1 chưa nêu sản phẩm (và 2 trường hợp tương tự)." in document
