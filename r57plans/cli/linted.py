"""What `r57plans lint` says about a file: for a person, as JSON, as SARIF."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from r57plans.cli.reports import summary
from r57plans.cli.ui import Ui

if TYPE_CHECKING:
    from r57plans.word.layout.paging import Paging
    from r57plans.word.layout.run import Verdict


def tell(ui: Ui, verdict: Verdict, format_: str, written: tuple[Path, ...]) -> None:
    """Say the findings as text, JSON or SARIF; the files that were written only in a text."""
    if format_ == "json":
        ui.json(_as_dict(ui, verdict))
    elif format_ == "sarif":
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
            "parallel": verdict.choice.parallel,
            "changes_accepted": verdict.changed,
        },
        **({} if verdict.paging is None else {"pages": asdict(verdict.paging)}),
        "findings": [finding.as_dict(ui.language) for finding in verdict.report],
    }


def _head(ui: Ui, verdict: Verdict) -> list[str]:
    """Which layout the file was held against and why; what was left out."""
    choice = verdict.choice
    name, why = choice.layout.name.say(ui.language), choice.why.say(ui.language)
    lines = [ui.t(f"Thể thức: {name}, {why}", f"Layout: {name}, {why}")]
    if choice.parallel:
        lines.append(
            ui.t(
                "Bản song ngữ không phải văn bản chính thức: chỉ kiểm tra khổ giấy, lề, số trang, "
                "phông, màu chữ.",
                "An edition in two languages is no official document: only paper, margins, page "
                "number, fonts and colours are checked.",
            )
        )
    elif choice.translation:
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
    if verdict.paging is not None:
        lines.append(_paged(ui, verdict.paging))
    return lines


def _paged(ui: Ui, paging: Paging) -> str:
    """How many pages there are, and where the signature block stands."""
    lead = ui.t(
        f"Dàn trang bằng LibreOffice: {paging.count} trang; ",
        f"Laid out by LibreOffice: {paging.count} pages; ",
    )
    if not paging.block:
        return lead + ui.t("không thấy khối chữ ký.", "no signature block was seen.")
    where = ui.t(
        f"khối chữ ký ở trang {paging.block}", f"the signature block is on page {paging.block}"
    )
    return (
        lead
        + where
        + ui.t(f", lời văn hết ở trang {paging.text}.", f", the text ends on page {paging.text}.")
    )


def _sarif(ui: Ui, verdict: Verdict) -> None:
    from r57plans.load import load_layout_rules
    from r57plans.sarif import sarif

    titles = {r.id: r.title.message for r in load_layout_rules()}
    ui.json(sarif(verdict.report, ui.language, titles))
