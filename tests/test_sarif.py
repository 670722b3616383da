"""Findings as SARIF 2.1.0: what the published schema requires, and what a reader needs."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from r57plans.findings import Finding, Message, Place, Report
from r57plans.sarif import sarif
from r57plans.version import VERSION

LEVELS = {"none", "note", "warning", "error"}
URI = re.compile(r"[A-Za-z0-9._~:/?#\[\]@!$&'()*+,;=%-]+")


def finding(rule: str = "a.b", place: Place | None = None, hint: str = "") -> Finding:
    said = Message("Sai.", "Wrong.")
    told = place or Place("mẫu 1.docx", path="word/document.xml")
    return Finding(rule, "warning", said, Message(hint, hint), told)


def log(*findings: Finding, **rules: Message) -> Any:
    return json.loads(json.dumps(sarif(Report(findings), "en", rules)))


def required(data: Any) -> list[str]:
    """What the schema of SARIF 2.1.0 requires and the log lacks."""
    missing = [] if data["version"] == "2.1.0" and data["runs"] else ["version, runs"]
    for run in data["runs"]:
        driver = run["tool"]["driver"]
        missing += [] if driver.get("name") else ["tool.driver.name"]
        missing += [] if re.fullmatch("[a-z]{2}", run["language"]) else ["language"]
        missing += [f"rule {r}" for r in driver["rules"] if not r["id"]]
        missing += [f"text of {r['id']}" for r in driver["rules"] if not r["shortDescription"]]
        for result in run["results"]:
            missing += _missing_of(result, driver["rules"])
    return missing


def _missing_of(result: Any, rules: Any) -> list[str]:
    missing = [] if result["message"].get("text") else ["message.text"]
    missing += [] if result["level"] in LEVELS else ["level"]
    missing += [] if rules[result["ruleIndex"]]["id"] == result["ruleId"] else ["ruleIndex"]
    for location in result.get("locations", []):
        uri = location.get("physicalLocation", {"artifactLocation": {"uri": "a"}})
        uri = uri["artifactLocation"]["uri"]
        missing += [] if URI.fullmatch(uri) else [f"uri {uri}"]
        region = location.get("physicalLocation", {}).get("region")
        missing += ["startLine"] if region is not None and region["startLine"] < 1 else []
        for logical in location.get("logicalLocations", []):
            missing += [] if logical.get("fullyQualifiedName") else ["fullyQualifiedName"]
    return missing


@pytest.mark.parametrize(
    "place",
    [
        Place(),
        Place("kế hoạch.yaml", 3),
        Place("a.yaml", 3, 7, "tasks[0]"),
        Place("C:\\mẫu\\a b.docx", path="word/document.xml"),
    ],
)
def test_a_log_has_all_that_the_schema_requires(place: Place) -> None:
    assert required(log(finding(place=place), finding("c.d"), finding("a.b"))) == []


def test_the_checks_here_find_what_is_missing() -> None:
    data = log(finding())
    result = data["runs"][0]["results"][0]
    result["level"], result["message"] = "fatal", {}
    result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] = "a b"

    assert required(data) == ["message.text", "level", "uri a b"]


def test_an_empty_report_is_a_run_without_results() -> None:
    [run] = log()["runs"]

    assert (run["results"], run["tool"]["driver"]["rules"]) == ([], [])
    assert run["tool"]["driver"]["version"] == VERSION


def test_each_rule_is_told_once_in_both_languages_and_results_point_to_it() -> None:
    about = {"c.d": Message("Quy tắc.", "A rule.")}
    data = json.loads(json.dumps(sarif(Report((finding("c.d"), finding())), "vi", about)))
    [run] = data["runs"]

    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["a.b", "c.d"]
    assert run["tool"]["driver"]["rules"][1]["shortDescription"] == {"text": "Quy tắc."}
    assert run["tool"]["driver"]["rules"][1]["properties"] == {"vi": "Quy tắc.", "en": "A rule."}
    assert [result["ruleIndex"] for result in run["results"]] == [1, 0]


def test_the_hint_is_part_of_the_message() -> None:
    [result] = log(finding(hint="Do this."))["runs"][0]["results"]

    assert result["message"]["text"] == "Wrong. Do this."


def test_a_path_of_windows_is_a_file_uri_and_others_are_escaped() -> None:
    windows, ours = log(finding(place=Place("C:\\a b.docx")), finding())["runs"][0]["results"]

    assert _uri(windows) == "file:///C:/a%20b.docx"
    assert _uri(ours) == "m%E1%BA%ABu%201.docx"


def _uri(result: Any) -> str:
    uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    return str(uri)


def test_a_line_and_column_are_a_region() -> None:
    [result] = log(finding(place=Place("a.yaml", 3, 7)))["runs"][0]["results"]

    assert result["locations"][0]["physicalLocation"]["region"] == {
        "startLine": 3,
        "startColumn": 7,
    }


def test_a_finding_without_a_place_has_no_location() -> None:
    [result] = log(finding(place=Place()))["runs"][0]["results"]

    assert "locations" not in result
