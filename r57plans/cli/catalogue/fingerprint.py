"""`r57plans catalogue fingerprint`: fingerprints of another text of the resolution."""

from __future__ import annotations

from pathlib import Path

import click

from r57plans.cli.catalogue.options import catalogue_of, catalogue_option, language_of
from r57plans.cli.catalogue.source import source_text
from r57plans.cli.ui import Ui, ui_option
from r57plans.cli.writable import same_file
from r57plans.findings import Language, Message


def command(ui: Ui) -> click.Command:
    """The command in one language."""
    t = ui.t

    def run(source: str, out: str, name: str, lang: str) -> int:
        return _fingerprint(ui, Path(source), Path(out), name, language_of(lang))

    return click.Command(
        "fingerprint",
        callback=run,
        help=t(
            "Ghi dấu vân tay từng câu của một bản khác (ví dụ bản tiếng Việt chính thức), để "
            "`verify --fingerprints` dùng. Lời văn của bản đó không được ghi lại.\n\n"
            "Ví dụ: r57plans catalogue fingerprint nq57.txt --lang vi -o nq57-vi.yaml",
            "Writes a fingerprint of each sentence of another text (the official Vietnamese one, "
            "say) for `verify --fingerprints`. Nothing of the text itself is kept.\n\n"
            "Example: r57plans catalogue fingerprint nq57.txt --lang vi -o nq57-vi.yaml",
        ),
        params=[
            click.Argument(["source"], metavar="FILE"),
            click.Option(["-o", "--out"], required=True, help=t("Tệp sẽ ghi.", "File to write.")),
            click.Option(
                ["--lang"],
                type=click.Choice(["vi", "en"]),
                required=True,
                help=t("Ngôn ngữ của văn bản.", "Language of the text."),
            ),
            catalogue_option(ui),
            ui_option(ui),
        ],
    )


def _fingerprint(ui: Ui, source: Path, out: Path, name: str, lang: Language) -> int:
    from r57plans.catalogue.editions import edition_lines, unmatched
    from r57plans.files import write_files
    from r57plans.language import slug

    catalogue = catalogue_of(ui, name)
    if source.exists() and same_file(out, source):
        hint = Message("Chọn tên khác cho -o.", "Give -o another name.")
        ui.fail("catalogue.out", f"{out} là chính văn bản nguồn.", f"{out} is the text itself.",
                hint)  # fmt: skip
    title = slug(source.stem) or "text"
    known = title if title[0].isalpha() else f"text-{title}"
    lines = list(edition_lines(catalogue, source_text(ui, source), known, lang))
    if lines[-1] == "sentences:":
        hint = Message(
            "Tệp phải có các phần I-, II-, III-, IV-, mỗi phần ở đầu dòng.",
            "The file must have the parts I-, II-, III-, IV-, each at the start of a line.",
        )
        ui.fail("catalogue.no-parts", f"{source}: không thấy phần nào của Nghị quyết.",
                f"{source}: no part of the Resolution was found.", hint)  # fmt: skip
    try:
        write_files({out: ("\n".join(lines) + "\n").encode()})
    except OSError as error:
        ui.unwritable(out, error)
    ui.say(f"Đã ghi: {out}", f"Wrote: {out}")
    if open_ := unmatched(lines):
        ui.say(
            f"Còn {open_} câu chưa rõ ứng với câu nào của danh mục: điền `of`.",
            f"Sentences that do not say yet which of the catalogue's they stand for: {open_}; fill "
            "in `of`.",
        )
    return 0
