"""Proposals, conflicts and changed template words, as a person reads them and is asked of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from r57plans.cli.ui import Ui
from r57plans.findings import Message
from r57plans.model.proposal import Proposal
from r57plans.model.proposal_words import field_words, place_words
from r57plans.pull.merging import Conflict
from r57plans.pull.printed import Texts
from r57plans.pull.pulling import Pulled, side_id
from r57plans.pull.written import readable

_TRACES = {
    "tag": Message("thẻ điều khiển", "control's tag"),
    "bookmark": Message("dấu trang và cột", "bookmark and column"),
    "cell": Message("ô của sổ Excel", "cell of the workbook"),
    "number": Message("số thứ tự", "visible number"),
    "text": Message("câu chữ", "text"),
}
_WIDTH = 98


def tell(ui: Ui, pulled: Pulled, *, proposals: bool = True) -> None:
    """All that was found, task by task; `proposals` False leaves those out that will be asked."""
    if proposals:
        heading = ""
        for each in pulled.proposals:
            heading = _head(ui, each, heading)
            _say(ui, each, each.id)
    for conflict in pulled.conflicts if proposals else ():
        _say_conflict(ui, conflict)
    if pulled.fixed:
        ui.say("Chữ của mẫu đã sửa, ý kiến chung (không mục nào của kế hoạch giữ):",
               "Changed words of the template, general comments (no plan holds them):")  # fmt: skip
        for each in pulled.fixed:
            _say_fixed(ui, each)
    if pulled.already:
        names = ", ".join(dict.fromkeys(each.id for each in pulled.already))
        ui.say(f"Kế hoạch đã có: {names}", f"In the plan already: {names}")
    if not (pulled.proposals or pulled.conflicts or pulled.fixed or pulled.already):
        ui.say("Không có gì được sửa.", "Nothing was changed.")


def tell_done(ui: Ui, pulled: Pulled, taken: int, written: Path | None, torn: int = 0) -> None:
    """What was written, or how what is offered can be taken; `torn` conflicts are left."""
    if written:
        ui.say(f"Đã ghi: {written} (đề xuất: {taken})", f"Wrote: {written} (proposals: {taken})")
        if torn:
            ui.say(f"Xung đột còn để lại: {torn}. Nhận bằng --accept ID.",
                   f"Conflicts left: {torn}. Take a side with --accept ID.")  # fmt: skip
        return
    if pulled.ids:
        count, both = len(pulled.proposals), len(pulled.conflicts)
        ui.say(f"Đề xuất: {count}, xung đột: {both}. "
               "Nhận bằng --plan PLAN và --accept ID, --accept all hoặc --apply.",
               f"Proposals: {count}, conflicts: {both}. "
               "Take them with --plan PLAN and --accept ID, --accept all or --apply.")  # fmt: skip


def ask_each(ui: Ui, pulled: Pulled) -> tuple[Proposal, ...]:
    """The proposals that a person says yes to, one after the other; conflicts come last."""
    taken: list[Proposal] = []
    heading, every = "", False
    for each in pulled.proposals:
        if not every:
            heading = _head(ui, each, heading)
            _say(ui, each, each.id)
            answer = _answer(ui)
            if answer == "q":
                return tuple(taken)
            every = answer == "a"
            if answer == "n":
                continue
        taken.append(each)
    for conflict in pulled.conflicts:
        _say_conflict(ui, conflict)
        side = _side(ui, conflict)
        if side < 0:
            break
        if side:
            taken.append(conflict.theirs[side - 1])
    return tuple(taken)


def _answer(ui: Ui) -> str:
    """`y`, `n`, `a` for all that follow, or `q`; the end of the input is `q`."""
    question = ui.t("Nhận? [y] có, [n] không, [a] tất cả, [q] thôi",
                    "Take it? [y]es, [n]o, [a]ll, [q]uit")  # fmt: skip
    return _asked(ui, question, ("y", "n", "a", "q"))


def _side(ui: Ui, conflict: Conflict) -> int:
    """The number of the side to take, 0 for what the plan says, -1 for no further question."""
    count = len(conflict.theirs)
    files = f"1–{count}" if count > 1 else "1"
    question = ui.t(f"Lấy bản nào? [0] giữ kế hoạch, [{files}] tệp, [q] thôi",
                    f"Which one? [0] the plan's, [{files}] a file's, [q]uit")  # fmt: skip
    said = _asked(ui, question, (*map(str, range(count + 1)), "q"))
    return -1 if said == "q" else int(said)


def _asked(ui: Ui, question: str, answers: tuple[str, ...]) -> str:
    """One of the answers; asked again until it is one, `q` where the input ends."""
    while True:
        try:
            said = str(click.prompt(question, type=str)).strip().casefold()
        except click.exceptions.Abort:
            click.echo()
            return "q"
        if said in answers:
            return said
        known = ", ".join(answers)
        ui.say(f"“{said}”: chỉ trả lời {known}.", f"“{said}”: the answers are {known}.")


def _head(ui: Ui, proposal: Proposal, before: str) -> str:
    """Says what the next proposals are about, where that is another thing than before."""
    heading = _about(ui, proposal)
    if heading != before:
        click.echo(heading)
    return heading


def _about(ui: Ui, proposal: Proposal) -> str:
    if proposal.kind == "add" and proposal.row:
        return ui.t("Dòng mới", "New rows")
    if proposal.task:
        return ui.t(f"Nhiệm vụ {proposal.task}", f"Task {proposal.task}")
    if proposal.target:
        return ui.t(f"Chỉ tiêu {proposal.target}", f"Target {proposal.target}")
    return ui.t("Phần lời văn và thể thức", "Prose and particulars")


def _say(ui: Ui, proposal: Proposal, name: str) -> None:
    what = _what(ui, proposal)
    click.echo(f"  {what}  ({name})")
    if proposal.kind == "add":
        for key, texts in proposal.row:
            if any(texts):
                _wrapped(f"    + {_named(ui, key)}: {_line(texts)}", "      ")
        if proposal.new:
            _wrapped(f"    + {_line(proposal.new)}", "      ")
    elif proposal.kind == "note":
        _wrapped(f"    “{' '.join(proposal.new)}”", "      ")
    else:
        _change(proposal.old, proposal.new)
    _wrapped(f"    {' · '.join(_origin(ui, proposal))}", "      ")


def _say_fixed(ui: Ui, proposal: Proposal) -> None:
    if proposal.kind == "note":
        _wrapped(f"    “{' '.join(proposal.new)}”", "      ")
    else:
        _change(proposal.old, proposal.new)
    _wrapped(f"    {' · '.join(_origin(ui, proposal))}", "      ")


def _what(ui: Ui, proposal: Proposal) -> str:
    of_record = proposal.task or proposal.target
    place = "" if of_record else place_words(proposal.path).say(ui.language) or proposal.path
    if proposal.kind == "add":
        after = proposal.after or proposal.group
        added = ui.t(f"thêm sau {after}", f"new after {after}")
        return added if proposal.row else f"{place}: {added}"
    words = {"remove": Message("bỏ", "taken out"), "note": Message("ý kiến", "comment")}
    if proposal.kind in words:
        said = words[proposal.kind].say(ui.language)
        return f"{place}: {said}" if place else said
    return place or _named(ui, proposal.field)


def _named(ui: Ui, field: str) -> str:
    return field_words(field).say(ui.language) or field


def _origin(ui: Ui, proposal: Proposal) -> Iterator[str]:
    """Who says so and when, and by what it was found, how surely."""
    source = proposal.source
    yield from filter(None, (source.file, source.author, source.date[:10]))
    yield f"{_TRACES[proposal.trace].say(ui.language)} {proposal.confidence:.0%}"


def _change(old: Texts, new: Texts) -> None:
    _wrapped(f"    - {_line(old)}", "      ")
    _wrapped(f"    + {_line(new)}", "      ")


def _say_conflict(ui: Ui, conflict: Conflict) -> None:
    ui.say(f"XUNG ĐỘT {conflict.id}", f"CONFLICT {conflict.id}")
    _wrapped(f"    {ui.t('đã in:    ', 'printed: ')}{_line(conflict.base)}", "      ")
    if conflict.mine:
        _wrapped(f"    {ui.t('kế hoạch: ', 'plan:    ')}{_line(conflict.mine)}", "      ")
    for side in conflict.theirs:
        said = ui.t("(bỏ)", "(taken out)") if side.kind == "remove" else _line(side.new)
        if conflict.id.startswith("remove/") and side.kind == "change":
            said = f"{_what(ui, side)}: {said}"
        who = ", ".join(filter(None, (side.source.file, side.source.author)))
        _wrapped(f"    {who}: {said}  ({side_id(conflict, side)})", "      ")


def _line(texts: Texts) -> str:
    shown = (readable(text).split("\n") for text in texts if text)
    return "; ".join(" ¶ ".join(lines) for lines in shown) or "—"


def _wrapped(text: str, below: str) -> None:
    indent = text[: len(text) - len(text.lstrip())]
    click.echo(click.wrap_text(text.strip(), _WIDTH, indent, below))
