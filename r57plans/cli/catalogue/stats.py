"""`r57plans catalogue stats`: how much there is, how much of the source it covers."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from r57plans.cli.catalogue.options import catalogue_of, catalogue_option, lang_option, language_of
from r57plans.cli.ui import Ui, format_option, ui_option
from r57plans.findings import Language

if TYPE_CHECKING:
    from rich.table import Table

    from r57plans.catalogue.stats import Stats


def command(ui: Ui) -> click.Command:
    """The command in one language."""

    def run(name: str, lang: str, format_: str) -> int:
        return _stats(ui, name, language_of(lang), format_ == "json")

    return click.Command(
        "stats",
        callback=run,
        help=ui.t(
            "Số liệu của danh mục: từng đoạn có mấy câu, mấy nhiệm vụ; mục nào chưa đối chiếu.\n\n"
            "Ví dụ: r57plans catalogue stats --lang vi",
            "Figures of the catalogue: sentences and sub-tasks of each paragraph; what is "
            "unverified.\n\nExample: r57plans catalogue stats --lang en",
        ),
        params=[catalogue_option(ui), lang_option(ui), format_option(ui), ui_option(ui)],
    )


def _stats(ui: Ui, name: str, lang: Language, machine: bool) -> int:
    from rich.console import Console

    from r57plans.catalogue.stats import stats
    from r57plans.cli.catalogue.words import VALUES, word
    from r57plans.load import load_registers

    found = stats(catalogue_of(ui, name, machine=machine), load_registers())
    if machine:
        ui.json(_data(found))
        return 0
    console = Console(highlight=False)
    console.print(found.name, style="bold")
    console.print(_coverage(ui, found, lang))
    console.print(_kinds(ui, found, lang))
    levels = ", ".join(f"{word(VALUES[k], lang)}: {n}" for k, n in found.levels.items())
    ui.say(f"Nhiệm vụ theo cấp: {levels}.", f"Sub-tasks by level: {levels}.")
    ui.say(
        f"Phải bảo đảm an ninh mạng: {found.security}. Câu ở phần I, II, IV: "
        f"{found.sentences_elsewhere}.",
        f"Cyber security must be addressed in {found.security}. Sentences in Parts I, II, IV: "
        f"{found.sentences_elsewhere}.",
    )
    return 0


def _data(found: Stats) -> dict[str, object]:
    """The figures for a machine, titles in both languages."""
    titles = ({"vi": p.title.vi, "en": p.title.en} for p in found.paragraphs)
    plain = asdict(found)
    paragraphs = [p | {"title": t} for p, t in zip(plain["paragraphs"], titles, strict=True)]
    return plain | {"paragraphs": paragraphs}


def _coverage(ui: Ui, found: Stats, lang: Language) -> Table:
    from rich.table import Table
    from rich.text import Text as Styled

    from r57plans.catalogue.general import say

    table = Table(box=None, padding=(0, 2, 0, 0))
    headings = (
        ui.t("Đoạn", "Paragraph"), "", ui.t("Câu", "Sentences"), ui.t("Câu dẫn", "Frames"),
        ui.t("Đã có nhiệm vụ", "Covered"), ui.t("Nhiệm vụ", "Sub-tasks"), ui.t("Nên chọn", "Rec."),
    )  # fmt: skip
    for number, heading in enumerate(headings):
        table.add_column(heading, justify="left" if number < 2 else "right")
    for p in found.paragraphs:
        figures = (p.sentences, p.frames, p.covered, p.sub_tasks, p.recommended)
        table.add_row(p.id, Styled(say(p.title, lang)), *map(str, figures))
    sums = (
        sum(getattr(p, key) for p in found.paragraphs)
        for key in ("sentences", "frames", "covered", "sub_tasks", "recommended")
    )
    table.add_row("", ui.t("Cộng", "Total"), *map(str, sums), style="bold")
    return table


def _kinds(ui: Ui, found: Stats, lang: Language) -> Table:
    from rich.table import Table

    from r57plans.catalogue.stats import BASES
    from r57plans.cli.catalogue.words import KINDS, VALUES, word

    table = Table(box=None, padding=(0, 2, 0, 0))
    table.add_column(ui.t("Loại", "Kind"))
    table.add_column(ui.t("Số mục", "Records"), justify="right")
    for basis in BASES:
        table.add_column(word(VALUES[basis], lang), justify="right")
    for kind in found.kinds:
        by = (str(kind.by_basis.get(basis, 0)) for basis in BASES)
        table.add_row(word(KINDS[kind.kind], lang), str(kind.total), *by)
    return table
