"""The engines that are compared; each renders its template with the data of one size."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import docx
from docxtpl import DocxTemplate

from bench import templates
from bench.data import FIELDS, GROUP_FIELDS, Context
from bench.measure import Call, timed
from r57plans import Template

NODE_SCRIPTS = Path(__file__).parent / "node"
NODE_PEERS = {
    "docxtemplater": templates.docxtemplater_template,
    "easy-template-x": templates.easy_template_x_template,
}
_NODE_WARM_UP = 15  # calls after which V8 has compiled what it will


@dataclass(frozen=True, slots=True)
class Engine:
    """One engine with its data: `output` renders once, `run` does so and gives the seconds."""

    name: str
    output: Callable[[], bytes]
    run: Call


def ours(template: bytes) -> Callable[[Context], Engine]:
    """r57plans, its template compiled once."""
    compiled = Template(template)
    return lambda context: _python("r57plans", lambda: compiled.render(context))


def docxtpl(template: bytes, *, autoescape: bool = True) -> Callable[[Context], Engine]:
    """docxtpl; it reads and compiles its template in each rendering, and so it is called."""

    def render(context: Context) -> bytes:
        document = DocxTemplate(BytesIO(template))
        document.render(context, autoescape=autoescape)
        buffer = BytesIO()
        document.save(buffer)
        return buffer.getvalue()

    name = "docxtpl" if autoescape else "docxtpl, not escaping"
    return lambda context: _python(name, lambda: render(context))


def by_hand(context: Context) -> Engine:
    """python-docx, called as a programmer would write this one document."""
    return _python("python-docx", lambda: _written_by_hand(context))


def _python(name: str, render: Callable[[], bytes]) -> Engine:
    return Engine(name, render, lambda: timed(render))


def _written_by_hand(context: Context) -> bytes:
    document = docx.Document()
    templates.write(document, templates.TITLE, _values(context))
    templates.write(document, templates.BASIS, _values(context))
    for group in context["groups"]:
        templates.write(document, templates.GROUP, _values(group))
        for task in group["tasks"]:
            for line in templates.TASK:
                templates.write(document, line, _values(task))
    templates.write(document, templates.TASKS_HEADING)
    table = templates.start_table(document, templates.TASK_COLUMNS)
    for group in context["annex"]:
        templates.fill_across(table.add_row(), f"{group['number']}. {group['title']}")
        for task in group["tasks"]:
            templates.fill(table.add_row(), [task[name] for name in FIELDS])
    templates.write(document, templates.GROUPS_HEADING)
    table = templates.start_table(document, templates.GROUP_COLUMNS)
    for group in context["annex"]:
        templates.fill(table.add_row(), [group[name] for name in GROUP_FIELDS])
    return templates.saved(document)


def _values(record: Mapping[str, str]) -> Callable[[str], str]:
    return lambda text: text.format_map(record)


class Node:
    """One warm node process with one peer; it measures itself and says the time.

    `packages` is the folder whose node_modules holds the peer, `scratch` one for files.
    """

    def __init__(self, peer: str, packages: Path, scratch: Path) -> None:
        self.name = peer
        self._scratch = scratch
        path = scratch / f"{peer}.docx"
        path.write_bytes(NODE_PEERS[peer]())
        self._process = subprocess.Popen(
            ["node", "--expose-gc", NODE_SCRIPTS / f"{peer}.mjs", packages, path],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
        )

    def engine(self, context: Context, size: int) -> Engine:
        """The peer with these data."""
        path = self._scratch / f"{size}.json"
        path.write_text(json.dumps(context, ensure_ascii=False), "utf-8")
        for _ in range(_NODE_WARM_UP if size <= 100 else 1):
            self._ask(data=str(path))
        return Engine(
            self.name,
            output=lambda: self._output(path),
            run=lambda: self._ask(data=str(path))["seconds"],
        )

    def close(self) -> None:
        """End the process."""
        self._process.communicate()

    def _output(self, data: Path) -> bytes:
        path = self._scratch / f"{self.name}.out.docx"
        self._ask(data=str(data), output=str(path))
        return path.read_bytes()

    def _ask(self, **request: str) -> dict[str, float]:
        self._process.stdin.write(json.dumps(request) + "\n")
        self._process.stdin.flush()
        answer = self._process.stdout.readline()
        if not answer:
            raise RuntimeError(f"{self.name} ended with code {self._process.wait()}")
        return json.loads(answer)


def why_no_node(packages: Path) -> str:
    """Why the peers on node are left out; "" when they are there."""
    if shutil.which("node") is None:
        return "there is no node on this machine"
    missing = [name for name in NODE_PEERS if not (packages / "node_modules" / name).is_dir()]
    return f"not installed: {', '.join(missing)}" if missing else ""


def node_version(packages: Path, name: str) -> str:
    """The installed version of a peer."""
    path = packages / "node_modules" / name / "package.json"
    return json.loads(path.read_text("utf-8"))["version"]
