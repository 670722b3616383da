"""`r57plans catalogue show`: one entry, with its source."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from r57plans.cli.catalogue.options import (
    catalogue_of,
    catalogue_option,
    lang_option,
    language_of,
)
from r57plans.cli.catalogue.source import source_option, source_text
from r57plans.cli.ui import ON_HINT, Ui, format_option, today, ui_option
from r57plans.findings import Language, Message

if TYPE_CHECKING:
    from r57plans.catalogue.entries import Entry
    from r57plans.model.base import DocumentDate
    from r57plans.model.catalogue import Catalogue


def command(ui: Ui) -> click.Command:
    """The command in one language."""

    def run(entry: str, on: str | None, source: str | None, name: str, lang: str,
            format_: str) -> int:  # fmt: skip
        return _show(ui, entry, on, source, name, language_of(lang), format_ == "json")

    return click.Command(
        "show",
        callback=run,
        help=ui.t(
            "Một mục của danh mục: nhiệm vụ, đoạn, nhóm, câu nguồn, chỉ tiêu, chỉ đạo, văn bản, "
            "cơ quan …, với nguồn, cơ quan (theo ngày), chỉ tiêu và chỉ đạo liên quan.\n\n"
            "Ví dụ: r57plans catalogue show 3.5.2",
            "One entry: a sub-task, paragraph, group, sentence, target, directive, document, body "
            "…, with its source, its bodies as of a day, and the targets and directives it "
            "serves.\n\n"
            "Example: r57plans catalogue show 3.5.2",
        ),
        params=[
            click.Argument(["entry"], metavar="ID"),
            click.Option(
                ["--on"], help=ui.t("Tên cơ quan tại ngày này.", "Names of bodies as of this day.")
            ),
            source_option(ui),
            catalogue_option(ui),
            lang_option(ui),
            format_option(ui),
            ui_option(ui),
        ],
    )


def _show(
    ui: Ui, given: str, on: str | None, source: str | None, name: str, lang: Language, machine: bool
) -> int:
    from r57plans.catalogue.entries import entry

    catalogue = catalogue_of(ui, name, machine=machine)
    day = ui.day("catalogue.date", "--on", on or today(), ON_HINT, machine=machine)
    found = entry(catalogue, given)
    if found is None:
        return _registered(ui, catalogue, given, day, lang, machine)
    quoted = _quoted(ui, catalogue, Path(source), machine) if source else {}
    if machine:
        ui.json(_data(catalogue, found, quoted))
    else:
        _print(catalogue, found, day, lang, quoted)
    return 0


def _registered(
    ui: Ui, catalogue: Catalogue, given: str, day: DocumentDate, lang: Language, machine: bool
) -> int:
    """Bodies, provinces and posts, which the catalogues share; ends the command for any other."""
    from r57plans.cli.catalogue import register
    from r57plans.cli.catalogue.printing import print_rows
    from r57plans.cli.catalogue.words import LABELS, word
    from r57plans.load import load_registers

    registers = load_registers()
    found = register.registered(registers, given) or register.registered(
        registers, given.casefold()
    )
    if not found:
        vi, en = f"Danh mục không có “{given}”.", f"The catalogue has no “{given}”."
        ui.fail("catalogue.unknown", vi, en, _near(catalogue, given), machine=machine)
    if machine:
        ui.json({"records": [r.model_dump(mode="json", exclude_defaults=True) for r in found]})
        return 0
    for record in found:
        told = register.rows(record, registers, day.last, lang)
        title = f"{record.id}  {register.title(record, lang)}"
        print_rows(title, ((word(LABELS[key], lang), said) for key, said in told))
    return 0


def _print(
    catalogue: Catalogue, found: Entry, day: DocumentDate, lang: Language, quoted: dict[str, str]
) -> None:
    from r57plans.catalogue.general import say
    from r57plans.cli.catalogue.printing import print_list, print_rows
    from r57plans.cli.catalogue.teller import Teller
    from r57plans.cli.catalogue.words import LABELS, word
    from r57plans.load import load_registers
    from r57plans.model.catalogue import Paragraph, TaskGroup
    from r57plans.model.central import SourceParagraph

    teller = Teller(catalogue, load_registers(), day.last, lang, quoted)
    if isinstance(found, TaskGroup | Paragraph):
        held = found.paragraphs if isinstance(found, TaskGroup) else (found,)
        print_list(catalogue, [task for p in held for task in p.sub_tasks], lang)
    if isinstance(found, Paragraph | SourceParagraph):
        title = f"{found.id}  {say(found.title, lang) if found.title else ''}"
        sentences = ((s.id, teller.sentence(s)) for s in found.sentences)
        print_rows(title, sentences)
    elif not isinstance(found, TaskGroup):
        rows = ((word(LABELS[key], lang), said) for key, said in teller.rows(found))
        print_rows(f"{found.id}  {teller.title(found)}".rstrip(), rows)
    else:
        print_rows("", ((word(LABELS[key], lang), said) for key, said in teller.group(found)))


def _data(catalogue: Catalogue, found: Entry, quoted: dict[str, str]) -> dict[str, Any]:
    """The entry for a machine; the sentences that it rests on are resolved."""
    data: dict[str, Any] = found.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    names = getattr(getattr(found, "source", None), "sentences", ())
    if names:
        data["sentences"] = [
            sentence.model_dump(mode="json", exclude_defaults=True)
            | ({"text": own} if (own := quoted.get(sentence.fingerprint or "")) else {})
            for name in names
            if (sentence := catalogue.sentence_by_id.get(name))
        ]
    directives = [d.id for d in catalogue.directives if data.get("id") in d.sub_tasks]
    return data | ({"directives": directives} if directives else {})


def _quoted(ui: Ui, catalogue: Catalogue, path: Path, machine: bool) -> dict[str, str]:
    """The words of each sentence by the fingerprint that the catalogue holds for it."""
    from r57plans.catalogue.verify.source import words_by_fingerprint

    return words_by_fingerprint(catalogue, source_text(ui, path, machine=machine))


def _near(catalogue: Catalogue, given: str) -> Message:
    """What took a retired sub-task's place, or the ids that are nearest."""
    from r57plans.catalogue.entries import entries
    from r57plans.cli.catalogue import register
    from r57plans.language import did_you_mean
    from r57plans.load import load_registers

    for gone in catalogue.retired:
        if gone.id == given:
            vi, en = gone.reason.say("vi"), gone.reason.say("en")
            into = ", ".join(gone.into) or "—"
            return Message(f"Đã bỏ từ {gone.since} (thay bằng: {into}). {vi}",
                           f"Retired in {gone.since} (now: {into}). {en}")  # fmt: skip
    names = [found for found, _ in entries(catalogue)]
    near = did_you_mean(given, [*names, *register.names(load_registers())], 3)
    return near or Message("Xem: r57plans catalogue list", "See: r57plans catalogue list")
