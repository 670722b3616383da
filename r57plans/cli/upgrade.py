"""`r57plans upgrade`: a plan to a newer version of its catalogue, change by change."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from r57plans.cli.ui import Ui, format_option, ui_option
from r57plans.cli.writable import opened, refuse_over_workbook
from r57plans.findings import Language, Message

if TYPE_CHECKING:
    from r57plans.catalogue.upgrade import FieldChange, TaskChange, Upgrade

ALL = "all"
_KINDS = {
    "changed": ("đổi", "changed"),
    "replaced": ("được thay bằng", "replaced by"),
    "split": ("được tách thành", "split into"),
    "retired": ("không còn", "retired"),
}
_FIELDS = {
    "title": ("tên", "title"),
    "text": ("nội dung", "text"),
    "leads": ("chủ trì", "lead"),
    "supports": ("phối hợp", "support"),
    "requested": ("đề nghị phối hợp", "requested"),
    "products": ("sản phẩm", "products"),
    "deadline": ("thời hạn", "deadline"),
    "params": ("số liệu không còn dùng", "figures not asked for any more"),
}


def command(ui: Ui) -> click.Command:
    """The command in one language."""
    t = ui.t

    def run(plan: str, accept: tuple[str, ...], out: str | None, format_: str) -> int:
        if out and not accept:
            hint = Message("Thêm --accept ID hoặc --accept all.",
                           "Add --accept ID or --accept all.")  # fmt: skip
            ui.fail("usage", "Không có gì để ghi: chưa chấp nhận thay đổi nào.",
                    "There is nothing to write: no change is accepted.", hint,
                    machine=format_ == "json")  # fmt: skip
        return _upgrade(ui, Path(plan), accept, Path(out or plan), format_ == "json")

    return click.Command(
        "upgrade",
        callback=run,
        help=t(
            "Nhiệm vụ nào của kế hoạch đã đổi, được tách hoặc không còn so với phiên bản danh mục "
            "mà kế hoạch dùng. Chỉ ghi vào tệp những thay đổi được chấp nhận (--accept); chỗ văn "
            "phòng đã sửa riêng được giữ nguyên.\n\n"
            "Ví dụ: r57plans upgrade plan.yaml --accept 3.5.2",
            "Which of a plan's sub-tasks changed, were split or retired since the catalogue's "
            "version that it was written against. Only what is accepted (--accept) is written; "
            "what the office changed itself stays.\n\n"
            "Example: r57plans upgrade plan.yaml --accept 3.5.2",
        ),
        params=[
            click.Argument(["plan"], metavar="PLAN"),
            click.Option(
                ["--accept"],
                multiple=True,
                metavar="ID",
                help=t(
                    "Chấp nhận thay đổi của nhiệm vụ này; `all` là tất cả.",
                    "Accept the changes of this sub-task; `all` for every one.",
                ),
            ),
            click.Option(
                ["-o", "--out"],
                help=t("Ghi sang tệp khác.", "Write to another file instead."),
            ),
            format_option(ui),
            ui_option(ui),
        ],
    )


def _upgrade(ui: Ui, path: Path, wanted: tuple[str, ...], out: Path, machine: bool) -> int:
    from r57plans.catalogue.accept import accept
    from r57plans.catalogue.upgrade import upgrade_of
    from r57plans.load import load_catalogue, load_registers

    if wanted:
        refuse_over_workbook(ui, path, out, machine=machine)
    file = opened(ui, path, machine=machine)
    plan = file.plan
    registers = load_registers()
    old = load_catalogue(plan.catalogue)
    found = upgrade_of(plan, old, load_catalogue(old.id), registers)
    accepted = _accepted(ui, found, wanted, machine)
    written = None
    if accepted is not None and not (found.up_to_date and out == path):
        text = file.text
        if not found.up_to_date:
            text = accept(text, plan, found, accepted, registers)
        written = _write(ui, out, file.as_file(out, text), machine)
    if machine:
        ui.json(_data(found, accepted or (), written))
    else:
        _say(ui, found, accepted or (), written)
    return 0


def _accepted(
    ui: Ui, found: Upgrade, wanted: tuple[str, ...], machine: bool
) -> tuple[str, ...] | None:
    """The ids of the changes to write; None where none was asked for."""
    if not wanted:
        return None
    pending = [change.task for change in found.pending]
    if ALL in wanted:
        return tuple(pending)
    for name in wanted:
        if name not in pending:
            ids = ", ".join(pending) or "—"
            hint = Message(f"Có thể chấp nhận: {ids}.", f"There is to accept: {ids}.")
            ui.fail("upgrade.unknown", f"{name}: không có thay đổi nào chờ chấp nhận.",
                    f"{name}: there is no change to accept.", hint, machine=machine)  # fmt: skip
    return tuple(dict.fromkeys(wanted))


def _write(ui: Ui, out: Path, data: bytes, machine: bool) -> Path:
    from r57plans.files import write_files

    try:
        write_files({out: data})
    except OSError as error:
        ui.unwritable(out, error, machine=machine)
    return out


def _say(ui: Ui, found: Upgrade, accepted: tuple[str, ...], written: Path | None) -> None:
    lang = ui.language
    if found.up_to_date:
        name = found.new.name
        ui.say(f"Kế hoạch đã dùng {name}.", f"The plan uses {name} already.")
        if written:
            ui.say(f"Đã ghi: {written}", f"Wrote: {written}")
        return
    click.echo(f"{found.old.name} → {found.new.name}")
    for change in found.pending:
        _say_change(ui, change, lang, change.task in accepted)
    if kept := [change.task for change in found.changes if not change.pending]:
        start = ui.t(f"Danh mục đã đổi, kế hoạch có nội dung riêng nên giữ nguyên ({len(kept)}): ",
                     f"Changed in the catalogue, but the plan has its own, which stays "
                     f"({len(kept)}): ")  # fmt: skip
        click.echo(click.wrap_text(", ".join(kept), 96, start, "  "))
    if not found.changes:
        ui.say("Không nhiệm vụ nào của kế hoạch đã đổi.", "None of the plan's tasks has changed.")
    if found.added:
        count, ids = len(found.added), ", ".join(task.id for task in found.added)
        start = ui.t(f"Nhiệm vụ mới của danh mục ({count}): ", f"New in the catalogue ({count}): ")
        click.echo(click.wrap_text(ids, 96, start, "  "))
    if written:
        ui.say(f"Đã ghi: {written}", f"Wrote: {written}")
    left = len(found.pending) - len(accepted)
    if left or not written:
        ui.say(f"Chờ chấp nhận: {left} (--accept ID hoặc --accept all).",
               f"Still to accept: {left} (--accept ID or --accept all).")  # fmt: skip


def _say_change(ui: Ui, change: TaskChange, lang: Language, accepted: bool) -> None:
    from r57plans.catalogue.general import say

    mark = "✓ " if accepted else ""
    kind = _KINDS[change.kind][lang == "en"]
    heirs = f" {', '.join(change.into)}" if change.into else ""
    click.echo(f"{mark}{change.task}  {say(change.title, lang)}: {kind}{heirs}")
    if change.reason:
        click.echo(f"    {change.reason.say(lang)}")
    if change.merges:
        gone = ui.t("mục thay thế đã có trong kế hoạch: nhiệm vụ này và phần viết riêng sẽ bỏ",
                    "its successors are there already: this task goes, with its own")  # fmt: skip
        click.echo(f"    ({gone})")
    for field in change.fields:
        if field.open:
            old, new = _pair(field, lang)
            click.echo(f"    {_FIELDS[field.field][lang == 'en']}:\n      - {old}\n      + {new}")
    _say_kept(ui, change, lang)


def _say_kept(ui: Ui, change: TaskChange, lang: Language) -> None:
    """The fields that stay as they are, in a line for what is the plan's own and one for none."""
    own = ui.t("giữ nội dung riêng của kế hoạch", "the plan's own stays")
    none = ui.t("kế hoạch không ghi, để nguyên", "the plan gives none, left so")
    for empty, said in ((False, own), (True, none)):
        names = [_FIELDS[f.field][lang == "en"] for f in change.fields
                 if not f.open and f.empty is empty]  # fmt: skip
        if names:
            click.echo(f"    {', '.join(names)}: {said}")


def _pair(field: FieldChange, lang: Language) -> tuple[str, str]:
    """Old and new in words that differ: in one language, in the other, or with every detail."""
    other: Language = "vi" if lang == "en" else "en"
    for words in (lang, other):
        old, new = _words(field.old, words), _words(field.new, words)
        if old != new:
            return old, new
    return _detailed(field.old), _detailed(field.new)


def _detailed(value: Any) -> str:
    """Products with their type and who issues them."""
    if isinstance(value, list):
        return "; ".join(map(_detailed, value)) or "—"
    if isinstance(value, dict):
        return ", ".join(f"{name}: {_words(inner, 'vi')}" for name, inner in value.items())
    return str(value)


def _words(value: Any, lang: Language) -> str:
    """Plain data of a plan file in one line, with any province's words in its placeholders."""
    from r57plans.catalogue.general import say
    from r57plans.model.base import Text

    if isinstance(value, dict) and "vi" in value:
        return say(Text(vi=value["vi"], en=value.get("en")), lang)
    if isinstance(value, dict) and ("role" in value or "type" in value):
        return str(value.get("role") or value.get("type"))
    if isinstance(value, dict):  # figures by their names
        return "; ".join(f"{name}: {_words(said, lang)}" for name, said in value.items()) or "—"
    if isinstance(value, list):
        return "; ".join(_words(item, lang) for item in value) or "—"
    return str(value) if value else "—"


def _data(found: Upgrade, accepted: tuple[str, ...], written: Path | None) -> dict[str, Any]:
    return {
        "from": found.old.name,
        "to": found.new.name,
        "changes": [
            {
                "task": change.task,
                "kind": change.kind,
                "into": list(change.into),
                "pending": change.pending,
                "accepted": change.task in accepted,
                "fields": [_field(field) for field in change.fields],
            }
            for change in found.changes
        ],
        "added": [task.id for task in found.added],
        "file": str(written) if written else None,
    }


def _field(field: FieldChange) -> dict[str, Any]:
    return {"field": field.field, "old": field.old, "new": field.new, "open": field.open,
            "empty": field.empty}  # fmt: skip
