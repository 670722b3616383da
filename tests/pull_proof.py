"""Reading edited files back, at length: what `make prove` counts.

Files that nobody edited, random edits as Word writes them, the same after LibreOffice opened and
saved the file, and after the assignment table was pasted into a new document.
"""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from built_examples import CASES, OTHER_CASES, PARALLEL_CASES, REPORT_CASES
from pull_edits import Edited, Expected, edited, pasted, said
from random_plans import as_plan, random_plan

from r57plans import build
from r57plans.errors import RefusedError
from r57plans.findings import Language
from r57plans.pull import read_proposals
from r57plans.pull.base import norm
from r57plans.word.manifest import read_manifest
from r57plans.word.reading import read_printed

PAGE = Path(__file__).parents[1] / "docs" / "proofs" / "pull.md"
LANGUAGES: tuple[Language, ...] = ("vi", "en")
PLANS, EDITS, IN_OFFICE = 500, 1000, 100
KINDS = ("change", "add", "remove", "note")
HEAD = """\
# Edited Word files, read back

`PYTHONPATH=tests python tests/pull_proof.py`, which `make prove` runs, builds files, edits them at
random as Word writes edits, and compares what is read back with what was edited. Runs are cut
anywhere, proofing marks, smart tags and controls of others stand between them, an edit is tracked
or not, made in a content control or typed beside it; rows are copied, typed over and deleted,
paragraphs added and taken out, comments written. Each file is read twice: with the document as the
plan prints it at hand, and with its own manifest alone.
"""


@dataclass(frozen=True, slots=True)
class Work:
    """A built file and what was done to it."""

    built: bytes
    edit: Edited


def made(seed: int) -> bytes:
    """The action plan of a random plan, in one language or the other."""
    plan = as_plan(random_plan(Random(seed)))
    return build(plan, [LANGUAGES[seed % 2]]).files[0].data


def works(count: int) -> Iterator[Work]:
    """Files with random edits; every tenth is an example."""
    for seed in range(count):
        data = CASES[seed // 10 % len(CASES)].data if seed % 10 == 0 else made(seed)
        yield Work(data, edited(data, Random(seed)))


def unedited() -> Counter[str]:
    """How many files nobody edited, and how many of them propose something."""
    counts: Counter[str] = Counter()
    examples = (case.data for case in (*CASES, *OTHER_CASES, *REPORT_CASES, *PARALLEL_CASES))
    random = (
        build(as_plan(random_plan(Random(seed))), [language]).files[0].data
        for seed in range(PLANS)
        for language in LANGUAGES
    )
    for kind, files in (("examples", examples), ("random", random)):
        for data in files:
            counts[kind] += 1
            for known in (None, data):
                if read_proposals(data, printed_file=known).proposals:
                    counts[f"{kind} wrong"] += 1
    return counts


def compared(found: Sequence[Expected], wanted: set[Expected]) -> Counter[str]:
    """What was read back of each kind, what was not, and what nobody edited."""
    counts = Counter({"files": 1, "exact": int(set(found) == wanted and len(found) == len(wanted))})
    for kind, *rest in wanted:
        counts[f"{kind} made"] += 1
        counts[f"{kind} found"] += (kind, *rest) in found
    counts["more"] += len([one for one in found if one not in wanted])
    return counts


def in_word(work: Work, *, known: bool) -> Counter[str]:
    """One edited file, as Word saves it."""
    read = read_proposals(work.edit.data, printed_file=work.built if known else None)
    return compared([said(one) for one in read.proposals], work.edit.expected)


def of_paste(work: Work) -> Counter[str]:
    """The assignment table of one edited file, pasted into a new document."""
    manifest = read_manifest(work.built)
    assert manifest is not None
    table = pasted(work.edit.data)
    shown = "\n".join(norm(line.text) for line in read_printed(table).lines)
    wanted = {one for one in work.edit.expected if _is_in_table(one, shown)}
    try:
        found = read_proposals(table, manifest.printed, printed_file=work.built)
    except RefusedError:
        return compared([], wanted)
    counts = compared([said(one) for one in found.proposals], wanted)
    return counts + Counter(f"by {one.trace}" for one in found.proposals)


def _is_in_table(edit: Expected, shown: str) -> bool:
    """Whether an edit was made in the table that was pasted, which shows these texts."""
    kind, path, texts = edit
    if kind == "change" and not all(text in shown for text in texts):
        return False
    prose = path.startswith(("context", "target/")) or path.endswith("/title")
    return kind != "note" and not prose and (kind != "change" or path.startswith("task/"))


def of_office(all_works: Sequence[Work], *, known: bool) -> Counter[str]:
    """Edited files after LibreOffice has opened and saved them."""
    counts: Counter[str] = Counter()
    for work, data in zip(
        all_works, saved_by_office([w.edit.data for w in all_works]), strict=True
    ):
        read = read_proposals(data, printed_file=work.built if known else None)
        counts += compared([said(one) for one in read.proposals], work.edit.expected)
        counts += Counter(f"by {one.trace}" for one in read.proposals)
    return counts


def saved_by_office(files: Sequence[bytes]) -> list[bytes]:
    """The files as LibreOffice saves them, in a profile of its own."""
    with TemporaryDirectory() as name:
        folder, out = Path(name), Path(name) / "out"
        paths = [folder / f"{n}.docx" for n in range(len(files))]
        for path, data in zip(paths, files, strict=True):
            path.write_bytes(data)
        command = [
            "soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless",
            "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(out), *map(str, paths),
        ]  # fmt: skip
        subprocess.run(command, check=True, capture_output=True, timeout=60 + 20 * len(files))
        return [(out / path.name).read_bytes() for path in paths]


def _row(name: str, counts: Counter[str]) -> str:
    kinds = " | ".join(f"{counts[f'{kind} found']} / {counts[f'{kind} made']}" for kind in KINDS)
    traces = ", ".join(
        f"{trace} {counts[f'by {trace}']}"
        for trace in ("tag", "bookmark", "number", "text")
        if counts[f"by {trace}"]
    )
    cells = (name, counts["files"], counts["exact"], kinds, counts["more"], traces or "tag")
    return f"| {' | '.join(map(str, cells))} |"


def page() -> str:
    """The figures, as the page that is kept."""
    bare, all_works = unedited(), list(works(EDITS))
    few = all_works[:IN_OFFICE]
    rows = [
        _row("Word", sum((in_word(one, known=True) for one in all_works), Counter())),
        _row("Word, no plan", sum((in_word(one, known=False) for one in all_works), Counter())),
        _row("LibreOffice", of_office(few, known=True)),
        _row("LibreOffice, no plan", of_office(few, known=False)),
        _row("pasted table", sum(map(of_paste, all_works), Counter())),
    ]
    return "\n".join(
        [
            HEAD,
            f"Unedited: {bare['examples']} documents of the examples, of which "
            f"{bare['examples wrong']} propose something; {bare['random']} action plans of "
            f"{PLANS} random plans in both languages, of which {bare['random wrong']} do.",
            "",
            "Found of what was made, by kind; “more” is what nobody edited.",
            "",
            "| saved by | files | read exactly | changes | new | gone | comments | more | traces |",
            "|---|---|---|---|---|---|---|---|---|",
            *rows,
            "",
            "A pasted table shows neither prose nor targets, nor comments, nor what was edited in "
            "another part of the document: only edits that it shows are counted.",
            "",
        ]
    )


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8", newline="\n")
    sys.stdout.write(f"{PAGE}\n")
