"""Files from strangers: damaged, dangerous, huge or ours; and files that were changed in Word."""

from __future__ import annotations

import contextlib
import random
import zipfile
from io import BytesIO

import pytest
from import_builders import OPENING, SIX, read, rules, texts, word
from word_packages import p, r, word_file

from r57plans import build, clean
from r57plans.errors import LoadError, NoPlanError, ReportedError, WordFileError
from r57plans.load import parse_plan

TABLE = [SIX, ["1", "Việc", "Sở Y tế", "", "", "2025"]]
PLAN = """\
format: r57plans/plan/1
catalogue: nq57
province: cao-bang
document: {type: CTr, date: 2025-03-28, parents: [nq57], issuer: tinh-uy}
tasks: [{id: 1.1.1, leads: [so-tai-chinh], deadline: 2025}]
"""


@pytest.mark.parametrize("name", ["a.docx", "a.xlsx"])
@pytest.mark.parametrize("data", [b"", b"PK", b"not a file", b"\xd0\xcf\x11\xe0" + b"\0" * 600])
def test_what_is_no_office_file_is_refused(data: bytes, name: str) -> None:
    with pytest.raises((LoadError, WordFileError)):
        read(data, name)


def test_a_bomb_is_refused() -> None:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", b" " * 20_000_000)

    with pytest.raises(WordFileError):
        read(buffer.getvalue())


def test_damage_anywhere_is_a_finding_and_never_a_traceback() -> None:
    whole = word(OPENING, TABLE)
    chance = random.Random(1)

    for _ in range(60):
        data = bytearray(whole)
        for _ in range(chance.randint(1, 4)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        with contextlib.suppress(ReportedError):
            read(bytes(data))


def test_a_file_without_a_table_of_tasks_is_refused() -> None:
    with pytest.raises(NoPlanError) as caught:
        read(word(OPENING, [["Năm", "Dân số"], ["2024", "500"]]))

    assert [f.rule for f in caught.value.report] == ["import.nothing", "import.table"]


def test_a_table_of_too_many_rows_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("r57plans.importing.opening.MOST_ROWS", 3)

    with pytest.raises(NoPlanError) as caught:
        read(word([SIX, *TABLE[1:] * 4]))

    assert [f.rule for f in caught.value.report] == ["import.too-many"]


def test_a_file_of_ours_is_for_pull_but_its_clean_copy_can_be_imported() -> None:
    made = build(parse_plan(PLAN.encode()), ["vi"]).files[0].data

    with pytest.raises(NoPlanError) as caught:
        read(made)

    assert "pull" in caught.value.report.findings[0].hint.en
    assert len(read(clean(made)).plan.tasks) == 1


def test_tracked_changes_are_read_as_accepted_and_said() -> None:
    cells = [p("1"), f"<w:p>{r('Việc ')}<w:ins w:author='A'>{r('mới')}</w:ins>"
             f"<w:del w:author='A'><w:r><w:delText>cũ</w:delText></w:r></w:del></w:p>",
             p("Sở Y tế"), p(), p(), p("2025")]  # fmt: skip
    rows = [[p(text) for text in SIX], cells]
    table = "".join(f"<w:tr>{''.join(f'<w:tc>{c}</w:tc>' for c in row)}</w:tr>" for row in rows)
    head = p("TỈNH ỦY CAO BẰNG") + p("Cao Bằng, ngày 28 tháng 3 năm 2025")

    imported = read(word_file(f"{head}<w:tbl>{table}</w:tbl>"))

    assert texts(imported.plan) == ["Việc mới"]
    assert "import.tracked-changes" in rules(imported)


def test_signs_that_yaml_gives_a_meaning_are_kept_as_text() -> None:
    odd = ["# không phải chú thích", "key: [1, 2] {x} & *y ! | > 'a' \"b\" %", "yes", "=1+1"]
    rows = [[str(n), text, "Sở Y tế", "", text, "2025"] for n, text in enumerate(odd, 1)]

    imported = read(word([SIX, *rows]))

    assert texts(imported.plan) == odd
