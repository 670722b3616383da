"""A plan rebuilt from a Word file, so that two Word files can be compared in substance."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from r57plans.documents import ACTION_PLAN, build
from r57plans.errors import LoadError, RefusedError, ReportedError
from r57plans.findings import Finding, Language, Message, Place, Report
from r57plans.language import spell
from r57plans.load import load_catalogue, load_registers, parse_plan
from r57plans.model.plan import FORMAT, Plan
from r57plans.pull.base import Base, record_of
from r57plans.pull.bodies import BodyReader
from r57plans.pull.reading import Read, read_proposals
from r57plans.word.manifest import Manifest, read_manifest

Data = dict[str, Any]
Texts = Mapping[str, tuple[str, ...]]

_ACTORS = ("leads", "supports", "requested", "monitor", "supplier")
_PERIOD = re.compile(r"\((?:giai đoạn )?(\d{4}) ?[-–] ?\d{4}\)$")
_SCOPE = re.compile(r"\(([^()]+)\)$")
_PER = re.compile(r"(?:/| an? )(năm|quý|tháng|year|quarter|month)$")
_BASE = re.compile(r"(?:Năm )?(\d{4}): (.+)")


def plan_of(data: bytes, name: str = "") -> Plan:
    """The plan that a Word file says now: its manifest with all that was edited since.

    What the document did not print is not in it. Bodies have the ids of the registers on the
    plan's date where one has that name, else they are free words. Raises `WordFileError` for what
    is no sound Word file, `RefusedError` for one without a manifest of ours, or from which no plan
    can be made.
    """
    read = read_proposals(data, name=name)
    about = dict(read.manifest.facts.about) if read.manifest else {}
    if read.manifest is None or not {"province", "issuer", "type", "date"} <= set(about):
        raise RefusedError(Report((_no_plan(name),)))
    try:
        return _Rebuilt(read, read.manifest, about).plan()
    except ReportedError as error:
        raise RefusedError(Report((_no_plan(name), *error.report))) from error


def _no_plan(name: str) -> Finding:
    return Finding(
        "pull.no-plan",
        "error",
        Message(
            "Không dựng lại được kế hoạch từ tệp này: thiếu bản kê kèm tệp, hoặc bản kê của phiên "
            "bản cũ.",
            "No plan can be made from this file: its manifest is missing, or of an older version.",
        ),
        Message("Dùng tệp kế hoạch (YAML) thay cho tệp Word.", "Give the plan file instead."),
        Place(name),
    )


class _Rebuilt:
    """One file's plan, from what it printed and what was changed."""

    def __init__(self, read: Read, manifest: Manifest, about: Mapping[str, str]) -> None:
        self.language: Language = "en" if manifest.facts.language == "en" else "vi"
        self.read, self.manifest, self.about = read, manifest, about
        self.base = Base(manifest.printed)
        self.texts = dict(self._now())
        self.bare = _plan(self._frame())
        self.bodies = BodyReader(self.bare, load_registers())

    def plan(self) -> Plan:
        """The whole plan; a text or title that the catalogue words alike is left out."""
        tasks, targets = list(self._tasks()), list(self._targets())
        frame = self._frame() | self._prose()
        bare = [{k: v for k, v in task.items() if k in _bare_keys(task)} for task in tasks]
        plan = _plan(frame | {"tasks": bare, "targets": targets})
        usual = self._usual(plan)
        for task in tasks:
            for key in ("text", "title"):
                same = usual.get(f"task/{task['id']}/{key}") == self.texts.get(
                    f"task/{task['id']}/{key}"
                )
                if same and key not in _bare_keys(task):
                    task.pop(key, None)
        return _plan(frame | {"tasks": tasks, "targets": targets})

    def _usual(self, plan: Plan) -> Texts:
        """What the plan would print without words of its own."""
        file = build(plan, [self.language], [ACTION_PLAN]).files[0]
        manifest = read_manifest(file.data)
        base = Base(manifest.printed if manifest else ())
        return {path: field.texts for path, field in base.fields.items()}

    def _now(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Each field as the file says it."""
        changed = {p.path: p.new for p in self.read.proposals if p.kind == "change"}
        gone = {p.path for p in self.read.proposals if p.kind == "remove"}
        for path, field in self.base.fields.items():
            if path not in gone and record_of(path) not in gone:
                yield path, changed.get(path, field.texts if field.texts else ())

    def _frame(self) -> Data:
        about = self.about
        document = {key: about[key] for key in ("issuer", "type", "date")}
        number = "".join(self.texts.get("document/number", ())).strip()
        frame: Data = {
            "format": FORMAT,
            "catalogue": _catalogue(self.manifest.facts.catalogue),
            "province": about["province"],
            "document": document | ({"number": number} if number else {}),
            "spelling": about.get("spelling", "new"),
        }
        if about.get("unit"):
            level, kind, vi, en = (about["unit"].split("|") + [""] * 4)[:4]
            frame["unit"] = {"level": level, "type": kind, "vi": vi, "en": en or None}
        return frame

    def _prose(self) -> Data:
        """The plan's own paragraphs, those that were added among them."""
        added = {p.after: p.new[0] for p in self.read.proposals if p.kind == "add" and p.new}
        found: dict[str, list[Data]] = {}
        for path, texts in self.texts.items():
            root = path.rpartition("/")[0]
            if root == "context" or root.startswith("sections/"):
                found.setdefault(root, []).extend(map(self._text, texts))
                if path in added:
                    found[root].append(self._text(added[path]))
        out: Data = {"context": found.pop("context", [])}
        titles = [p for p in self.base.fields if p.startswith("group/") and p.endswith("/title")]
        out["groups"] = [
            {"id": path.split("/")[1]} | self._text(self.texts[path][0])
            for path in titles
            if self.texts.get(path)
        ]
        out["sections"] = {root.partition("/")[2]: texts for root, texts in found.items()}
        if funding := self.texts.get("funding"):
            out["funding"] = self._text(funding[0])
        return out

    def _tasks(self) -> Iterator[Data]:
        records = [r for r in self.base.records("task") if self._has(r)]
        new = [p for p in self.read.proposals if p.kind == "add" and p.path.startswith("task/")]
        for record in records:
            name = record.partition("/")[2]
            yield self._task(name, {k: self.texts.get(f"{record}/{k}", ())
                                    for k in self.base.by_record[record]})  # fmt: skip
        numbers = (n for n in range(1, 10_000) if f"task/local-{n}" not in self.base.by_record)
        for proposal, number in zip(new, numbers, strict=False):
            yield self._task(f"local-{number}", dict(proposal.row)) | _grouped(proposal.group)

    def _has(self, record: str) -> bool:
        return any(f"{record}/{key}" in self.texts for key in self.base.by_record[record])

    def _task(self, name: str, fields: Texts) -> Data:
        task: Data = {"id": name}
        for key, texts in fields.items():
            if key in _TASK and texts:
                task[key] = _TASK[key](self, texts)
        group = self.read.groups.get(name, "")
        if group and group != name.partition(".")[0]:
            task["group"] = group
        if not name[0].isdecimal() and "text" not in task:
            task["text"] = self._text("".join(fields.get("title", ())) or name)
        return task

    def _targets(self) -> Iterator[Data]:
        for record in self.base.records("target"):
            if not self._has(record):
                continue
            fields = {k: self.texts.get(f"{record}/{k}", ()) for k in self.base.by_record[record]}
            unit = "".join(fields.get("unit", ()))
            values = any(key.startswith("values/") for key in fields)
            target: Data = {"id": record.partition("/")[2], "values": []}
            if name := fields.get("name"):
                target["name"] = self._text(name[0])
            if unit and not values:
                target["unit"] = self._text(unit)
            for key, texts in fields.items():
                if key in _ACTORS:
                    target[key] = [self.bodies.read(text, self.language).item for text in texts]
                elif key.startswith("values/") and texts:
                    year = key.split("/")[1]
                    target["values"].append(self._value(self._shortest(record, key), unit, year))
                elif key == "baseline" and texts and (found := _BASE.fullmatch(texts[0])):
                    target["baseline"] = self._value(found[2], unit, found[1])
            yield target

    def _shortest(self, record: str, key: str) -> str:
        """A value without its unit, where it was printed so in a column of its own."""
        now = self.texts[f"{record}/{key}"]
        field = self.base.by_record[record][key]
        return min(field.items[0], key=len) if now == field.texts else now[0]

    def _value(self, said: str, unit: str, year: str) -> Data:
        value: Data = {"year": int(year)} if year.isdecimal() else {}
        if found := _PERIOD.search(said):
            value["from"], said = int(found[1]), said[: found.start()].strip()
        if found := _SCOPE.search(said):
            value["scope"], said = self._text(found[1]), said[: found.start()].strip()
        if found := _PER.search(said):
            value["per"], said = self._text(found[1]), said[: found.start()].strip()
        bare = said.removesuffix(unit).strip() if unit else said
        if unit and any(map(str.isdecimal, said)):
            value["unit"] = self._text(unit)
        return value | {"value": self._text(bare or said)}

    def _text(self, text: str) -> Data:
        return {"vi": text, "en": text} if self.language == "en" else {"vi": spell(text, "new")}

    def texts_of(self, texts: tuple[str, ...]) -> list[Data]:
        """Several texts."""
        return [self._text(text) for text in texts]

    def text_of(self, texts: tuple[str, ...]) -> Data:
        """One text."""
        return self._text(" ".join(texts))

    def actors_of(self, texts: tuple[str, ...]) -> list[object]:
        """Several bodies."""
        return [self.bodies.read(text, self.language).item for text in texts]


def _plan(data: Data) -> Plan:
    """The data as a plan, checked as a plan file is; raises LoadError where it is none."""
    return parse_plan(json.dumps(data, ensure_ascii=False).encode())


def _catalogue(name: str) -> str:
    """The catalogue of a manifest, else the shipped one, whose tasks are likely the same."""
    try:
        return load_catalogue(name).name
    except LoadError:
        return load_catalogue().name


def _bare_keys(task: Data) -> tuple[str, ...]:
    """What a task must have to be printed at all."""
    own = not task["id"][0].isdecimal()
    return ("id", "group", "text") if own else ("id", "group")


def _grouped(group: str) -> Data:
    return {"group": group} if group else {}


_TASK: dict[str, Callable[[_Rebuilt, tuple[str, ...]], object]] = {
    "text": _Rebuilt.text_of,
    "title": _Rebuilt.text_of,
    "leads": _Rebuilt.actors_of,
    "supports": _Rebuilt.actors_of,
    "requested": _Rebuilt.actors_of,
    "products": _Rebuilt.texts_of,
    "deadline": _Rebuilt.text_of,
    "funding": _Rebuilt.text_of,
    "parts": _Rebuilt.texts_of,
    "each": _Rebuilt.texts_of,
}
