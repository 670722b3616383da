"""`r57plans lint`: a Word file held against the official layout."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from r57plans.cli.reports import code_of, sarif_format_option, summary
from r57plans.cli.ui import ON_HINT, WRONG, Ui, fail_on_option, today, ui_option
from r57plans.findings import LEVELS, Message

if TYPE_CHECKING:
    from r57plans.model.layout import LayoutRule
    from r57plans.word.layout.explain import Clause
    from r57plans.word.layout.run import Verdict

LAYOUTS = ("auto", "party-2018", "party-2026", "state-2020")


@dataclass(frozen=True, slots=True)
class Asked:
    """What the command line asks for."""

    file: Path
    layout: str
    annotate: Path | None
    fix: Path | None
    author: str
    date: str | None
    fail_on: str
    format: str

    @property
    def machine(self) -> bool:
        """Whether a machine reads what is printed."""
        return self.format != "text"


def command(ui: Ui) -> click.Command:
    """The command in one language."""
    t = ui.t

    def run(
        file: str | None, layout: str, annotate: str | None, fix: str | None, author: str,
        date: str | None, explain: str | None, fail_on: str, format_: str,
    ) -> int:  # fmt: skip
        if explain is not None:
            return _explain(ui, explain)
        if file is None:
            raise click.MissingParameter(param=made.params[0], param_type="argument")
        return _lint(ui, Asked(Path(file), layout, _path(annotate), _path(fix), author, date,
                               fail_on, format_))  # fmt: skip

    made = click.Command(
        "lint",
        callback=run,
        help=t(
            "Kiểm tra thể thức tệp Word FILE, do ai làm cũng được: khổ giấy, lề, số trang, phông, "
            "cỡ chữ, đậm, nghiêng, vị trí và lời của từng thành phần; mỗi chỗ sai nêu điều khoản. "
            "Trả về 0, 1 khi có sai sót ở mức --fail-on, 2 khi không đọc được tệp.\n\n"
            "Ví dụ: r57plans lint du-thao.docx --annotate du-thao-ghi-chu.docx",
            "Hold the Word file FILE, whoever made it, against the official layout: paper, "
            "margins, page number, fonts, sizes, bold, italic, place and words of each component; "
            "each finding cites its clause. Gives 0, 1 when there are findings as grave as "
            "--fail-on, 2 when the file cannot be read.\n\n"
            "Example: r57plans lint draft.docx --annotate commented.docx",
        ),
        short_help=t("Kiểm tra thể thức một tệp Word.", "Check the layout of a Word file."),
        params=[click.Argument(["file"], required=False), *_options(ui), ui_option(ui)],
    )
    return made


def _path(text: str | None) -> Path | None:
    return Path(text) if text else None


def _options(ui: Ui) -> list[click.Parameter]:
    t = ui.t
    return [
        click.Option(
            ["--layout"],
            type=click.Choice(LAYOUTS),
            default="auto",
            show_default=True,
            help=t(
                "Thể thức; auto: theo tiêu đề và ngày của văn bản.",
                "The layout; auto: by the document's heading and date.",
            ),
        ),
        click.Option(
            ["--annotate"],
            metavar="OUT",
            help=t("Ghi bản sao có ghi chú Word.", "Also write a copy with Word comments."),
        ),
        click.Option(
            ["--fix"],
            metavar="OUT",
            help=t(
                "Ghi bản sao đã sửa những gì máy sửa được, dưới dạng sửa đổi theo dõi.",
                "Also write a copy in which what is mechanical is put right, as tracked changes.",
            ),
        ),
        click.Option(
            ["--author"],
            default="r57plans",
            show_default=True,
            help=t("Tên người sửa, người ghi chú.", "Who changes and comments."),
        ),
        click.Option(
            ["--date"],
            metavar="YYYY-MM-DD",
            help=t(
                "Ngày của sửa đổi, ghi chú; mặc định hôm nay.",
                "The date of changes and comments; today unless given.",
            ),
        ),
        click.Option(
            ["--explain"],
            metavar="RULE",
            help=t("Giải thích một quy tắc rồi dừng.", "Explain a rule, and stop."),
        ),
        fail_on_option(ui, LEVELS),
        sarif_format_option(ui),
    ]


def _lint(ui: Ui, asked: Asked) -> int:
    from r57plans.errors import LoadError, WordFileError
    from r57plans.load import read_file
    from r57plans.word.layout.run import lint_layout
    from r57plans.word.package import DEFAULT_LIMITS

    try:
        data = read_file(asked.file, "word", DEFAULT_LIMITS.max_bytes)
        verdict = lint_layout(data, str(asked.file), asked.layout)
        outputs = _outputs(ui, asked, data, verdict)
    except (LoadError, WordFileError) as error:
        ui.stop(error.report, WRONG, machine=asked.machine)
    _write(ui, outputs, machine=asked.machine)
    _tell(ui, asked, verdict, tuple(outputs))
    return code_of(verdict.report, asked.fail_on)


def _outputs(ui: Ui, asked: Asked, data: bytes, verdict: Verdict) -> dict[Path, bytes]:
    from r57plans.word.layout.annotate import annotate_layout
    from r57plans.word.layout.fix import fix_layout

    if asked.annotate is None and asked.fix is None:
        return {}
    date = ui.day("lint.date", "--date", asked.date or today(), ON_HINT, machine=asked.machine)
    if date.day is None:
        message = Message(f"--date {date} thiếu ngày.", f"--date {date} lacks a day.")
        ui.fail("lint.date", *message, ON_HINT, machine=asked.machine)
    given = {"author": asked.author, "day": str(date)}
    made = {}
    if asked.annotate is not None:
        made[asked.annotate] = annotate_layout(data, verdict.report, ui.language, **given)
    if asked.fix is not None:
        fixes = [fix for _, fix in verdict.fixes]
        made[asked.fix] = fix_layout(data, fixes, name=str(asked.file), **given)
    return made


def _write(ui: Ui, outputs: dict[Path, bytes], *, machine: bool) -> None:
    from r57plans.files import write_files

    try:
        write_files(outputs)
    except OSError as error:
        ui.unwritable(next(iter(outputs)), error, machine=machine)


def _tell(ui: Ui, asked: Asked, verdict: Verdict, written: tuple[Path, ...]) -> None:
    if asked.format == "json":
        ui.json(_as_dict(ui, verdict))
    elif asked.format == "sarif":
        _sarif(ui, verdict)
    else:
        for line in _head(ui, verdict):
            click.echo(line)
        for finding in verdict.report:
            click.echo(finding.text(ui.language))
        for path in written:
            ui.say(f"Đã ghi: {path}", f"Wrote: {path}")
        click.echo(summary(ui, verdict.report))


def _as_dict(ui: Ui, verdict: Verdict) -> dict[str, object]:
    layout = verdict.choice.layout
    return {
        "layout": {
            "id": layout.id,
            "name": layout.name.say(ui.language),
            "why": verdict.choice.why.say(ui.language),
            "translation": verdict.choice.translation,
            "extract": verdict.choice.extract,
            "changes_accepted": verdict.changed,
        },
        "findings": [finding.as_dict(ui.language) for finding in verdict.report],
    }


def _head(ui: Ui, verdict: Verdict) -> list[str]:
    """Which layout the file was held against and why; what was left out."""
    choice = verdict.choice
    name, why = choice.layout.name.say(ui.language), choice.why.say(ui.language)
    lines = [ui.t(f"Thể thức: {name}, {why}", f"Layout: {name}, {why}")]
    if choice.translation:
        lines.append(
            ui.t(
                "Bản tiếng Anh là bản dịch không chính thức: chỉ kiểm tra khổ giấy, lề, số trang, "
                "phông, màu chữ.",
                "An English edition is an unofficial translation: only paper, margins, page "
                "number, fonts and colours are checked.",
            )
        )
    elif choice.extract:
        lines.append(
            ui.t(
                "Bản trích từ văn bản khác không có thể thức riêng: chỉ kiểm tra khổ giấy, lề, số "
                "trang, phông, màu chữ.",
                "An extract from another document has no layout of its own: only paper, margins, "
                "page number, fonts and colours are checked.",
            )
        )
    if verdict.changed:
        lines.append(
            ui.t(
                "Tệp có sửa đổi theo dõi: kiểm tra như khi đã chấp nhận tất cả.",
                "The file has tracked changes: it is checked as if all were accepted.",
            )
        )
    return lines


def _sarif(ui: Ui, verdict: Verdict) -> None:
    from r57plans.load import load_layout_rules
    from r57plans.sarif import sarif

    titles = {r.id: r.title.message for r in load_layout_rules()}
    ui.json(sarif(verdict.report, ui.language, titles))


def _explain(ui: Ui, name: str) -> int:
    from r57plans.language import did_you_mean
    from r57plans.load import load_layout_rules, load_layouts
    from r57plans.word.layout.explain import clauses

    rules = {rule.id: rule for rule in load_layout_rules()}
    rule = rules.get(name) or rules.get(f"layout.{name}")
    if rule is None:
        known = ", ".join(rules)
        hint = did_you_mean(name, rules, 3) or Message(f"Có: {known}.", f"There are: {known}.")
        ui.fail("lint.rule", f"Không có quy tắc {name}.", f"There is no rule {name}.", hint)
    click.echo(f"{rule.id} ({ui.t(*_level(rule))}): {rule.title.say(ui.language)}")
    click.echo(f"  → {_blanked(rule.hint.say(ui.language))}")
    for layout in load_layouts():
        for clause in clauses(rule, layout):
            click.echo(_clause(ui, clause))
    return 0


def _blanked(text: str) -> str:
    return text.replace("{wanted}", "…").replace("{found}", "…")


def _level(rule: LayoutRule) -> tuple[str, str]:
    from r57plans.findings import LEVEL_WORDS

    words = LEVEL_WORDS[rule.level]
    return words["vi"], words["en"]


def _clause(ui: Ui, clause: Clause) -> str:
    from r57plans.word.layout.run import BASES

    name, value = clause.component.say(ui.language), clause.value.say(ui.language)
    what = f"{name}: {value}; " if name else ""
    return f"  {clause.layout}: {what}{clause.clause} ({BASES[clause.basis].say(ui.language)})"
