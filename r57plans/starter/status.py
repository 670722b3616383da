"""The lines of a status file: every task of a plan in its order, and nothing known of any."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from r57plans.errors import LoadError
from r57plans.findings import Language
from r57plans.language import plain
from r57plans.load import EditablePlan, Source, load_catalogue, load_registers, read_yaml
from r57plans.model.plan import Plan
from r57plans.model.status import STATUS_FORMAT
from r57plans.starter.scalars import scalar
from r57plans.view.cells import TaskCells
from r57plans.view.groups import GroupNode, Placed, TaskWriter, group_number, group_tree
from r57plans.view.names import Namer
from r57plans.view.speech import Speaker
from r57plans.view.targets import PlacedTarget, TargetWriter


@dataclass(frozen=True)
class StatusStarter:
    """Writes the file's text; comments are in the language of the interface."""

    plan: Plan
    cells: TaskCells
    ui: Language

    @classmethod
    def of(cls, plan: Plan, ui: Language) -> StatusStarter:
        """For a plan over the shipped catalogue and registers."""
        catalogue, registers = load_catalogue(plan.catalogue), load_registers()
        namer = Namer(plan, registers, Speaker(plan, ui))
        targets = TargetWriter(namer, catalogue)
        return cls(plan, TaskCells(TaskWriter(namer, catalogue), targets), ui)

    @property
    def nodes(self) -> tuple[GroupNode, ...]:
        """The groups with their tasks, in printed order."""
        return group_tree(self.plan, self.cells.writer.catalogue)

    def lines(self) -> Iterator[str]:
        """The file, line by line."""
        yield from self._head()
        yield from self._tasks()
        yield from self._targets()
        yield from self._words()

    def note(self, vi: str, en: str) -> str:
        """A comment."""
        return f"# {vi if self.ui == 'vi' else en}"

    def beside(self, placed: Placed) -> str:
        """What stands beside a task's id: its short name and its deadline."""
        title = _one_line(self.cells.value("title", placed))
        deadline = _one_line(self.cells.value("deadline", placed))
        return f"{title} | {deadline}" if deadline else title

    def _head(self) -> Iterator[str]:
        document = self.plan.document
        yield self.note(
            "Tình trạng thực hiện kế hoạch: điền vào, rồi chạy `r57plans status show`, "
            "`r57plans report`.",
            "How the plan stands: fill in, then run `r57plans status show`, `r57plans report`.",
        )
        yield self.note("Chưa có gì được điền sẵn.", "Nothing is filled in.")
        yield f"format: {STATUS_FORMAT}"
        yield f"province: {self.plan.province}"
        if self.plan.unit:
            yield f"unit: {scalar(self.plan.unit.vi)}"
        number = f" {scalar(document.number)}" if document.number else ""
        yield f"document: {{type: {document.type}, number:{number or ' '}, date: {document.date}}}"
        yield ""

    def _tasks(self) -> Iterator[str]:
        yield self.note(
            "state: not-started (chưa thực hiện) | running (đang thực hiện) | done (hoàn thành) | "
            "standing (thường xuyên, tiếp tục duy trì)",
            "state: not-started | running | done | standing (goes on, is kept up)",
        )
        yield self.note(
            "Khi hoàn thành ghi done_on: 2025-06-15. Có thể thêm: progress: 60, "
            "products: [{vi: …, number: 12-BC/TU, date: 2025-06-15}],",
            "Once done: done_on: 2025-06-15. There may be: progress: 60, "
            "products: [{vi: …, number: 12-BC/TU, date: 2025-06-15}],",
        )
        yield self.note(
            "result: …, difficulty: …, proposal: …, note: … (note không in).",
            "result: …, difficulty: …, proposal: …, note: … (note is never printed).",
        )
        yield "tasks:"
        for node in self.nodes:
            title = _one_line(self.cells.writer.group_title(node))
            number = group_number(node, self.ui).rstrip(".")
            yield f"  # {number}. {title}"
            for placed in node.tasks:
                yield f"  - id: {placed.task.id}  # {self.beside(placed)}"
                yield "    state:"
        yield ""

    def _targets(self) -> Iterator[str]:
        writer = self.cells.target_writer
        yield self.note(
            'Chỉ tiêu: actual: [{date: 2025-06, value: "65", unit: "%", source: …}]',
            'Targets: actual: [{date: 2025-06, value: "65", unit: "%", source: …}]',
        )
        yield "targets:"
        for placed in writer.ordered():
            yield f"  - id: {placed.target.id}  # {self._target(placed)}"
            yield "    actual:"
        yield ""

    def _target(self, placed: PlacedTarget) -> str:
        writer = self.cells.target_writer
        values = [
            f"{year or '—'}: {said}"
            for year in writer.horizons()
            if (said := writer.values(placed, year, with_unit=True))
        ]
        return _one_line(" | ".join([str(writer.name(placed)), *values]))

    def _words(self) -> Iterator[str]:
        yield self.note(
            "Những đoạn chỉ văn phòng viết được; mỗi đoạn một dòng “- {vi: …, en: …}”.",
            "What only the office can write; each paragraph a line “- {vi: …, en: …}”.",
        )
        for key, (vi, en) in _SECTIONS.items():
            yield f"{key}:  {self.note(vi, en)}"


_SECTIONS = {
    "leadership": ("I. Công tác lãnh đạo, chỉ đạo", "I. Leadership and direction"),
    "funds": (
        "II. Kinh phí: - {name: …, planned: …, disbursed: …, unit: triệu đồng}",
        "II. Funds: - {name: …, planned: …, disbursed: …, unit: …}",
    ),
    "results": ("III. Kết quả nổi bật", "III. Main results"),
    "limits": ("III. Hạn chế", "III. Shortcomings"),
    "difficulties": ("III. Khó khăn, vướng mắc chung", "III. Difficulties of the whole plan"),
    "causes": ("III. Nguyên nhân", "III. Causes"),
    "next_tasks": ("IV. Nhiệm vụ trọng tâm 6 tháng tới", "IV. Main tasks of the next six months"),
    "proposals": ("V. Đề xuất, kiến nghị", "V. Proposals"),
}


def starter_status(plan: Plan, ui: Language = "vi", schema: str = "") -> str:
    """The text of a status file for a plan, in which no task has a state yet.

    `schema` is where an editor finds the JSON Schema; comments are in the language `ui`.
    """
    head = [f"# yaml-language-server: $schema={schema}"] if schema else []
    return "\n".join([*head, *StatusStarter.of(plan, ui).lines()]) + "\n"


def updated_status(
    data: bytes, plan: Plan, file: str, ui: Language = "vi"
) -> tuple[str, list[str]]:
    """The file's text with the plan's tasks that it lacks, each in its place, and their ids.

    All else stays as it is. Raises LoadError where it is not YAML that a status could be in.
    """
    starter = StatusStarter.of(plan, ui)
    source = read_yaml(data, file, family="status")
    if source.report.errors:
        raise LoadError(source.report)
    editable = EditablePlan(data.decode("utf-8"), file, family="status")
    present = _ids(source)
    added: list[str] = []
    place = 0
    for placed in (placed for node in starter.nodes for placed in node.tasks):
        name = placed.task.id
        if name in present:
            place = present.index(name) + 1
            continue
        _insert(editable, place, name, first=not present)
        editable.remark(("tasks", place, "id"), starter.beside(placed))
        present.insert(place, name)
        added.append(name)
        place += 1
    return editable.text(), added


def _insert(editable: EditablePlan, place: int, name: str, *, first: bool) -> None:
    entry = {"id": name, "state": None}
    if first:
        editable.set(("tasks",), [entry])
    else:
        editable.insert(("tasks", place), entry)


def _ids(source: Source) -> list[str]:
    """The ids of the file's entries in their order; "" for an entry without one."""
    tasks = source.data.get("tasks") or []
    entries = tasks if isinstance(tasks, list) else [tasks]
    return [str(entry.get("id") or "") if isinstance(entry, dict) else "" for entry in entries]


def _one_line(text: object) -> str:
    return " ".join(plain(str(text)).split())
