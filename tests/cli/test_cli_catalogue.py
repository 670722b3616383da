"""`r57plans catalogue` as a clerk uses it: what is listed, shown, exported, counted, verified."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import asdict
from datetime import date
from importlib import import_module
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from r57plans.assets import catalogue_folder
from r57plans.catalogue.entries import entries
from r57plans.catalogue.stats import stats, unverified
from r57plans.catalogue.tables import Table, register_tables, tables
from r57plans.cli import main
from r57plans.load import load_catalogue, load_registers
from r57plans.model.catalogue import Catalogue, SubTask
from r57plans.model.fingerprint import fingerprint
from r57plans.model.history import digest
from r57plans.model.registers import Registers

OLD = "nq57@2025.03"
UI = ("vi", "en")
TABLES = (
    "sub-tasks", "sentences", "targets", "baselines", "principles", "duties", "directives",
    "requirement", "documents", "agencies", "provinces", "roles",
)  # fmt: skip
KINDS = TABLES[2:]
COMMANDS: dict[str, tuple[str, ...]] = {
    "list": (),
    "show": ("1.1.1",),
    "export": ("--format", "json"),
    "stats": (),
    "verify": (),
    "fingerprint": ("text.txt", "-o", "made.yaml", "--lang", "en"),
}

# A resolution of three sentences that nobody passed, and a catalogue of it.
FIRST, SECOND, AIM = "Every office counts its pens.", "Counts are kept.", "No pen is lost."
TEXT = f"I- VIEWS\n1. {AIM}\nIII- TASKS\n1. Pens\n- {FIRST} {SECOND}\n"
HEAD = """\
id: mau
version: "1"
document: nq-mau
digests: {"1": DIGEST}
valid_on: [2025-03-31]
edition:
  {id: en-mau, language: en, name: {vi: Bản mẫu, en: The sample}, basis: unverified, source: none}
"""
GROUP = f"""\
id: 1
title: {{vi: Đếm bút, en: Count pens}}
short: {{vi: Bút, en: Pens}}
basis: unverified
source: {{document: nq-mau}}
paragraphs:
  - id: "1.1"
    title: {{vi: Đếm, en: Counting}}
    sentences:
      - {{id: 1.1.s1, fingerprint: "{fingerprint(FIRST)}", gist: {{vi: Đếm, en: Count}}}}
      - {{id: 1.1.s2, fingerprint: "{fingerprint(SECOND)}", gist: {{vi: Giữ, en: Keep}}}}
    sub_tasks:
      - id: 1.1.1
        title: {{vi: Đếm bút, en: Count the pens}}
        text: {{vi: Đếm bút hằng năm., en: Count the pens every year.}}
        level: province
        leads: [so-thong-tin-va-truyen-thong]
        products: [{{type: bao-cao, vi: Sổ, en: A book}}]
        source: {{document: nq-mau, sentences: [1.1.s1, 1.1.s2]}}
        basis: unverified
"""
REST = {
    "documents": "- {id: nq-mau, type: {vi: Nghị quyết, en: Resolution}, basis: unverified, "
    "source: none}\n",
    "parts": f'- {{id: I.1, part: I, sentences: [{{id: I.1.s1, fingerprint: "{fingerprint(AIM)}", '
    "gist: {vi: Giữ bút, en: Keep pens}}]}\n",
    "principles": "- {id: no-loss, title: {vi: Giữ, en: Keep}, text: {vi: Giữ bút, en: Keep pens}, "
    "source: {document: nq-mau, sentences: [I.1.s1]}, basis: unverified}\n",
}


@pytest.fixture(autouse=True)
def wide_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "220")


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue()


@pytest.fixture(scope="module")
def registers() -> Registers:
    return load_registers()


def sample(folder: Path, group: str = GROUP, wrong: str | None = None) -> Path:
    """A folder of catalogues with the sample alone; its digest is right unless given otherwise."""
    for recorded in ("none", None):
        root = folder / (recorded or "sound")
        (root / "mau" / "groups").mkdir(parents=True)
        for name in ("provinces", "agencies", "terms"):
            shutil.copy(catalogue_folder() / f"{name}.yaml", root)
        value = recorded or wrong or digest(load_catalogue("mau", folder / "none"))
        (root / "mau" / "catalogue.yaml").write_text(HEAD.replace("DIGEST", f'"{value}"'), "utf-8")
        (root / "mau" / "groups" / "1.yaml").write_text(group, "utf-8")
        for name, text in REST.items():
            (root / "mau" / f"{name}.yaml").write_text(text, "utf-8")
    return folder / "sound"


def use(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("catalogue_file", "record_places"):
        loaded = import_module(f"r57plans.load.{module}")
        monkeypatch.setattr(loaded, "catalogue_folder", lambda: folder)


@pytest.fixture(scope="module")
def sample_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return sample(tmp_path_factory.mktemp("catalogues"))


@pytest.fixture
def mau(sample_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The sample catalogue in the place of the shipped ones."""
    use(sample_folder, monkeypatch)


@pytest.fixture
def text_file(tmp_path: Path) -> Path:
    path = tmp_path / "text.txt"
    path.write_text(TEXT, "utf-8")
    return path


def run(*arguments: object) -> int:
    return main(["catalogue", *(str(a) for a in arguments)])


class Said:
    """Runs a command and gives back what it said, line breaks and wide gaps as one blank."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys

    def __call__(self, *arguments: object, code: int = 0) -> str:
        assert run(*arguments) == code
        out, err = self._capsys.readouterr()
        assert bool(err) is (code == 2 and not out)
        assert "Traceback" not in out + err
        return out + err

    def words(self, *arguments: object, code: int = 0) -> str:
        return " ".join(self(*arguments, code=code).split())

    def data(self, *arguments: object, code: int = 0) -> Any:
        return json.loads(self(*arguments, "--format", "json", code=code))


@pytest.fixture
def said(capsys: pytest.CaptureFixture[str]) -> Said:
    return Said(capsys)


def all_tables(catalogue: Catalogue) -> tuple[Table, ...]:
    return (*tables(catalogue), *register_tables(load_registers()))


def ids_in(text: str) -> list[str]:
    """The ids of sub-tasks at the beginnings of lines."""
    return re.findall(r"^\s+(\d+\.\d+\.\d+)\b", text, re.MULTILINE)


def row(text: str, label: str) -> str:
    """What stands beside a label, to the next label."""
    found = re.search(rf"^  {re.escape(label)}  +(.*(?:\n   +.*)*)", text, re.MULTILINE)
    assert found is not None, label
    return " ".join(found[1].split())


# --- list


OPTIONS: tuple[tuple[tuple[str, ...], Callable[[SubTask], bool]], ...] = (
    ((), lambda _: True),
    (("--group", "3"), lambda t: t.id.startswith("3.")),
    (("--level", "province"), lambda t: t.level == "province"),
    (("--level", "shared"), lambda t: t.level == "shared"),
    (("--level", "centre"), lambda t: t.level == "centre"),
    (("--bottleneck", "institutions"), lambda t: "institutions" in t.bottleneck),
    (("--core", "data"), lambda t: "data" in t.core),
    (("--subject", "enterprises"), lambda t: "enterprises" in t.subjects),
    (("--basis", "verified"), lambda t: t.basis == "verified"),
    (("--basis", "unverified"), lambda t: t.basis == "unverified"),
    (("--recommended",), lambda t: t.recommended),
    (("--security",), lambda t: t.security),
    (
        ("--group", "5", "--recommended", "--security"),
        lambda t: t.id.startswith("5.") and t.recommended and t.security,
    ),
)


@pytest.mark.parametrize(("options", "wanted"), OPTIONS)
def test_each_option_lists_what_it_names(
    said: Said, catalogue: Catalogue, options: tuple[str, ...], wanted: Callable[[SubTask], bool]
) -> None:
    expected = [task for task in catalogue.sub_tasks.values() if wanted(task)]

    text = said("list", *options, "--ui", "en")
    data = said.data("list", *options)["sub_tasks"]

    assert expected
    assert ids_in(text) == [entry["id"] for entry in data] == [task.id for task in expected]
    chosen = len([task for task in expected if task.recommended])
    assert f"{len(expected)} sub-tasks, {chosen} recommended (*)." in text


def test_an_entry_for_machines_says_what_a_list_needs(said: Said, catalogue: Catalogue) -> None:
    task = catalogue.sub_tasks["3.5.2"]

    (found,) = (e for e in said.data("list", "--group", 3)["sub_tasks"] if e["id"] == task.id)

    assert found == {
        "id": "3.5.2",
        "group": 3,
        "paragraph": "3.5",
        "title": {"vi": task.title.vi, "en": task.title.en},
        "level": task.level,
        "recommended": task.recommended,
        "basis": task.basis,
    }


@pytest.mark.parametrize("words", ["chuyen doi so", "CHUYỂN ĐỔI SỐ", "chuyển đổi số"])
def test_words_are_found_without_diacritics(said: Said, words: str) -> None:
    with_them = said("list", "--search", "chuyển đổi số", "--ui", "vi")

    found = said("list", "--search", words, "--ui", "vi")

    assert found == with_them
    assert len(ids_in(found)) > 10


@pytest.mark.parametrize(
    ("ui", "words"),
    [("vi", "Không có nhiệm vụ nào như vậy."), ("en", "There is no such sub-task.")],
)
def test_a_search_without_a_find_says_so_and_gives_0(said: Said, ui: str, words: str) -> None:
    assert said.words("list", "--search", "zzzz", "--ui", ui) == words
    assert said.data("list", "--search", "zzzz") == {"sub_tasks": []}


@pytest.mark.parametrize("ui", UI)
def test_an_unknown_group_gives_2_and_says_which_there_are(said: Said, ui: str) -> None:
    text = said("list", "--group", 9, "--ui", ui, code=2)

    assert "9" in text
    assert "1, 2, 3, 4, 5, 6, 7" in text
    assert "catalogue.group" in text


@pytest.mark.parametrize("ui", UI)
@pytest.mark.parametrize(
    ("option", "field"),
    [("bottleneck", "bottleneck"), ("core", "core"), ("subject", "subjects")],
)
def test_an_unknown_word_gives_2_and_says_which_there_are_with_their_meaning(
    said: Said, catalogue: Catalogue, option: str, field: str, ui: str
) -> None:
    text = said("list", f"--{option}", "nonsense", "--ui", ui, code=2)

    assert "“nonsense”" in text
    for word in getattr(catalogue.vocabulary, field):
        assert f"{word.id} ({getattr(word, ui)})" in text


@pytest.mark.parametrize("ui", UI)
@pytest.mark.parametrize(
    ("option", "known"),
    [
        ("--level", ("province", "shared", "centre")),
        ("--basis", ("verified", "secondary", "unverified")),
        ("--kind", ("sub-tasks", *KINDS)),
        ("--format", ("text", "json")),
        ("--lang", ("vi", "en")),
    ],
)
def test_a_value_outside_a_short_list_gives_2_and_shows_the_list(
    said: Said, option: str, known: tuple[str, ...], ui: str
) -> None:
    text = said("list", option, "nonsense", "--ui", ui, code=2)

    assert option in text
    for value in ("nonsense", *known):
        assert value in text


def test_a_group_that_is_no_number_gives_2(said: Said) -> None:
    assert "abc" in said("list", "--group", "abc", "--ui", "vi", code=2)


def test_a_wrong_filter_is_a_finding_for_a_machine(said: Said) -> None:
    found = said.data("list", "--bottleneck", "nonsense", code=2)

    assert [f["rule"] for f in found["findings"]] == ["catalogue.bottleneck"]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("ui", UI)
def test_every_kind_of_record_is_listed_with_ids_and_names(
    said: Said, catalogue: Catalogue, registers: Registers, kind: str, ui: str
) -> None:
    shared = {
        "agencies": registers.agencies,
        "provinces": registers.provinces,
        "roles": registers.terms.roles,
    }
    records = shared[kind] if kind in shared else getattr(catalogue, kind)

    text = said("list", "--kind", kind, "--ui", ui)
    data = said.data("list", "--kind", kind)[kind]

    assert [record["id"] for record in data] == [record.id for record in records]
    closed = "".join(text.split())
    assert all(record.id in closed for record in records if len(record.id) <= 40)
    assert "{" not in text
    assert "None" not in text


def test_other_records_are_found_by_words_and_basis(said: Said, catalogue: Catalogue) -> None:
    by_words = said.data("list", "--kind", "documents", "--search", "202/2025")["documents"]
    by_basis = said.data("list", "--kind", "duties", "--basis", "unverified")["duties"]

    assert [d["id"] for d in by_words] == ["nq202-qh15"]
    assert [d["id"] for d in by_basis] == [
        d.id for d in catalogue.duties if d.basis == "unverified"
    ]


@pytest.mark.parametrize(
    "options",
    [
        ("--group", "1"),
        ("--level", "shared"),
        ("--bottleneck", "awareness"),
        ("--core", "data"),
        ("--subject", "people"),
        ("--recommended",),
        ("--security",),
        ("--search", "số", "--security"),
    ],
)
@pytest.mark.parametrize(("ui", "word"), [("vi", "bộ lọc"), ("en", "filters of sub-tasks")])
def test_filters_of_sub_tasks_are_refused_for_another_kind(
    said: Said, options: tuple[str, ...], ui: str, word: str
) -> None:
    text = said("list", "--kind", "targets", *options, "--ui", ui, code=2)

    assert word in text
    assert "--search" in text


# --- show


SHOWN = (
    "3", "3.5", "3.5.2", "3.5.s1", "I.1", "I.1.s1", "digital-economy", "e-government-rank-2024",
    "self-reliance", "people-committee", "D12", "local-character", "nq57", "van-phong-tinh-uy",
    "cao-bang", "chu-tich-ubnd",
)  # fmt: skip


@pytest.mark.parametrize(
    ("ui", "labels"),
    [("vi", ("Nguồn", "Độ tin cậy", "Dấu vân tay")), ("en", ("Source", "Basis", "Fingerprint"))],
)
@pytest.mark.parametrize("name", SHOWN)
def test_each_kind_of_entry_is_shown_in_both_languages(
    said: Said, name: str, ui: str, labels: tuple[str, ...]
) -> None:
    text = said("show", name, "--ui", ui, "--on", "2025-03-31")

    assert re.search(rf"(^|\s){re.escape(name)}[.\s]", text)
    assert not re.search(r"[{}]|None|Text\(|vi=", text)
    assert name in ("3.5", "I.1") or any(f"  {label}  " in text for label in labels)


@pytest.mark.parametrize("name", SHOWN)
def test_each_kind_of_entry_is_json_for_a_machine(said: Said, name: str) -> None:
    found = said.data("show", name)

    ids = [found.get("id"), *(record["id"] for record in found.get("records", ()))]
    assert name in map(str, ids)


def test_the_two_languages_of_an_entry_differ(said: Said) -> None:
    assert said("show", "3.5.2", "--ui", "vi") != said("show", "3.5.2", "--ui", "en")
    assert said("show", "3.5.2", "--ui", "en", "--lang", "vi") == said(
        "show", "3.5.2", "--ui", "vi"
    )


def test_a_sub_task_is_shown_with_what_it_serves(said: Said, catalogue: Catalogue) -> None:
    task = next(t for t in catalogue.sub_tasks.values() if t.indicators and t.security)
    directives = [d.id for d in catalogue.directives if task.id in d.sub_tasks]

    text = said("show", task.id, "--ui", "en", "--on", "2025-03-31")
    data = said.data("show", task.id)

    assert all(f"({name})" in row(text, "Targets") for name in task.indicators)
    assert all(name in text for name in (*task.source.sentences, *directives))
    assert [s["id"] for s in data["sentences"]] == list(task.source.sentences)
    assert data.get("directives", []) == directives


def test_a_recommended_sub_task_is_marked_and_says_why(said: Said, catalogue: Catalogue) -> None:
    task = next(t for t in catalogue.sub_tasks.values() if t.recommended and t.reason)
    assert task.reason is not None

    shown = row(said("show", task.id, "--ui", "vi"), "Nên chọn")

    assert shown.startswith("có")
    assert task.reason.vi[:20] in shown


@pytest.mark.parametrize(("ui", "mark"), [("vi", "Nên chọn có"), ("en", "Recommended yes")])
def test_a_sub_task_that_is_not_recommended_is_not_said_to_be(
    said: Said, catalogue: Catalogue, ui: str, mark: str
) -> None:
    task = next(t for t in catalogue.sub_tasks.values() if not t.recommended)

    assert mark not in said.words("show", task.id, "--ui", ui)


def test_bodies_are_named_as_they_were_on_the_day(said: Said, catalogue: Catalogue) -> None:
    merged = "so-nong-nghiep-va-moi-truong"
    name = next(t.id for t in catalogue.sub_tasks.values() if merged in t.leads)

    before = row(said("show", name, "--on", "2025-02-10", "--ui", "vi"), "Chủ trì")
    after = row(said("show", name, "--on", "2025-04-01", "--ui", "vi"), "Chủ trì")

    assert "Sở Tài nguyên và Môi trường" in before
    assert "Sở Nông nghiệp và Phát triển nông thôn" in before
    assert "Sở Nông nghiệp và Môi trường" not in before
    assert "Sở Nông nghiệp và Môi trường" in after
    assert "Sở Tài nguyên và Môi trường" not in after


@pytest.mark.usefixtures("mau")
def test_a_body_that_ended_gives_way_to_its_successor(said: Said) -> None:
    shown = [
        row(said("show", "1.1.1", "--catalogue", "mau", "--on", day, "--ui", "en"), "Lead")
        for day in ("2025-02-10", "2025-04-01")
    ]

    assert shown == [
        "Department of Information and Communications",
        "Department of Science and Technology",
    ]


@pytest.mark.parametrize("ui", UI)
@pytest.mark.parametrize("day", ["2025-02-30", "hôm qua", "10/2/2025"])
def test_a_day_that_is_none_gives_2(said: Said, day: str, ui: str) -> None:
    text = said("show", "1.1.1", "--on", day, "--ui", ui, code=2)

    assert day in text
    assert "2025-03-20" in text


def test_a_month_is_taken_as_its_last_day(said: Said) -> None:
    assert said("show", "so-tttt", "--on", "2025-02", "--ui", "en") == said(
        "show", "so-tttt", "--on", "2025-02-28", "--ui", "en"
    )


@pytest.mark.usefixtures("mau")
def test_the_words_of_the_users_own_text_stand_beside_the_gist(said: Said, text_file: Path) -> None:
    asked = ("--catalogue", "mau", "--source", text_file)

    for name in ("1.1.1", "1.1", "1.1.s1"):
        assert FIRST in said.words("show", name, *asked, "--ui", "vi")
    assert AIM in said.words("show", "I.1", *asked, "--ui", "en")
    data = said.data("show", "1.1.1", *asked)
    assert [s["text"] for s in data["sentences"]] == [FIRST, SECOND]


@pytest.mark.parametrize("ui", UI)
def test_a_text_of_something_else_changes_nothing(said: Said, text_file: Path, ui: str) -> None:
    without = said("show", "3.5", "--ui", ui, "--on", "2025-03-31")

    within = said("show", "3.5", "--ui", ui, "--on", "2025-03-31", "--source", text_file)

    assert within == without


def test_a_text_that_is_not_there_gives_2(said: Said, tmp_path: Path) -> None:
    asked = ("show", "1.1.1", "--source", tmp_path / "none.txt")

    assert "source.file-missing" in said(*asked, "--ui", "en", code=2)
    assert said.data(*asked, code=2)["findings"][0]["rule"] == "source.file-missing"


def test_a_body_is_shown_by_its_short_form(said: Said) -> None:
    text = said("show", "so-khcn", "--ui", "vi", "--on", "2025-03-31")

    assert "so-khoa-hoc-va-cong-nghe Sở Khoa học và Công nghệ" in " ".join(text.split())
    assert "so-khcn" in row(text, "Dạng ngắn")
    assert row(text, "Tên tiếng Anh") == "Department of Science and Technology"
    assert "Sở Thông tin và Truyền thông" in row(text, "Hình thành từ")
    (record,) = said.data("show", "so-khcn")["records"]
    assert record["id"] == "so-khoa-hoc-va-cong-nghe"


def test_a_body_that_ended_is_shown_with_its_end_and_successor(said: Said) -> None:
    before = said("show", "so-tttt", "--ui", "en", "--on", "2025-02-10")
    after = said("show", "so-tttt", "--ui", "en", "--on", "2025-04-01")

    assert "28 February 2025" in row(after, "Existed")
    assert row(before, "Existed").endswith("yes)")
    assert row(after, "Existed").endswith("no)")
    assert "(so-khoa-hoc-va-cong-nghe)" in row(after, "Successor")


def test_a_province_is_shown_with_each_of_its_times(said: Said, registers: Registers) -> None:
    text = said("show", "dong-nai", "--ui", "en", "--on", "2025-08-01")
    data = said.data("show", "dong-nai")["records"]

    there = registers.province_ever("dong-nai")
    assert len(there) == len(data) == text.count("dong-nai  Dong Nai") > 1
    living = [p for p in there if p.valid_on(date(2025, 8, 1))]
    assert len(re.findall(r"\(1 August 2025: yes\)", text)) == len(living) == 1


@pytest.mark.parametrize(
    ("ui", "words"), [("vi", "Danh mục không có “1.1.99”"), ("en", "has no “1.1.99”")]
)
def test_an_unknown_id_gives_2_and_names_the_nearest(said: Said, ui: str, words: str) -> None:
    text = said("show", "1.1.99", "--ui", ui, code=2)

    assert words in text
    assert "1.1.9" in text.partition("→")[2]


def test_an_unknown_id_is_a_finding_for_a_machine(said: Said) -> None:
    found = said.data("show", "digital-econmy", code=2)["findings"]

    assert [f["rule"] for f in found] == ["catalogue.unknown"]
    assert "digital-economy" in found[0]["hint"]


def test_capitals_of_an_id_do_not_count(said: Said) -> None:
    assert said("show", "d12", "--ui", "en") == said("show", "D12", "--ui", "en")


# --- export


@pytest.fixture
def exported(tmp_path: Path, said: Said) -> Iterator[Callable[..., bytes]]:
    """Exports to a file and gives back its bytes; nothing else may be left in the folder."""
    out = tmp_path / "export" / "file"

    def export(*options: object) -> bytes:
        text = said("export", *options, "-o", out, "--ui", "en")
        assert text == f"Wrote: {out}\n"
        return out.read_bytes()

    yield export
    assert [path.name for path in out.parent.iterdir()] == ["file"]


def test_json_holds_all_of_the_catalogue(
    exported: Callable[..., bytes], catalogue: Catalogue
) -> None:
    data = exported("--format", "json")

    assert Catalogue.model_validate(json.loads(data)) == catalogue
    assert data.endswith(b"}\n")


@pytest.mark.parametrize("name", TABLES)
def test_csv_opens_in_excel_and_reads_back(
    exported: Callable[..., bytes], catalogue: Catalogue, name: str
) -> None:
    table = next(t for t in all_tables(catalogue) if t.name == name)

    data = exported("--format", "csv", "--table", name)

    assert data.startswith(b"\xef\xbb\xbf" + ",".join(table.columns).encode() + b"\r\n")
    assert data.endswith(b"\r\n")
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    expected = [["" if cell is None else str(cell) for cell in row] for row in table.rows]
    assert rows == [list(table.columns), *expected]


def test_csv_without_a_table_holds_the_sub_tasks(exported: Callable[..., bytes]) -> None:
    plain = exported("--format", "csv")

    assert plain == exported("--format", "csv", "--table", "sub-tasks")
    assert plain != exported("--format", "csv", "--table", "targets")


@pytest.mark.parametrize("lang", UI)
def test_a_workbook_has_a_sheet_for_each_table_in_the_chosen_language(
    exported: Callable[..., bytes], catalogue: Catalogue, lang: str
) -> None:
    data = exported("--format", "xlsx", "--lang", lang)

    book = load_workbook(io.BytesIO(data))
    titles = [t.title.vi if lang == "vi" else t.title.en for t in all_tables(catalogue)]
    assert book.sheetnames == titles
    assert book.worksheets[0].max_row == len(catalogue.sub_tasks) + 1


@pytest.mark.parametrize(
    "options", [("--format", "json"), ("--format", "csv", "--table", "targets")]
)
def test_json_and_csv_are_printed_without_a_place(
    tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes], options: tuple[str, ...]
) -> None:
    out = tmp_path / "file"
    to_file = run("export", *options, "-o", out)
    capsysbinary.readouterr()

    printed = run("export", *options)

    assert (to_file, printed) == (0, 0)
    assert capsysbinary.readouterr() == (out.read_bytes().removeprefix(b"\xef\xbb\xbf"), b"")


def test_the_same_export_gives_the_same_bytes(exported: Callable[..., bytes]) -> None:
    for options in (("--format", "json"), ("--format", "csv"), ("--format", "xlsx")):
        assert exported(*options) == exported(*options)


@pytest.mark.parametrize("ui", UI)
def test_a_workbook_without_a_place_gives_2(said: Said, ui: str) -> None:
    text = said("export", "--format", "xlsx", "--ui", ui, code=2)

    assert "catalogue.out" in text
    assert "-o " in text


@pytest.mark.parametrize("ui", UI)
@pytest.mark.parametrize("format_", ["json", "csv", "xlsx"])
def test_a_place_that_cannot_be_written_gives_2_and_leaves_nothing(
    said: Said, tmp_path: Path, format_: str, ui: str
) -> None:
    (tmp_path / "file").write_text("mine")
    (tmp_path / "folder").mkdir()

    for out in (tmp_path / "file" / "out", tmp_path / "folder"):
        text = said("export", "--format", format_, "-o", out, "--ui", ui, code=2)
        assert "output.unwritable" in text

    assert sorted(path.name for path in tmp_path.rglob("*")) == ["file", "folder"]
    assert (tmp_path / "file").read_text() == "mine"


@pytest.mark.parametrize("ui", UI)
@pytest.mark.parametrize(
    ("options", "words"),
    [
        ((), ("--format",)),
        (("--format", "docx"), ("docx", "json", "csv", "xlsx")),
        (("--format", "csv", "--table", "nonsense"), ("nonsense", *TABLES)),
    ],
)
def test_a_form_or_table_that_is_not_there_gives_2_and_says_which_are(
    said: Said, options: tuple[str, ...], words: tuple[str, ...], ui: str
) -> None:
    text = said("export", *options, "--ui", ui, code=2)

    for word in words:
        assert word in text


# --- stats


@pytest.mark.parametrize(("ui", "total"), [("vi", "Cộng"), ("en", "Total")])
def test_figures_are_told_in_both_languages(
    said: Said, catalogue: Catalogue, registers: Registers, ui: str, total: str
) -> None:
    counted = stats(catalogue, registers)
    chosen = sum(p.recommended for p in counted.paragraphs)

    text = said.words("stats", "--ui", ui)

    assert catalogue.name in text
    assert f"{total} 114 1 113 {len(catalogue.sub_tasks)} {chosen}" in text
    for paragraph in catalogue.paragraphs():
        assert getattr(paragraph.title, ui) in text
    for kind in counted.kinds:
        assert re.search(rf"\b{kind.total}\b", text)
    assert not re.search(r"[{}]|None|Text\(", text)


def test_figures_for_machines_are_json(
    said: Said, catalogue: Catalogue, registers: Registers
) -> None:
    counted = stats(catalogue, registers)

    found = said.data("stats")

    assert found["name"] == catalogue.name
    assert found["security"] == counted.security
    assert found["levels"] == counted.levels
    assert [kind["total"] for kind in found["kinds"]] == [kind.total for kind in counted.kinds]
    assert [p["sentences"] for p in found["paragraphs"]] == [
        p.sentences for p in counted.paragraphs
    ]
    assert found["paragraphs"][0]["title"]["vi"] == counted.paragraphs[0].title.vi
    assert set(found) == set(asdict(counted))


# --- verify


def test_the_shipped_catalogue_has_no_fault_but_perhaps_a_digest_still_to_be_recorded(
    said: Said, catalogue: Catalogue
) -> None:
    found = said.data("verify", "--fail-on", "never")

    assert (found["catalogue"], found["source"]) == (catalogue.name, None)
    assert {f["rule"] for f in found["findings"]} <= {"catalogue.version-changed"}


@pytest.mark.usefixtures("mau")
@pytest.mark.parametrize(
    ("ui", "words"),
    [
        ("vi", "mau@1: 1 nhiệm vụ. Không có sai sót."),
        ("en", "mau@1: 1 sub-task. Nothing is wrong."),
    ],
)
def test_a_sound_catalogue_gives_0(said: Said, ui: str, words: str) -> None:
    assert said.words("verify", "--catalogue", "mau", "--ui", ui) == words


@pytest.mark.parametrize(
    ("before", "after", "rule"),
    [
        ("sentences: [1.1.s1, 1.1.s2]", "sentences: [1.1.s1]", "catalogue.uncovered"),
        ("sentences: [1.1.s1, 1.1.s2]", "sentences: [1.1.s1, 1.1.s2, 9.s1]",
         "catalogue.unknown-sentence"),
        ("leads: [so-thong-tin-va-truyen-thong]", "leads: [so-but]", "catalogue.unknown-body"),
        ("leads: [so-thong-tin-va-truyen-thong]", "leads: []", "catalogue.incomplete"),
        ("type: bao-cao", "type: but", "catalogue.unknown-product"),
        ("title: {vi: Đếm, en: Counting}", "title: Đếm", "catalogue.one-language"),
        ("en: Count the pens every year.", 'en: "Count {pens}."', "catalogue.placeholder"),
        ("- id: 1.1.1", "- id: 1.1.2", "catalogue.numbering"),
    ],
)  # fmt: skip
def test_each_fault_of_a_catalogue_is_said_with_its_place_and_gives_1(
    said: Said,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    before: str,
    after: str,
    rule: str,
) -> None:
    assert before in GROUP
    use(sample(tmp_path, GROUP.replace(before, after)), monkeypatch)

    text = said("verify", "--catalogue", "mau", "--ui", "en", code=1)
    data = said.data("verify", "--catalogue", "mau", "--fail-on", "never")

    assert rule in text
    found = [f for f in data["findings"] if f["rule"] == rule]
    assert found
    assert all(f["level"] == "error" and f["file"] and f["line"] for f in found)


def test_a_catalogue_that_is_not_the_published_one_any_more_gives_1(
    said: Said, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    use(sample(tmp_path, wrong="0123456789abcdef"), monkeypatch)

    text = said("verify", "--catalogue", "mau", "--ui", "vi", code=1)

    assert "catalogue.version-changed" in text
    assert "0123456789abcdef" in text


@pytest.mark.parametrize("ui", UI)
def test_what_is_unverified_is_listed_by_kind(
    said: Said, catalogue: Catalogue, registers: Registers, ui: str
) -> None:
    expected = unverified(catalogue, registers)

    text = said("verify", "--unverified", "--ui", ui)

    assert str(len(expected)) in text.splitlines()[-1]
    assert re.search(r"^  1 ", text, re.MULTILINE)
    for name in ("committee-model", "local-character", "feasible", "flexible", "nq202-qh15"):
        assert re.search(rf"^  {name} ", text, re.MULTILINE)
    for kind in dict.fromkeys(item.kind for item in expected):
        first = next(item.id for item in expected if item.kind == kind)
        assert re.search(rf"^[^\s].*:\n  {re.escape(first[:38])}", text, re.MULTILINE), kind


def test_what_is_unverified_is_json_for_a_machine(
    said: Said, catalogue: Catalogue, registers: Registers
) -> None:
    found = said.data("verify", "--unverified")["unverified"]

    pairs = [(item["kind"], item["id"]) for item in found]
    assert pairs == [(item.kind, item.id) for item in unverified(catalogue, registers)]
    assert ("groups", "1") in pairs
    assert {("requirement", n) for n in ("committee-model", "feasible", "flexible")} <= set(pairs)
    assert all(item["title"]["vi"] for item in found)


@pytest.mark.usefixtures("mau")
@pytest.mark.parametrize(
    ("ui", "words"),
    [
        ("vi", "Văn bản (Bản mẫu): 3 câu, tìm lại được 3."),
        ("en", "Text (The sample): 3 sentences, 3 found again."),
    ],
)
def test_an_unchanged_text_is_found_again_whole(
    said: Said, text_file: Path, ui: str, words: str
) -> None:
    text = said("verify", "--catalogue", "mau", "--source", text_file, "--ui", ui)
    data = said.data("verify", "--catalogue", "mau", "--source", text_file)

    assert words in text
    assert data["source"] == {"edition": "en-mau", "sentences": 3, "found": 3}
    assert data["findings"] == []


@pytest.mark.usefixtures("mau")
@pytest.mark.parametrize(
    ("before", "after", "rule", "named"),
    [
        (SECOND, "Counts are burnt.", "catalogue.source-changed", "1.1.s2"),
        (f" {SECOND}", "", "catalogue.source-missing", "1.1.s2"),
        (SECOND, f"{SECOND} Pencils too.", "catalogue.source-uncovered", "1.1.s3"),
    ],
)
def test_a_changed_text_gives_1_and_says_which_sentence_and_line(
    said: Said, text_file: Path, before: str, after: str, rule: str, named: str
) -> None:
    text_file.write_text(TEXT.replace(before, after), "utf-8")

    text = said("verify", "--catalogue", "mau", "--source", text_file, "--ui", "en", code=1)

    line = next(line for line in text.splitlines() if rule in line)
    assert named in line
    assert str(text_file) in line
    assert rule == "catalogue.source-missing" or f"{text_file}:5:1:" in line


@pytest.mark.usefixtures("mau")
@pytest.mark.parametrize(
    ("level", "code"), [("error", 0), ("warning", 0), ("note", 1), ("never", 0)]
)
def test_a_moved_sentence_is_a_note_that_gives_1_only_where_notes_do(
    said: Said, text_file: Path, level: str, code: int
) -> None:
    text_file.write_text(TEXT.replace(f"{FIRST} {SECOND}", f"{SECOND} {FIRST}"), "utf-8")

    asked = ("verify", "--catalogue", "mau", "--source", text_file, "--fail-on", level)

    assert "catalogue.source-moved" in said(*asked, "--ui", "vi", code=code)


@pytest.mark.parametrize("ui", UI)
def test_a_text_that_is_missing_or_a_folder_gives_2(said: Said, tmp_path: Path, ui: str) -> None:
    missing = said("verify", "--source", tmp_path / "none.txt", "--ui", ui, code=2)
    folder = said("verify", "--source", tmp_path, "--ui", ui, code=2)

    assert "source.file-missing" in missing
    assert str(tmp_path / "none.txt") in missing
    assert "source.file-is-folder" in folder


@pytest.mark.parametrize("ui", UI)
def test_a_word_file_as_text_gives_2_and_is_told_to_be_one(
    said: Said, tmp_path: Path, ui: str
) -> None:
    (tmp_path / "nq57.docx").write_bytes(b"PK\x03\x04 and so on")

    text = said("verify", "--source", tmp_path / "nq57.docx", "--ui", ui, code=2)

    assert "source.binary" in text
    assert "Word" in text


@pytest.mark.parametrize("ui", UI)
def test_a_word_file_as_text_is_not_answered_with_a_plans_name(
    said: Said, tmp_path: Path, ui: str
) -> None:
    (tmp_path / "nq57.docx").write_bytes(b"PK\x03\x04 and so on")

    text = said("verify", "--source", tmp_path / "nq57.docx", "--ui", ui, code=2)

    assert "plan.yaml" not in text
    assert ".txt" in text


@pytest.mark.parametrize("ui", UI)
def test_a_text_without_parts_gives_1_and_is_told_what_it_needs(
    said: Said, tmp_path: Path, ui: str
) -> None:
    (tmp_path / "letter.txt").write_text("Dear colleagues, nothing of the kind.\n")
    asked = ("verify", "--source", tmp_path / "letter.txt")

    text = said(*asked, "--ui", ui, code=1)

    assert "catalogue.source-unknown" in text
    for word in ("I-, II-, III-, IV-", "catalogue fingerprint"):
        assert word in text
    assert said.data(*asked, "--fail-on", "never")["source"]["sentences"] == 0


@pytest.mark.parametrize("ui", UI)
def test_broken_or_missing_fingerprints_give_2_with_the_line(
    said: Said, text_file: Path, tmp_path: Path, ui: str
) -> None:
    broken = tmp_path / "broken.yaml"
    broken.write_text("id: x\nsentences: [\n")
    (tmp_path / "other.yaml").write_text("id: x\nwrong: y\n")
    asked = ("verify", "--source", text_file, "--ui", ui, "--fingerprints")

    syntax = said(*asked, broken, code=2)
    shape = said(*asked, tmp_path / "other.yaml", code=2)
    missing = said(*asked, tmp_path / "none.yaml", code=2)

    assert f"{broken}:" in syntax
    assert "catalogue.yaml-syntax" in syntax
    assert "wrong" in shape
    assert "catalogue.file-missing" in missing


# --- fingerprint


WHOLE = f"""\
# A made-up resolution
I- VIEWS
1. {AIM}
II- OBJECTIVES
1. By 2030
- Pens are counted.
III- TASKS
1. Pens
- {FIRST} {SECOND}
IV- ORGANISATION
1. The office keeps the book.
"""


def test_fingerprints_of_a_text_are_accepted_by_verify_in_full(
    said: Said, text_file: Path, tmp_path: Path, catalogue: Catalogue
) -> None:
    text_file.write_text(WHOLE, "utf-8")
    made = tmp_path / "made.yaml"

    written = said("fingerprint", text_file, "-o", made, "--lang", "en", "--ui", "en")
    told = said.data("verify", "--source", text_file, "--fingerprints", made, "--fail-on", "never")

    assert f"Wrote: {made}" in written
    assert told["source"] == {"edition": "text", "sentences": 5, "found": 5}
    assert {f["rule"] for f in told["findings"]} <= {"catalogue.version-changed"}
    assert told["catalogue"] == catalogue.name


@pytest.mark.usefixtures("mau")
def test_the_accepted_text_gives_0_and_a_changed_one_1(
    said: Said, text_file: Path, tmp_path: Path
) -> None:
    made = tmp_path / "made.yaml"
    said("fingerprint", text_file, "-o", made, "--catalogue", "mau", "--lang", "en", "--ui", "en")
    asked = ("verify", "--catalogue", "mau", "--source", text_file, "--fingerprints", made)

    accepted = said(*asked, "--ui", "en")
    text_file.write_text(TEXT.replace(SECOND, "Counts are burnt."), "utf-8")
    refused = said(*asked, "--ui", "en", code=1)

    assert "Nothing is wrong." in accepted
    assert "catalogue.source-changed" in refused


@pytest.mark.parametrize(
    ("ui", "words"), [("vi", "Còn 1 câu chưa rõ"), ("en", "they stand for: 1; fill")]
)
@pytest.mark.usefixtures("mau")
def test_what_cannot_be_matched_is_left_for_a_person_and_counted(
    said: Said, text_file: Path, tmp_path: Path, ui: str, words: str
) -> None:
    text_file.write_text(TEXT.replace(f" {SECOND}", ""), "utf-8")
    made = tmp_path / "made.yaml"

    text = said(
        "fingerprint", text_file, "-o", made, "--catalogue", "mau", "--lang", "en", "--ui", ui
    )

    assert words in text
    assert "    of: []\n" in made.read_text("utf-8")
    assert "    of: [I.1.s1]\n" in made.read_text("utf-8")


@pytest.mark.usefixtures("mau")
def test_nothing_of_the_text_itself_is_kept(said: Said, text_file: Path, tmp_path: Path) -> None:
    made = tmp_path / "made.yaml"

    text = said(
        "fingerprint", text_file, "-o", made, "--catalogue", "mau", "--lang", "en", "--ui", "en"
    )

    assert text == f"Wrote: {made}\n"
    kept = made.read_text("utf-8")
    assert fingerprint(FIRST) in kept
    assert not any(word in kept for word in ("pen", "Counts", "office"))


@pytest.mark.parametrize("ui", UI)
def test_a_text_without_parts_has_no_fingerprints_and_gives_2(
    said: Said, tmp_path: Path, ui: str
) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear colleagues, nothing of the kind.\n")

    text = said(
        "fingerprint", letter, "-o", tmp_path / "made.yaml", "--lang", "en", "--ui", ui, code=2
    )

    assert "catalogue.no-parts" in text
    assert "I-, II-, III-, IV-" in text
    assert not (tmp_path / "made.yaml").exists()


@pytest.mark.parametrize("ui", UI)
def test_fingerprints_that_cannot_be_written_or_read_give_2(
    said: Said, text_file: Path, tmp_path: Path, ui: str
) -> None:
    nowhere = said(
        "fingerprint", text_file, "-o", text_file / "made.yaml", "--lang", "en", "--ui", ui, code=2
    )
    nothing = said(
        "fingerprint",
        tmp_path / "none.txt",
        "-o",
        tmp_path / "x",
        "--lang",
        "en",
        "--ui",
        ui,
        code=2,
    )
    without = said("fingerprint", text_file, "--ui", ui, code=2)

    assert "output.unwritable" in nowhere
    assert "source.file-missing" in nothing
    assert "-o" in without
    assert [path.name for path in tmp_path.iterdir()] == ["text.txt"]


# --- all commands


@pytest.mark.parametrize(
    ("ui", "words"),
    [("vi", "87 nhiệm vụ,"), ("en", "87 sub-tasks,")],
)
def test_an_older_version_is_listed_as_it_was(said: Said, ui: str, words: str) -> None:
    text = said("list", "--catalogue", OLD, "--ui", ui)

    assert words in text
    assert len(ids_in(text)) == len(said.data("list", "--catalogue", OLD)["sub_tasks"]) == 87


@pytest.mark.no_cover
@pytest.mark.parametrize("ui", UI)
def test_every_entry_of_an_older_version_can_be_shown(
    said: Said, capsys: pytest.CaptureFixture[str], ui: str
) -> None:
    for name, _ in entries(load_catalogue(OLD)):
        assert run("show", name, "--catalogue", OLD, "--ui", ui, "--on", "2025-03-31") == 0, name
    assert "{" not in capsys.readouterr().out


def test_an_older_version_is_counted_exported_and_verified(said: Said) -> None:
    counted = said.words("stats", "--catalogue", OLD, "--ui", "en")
    exported = json.loads(said("export", "--format", "json", "--catalogue", OLD))
    verified = said("verify", "--catalogue", OLD, "--fail-on", "never", "--ui", "en")

    assert OLD in counted
    assert "Total 114 1 113 87 " in counted
    assert exported["version"] == "2025.03"
    assert f"{OLD}: 87 sub-tasks." in verified


def test_a_sub_task_of_today_is_unknown_in_an_older_version(
    said: Said, catalogue: Catalogue
) -> None:
    new = next(name for name in catalogue.sub_tasks if name not in load_catalogue(OLD).sub_tasks)

    assert f"“{new}”" in said("show", new, "--catalogue", OLD, "--ui", "en", code=2)


@pytest.mark.parametrize("ui", UI)
@pytest.mark.parametrize("command", COMMANDS)
def test_an_unknown_catalogue_is_refused_by_every_command(
    said: Said, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str, ui: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("text.txt").write_text(WHOLE, "utf-8")

    unknown = said(command, *COMMANDS[command], "--catalogue", "xyz", "--ui", ui, code=2)
    version = said(command, *COMMANDS[command], "--catalogue", "nq57@1999", "--ui", ui, code=2)

    assert "“xyz”" in unknown
    assert "nq57" in unknown
    assert "“nq57@1999”" in version
    assert [path.name for path in tmp_path.iterdir()] == ["text.txt"]


@pytest.mark.parametrize("command", ["list", "stats", "verify"])
def test_an_unknown_catalogue_is_a_finding_for_a_machine(said: Said, command: str) -> None:
    found = said.data(command, "--catalogue", "xyz", code=2)

    assert [f["rule"] for f in found["findings"]] == ["catalogue.unknown"]


def unexplained(text: str) -> list[str]:
    """Options of a help text that have no explanation beside or below them."""
    lines = [*text.partition("Options:")[2].splitlines(), ""]
    return [
        line.split()[0]
        for line, below in pairwise(lines)
        if line.startswith("  -")
        and not re.search(r"\S  +\S", line)
        and not below.startswith("     ")
    ]


@pytest.mark.parametrize(("ui", "example"), [("vi", "Ví dụ:"), ("en", "Example:")])
@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_example_and_all_its_options_explained(
    said: Said, command: str, ui: str, example: str
) -> None:
    text = said(command, "--help", "--ui", ui)

    assert f"{example} r57plans catalogue {command}" in " ".join(text.split())
    assert "--catalogue" in text
    assert unexplained(text) == []


def test_the_check_sees_an_option_without_explanation() -> None:
    text = (
        "Options:\n  --a TEXT   Said.\n  --b TEXT\n  --c [x|y]\n         Said below.\n  -d, --e\n"
    )

    assert unexplained(text) == ["--b", "-d,"]


@pytest.mark.parametrize("words", ["[nháp] Đếm bút", "Đếm [bold]bút[/bold]", "Đếm bút [/x]"])
def test_square_brackets_of_a_name_are_printed_as_they_are(
    said: Said, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: str
) -> None:
    group = re.sub(r"title: \{vi: [^,]+,", f'title: {{vi: "{words}",', GROUP)
    use(sample(tmp_path, group), monkeypatch)

    for times, *command in (
        (3, "list"),  # the group, its paragraph, the sub-task
        (1, "show", "1.1.1"),
        (4, "show", "1.1"),
        (1, "stats"),
        (2, "verify", "--unverified"),
    ):
        text = said.words(*command, "--catalogue", "mau", "--ui", "vi")
        assert text.count(words) == times, command


def test_a_terminal_or_file_that_cannot_hold_vietnamese_gets_no_traceback(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    narrow = io.TextIOWrapper(io.BytesIO(), encoding="cp1258")  # Vietnamese Windows, redirected
    monkeypatch.setattr("sys.stdout", narrow)

    codes = [run("list", "--ui", "vi"), run("export", "--format", "csv")]

    assert codes == [0, 0]


@pytest.mark.parametrize("ui", UI)
@pytest.mark.parametrize("command", COMMANDS)
def test_an_option_that_is_not_there_gives_2(said: Said, command: str, ui: str) -> None:
    text = said(command, *COMMANDS[command], "--nonsense", "--ui", ui, code=2)

    assert "--nonsense" in text
    assert f"r57plans catalogue {command} --help" in text


@pytest.mark.parametrize("ui", UI)
def test_fingerprints_are_never_written_over_the_text(said: Said, text_file: Path, ui: str) -> None:
    before = text_file.read_bytes()

    text = said("fingerprint", text_file, "-o", text_file, "--lang", "en", "--ui", ui, code=2)

    assert "catalogue.out" in text
    assert text_file.read_bytes() == before


@pytest.mark.parametrize(
    "options",
    [("--fingerprints", "x.yaml"), ("--unverified", "--source", "x.txt")],
)
def test_an_option_that_would_be_passed_over_is_refused(
    said: Said, options: tuple[str, ...]
) -> None:
    assert "catalogue.options" in said("verify", *options, "--ui", "en", code=2)


def test_an_id_is_never_cut_and_its_title_stands_beside_or_below(said: Said) -> None:
    text = said("list", "--kind", "agencies", "--ui", "vi")

    ids = [a.id for a in load_registers().agencies]
    lines = text.splitlines()
    assert max(map(len, ids)) > 40
    assert all(any(line.split(" ")[0] == name for line in lines) for name in ids)


def test_records_of_one_province_are_told_apart_by_their_time(said: Said) -> None:
    text = said("list", "--kind", "provinces", "--search", "dong nai", "--ui", "vi")

    assert "… – 30/6/2025" in text
    assert "30/4/2026 – …" in text


def test_a_search_that_finds_no_record_says_so(said: Said) -> None:
    assert said("list", "--kind", "targets", "--search", "zzzz", "--ui", "en") == (
        "There is no such entry.\n"
    )
    assert said("list", "--search", "...", "--ui", "en") == "There is no such sub-task.\n"


@pytest.mark.parametrize(("given", "near"), [("so-khcm", "so-khcn"), ("cao-ban", "cao-bang")])
def test_a_mistyped_body_or_province_is_suggested(said: Said, given: str, near: str) -> None:
    assert near in said("show", given, "--ui", "en", code=2)


def test_a_short_form_in_capitals_is_found(said: Said) -> None:
    assert "so-khoa-hoc-va-cong-nghe" in said("show", "SO-KHCN", "--ui", "en")


def test_a_table_is_chosen_for_csv_alone(said: Said) -> None:
    text = said("export", "--format", "json", "--table", "targets", "--ui", "en", code=2)

    assert "--table is for CSV only" in text


def test_a_search_for_a_directive_finds_the_sub_tasks_that_it_names(
    said: Said, catalogue: Catalogue
) -> None:
    directive = next(d for d in catalogue.directives if d.sub_tasks)

    found = said.data("list", "--search", directive.id)["sub_tasks"]

    assert {task["id"] for task in found} >= set(directive.sub_tasks)


def test_a_retired_sub_task_is_told_with_what_took_its_place(
    said: Said, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = sample(tmp_path)
    gone = "- {id: 1.1.9, since: '1', into: [1.1.1], reason: {vi: Trùng, en: The same}}\n"
    (folder / "mau" / "retired.yaml").write_text(gone, "utf-8")
    use(folder, monkeypatch)

    text = said.words("show", "1.1.9", "--catalogue", "mau", "--ui", "en", code=2)

    assert "Retired in 1 (now: 1.1.1). The same" in text


@pytest.mark.usefixtures("mau")
def test_a_text_with_page_breaks_of_a_pdf_is_read(said: Said, text_file: Path) -> None:
    text_file.write_text(TEXT.replace("III- ", "\fIII- "), "utf-8")

    text = said("verify", "--catalogue", "mau", "--source", text_file, "--ui", "en")

    assert "3 found again" in text


@pytest.mark.usefixtures("mau")
def test_of_very_many_findings_the_first_are_printed_and_all_are_for_machines(
    said: Said, text_file: Path
) -> None:
    text_file.write_text(TEXT + "".join(f"- New {n}.\n" for n in range(150)), "utf-8")
    asked = ("verify", "--catalogue", "mau", "--source", text_file)

    text = said(*asked, "--ui", "en", code=1)

    assert text.count("source-uncovered") == 100
    assert "… and 50 more (--format json has them all)." in text
    assert "Less than half was found again" in text
    assert len(said.data(*asked, code=1)["findings"]) == 150


def test_a_catalogue_in_a_folder_of_another_name_is_refused(
    said: Said, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = sample(tmp_path)
    (folder / "mau").rename(folder / "khac")
    use(folder, monkeypatch)

    text = said("stats", "--catalogue", "khac", "--ui", "en", code=2)

    assert "The catalogue “mau” stands in the folder “khac”" in text


@pytest.mark.usefixtures("mau")
def test_a_source_that_is_no_ordinary_file_is_told_with_what_to_do(said: Said) -> None:
    text = said("verify", "--catalogue", "mau", "--source", "/dev/null", "--ui", "en", code=2)

    assert "Plain text (.txt)" in text
    assert "YAML" not in text


def test_the_source_of_a_directive_names_the_report_at_hand(said: Said) -> None:
    for ui in UI:
        assert "VietnamPlus" in row(
            said("show", "D02", "--ui", ui), "Nguồn" if ui == "vi" else "Source"
        )
