"""What a status file says that its plan or the calendar does not bear out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import chain, islice
from typing import Any

from r57plans.findings import Finding, Message
from r57plans.load.faults import SILENT, fault
from r57plans.load.known import id_text
from r57plans.load.raw_walk import walk
from r57plans.load.reference_kinds import Kind
from r57plans.load.reference_words import unknown
from r57plans.load.structure import repeated_ids
from r57plans.load.yaml_source import Path, Source
from r57plans.model.base import DocumentDate
from r57plans.model.plan import Plan

_FAMILY = "status"
_MOST = 1_000
_NOT_DONE = (None, "not-started", "running", "standing")
_TASK = Kind("task", Message("nhiệm vụ của kế hoạch", "task of the plan"), "1.1.1",
             ("tasks.*.id",), lambda known: tuple(known.tasks))  # fmt: skip
_TARGET = Kind("target", Message("chỉ tiêu của kế hoạch", "target of the plan"), "digital-economy",
               ("targets.*.id",), lambda known: tuple(known.targets))  # fmt: skip


def status_findings(source: Source, plan: Plan, on: date) -> list[Finding]:
    """What is unknown to the plan, said of another plan, or done without a day or in the future.

    An entry that the plan knows not is an error, and so is a task that is done without its day;
    what was done after the day asked for is a warning. At most 1,000 are said.
    """
    found = chain(
        _other_plan(source, plan),
        _unknown(source, _TASK, tuple(task.id for task in plan.tasks)),
        _unknown(source, _TARGET, tuple(target.id for target in plan.targets)),
        *(repeated_ids(source, name, _FAMILY) for name in ("tasks", "targets")),
        _days(source, on),
        _later_values(source, on),
        _missing(source, plan),
    )
    return list(islice(found, _MOST))


def _unknown(source: Source, kind: Kind, known: tuple[str, ...]) -> Iterator[Finding]:
    quick = frozenset(known)
    for path, value in walk(source.data, kind.patterns[0]):
        given = id_text(value)
        if given is not None and given not in quick:
            yield unknown(kind, given, known, source.place(path), _FAMILY)


def _other_plan(source: Source, plan: Plan) -> Iterator[Finding]:
    own = {"province": plan.province, "unit": plan.unit.vi if plan.unit else None}
    for key, meant in own.items():
        given = source.data.get(key)
        if isinstance(given, str) and given != meant:
            yield _of_another(source, (key,), given, meant or plan.province)
    document = plan.document
    numbered = {"type": document.type, "number": document.number, "date": str(document.date)}
    for key, meant in numbered.items():
        for path, given in walk(source.data, f"document.{key}"):
            if meant is not None and str(given) != meant:
                yield _other_document(source, path, str(given), meant)


def _of_another(source: Source, path: Path, given: str, meant: str) -> Finding:
    message = Message(
        f"Tệp tình trạng này là của “{given}”, còn kế hoạch là của “{meant}”.",
        f"This status file is of “{given}”, and the plan is of “{meant}”.",
    )
    hint = Message("Chỉ tới đúng cặp tệp.", "Name the two files that belong together.")
    return fault("status.other-plan", source.place(path), message, hint)


def _other_document(source: Source, path: Path, given: str, meant: str) -> Finding:
    message = Message(
        f"Tệp tình trạng ghi {path[-1]}: {given}, còn kế hoạch ghi {meant}.",
        f"The status file has {path[-1]}: {given}, and the plan has {meant}.",
    )
    hint = Message(
        "Kiểm tra xem có đúng kế hoạch không, rồi sửa mục document.",
        "Check that it is the right plan, then correct the mapping document.",
    )
    return fault("status.other-document", source.place(path), message, hint, "warning")


def _days(source: Source, on: date) -> Iterator[Finding]:
    for path, entry in walk(source.data, "tasks.*"):
        if not isinstance(entry, dict):
            continue
        name, state, given = entry.get("id"), entry.get("state"), entry.get("done_on")
        if state == "done" and given is None:
            yield _undated(source, (*path, "state"), name)
        elif given is not None and state in _NOT_DONE:
            yield _not_done(source, (*path, "done_on"), name, state)
        day = _day(given)
        if day and day > on and state == "done":
            yield _later(source, (*path, "done_on"), name, day, on)


def _undated(source: Source, path: Path, name: Any) -> Finding:
    message = Message(
        f"Nhiệm vụ {name} đã hoàn thành nhưng chưa ghi ngày hoàn thành.",
        f"Task {name} is done, but there is no day on which it was done.",
    )
    hint = Message(
        "Ghi done_on: 2025-06-15; thiếu ngày thì không biết đúng hạn hay trễ hạn.",
        "Write done_on: 2025-06-15; without it, on time or late cannot be told.",
    )
    return fault("status.done-undated", source.place(path), message, hint)


def _not_done(source: Source, path: Path, name: Any, state: Any) -> Finding:
    said = state or "—"
    message = Message(
        f"Nhiệm vụ {name} có ngày hoàn thành nhưng tình trạng là “{said}”.",
        f"Task {name} has a day on which it was done, but its state is “{said}”.",
    )
    hint = Message("Ghi state: done, hoặc xóa done_on.", "Write state: done, or delete done_on.")
    return fault("status.done-state", source.place(path), message, hint)


def _later(source: Source, path: Path, name: Any, day: date, on: date) -> Finding:
    message = Message(
        f"Nhiệm vụ {name} hoàn thành ngày {day:%d/%m/%Y}, sau ngày báo cáo {on:%d/%m/%Y}: "
        "được tính là chưa hoàn thành.",
        f"Task {name} was done on {day}, after the day of the report, {on}: it counts as not done.",
    )
    hint = Message("Kiểm tra lại ngày, hoặc đổi --as-of.", "Check the day, or change --as-of.")
    return fault("status.done-later", source.place(path), message, hint, "warning")


def _later_values(source: Source, on: date) -> Iterator[Finding]:
    for path, value in walk(source.data, "targets.*.actual.*.date"):
        day = _day(value)
        if day and (day.year, day.month) > (on.year, on.month):
            message = Message(
                f"Số liệu {value} có sau ngày báo cáo {on:%d/%m/%Y}: không được in.",
                f"The value of {value} is later than the report, {on}: it is not printed.",
            )
            yield fault("status.value-later", source.place(path), message, SILENT, "warning")


def _missing(source: Source, plan: Plan) -> Iterator[Finding]:
    given = {id_text(value) for _, value in walk(source.data, "tasks.*.id")}
    missing = [task.id for task in plan.tasks if task.id not in given]
    if not missing:
        return
    names = ", ".join(missing[:10]) + (" …" if len(missing) > 10 else "")
    tasks = "1 task is" if len(missing) == 1 else f"{len(missing)} tasks are"
    message = Message(
        f"{len(missing)} nhiệm vụ của kế hoạch chưa có trong tệp tình trạng: {names}.",
        f"{tasks} in the plan and not in the status file: {names}.",
    )
    hint = Message(
        "Thêm vào bằng lệnh: r57plans status init … --update",
        "Add them with: r57plans status init … --update",
    )
    yield fault("status.missing-task", source.place(("tasks",)), message, hint, "note")


def _day(value: Any) -> date | None:
    try:
        return DocumentDate.parse(value).last if value is not None else None
    except ValueError:
        return None
