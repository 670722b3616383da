"""How the tasks of a plan stand, as it is printed: counts, words, results."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from r57plans.findings import Language
from r57plans.language import capital_first, date_short, join_list, small_first
from r57plans.model.actor import Actor
from r57plans.model.progress import Reckoned, Standing, Tally
from r57plans.model.status import Delivered, Status
from r57plans.view.cells import FROM_THE_CENTRE, TaskCells
from r57plans.view.groups import GroupNode, Placed
from r57plans.view.printed import anchor_of
from r57plans.view.progress_records import CountsView, GroupProgressView, ProgressView
from r57plans.view.progress_words import STANDINGS, STATES, WORDS
from r57plans.view.speech import Speaker
from r57plans.view.told import Line

_FIELDS = {
    "on_time": Standing.ON_TIME,
    "late": Standing.LATE,
    "running": Standing.RUNNING,
    "overdue": Standing.OVERDUE,
    "not_due": Standing.NOT_DUE,
    "standing": Standing.STANDING,
    "unknown": Standing.UNKNOWN,
}


@dataclass(frozen=True, slots=True)
class ProgressWriter:
    """Writes the progress of tasks; `speaker` says the status file's texts.

    `reckoned` are the plan's tasks in its order, `numbers` those of the table by a task's index.
    """

    cells: TaskCells
    nodes: tuple[GroupNode, ...]
    numbers: Mapping[int, str]
    status: Status
    reckoned: tuple[Reckoned, ...]
    on: date
    speaker: Speaker

    @property
    def language(self) -> Language:
        """The document's language."""
        return self.speaker.language

    def word(self, key: str, **words: object) -> str:
        """A phrase of progress in the document's language."""
        return self.speaker.finish(WORDS[key].say(self.language).format(**words))

    def whole(self) -> CountsView:
        """All tasks, each counted once."""
        return self._counts("", self.word("whole"), self.reckoned)

    def _counts(self, number: str, name: Line, tasks: Iterable[Reckoned]) -> CountsView:
        tally = Tally.of(tasks)
        of_class = {field: tally[standing] for field, standing in _FIELDS.items()}
        said = [
            f"{count} {STANDINGS[standing].say(self.language).lower()}"
            for standing, count in tally.counts.items()
            if count
        ]
        words = self.speaker.finish(join_list(said, self.language))
        return CountsView(number, name, tally.total, tally.done, **of_class, said=words)

    def groups(self) -> tuple[GroupProgressView, ...]:
        """Every group that has tasks of its own."""
        return tuple(self._group(n, node) for n, node in enumerate(self._filled(), 1))

    def _filled(self) -> tuple[GroupNode, ...]:
        return tuple(node for node in self.nodes if node.tasks)

    def _group(self, number: int, node: GroupNode) -> GroupProgressView:
        title = self.cells.writer.group_title(node)
        tasks = tuple(self.task(placed) for placed in node.tasks)
        reckoned = (self.reckoned[placed.index] for placed in node.tasks)
        return GroupProgressView(
            title=title,
            short=self._short(node),
            counts=self._counts(str(number), title, reckoned),
            tasks=tasks,
            results=tuple(task for task in tasks if task.result),
        )

    def _short(self, node: GroupNode) -> str:
        """The short name of one of the resolution's groups; of a plan's own its title."""
        writer = self.cells.writer
        known = {str(group.id): group.short for group in writer.catalogue.groups}
        if writer.namer.plan.groups or node.group.id not in known:
            return str(writer.group_title(node))
        return self.speaker.finish(known[node.group.id].say(self.language))

    def leads(self) -> tuple[CountsView, ...]:
        """Every lead in the order in which the plan names them; tasks without one come last."""
        identity = self.cells.writer.namer.identity
        named: dict[str, Actor | None] = {}
        found: dict[str, list[Reckoned]] = {}
        for task in self.reckoned:
            for lead in task.task.leads:
                named.setdefault(identity(lead), lead)
                rows = found.setdefault(identity(lead), [])
                if task not in rows[-1:]:
                    rows.append(task)
        if alone := [task for task in self.reckoned if not task.task.leads]:
            named[""], found[""] = None, alone
        return tuple(
            self._counts(str(n), self._lead(named[key]), of)
            for n, (key, of) in enumerate(found.items(), 1)
        )

    @property
    def shared(self) -> bool:
        """Whether a task counts for several leads, so that their rows exceed the total."""
        return sum(row.total for row in self.leads()) > len(self.reckoned)

    def _lead(self, lead: Actor | None) -> str:
        if lead is None:
            return self.word("no_lead")
        return capital_first(str(self.cells.writer.namer.actor(lead, "")))

    def placed(self) -> tuple[Placed, ...]:
        """Every task with its place in the plan, in printed order."""
        return tuple(placed for node in self.nodes for placed in node.tasks)

    def only(self, standing: Standing) -> tuple[ProgressView, ...]:
        """The tasks of one class, in printed order."""
        kept = (p for p in self.placed() if self.reckoned[p.index].standing is standing)
        return tuple(self.task(placed) for placed in kept)

    def central(self) -> tuple[ProgressView, ...]:
        """The tasks that come from the centre, or answer one of its directives."""
        return tuple(
            self.task(placed)
            for placed in self.placed()
            if placed.task.directives or placed.task.origin == FROM_THE_CENTRE
        )

    def task(self, placed: Placed) -> ProgressView:
        """One task as it stands."""
        return ProgressView(
            anchor=anchor_of("progress", placed.task.id),
            id=placed.task.id,
            number=self.numbers[placed.index],
            title=self.cells.value("title", placed),
            leads=self.cells.value("leads", placed),
            deadline=self.cells.value("deadline", placed),
            standing=self.standing(placed),
            stands=small_first(self.standing(placed)),
            result=self.result(placed),
            difficulty=self._said(placed, "difficulty"),
            proposal=self._said(placed, "proposal"),
        )

    def standing(self, placed: Placed) -> str:
        """The class of a task in words, with its days and how far it is."""
        found = self.reckoned[placed.index]
        said, entry = STANDINGS[found.standing].say(self.language), found.entry
        if entry is None:
            return self.speaker.finish(said)
        if found.standing.done:
            day = date_short(entry.done_on or self.on, self.language)
            key = "late" if found.days else "on_time"
            return self.word(key, standing=said, days=self._days(found.days), day=day)
        if found.standing is Standing.OVERDUE:
            state = STATES.get(entry.state or "", STATES["running"]).say(self.language)
            return self.word("overdue", standing=said, days=self._days(found.days), state=state)
        if entry.progress is not None:
            return self.word("progress", standing=said, percent=entry.progress)
        return self.speaker.finish(said)

    def _days(self, days: int) -> str:
        return str(days) if self.language == "vi" else f"{days} day{'s' if days > 1 else ''}"

    def result(self, placed: Placed) -> str:
        """The result in words, then the products delivered; empty where nothing is said."""
        entry = self.reckoned[placed.index].entry
        if entry is None:
            return ""
        where = ("tasks", self._index(placed), "products")
        products = [self._product(p, *where, n) for n, p in enumerate(entry.products)]
        return "; ".join(
            said.rstrip(".") for said in (self._said(placed, "result"), *products) if said
        )

    def _product(self, product: Delivered, *where: str | int) -> str:
        said = str(self.speaker.text(product.text, "", *where))
        day = product.date
        shown = ""
        if day:
            shown = date_short(day.last, self.language) if day.day else f"{day.month}/{day.year}"
        if product.number and shown:
            return self.word("product", product=said, number=product.number, day=shown)
        if product.number:
            return self.word("product_numbered", product=said, number=product.number)
        return self.word("product_dated", product=said, day=shown) if shown else said

    def of_tasks(self, key: str) -> tuple[Line, ...]:
        """A text of each task that has one, after the task's name: `difficulty`, `proposal`."""
        return tuple(
            self.word("of_task", title=self.cells.value("title", placed), text=said.rstrip("."))
            for placed in self.placed()
            if (said := self._said(placed, key))
        )

    def paragraphs(self, key: str) -> tuple[Line, ...]:
        """Paragraphs that the office wrote: `leadership`, `limits`."""
        texts = enumerate(getattr(self.status, key))
        return tuple(str(self.speaker.text(text, "", key, n)) for n, text in texts)

    def _said(self, placed: Placed, key: str) -> str:
        entry = self.reckoned[placed.index].entry
        text = getattr(entry, key) if entry else None
        return str(self.speaker.text(text, "", "tasks", self._index(placed), key)) if text else ""

    def _index(self, placed: Placed) -> int:
        """Where the task's entry stands in the status file."""
        entry = self.reckoned[placed.index].entry
        return next(n for n, other in enumerate(self.status.tasks) if other is entry)


def counts_of(row: CountsView) -> tuple[int, ...]:
    """The counts of a row in the order of the classes."""
    return tuple(getattr(row, field) for field in _FIELDS)


def class_names(language: Language) -> tuple[str, ...]:
    """The names of the classes, in their order."""
    return tuple(STANDINGS[standing].say(language) for standing in _FIELDS.values())
