"""The table of the rules of `r57plans diff`; run as a script it writes `docs/change-rules.md`."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from data_pages import both, write

from r57plans.load.change_rules import load_change_rules
from r57plans.model.change import SEVERITY_WORDS
from r57plans.model.change_rule import ChangeRule

PAGE = Path(__file__).parents[1] / "docs" / "change-rules.md"
HEAD = """\
# Các loại thay đổi / The rules of `r57plans diff`

<!-- Made by `make docs` from task_catalog/changes.yaml; do not edit it by hand. -->

Mức là mức mặc định; cơ quan có thể đổi bằng `--severity`. “Chiều ngược lại” là loại của cùng thay
đổi ấy khi đổi chỗ bản cũ và bản mới.

The severity is the usual one; an office changes it with `--severity`. The last column is what the
same change is called when the versions are exchanged. One rule in full:
`r57plans diff --explain task.deadline.later`.
"""
_COLUMNS = (
    "| Quy tắc / Rule | Mức / Severity | Nội dung / What changed | Câu / Says "
    "| Chiều ngược lại / The other way round |"
)
_TITLES = {
    "task": "Nhiệm vụ / Tasks",
    "body": "Tên cơ quan ở mọi phần / Names of bodies, anywhere",
    "target": "Chỉ tiêu / Targets",
    "committee": "Ban Chỉ đạo / Steering committee",
    "document": "Thể thức văn bản / Particulars of documents",
    "plan": "Phần chung của kế hoạch / The plan as a whole",
    "text": "Chữ nghĩa ở mọi phần / Wording, anywhere",
}


def page(rules: tuple[ChangeRule, ...]) -> str:
    """All rules, those of one part of the plan together."""
    parts = dict.fromkeys(_part(rule) for rule in rules)
    sections = (_section(part, [r for r in rules if _part(r) == part]) for part in parts)
    return "\n".join([HEAD, *sections])


def _part(rule: ChangeRule) -> str:
    name = rule.id.partition(".")[0]
    return name if name in _TITLES else "plan"


def _section(part: str, rules: Iterable[ChangeRule]) -> str:
    lines = [f"## {_TITLES[part]}", "", _COLUMNS, "|---|---|---|---|---|", *map(_row, rules), ""]
    return "\n".join(lines)


def _row(rule: ChangeRule) -> str:
    words = SEVERITY_WORDS[rule.severity]
    pair = "" if rule.pair == rule.id else f"`{rule.pair}`"
    said = f"{words.vi}<br>{words.en}"
    return f"| `{rule.id}` | {said} | {both(rule.title)} | {both(rule.message)} | {pair} |"


if __name__ == "__main__":
    write(PAGE, page(load_change_rules()))
