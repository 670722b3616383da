"""A small sound catalogue to be spoilt, hand-made registers, and texts of a resolution."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass
from datetime import date
from typing import Any

from hypothesis import strategies as st

from r57plans.catalogue.segment import sentences
from r57plans.catalogue.verify import Case
from r57plans.findings import Place
from r57plans.load import RecordPlaces
from r57plans.model.catalogue import Catalogue
from r57plans.model.fingerprint import fingerprint
from r57plans.model.history import digest
from r57plans.model.registers import Registers

Data = dict[str, Any]

BEFORE, CHANGE, AFTER = date(2025, 2, 28), date(2025, 3, 1), date(2025, 12, 31)


def both(vi: str) -> Data:
    """A text in both languages."""
    return {"vi": vi, "en": f"{vi} (English)"}


def source(*names: str) -> Data:
    """Where a record comes from: these sentences of the resolution."""
    return {"document": "nq-nho", "sentences": list(names)}


def sub_task(name: str, *names: str, **more: Any) -> Data:
    """A sub-task with all that it needs, resting on these sentences."""
    product = {"type": "ke-hoach", "issuer": "so-a", **both("Kế hoạch")}
    usual = {"id": name, "title": both(f"Việc {name}"), "text": both("Làm việc này."),
             "level": "province", "leads": ["so-a"], "products": [product],
             "source": source(*names), "basis": "verified"}  # fmt: skip
    return usual | more


def paragraph(name: str, count: int, *tasks: Data) -> Data:
    """A paragraph of Part III with so many sentences."""
    said = [{"id": f"{name}.s{n}", "gist": both("Ý chính")} for n in range(1, count + 1)]
    return {"id": name, "title": both("Đoạn"), "sentences": said, "sub_tasks": list(tasks)}


def group(number: int, *paragraphs: Data) -> Data:
    """A group of tasks."""
    return {"id": number, "title": both("Nhóm"), "short": both("Nhóm"), "basis": "verified",
            "source": source(), "paragraphs": list(paragraphs)}  # fmt: skip


def part(name: str, *names: str) -> Data:
    """A paragraph of another part than the third."""
    said = [{"id": n, "gist": both("Ý chính")} for n in names]
    return {"id": name, "part": name.partition(".")[0], "title": both("Mục"), "sentences": said}


def document(name: str, **more: Any) -> Data:
    """A document that can be cited."""
    usual = {"id": name, "type": both("Nghị quyết"), "basis": "verified", "source": "x"}
    return usual | more


def named(record: str, /, *fields: str, **more: Any) -> Data:
    """A record with these texts in both languages."""
    usual = {"id": record, "source": source(), "basis": "verified"}
    return usual | {field: both("Lời") for field in fields} | more


def _word(name: str) -> Data:
    return {"id": name, **both("Từ"), "source": "x"}


def _groups() -> list[Data]:
    classified = {"indicators": ["kinh-te-so"], "bottleneck": ["awareness"], "core": ["data"],
                  "subjects": ["people"], "supports": ["so-moi"]}  # fmt: skip
    first = paragraph("1.1", 3, sub_task("1.1.1", "1.1.s1", **classified),
                      sub_task("1.1.2", "1.1.s3"))  # fmt: skip
    first["sentences"][1]["frame"] = True
    return [
        group(1, first, paragraph("1.2", 1, sub_task("1.2.1", "1.2.s1"))),
        group(2, paragraph("2.1", 1, sub_task("2.1.1", "2.1.s1"))),
    ]


def sound_data() -> Data:
    """The records of a catalogue of which no rule has anything to say, every kind among them."""
    words = {"bottleneck": [_word("awareness")], "subjects": [_word("people")],
             "core": [_word("data")]}  # fmt: skip
    target = named("kinh-te-so", "name", values=[{"year": 2030, "value": "30"}],
                   provincial="yes", monitor=["so-a"], source=source("II.1.s1"))  # fmt: skip
    return {
        "id": "nq-nho", "version": "2026.01", "document": "nq-nho", "vocabulary": words,
        "valid_on": [BEFORE, AFTER],
        "documents": [document("nq-nho"), document("qd-cu", replaced_by="qd-moi"),
                      document("qd-moi", amended_by=["nq-nho"])],
        "groups": _groups(),
        "parts": [part("I.1", "I.1.s1"), part("II.1", "II.1.s1"), part("IV.1", "IV.1.s1")],
        "principles": [named("dan-la-goc", "title", "text", core=["data"],
                             source=source("I.1.s1"))],
        "targets": [target],
        "baselines": [named("so-goc", "name", value={"year": 2023, "value": both("Ít")},
                            target="kinh-te-so")],
        "requirement": [named("lo-trinh", "title", "text", "evidence", directive="D01")],
        "duties": [named("bao-cao", "text", bodies=["so-moi"], source=source("IV.1.s1"))],
        "directives": [named("D01", "body", "text", for_province="province",
                             sub_tasks=["1.1.1"])],
        "retired": [],
    }  # fmt: skip


def made(data: Data) -> Catalogue:
    """The catalogue of these records, with its version's digest unless one is given."""
    found = Catalogue.model_validate(data)
    digests = data.get("digests", {found.version: digest(found)})
    return Catalogue.model_validate(data | {"digests": digests})


def spoilt(changes: Mapping[str, Any]) -> Catalogue:
    """The sound catalogue with other values at some paths: `{"targets.0.monitor": ["x"]}`."""
    data = deepcopy(sound_data())
    for path, value in changes.items():
        *way, last = (int(step) if step.isdigit() else step for step in path.split("."))
        place: Any = data
        for step in way:
            place = place[step]
        place[last] = value
    return made(data)


def agency(name: str, start: date | None = None, end: date | None = None, **more: Any) -> Data:
    """A body of the register, from one day to another (both included)."""
    usual = {"id": name, **both("Sở"), "side": "state", "basis": "verified", "source": "x",
             "valid_from": start, "valid_to": end}  # fmt: skip
    return usual | more


def registers_of(*agencies: Data) -> Registers:
    """Registers with these bodies and one type of product."""
    plan = {"id": "ke-hoach", **both("kế hoạch"), "layouts": "party", "basis": "verified",
            "source": "x"}  # fmt: skip
    lists = dict.fromkeys(("types", "issuers", "authorities", "roles"), ())
    words: Data = {name: {} for name in ("columns", "urgency", "units", "periods")}
    return Registers.model_validate(
        {"provinces": (), "agencies": agencies, "terms": {**lists, **words, "products": [plan]}}
    )


BODIES = registers_of(
    agency("so-a", aliases=["sa"]),
    agency("so-cu", end=BEFORE, successor="so-moi"),
    agency("so-moi", CHANGE),
    agency("so-het", end=BEFORE),
)
"""A body that was always there, one that gave way to another, one that ended without heirs."""


class Echo(RecordPlaces):
    """Places that say which record was asked for: `sub-task 1.1.1`."""

    def of(self, kind: str, name: str) -> Place:
        """The kind and the id as if they were a file."""
        return Place(f"{kind} {name}")


def case_of(catalogue: Catalogue, registers: Registers = BODIES) -> Case:
    """A case whose findings name the record in place of a file."""
    return Case(catalogue, registers, Echo())


def catalogue_of_text(text: str, **more: Any) -> Catalogue:
    """A catalogue with the fingerprints of a text: one sub-task or part for each paragraph."""
    found: dict[str, list[Data]] = {}
    for sentence in sentences(text):
        record = {"id": sentence.id, "fingerprint": fingerprint(sentence.text)}
        found.setdefault(sentence.id.rpartition(".")[0], []).append(record)
    groups: dict[str, list[Data]] = {}
    for name, records in found.items():
        if name[0].isdigit():
            task = sub_task(f"{name}.1", *(r["id"] for r in records))
            made_of = paragraph(name, 0, task) | {"sentences": records}
            groups.setdefault(name.partition(".")[0], []).append(made_of)
    head = {"id": "own", "language": "vi", "name": "Bản gốc", "basis": "verified", "source": "x"}
    data = {
        "id": "nq-nho", "version": "2026.01", "document": "nq-nho", "edition": head,
        "documents": [document("nq-nho")],
        "groups": [group(int(n), *paragraphs) for n, paragraphs in groups.items()],
        "parts": [{"id": n, "part": n.partition(".")[0], "sentences": records}
                  for n, records in found.items() if not n[0].isdigit()],
    }  # fmt: skip
    return made(data | more)


@dataclass(frozen=True, slots=True)
class Written:
    """A text of a resolution, and id, words and line of each sentence that was put into it."""

    text: str
    expected: tuple[tuple[str, str, int], ...]


_WORD = st.text("abcdeghiklmnopqrstuvxyăâđêôơưàéỉõụấềổữặ", min_size=2, max_size=7)
_ENDS = (".", "!", "?", "…", ".”", '."', ".)", " etc.")
_INNER = ("", ", etc.", "…", ":", " 2.5")
_DASHED = (*_INNER, " -")
_BULLETS = ("- ", "– ", "• ", "+ ", "**- ", "\\- ")
_BARE = ("", "> ")


def _line(inner: tuple[str, ...] = _DASHED) -> st.SearchStrategy[list[str]]:
    """Sentences of one line; the last ends with a bare full stop, so that they are no title."""
    words = st.lists(_WORD, min_size=1, max_size=5).map(lambda w: " ".join([w[0].title(), *w[1:]]))

    def ending(ends: tuple[str, ...]) -> st.SearchStrategy[str]:
        return st.builds("{}{} {}{}".format, words, st.sampled_from(inner), _WORD,
                         st.sampled_from(ends))  # fmt: skip

    return st.builds(lambda some, last: [*some, last], st.lists(ending(_ENDS), max_size=2),
                     ending((".",)))  # fmt: skip


_BELOW = st.one_of(
    st.tuples(st.sampled_from(_BULLETS), _line()), st.tuples(st.sampled_from(_BARE), _line())
)
_TITLE = st.builds("{}{}".format, _WORD.map(str.title), st.sampled_from(["", ":", ";"]))
_ITEM = st.one_of(_line(), st.tuples(_TITLE, st.lists(_BELOW, max_size=3)))
_PART = st.tuples(
    st.sampled_from(["- ", " – ", ". "]), st.lists(_ITEM, max_size=3), st.none() | _line(_INNER)
)
_BEFORE = st.lists(st.sampled_from(["", "RESOLUTION", "1. Not yet a part.", "---"]), max_size=3)
_SIGNED = st.sampled_from([(), ("T/M BAN", "Không còn gì."), ("#", "1. No more.")])


@st.composite
def resolutions(draw: st.DrawFn) -> Written:
    """Texts with parts, titles, items that are sentences, bullets and closing paragraphs."""
    lines, expected = draw(_BEFORE), list[tuple[str, str, int]]()

    def add(name: str, start: str, said: list[str]) -> None:
        lines.append(start + draw(st.sampled_from([" ", "  "])).join(said))
        expected.extend((f"{name}.s{n}", s, len(lines)) for n, s in enumerate(said, 1))

    for number in draw(st.lists(st.sampled_from(["I", "II", "III", "IV", "V"]), unique=True)):
        sign, items, closing = draw(_PART)
        lines.append(f"{number}{sign}HEADING")
        prefix = "" if number == "III" else f"{number}."
        for index, item in enumerate(items, 1):
            if isinstance(item, list):
                add(f"{prefix}{index}", f"{index}. ", item)
                continue
            title, below = item
            lines.extend((f"{index}. {title}", ""))
            for place, (bullet, said) in enumerate(below, 1):
                add(f"{prefix}{index}.{place}", bullet, said)
        if closing and items and isinstance(items[-1], list):
            add(f"{prefix}end", "", closing)
    lines.extend(draw(_SIGNED))
    form, newline = draw(st.sampled_from(["NFC", "NFD"])), draw(st.sampled_from(["\n", "\r\n"]))
    return Written(unicodedata.normalize(form, newline.join(lines)), tuple(expected))
