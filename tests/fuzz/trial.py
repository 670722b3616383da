"""One mutated file through the whole engine, and what became of it."""

from __future__ import annotations

import re
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from fuzz.bases import Base
from fuzz.memory import peak
from fuzz.mutations import Mutated, mutated
from lxml import etree
from soundness import unsound

from r57plans.errors import R57Error, ReportedError
from r57plans.word.package import content_types, read_package
from r57plans.word.template import Limits, Template
from r57plans.word.template.lint import lint

MOST_SECONDS = 2.0
MOST_MEMORY = 500 * 1024 * 1024
LIMITS = Limits(steps=100_000, output=8 * 1024 * 1024, seconds=1.0)
RENDERED = "rendered"
_FRAME = re.compile(r"r57plans/\S+\", line \d+, in \w+")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one file came to: `rendered` or the rule it was refused by; `fault` is "" for none.

    `seconds` is processor time, which other work on the machine does not lengthen; `memory` the
    peak of the whole process until then, in bytes.
    """

    number: int
    base: str
    steps: tuple[str, ...]
    result: str
    seconds: float
    memory: int
    fault: str = ""


def file_of(seed: int, number: int, bases: tuple[Base, ...]) -> tuple[Base, Mutated]:
    """The mutated file of a number, and the template it comes from."""
    random = Random(f"{seed}/{number}")
    whole = [base for base in bases if not base.fails]
    base, other = random.choice(whole if random.random() < 0.85 else bases), random.choice(bases)
    return base, mutated(random, base.data, other.data)


def tried(seed: int, number: int, bases: tuple[Base, ...], *, held: int = 0) -> Outcome:
    """Compiles, lints and renders the file of a number.

    `held` is the memory that the process had already needed for something else.
    """
    base, file = file_of(seed, number, bases)
    before = time.process_time()
    result, fault = _result(base, file.data)
    seconds = time.process_time() - before
    memory = peak()
    if not fault and seconds > MOST_SECONDS:
        fault = f"it took {seconds:.1f} s"
    if not fault and memory > max(held, MOST_MEMORY):
        fault = f"it took {memory // 1024**2} MB"
    return Outcome(number, base.name, file.steps, result, seconds, memory, fault)


def signature(fault: str) -> str:
    """A fault without what differs from file to file: what was raised, and where in our code."""
    frames = _FRAME.findall(fault)
    return f"{fault.strip().splitlines()[-1][:200]} ({frames[-1] if frames else 'nowhere'})"


def _result(base: Base, data: bytes) -> tuple[str, str]:
    """What the file came to, and what is wrong with how it was dealt with."""
    _, spoilt = _watched(lambda: str(len(lint(data, base.name))))
    result, fault = _watched(lambda: _rendered(base, data))
    return result, fault or spoilt


def _watched(work: Callable[[], str]) -> tuple[str, str]:
    try:
        return work(), ""
    except ReportedError as error:
        found = error.report.errors
        return (found[0].rule, "") if found else ("", "an error without a finding")
    except R57Error as error:
        return type(error).__name__, ""
    except BaseException as error:  # whatever else is raised is what is looked for
        return type(error).__name__, traceback.format_exc()


def _rendered(base: Base, data: bytes) -> str:
    template = Template(data, name=base.name, limits=LIMITS, **base.options)
    made = template.render(base.context, pictures=base.pictures)
    before, after = read_package(data), read_package(made)
    for part, kind in content_types(after).items():
        if kind.endswith("+xml") and after[part] != before.get(part):
            etree.fromstring(after[part], etree.XMLParser(huge_tree=True))
    # What is no sound Word file before need not be one after.
    wrong = [] if unsound(data) else unsound(made)
    if wrong:
        raise AssertionError(f"an unsound file: {wrong[0]}")
    return RENDERED
