"""An assessment for a person, a machine or an editor, and the rules that it came from."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from r57plans.cli.reports import summary
from r57plans.cli.ui import Ui
from r57plans.findings import LEVEL_WORDS, NO_HINT, Language, Message

if TYPE_CHECKING:
    from r57plans.checks.assess import Assessment
    from r57plans.cli.catalogue.teller import Teller
    from r57plans.model.pack import Pack, RuleRecord
    from r57plans.model.plan import Plan

NO_FINDINGS = Message("Không có phát hiện nào.", "There are no findings.")
_MARKS = {"met": "[x]", "partly": "[~]", "not": "[ ]", "unknown": "[?]", "not-applicable": "[-]"}


def tell_assessment(
    ui: Ui,
    found: Assessment,
    plan: Plan,
    format_: str,
    language: Language,
    out: Path | None,
) -> None:
    """Says an assessment in the format and language asked for; into the file `out` if given."""
    if format_ == "json":
        from r57plans.checks.shape import as_dict

        ui.json(as_dict(found, language))
    elif format_ == "sarif":
        _sarif(Ui(language), found)
    elif format_ == "html" and out is not None:
        from r57plans.checks.page import page

        _write(ui, out, page(found, language, subject_of(plan, language)).encode())
    elif format_ == "docx" and out is not None:
        from r57plans.compliance import compliance_report

        _write(ui, out, compliance_report(plan, found, language))
    else:
        _text(Ui(language), found)


def subject_of(plan: Plan, language: Language) -> str:
    """Whose plan it is: `Cao Bằng`, `xã Công Hải`."""
    from r57plans.load import load_registers
    from r57plans.model.naming import unit_names

    words = unit_names(plan, load_registers(), language).own
    return words["dia_phuong" if language == "vi" else "place"]


def tell_rules(ui: Ui, pack: Pack, asked: str, *, machine: bool) -> int:
    """Explains one rule, or all of them; 2 where there is no such rule."""
    from r57plans.checks.shape import rules_as_dict
    from r57plans.load.pack_files import rule_hint

    rules = [rule for rule in pack.rules if asked in ("all", rule.id)]
    if not rules:
        hint = rule_hint(asked, [rule.id for rule in pack.rules])
        vi, en = f"Không có quy tắc {asked}.", f"There is no rule {asked}."
        ui.fail("check.rule-unknown", vi, en, hint, machine=machine)
    if machine:
        shown = pack.model_copy(update={"rules": tuple(rules)})
        ui.json({"pack": pack.id, "rules": rules_as_dict(shown, ui.language)})
        return 0
    teller = _teller(ui)
    for rule in rules:
        click.echo(_explained(ui, pack, rule, teller))
    return 0


def _teller(ui: Ui) -> Teller:
    from r57plans.cli.catalogue.teller import Teller
    from r57plans.load import load_catalogue, load_registers

    return Teller(load_catalogue(), load_registers(), date.min, ui.language, {})


def _part(pack: Pack, part: str, teller: Teller) -> str:
    """A part of the requirement by its title, and its id."""
    own = next((each.title for each in pack.parts if each.id == part), None)
    asked = next((each.title for each in teller.catalogue.requirement if each.id == part), None)
    title = own or asked
    return f"{title.say(teller.language)} ({part})" if title else part


def _explained(ui: Ui, pack: Pack, rule: RuleRecord, teller: Teller) -> str:
    t, language = ui.t, ui.language
    bases = {"verified": ("đã đối chiếu", "verified"), "secondary": ("nguồn thứ cấp", "secondary"),
             "unverified": ("chưa kiểm chứng", "unverified")}  # fmt: skip
    where = teller.where(rule.source)
    lines = [
        f"{rule.id}  {rule.title.say(language)}",
        f"  {t('mức', 'level')}: {LEVEL_WORDS[rule.level][language]}",
        f"  {t('thông báo', 'says')}: {rule.message.say(language)}",
        f"  {t('việc cần làm', 'what to do')}: {rule.hint.say(language)}",
        f"  {t('căn cứ', 'clause')}: {rule.clause.say(language)}",
        f"  {t('nguồn', 'source')}: {rule.source.document} ({t(*bases[rule.basis])}): {where}",
    ]
    if rule.part:
        lines.insert(2, f"  {t('yêu cầu', 'part')}: {_part(pack, rule.part, teller)}")
    if rule.settings:
        given = ", ".join(f"{name}: {value}" for name, value in rule.settings.items())
        lines.append(f"  {t('tham số', 'with')}: {given}")
    return "\n".join([*lines, ""])


def _sarif(ui: Ui, found: Assessment) -> None:
    from r57plans.sarif import sarif

    titles = {rule.id: rule.title.message for rule in found.pack.rules}
    waived = [(each.finding, each.waiver.reason.message) for each in found.waived]
    ui.json(sarif(found.report, ui.language, titles, waived))


def _write(ui: Ui, out: Path, data: bytes) -> None:
    from r57plans.files import write_files

    try:
        write_files({out: data})
    except OSError as error:
        ui.unwritable(out, error)
    ui.say(f"Đã ghi: {out}", f"Wrote: {out}")


def _text(ui: Ui, found: Assessment) -> None:
    """The verdicts, the findings and what is waived; what to do stands once for the same again."""
    _verdicts(ui, found)
    before: dict[str, Message] = {}
    for finding in found.report:
        repeated = before.get(finding.rule) == finding.hint
        before[finding.rule] = finding.hint
        shown = replace(finding, hint=NO_HINT) if repeated else finding
        click.echo(shown.text(ui.language))
    if found.waived:
        ui.say("\nMiễn áp dụng:", "\nWaived:")
        for each in found.waived:
            reason = each.waiver.reason.say(ui.language)
            said = each.finding.message.say(ui.language)
            click.echo(f"  {each.finding.rule}  {said} {ui.t('Lý do', 'Reason')}: {reason}")
    click.echo(summary(ui, found.report, NO_FINDINGS))


def _verdicts(ui: Ui, found: Assessment) -> None:
    from r57plans.checks.shape import VERDICTS

    if not found.parts:
        return
    click.echo(found.pack.title.say(ui.language))
    widest = max(len(VERDICTS[part.verdict].say(ui.language)) for part in found.parts)
    for part in found.parts:
        verdict = VERDICTS[part.verdict].say(ui.language)
        click.echo(f"  {_MARKS[part.verdict]} {verdict:<{widest}}  {part.title.say(ui.language)}")
    click.echo()
