"""Documents spoilt at random: the linter says something or refuses them, and never breaks."""

from __future__ import annotations

import contextlib
from random import Random

import pytest
from layout_documents import good
from layout_offices import FOLDER

from r57plans.errors import WordFileError
from r57plans.word.layout.annotate import annotate_layout
from r57plans.word.layout.fix import fix_layout
from r57plans.word.layout.run import lint_layout
from r57plans.word.package import read_package, write_package
from r57plans.word.xml import Element, parse_part, remove, serialise

VALUES = ("", "x", "-5", "99999999999", "1.5", "true", "none", "0", "1", "R57Body")
TEXTS = ("", "Số: 5/TU", "T/M", "Nơi nhận", "Phụ lục", "\t", "ngày tháng năm", "- ", "V/v a")
EDITS = 20


def spoilt(data: bytes, random: Random) -> bytes:
    """A document with some attributes, texts and elements changed, moved or taken out."""
    parts = read_package(data)
    names = [n for n in parts if n.startswith("word/") and n.endswith(".xml")]
    name = random.choice([*names, *["word/document.xml"] * len(names)])
    root = parse_part(parts[name], name)
    for _ in range(random.randint(1, EDITS)):
        _spoil(random.choice(list(root.iter("*"))), root, random)
    return write_package(parts | {name: serialise(root)})


def _spoil(element: Element, root: Element, random: Random) -> None:
    kind = random.random()
    if kind < 0.4 and element.attrib:
        element.set(random.choice(list(element.attrib)), random.choice(VALUES))
    elif kind < 0.6:
        remove(element)
    elif kind < 0.8 and element.text:
        element.text = random.choice(TEXTS)
    else:
        other = random.choice(list(root.iter("*")))
        outer = {*element.iterancestors(), element}
        if other not in outer and other.getparent() is not None:
            element.append(other)


@pytest.mark.no_cover
@pytest.mark.parametrize("seed", range(30))
def test_a_spoilt_document_is_linted_or_refused(seed: int) -> None:
    random = Random(seed)
    files = sorted(FOLDER.glob("*.docx"))
    data = random.choice([good("party"), good("state"), *(path.read_bytes() for path in files)])
    wrong = spoilt(data, random)

    with contextlib.suppress(WordFileError):
        verdict = lint_layout(wrong, "x.docx", random.choice(["auto", "party-2026", "state-2020"]))
        assert annotate_layout(wrong, verdict.report)
        fixed = fix_layout(wrong, [fix for _, fix in verdict.fixes])
        lint_layout(fixed, "x.docx", verdict.choice.layout.id)
