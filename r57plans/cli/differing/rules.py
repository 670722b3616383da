"""`r57plans diff --explain`: what a rule of changes is."""

from __future__ import annotations

import click

from r57plans.cli.ui import Ui
from r57plans.model.change import SEVERITY_WORDS
from r57plans.model.change_rule import ChangeRule


def tell_rules(ui: Ui, asked: str, *, machine: bool) -> int:
    """Explains a rule, those whose ids begin so, or all; 2 where there is none."""
    from r57plans.diff.shape import rule_as_dict
    from r57plans.load.change_rules import change_rule_hint, load_change_rules

    rules = load_change_rules()
    found = [r for r in rules if asked in ("all", r.id) or r.id.startswith(f"{asked}.")]
    if not found:
        hint = change_rule_hint(asked, [rule.id for rule in rules])
        vi, en = f"Không có quy tắc {asked}.", f"There is no rule {asked}."
        ui.fail("diff.rule-unknown", vi, en, hint, machine=machine)
    if machine:
        ui.json({"rules": [rule_as_dict(rule, ui.language) for rule in found]})
        return 0
    for rule in found:
        click.echo(_explained(ui, rule))
    return 0


def _explained(ui: Ui, rule: ChangeRule) -> str:
    t, language = ui.t, ui.language
    lines = [
        f"{rule.id}  {rule.title.say(language)}",
        f"  {t('mức', 'severity')}: {SEVERITY_WORDS[rule.severity].say(language)}",
        f"  {t('câu', 'says')}: {rule.message.say(language)}",
        f"  {t('chiều ngược lại', 'the other way round')}: {rule.pair}",
    ]
    return "\n".join([*lines, ""])
