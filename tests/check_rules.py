"""The table of the rules of `r57plans check`; run as a script it writes `docs/check-rules.md`."""

from __future__ import annotations

from pathlib import Path

from data_pages import both, write

from r57plans.checks.run import pack_of
from r57plans.model.pack import Pack, RuleRecord

PAGE = Path(__file__).parents[1] / "docs" / "check-rules.md"
HEAD = """\
# Các quy tắc kiểm tra kế hoạch / The rules of `r57plans check`

<!-- Made by `make docs` from task_catalog/packs; do not edit it by hand. -->

Mức là mức mặc định; cơ quan có thể đổi bằng `--severity`. “Căn cứ” là điều mà quy tắc dựa vào, kèm
mức độ đã đối chiếu (verified, secondary, unverified).

The level is the usual one; an office changes it with `--severity`. The clause is what a rule rests
on, with how far that was checked. One rule in full: `r57plans check --explain R57-032`.
"""
_COLUMNS = "| Quy tắc / Rule | Mức / Level | Nội dung / What it asks | Căn cứ / Clause |"


def page(pack: Pack) -> str:
    """All rules of a pack, those of each part of its requirement together."""
    parts = [*(part.id for part in pack.parts), None]
    sections = [
        _section(part, [rule for rule in pack.rules if rule.part == part]) for part in parts
    ]
    title = f"## {pack.title.vi} / {pack.title.en} (`{pack.id}`)\n"
    return "\n".join([HEAD, title, *filter(None, sections)])


def _section(part: str | None, rules: list[RuleRecord]) -> str:
    if not rules:
        return ""
    title = f"### `{part}`" if part else "### Các điểm khác / Beside the requirement"
    return "\n".join([title, "", _COLUMNS, "|---|---|---|---|", *map(_row, rules), ""])


def _row(rule: RuleRecord) -> str:
    clause = f"{both(rule.clause)}<br>`{rule.source.document}`, {rule.basis}"
    return f"| {rule.id} | {rule.level} | {both(rule.title)} | {clause} |"


if __name__ == "__main__":
    write(PAGE, page(pack_of()))
