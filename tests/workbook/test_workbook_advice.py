"""What to do about a finding is told in sheets and columns, where the plan is a workbook."""

from __future__ import annotations

import re

import pytest
from workbook_builders import edited, read

from r57plans import check
from r57plans.checks.run import pack_of
from r57plans.findings import Message
from r57plans.workbook.rewording import in_sheets

_CODE = re.compile(r"`([^`]+)`")
_ITSELF = re.compile(r"r57plans |english$|KH$|off$|year$|number: 12$|spelling: \{setting\}$")


@pytest.mark.parametrize(
    ("hint", "said"),
    [
        ("`targets: [rd-spending]`",
         "“rd-spending” ở cột “Chỉ tiêu liên quan” của trang “Nhiệm vụ”"),
        ("`relation: lower`", "“thấp hơn” ở cột “So với Trung ương” của trang “Chỉ tiêu”"),
        ("`params: {ty_le: …}`", "“ty_le: …” ở cột “Số liệu địa phương” của trang “Nhiệm vụ”"),
        ("`enabling: true`", "“có” ở cột “Việc nền tảng (có)” của trang “Nhiệm vụ”"),
        ("`values: [{year: 2030, value: …}]`", "trang “Mức chỉ tiêu”"),
        ("`committee.working_rules`",
         "phần “Chế độ làm việc của Ban Chỉ đạo” của trang “Lời văn”"),
        ("`status: issued`", "“đã ban hành” ở mục “Tình trạng” của trang “Thông tin chung”"),
        ("`r57plans catalogue list`", "`r57plans catalogue list`"),
    ],
)  # fmt: skip
def test_keys_become_sheets_and_columns(hint: str, said: str) -> None:
    assert in_sheets(Message(f"Ghi ({hint}).", "")).vi == f"Ghi ({said})."


def test_no_rule_speaks_of_keys_to_an_officer() -> None:
    hints = [rule.hint for rule in pack_of().rules]

    left = {
        snippet
        for hint in hints
        for side in (in_sheets(Message(hint.vi, hint.say("en"))).vi,)
        for snippet in _CODE.findall(side)
        if not _ITSELF.match(snippet)
    }

    assert hints
    assert left == set()


def test_findings_of_a_workbook_name_no_key_even_where_they_name_no_cell() -> None:
    found, _ = read(edited(lambda _: None))
    assert found is not None

    said = [each.text("vi") for each in check(found).report if "R57-0" in each.rule]

    assert any("của trang “Lời văn”" in each for each in said)
    assert not [each for each in said if re.search(r"`(?!r57plans)", each)]
