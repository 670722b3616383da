"""Folders of plan files with the same for docxtpl, and the processes that work on them."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, sleep

from bench.measure import Call, OtherTextError, process, timed
from bench.peer_batch import comparable, context_for_peer, context_of, template_for_peer
from bench.word import paragraphs
from r57plans import Plan, Template
from r57plans.assets import templates_folder
from r57plans.demo import demo_plan, provinces_of
from r57plans.model.base import DocumentDate
from r57plans.plans import read_plan

LANGUAGES = ("vi", "en")
_HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Scene:
    """A folder with plan files; for the peer its templates, and a context for each document."""

    folder: Path

    @property
    def plans(self) -> Path:
        """The plan files."""
        return self.folder / "plans"

    @property
    def contexts(self) -> list[Path]:
        """The peer's contexts as JSON, each with the name of its template."""
        return sorted((self.folder / "contexts").glob("*.json"))

    @property
    def out(self) -> Path:
        """Where documents go."""
        return self.folder / "out"

    def made(self) -> dict[str, list[str]]:
        """The paragraphs of the documents that are there, by `an-giang-2025-03-01.vi`."""
        paths = sorted(self.out.rglob("*.docx"))
        return {self._name(path): comparable(paragraphs(path.read_bytes())) for path in paths}

    def _name(self, path: Path) -> str:
        plan = path.parent.name if path.parent != self.out else path.name.split(".")[0]
        return f"{plan}.{path.stem.rpartition('.')[2]}"

    def clear(self) -> None:
        """Take away what was made."""
        shutil.rmtree(self.out, ignore_errors=True)
        self.out.mkdir()


@contextmanager
def scene_of(plans: int, *, peer: bool = False) -> Iterator[Scene]:
    """A folder with so many plans of about sixty tasks, each another."""
    with TemporaryDirectory() as name:
        scene = Scene(Path(name))
        scene.plans.mkdir()
        for path, text in islice(_plan_files(), plans):
            (scene.plans / path).write_text(text, "utf-8")
        if peer:
            _prepare_peer(scene)
        yield scene


def batch(scene: Scene, jobs: int | None = None, *, again: bool = False) -> float:
    """The seconds of `r57plans batch`, into an empty folder or `again` into the same."""
    if not again:
        scene.clear()
    return process(_command(scene, jobs))()


def peer(scene: Scene, script: str) -> float:
    """The seconds of one of the scripts that loop over docxtpl."""
    scene.clear()
    return process([sys.executable, str(_HERE / script), str(scene.folder), str(scene.out)])()


def by_command(scene: Scene, documents: int) -> float:
    """The seconds of docxtpl's own command for so many documents, a process each."""
    scene.clear()
    given = scene.folder / "given"
    given.mkdir(exist_ok=True)
    commands = [_of_one(scene, path, given) for path in scene.contexts[:documents]]
    return timed(lambda: [process(command)() for command in commands])


def engine(scene: Scene) -> Call:
    """Rendering by the compiled templates in this process, every context ready, nothing else."""
    compiled = {language: Template(_template(language)) for language in LANGUAGES}
    rounds = [
        (compiled[language], context_of(plan, language))
        for _, plan in _read(scene)
        for language in LANGUAGES
    ]
    return partial(timed, lambda: [template.render(context) for template, context in rounds])


def watched(scene: Scene) -> tuple[float, int]:
    """The seconds of a batch, and the most bytes that it and its workers hold at one moment."""
    scene.clear()
    quiet = subprocess.DEVNULL
    most, start = 0, perf_counter()
    with subprocess.Popen(_command(scene, None), stdout=quiet, stderr=quiet) as running:
        while running.poll() is None:
            most = max(most, _held(running.pid))
            sleep(0.05)
    if running.returncode:
        raise RuntimeError(f"batch ended with code {running.returncode}")
    return perf_counter() - start, most


def require_same_text(scene: Scene) -> None:
    """Raise `OtherTextError` unless docxtpl prints what r57plans does, paragraph by paragraph."""
    batch(scene)
    ours = scene.made()
    peer(scene, "docxtpl_loop.py")
    theirs = scene.made()
    for name in ours.keys() | theirs.keys():
        if ours.get(name) != theirs.get(name):
            raise OtherTextError(f"docxtpl: {name} has another text")


def _plan_files() -> Iterator[tuple[str, str]]:
    """Illustrative plans of all provinces, day by day, so that no two are equal."""
    for month, day in ((month, day) for month in (3, 4, 5, 6) for day in range(1, 31)):
        on = DocumentDate(2025, month, day)
        for province in provinces_of(on):
            yield f"{province}-{on}.yaml", demo_plan(province, on)


def _prepare_peer(scene: Scene) -> None:
    (scene.folder / "contexts").mkdir()
    for language in LANGUAGES:
        template = _template(language)
        (scene.folder / f"{language}.docx").write_bytes(template_for_peer(template))
        for name, plan in _read(scene):
            context = context_for_peer(template, context_of(plan, language))
            given = {"template": f"{language}.docx", "context": context}
            path = scene.folder / "contexts" / f"{name}.{language}.json"
            path.write_text(json.dumps(given, ensure_ascii=False), "utf-8")


def _template(language: str) -> bytes:
    return (templates_folder() / language / "action-plan.docx").read_bytes()


def _read(scene: Scene) -> Iterator[tuple[str, Plan]]:
    for path in sorted(scene.plans.glob("*.yaml")):
        plan, report = read_plan(path.read_bytes(), path.name)
        if plan is None:
            raise RuntimeError(str(report))
        yield path.stem, plan


def _command(scene: Scene, jobs: int | None) -> list[str]:
    by = ["--jobs", str(jobs)] if jobs else []
    where = ["batch", str(scene.plans), "-o", str(scene.out), "--document", "action-plan"]
    return [sys.executable, str(_HERE.parent / "cli.py"), *where, "--format", "json", *by]


def _of_one(scene: Scene, path: Path, given: Path) -> list[str]:
    said = json.loads(path.read_text("utf-8"))
    context = given / path.name
    context.write_text(json.dumps(said["context"]), "utf-8")
    files = (scene.folder / said["template"], context, scene.out / f"{path.stem}.docx")
    return [sys.executable, "-m", "docxtpl", "-q", *map(str, files)]


def _held(pid: int) -> int:
    """What a process and its children hold, in bytes; 0 for those that have ended."""
    try:
        pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except (OSError, IndexError):
        return 0
    return pages * 4096 + sum(_held(int(child)) for child in children)
