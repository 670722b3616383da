"""`r57plans template export`: a shipped template, to edit in Word."""

from __future__ import annotations

from pathlib import Path

import click

from r57plans.cli.ui import Ui, format_option, ui_option
from r57plans.findings import Message

TITLES = {
    "action-plan": Message("Chương trình hành động của cấp ủy", "Action plan of a Party committee"),
    "action-plan-state": Message("Kế hoạch của ủy ban nhân dân", "Plan of a People's Committee"),
}
_PARTY = Message("thể thức của Đảng", "Party layout")
_STATE, _SUFFIX = Message("thể thức của Nhà nước", "State layout"), "-state"
_LANGUAGES = {
    "vi": Message("tiếng Việt", "in Vietnamese"),
    "en": Message("tiếng Anh", "in English"),
}


def command(ui: Ui) -> click.Command:
    """The command in one language."""
    t = ui.t

    def run(name: str | None, out: str | None, format_: str) -> int:
        return _export(ui, name, Path(out) if out else None, format_ == "json")

    return click.Command(
        "export",
        callback=run,
        help=t(
            "Lấy mẫu có sẵn NAME ra thành tệp Word để sửa chữ, cột, kiểu chữ; các thẻ {{ … }} và "
            "{% … %} là chỗ phần mềm điền nội dung. Không có NAME thì liệt kê các mẫu.\n\n"
            "Ví dụ: r57plans template export vi/action-plan -o mau.docx",
            "The shipped template NAME as a Word file, to change its words, columns and styles; "
            "the tags {{ … }} and {% … %} are where the plan's contents go. Without NAME, the "
            "templates are listed.\n\n"
            "Example: r57plans template export vi/action-plan -o mine.docx",
        ),
        params=[
            click.Argument(["name"], required=False),
            click.Option(
                ["-o", "--out"],
                metavar="FILE.docx",
                help=t(
                    "Tệp sẽ ghi; mặc định action-plan.vi.docx.",
                    "The file to write; action-plan.vi.docx or the like unless given.",
                ),
            ),
            format_option(ui),
            ui_option(ui),
        ],
    )


def shipped() -> dict[str, Path]:
    """The shipped templates by name: `vi/action-plan`."""
    from r57plans.assets import templates_folder

    files = templates_folder().glob("??/*.docx")
    ordered = sorted(files, key=lambda path: (path.parent.name != "vi", path.stem))
    return {f"{path.parent.name}/{path.stem}": path for path in ordered}


def _export(ui: Ui, name: str | None, out: Path | None, machine: bool) -> int:
    from r57plans.files import write_files

    known = shipped()
    if name is None:
        _list(ui, known, machine)
        return 0
    name = name.removesuffix(".docx")
    if name not in known:
        _unknown(ui, name, known, machine)
    target = out or Path(f"{known[name].stem}.{known[name].parent.name}.docx")
    if target.exists():
        hint = Message(
            "Chọn tên khác, hoặc xóa tệp cũ.", "Choose another name, or delete the old file."
        )
        vi, en = f"{target} đã có, không ghi đè.", f"{target} is already there."
        ui.fail("template.exists", vi, en, hint, machine=machine)
    try:
        write_files({target: known[name].read_bytes()})
    except OSError as error:
        ui.unwritable(target, error, machine=machine)
    _tell(ui, target, machine)
    return 0


def _list(ui: Ui, known: dict[str, Path], machine: bool) -> None:
    if machine:
        said = {name: _said(name) for name in known}
        ui.json(
            {"templates": [{"name": n, "title": {"vi": t.vi, "en": t.en}} for n, t in said.items()]}
        )
        return
    width = max(map(len, known))
    for name in known:
        click.echo(f"{name:<{width}}  {_said(name).say(ui.language)}")


def _said(name: str) -> Message:
    from r57plans.documents import kind_of

    language, _, stem = name.partition("/")
    kind = kind_of(stem.removesuffix(_SUFFIX))
    title = TITLES.get(stem) or (kind.title if kind else Message(stem, stem))
    layout = _STATE if stem.endswith(_SUFFIX) else _PARTY
    pieces = (title, layout, _LANGUAGES[language])
    return Message(*(", ".join(words) for words in zip(*pieces, strict=True)))


def _unknown(ui: Ui, name: str, known: dict[str, Path], machine: bool) -> None:
    names = ", ".join(known)
    hint = Message(f"Các mẫu có sẵn: {names}.", f"The shipped templates: {names}.")
    vi, en = f"Không có mẫu “{name}”.", f"There is no template “{name}”."
    ui.fail("template.unknown", vi, en, hint, machine=machine)


def _tell(ui: Ui, target: Path, machine: bool) -> None:
    if machine:
        ui.json({"files": [str(target)]})
        return
    ui.say(f"Đã ghi: {target}", f"Wrote: {target}")
    ui.say(
        f"Tiếp theo: sửa tệp bằng Word, rồi: r57plans build plan.yaml --template {target} -o out",
        f"Next: edit it in Word, then: r57plans build plan.yaml --template {target} -o out",
    )
