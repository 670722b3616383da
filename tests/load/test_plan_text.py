"""Plans that programs write read back as what they were, and look as a person writes them."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from random_plans import Data, plans

from r57plans.load.plan_text import plan_text
from r57plans.load.yaml_source import read_yaml

odd = st.one_of(
    st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), max_size=150),
    st.sampled_from(("no", "1.10", "2025-03-28", "x: y", "# a", "- b", " c ", "1:30", "~", "{d}")),
)


@given(plans(), odd)
@settings(max_examples=30)
def test_what_is_written_reads_back_as_it_was(data: Data, said: str) -> None:
    data["tasks"][0]["note"] = said or "-"

    source = read_yaml(plan_text(data).encode(), "plan.yaml")

    assert not source.report
    assert source.data == {key: value for key, value in data.items() if value}


def test_lines_are_short_where_they_can_be_and_comments_stand_before_what_they_tell() -> None:
    data = {
        "format": "r57plans/plan/1",
        "province": "cao-bang",
        "document": {"date": "2025-03-28", "number": "", "parents": ["nq57"]},
        "tasks": [{"id": "1.1.1", "leads": ["so-y-te"], "text": {"vi": "Một " * 40 + "câu."}}],
    }

    text = plan_text(data, ["Minh họa"], {"tasks": ["Việc"], "tasks/1.1.1": ["Từ Hà Nam"]})

    assert text.splitlines()[:8] == [
        "# Minh họa",
        "format: r57plans/plan/1",
        "province: cao-bang",
        "",
        "document:",
        "  date: 2025-03-28",
        "  number: ''",
        "  parents: [nq57]",
    ]
    assert text.splitlines()[8:15] == [
        "",
        "# Việc",
        "tasks:",
        "  # Từ Hà Nam",
        "  - id: 1.1.1",
        "    leads: [so-y-te]",
        "    text:",
    ]
    assert "      vi: >-\n        Một Một" in text
    assert max(map(len, text.splitlines())) <= 118
