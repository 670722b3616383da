"""`r57plans lint`: a Word file held against the official layout."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from r57plans.cli.linted import tell
from r57plans.cli.office import office_for
from r57plans.cli.reports import code_of, sarif_format_option
from r57plans.cli.ui import ON_HINT, WRONG, Ui, fail_on_option, today, ui_option
from r57plans.findings import LEVELS, Message

if TYPE_CHECKING:
    from r57plans.model.layout import LayoutRule
    from r57plans.word.layout.explain import Clause
    from r57plans.word.layout.paging import LayOut
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
    pages: bool
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
        date: str | None, pages: bool, explain: str | None, fail_on: str, format_: str,
    ) -> int:  # fmt: skip
        if explain is not None:
            return _explain(ui, explain)
        if file is None:
            raise click.MissingParameter(param=made.params[0], param_type="argument")
        return _lint(ui, Asked(Path(file), layout, _path(annotate), _path(fix), author, date,
                               pages, fail_on, format_))  # fmt: skip

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
        *_writing_options(ui),
        click.Option(
            ["--pages"],
            is_flag=True,
            help=t(
                "Dàn trang thật bằng LibreOffice để biết khối chữ ký ở trang nào.",
                "Lay the pages out by LibreOffice, to see on which the signature block stands.",
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


def _writing_options(ui: Ui) -> list[click.Parameter]:
    """What copies are written, by whom and when."""
    t = ui.t
    return [
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
    ]


def _lint(ui: Ui, asked: Asked) -> int:
    from r57plans.errors import LoadError, WordFileError
    from r57plans.load import read_file
    from r57plans.word.layout.run import lint_layout
    from r57plans.word.package import DEFAULT_LIMITS

    _check_outputs(ui, asked)
    try:
        data = read_file(asked.file, "word", DEFAULT_LIMITS.max_bytes)
        lay_out = _by_office(ui, asked) if asked.pages else None
        verdict = lint_layout(data, str(asked.file), asked.layout, lay_out)
        outputs = _outputs(ui, asked, data, verdict)
    except (LoadError, WordFileError) as error:
        ui.stop(error.report, WRONG, machine=asked.machine)
    _write(ui, outputs, machine=asked.machine)
    tell(ui, verdict, asked.format, tuple(outputs))
    return code_of(verdict.report, asked.fail_on)


def _check_outputs(ui: Ui, asked: Asked) -> None:
    """Ends the command where a copy would take the place of the file or of the other copy."""
    paths = [path.resolve() for path in (asked.file, asked.annotate, asked.fix) if path]
    if len(set(paths)) < len(paths):
        ui.fail(
            "lint.same-file",
            "Bản sao không được ghi đè lên tệp đang kiểm tra hoặc lên bản sao kia.",
            "A copy may not take the place of the file that is checked, nor of the other copy.",
            Message("Đặt tên khác cho từng bản sao.", "Give each copy a name of its own."),
            machine=asked.machine,
        )


def _by_office(ui: Ui, asked: Asked) -> LayOut:
    from r57plans.word.pages import lay_out

    program = office_for(ui, "--pages", machine=asked.machine)
    return lambda data, marks, name: lay_out(data, marks, program, name=name)


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


def _explain(ui: Ui, name: str) -> int:
    from r57plans.language import did_you_mean
    from r57plans.load import load_layout_rules, load_layouts
    from r57plans.word.layout.explain import clauses

    rules = {rule.id: rule for rule in load_layout_rules()}
    rule = rules.get(name) or rules.get(f"layout.{name}")
    if rule is None:
        short = [rule.removeprefix("layout.") for rule in rules]
        known = ", ".join(short)
        hint = did_you_mean(name.removeprefix("layout."), short, 3)
        hint = hint or Message(f"Có: {known}.", f"There are: {known}.")
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
    what = "".join((f"{name}: " if name else "", f"{value}; " if value else ""))
    return f"  {clause.layout}: {what}{clause.clause} ({BASES[clause.basis].say(ui.language)})"
