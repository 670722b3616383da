"""The table that a committee reads says what changed, without the ids that only a file knows."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from change_builders import ADDED, CHANGES, LATER, LOWERED, SIDES, Version, change, said
from plan_builders import plan
from validators import audit_errors, integrity_errors, sdk_errors

from r57plans.diff.compare import compare
from r57plans.diff.naming import sides_of
from r57plans.diff.telling import Sides
from r57plans.findings import Language, Message
from r57plans.load import load_plan
from r57plans.model.change import Change
from r57plans.review import comparison
from r57plans.word.outline import outline
from r57plans.word.package import read_package
from r57plans.word.xml import parse_part, w

EXAMPLES = Path(__file__).parents[1] / "examples"
EXAMPLE = load_plan(EXAMPLES / "cao-bang" / "plan.yaml")


def table(*changes: Change, sides: Sides = SIDES, language: Language = "vi") -> list[str]:
    """The rows of the table, without their formats' rulers."""
    lines = outline(comparison(changes, sides, language)).splitlines()
    return [line for line in lines if line.startswith(("| ", "head |"))]


def test_the_rows_stand_by_group_under_a_head_that_repeats_on_each_page() -> None:
    rows = table(*CHANGES)

    assert rows[0].startswith("head |")
    assert "Dự thảo lần 1" in rows[0]
    assert "Dự thảo lần 2" in rows[0]
    assert [row for row in rows if "span 5" in row] == [
        "| (span 5) ¶[R57TableGroup] Văn bản và phần chung |",
        "| (span 5) ¶[R57TableGroup] Chỉ tiêu |",
        "| (span 5) ¶[R57TableGroup] I. Nâng cao nhận thức, đổi mới tư duy |",
        "| (span 5) ¶[R57TableGroup] III. Phát triển hạ tầng |",
    ]


def test_words_that_are_new_are_bold_and_those_that_went_are_struck_through() -> None:
    row = table(LATER)[-1]

    assert "quý ⟨strike: II/2025⟩" in row
    assert "quý ⟨b: IV/2025⟩" in row
    assert "⟨" not in table(ADDED)[-1]


def test_a_value_that_is_wholly_another_is_not_marked() -> None:
    product = change("task.product.changed", "Kế hoạch", "Quyết định", task="3.5.2", group="3")

    assert "⟨" not in table(product)[-1]


def test_a_target_is_named_and_a_task_has_its_number_in_the_catalogue() -> None:
    titled = replace(SIDES, rules={c.rule: said("Giảm chỉ tiêu") for c in CHANGES})

    lowered, later = table(LOWERED, sides=titled)[-1], table(LATER, sides=titled)[-1]

    assert "Chỉ tiêu: Quy mô kinh tế số, năm 2030" in lowered
    assert "digital-economy" not in lowered
    assert "Nhiệm vụ 3.5.2. Phủ sóng di động đến thôn, xóm" in later


def test_a_row_says_which_group_document_or_entry_it_is_of() -> None:
    old, new = (
        plan(
            documents={
                "committee-decision": {"type": "QĐ", "date": "2025-03", "title": text},
                "progress-report-2025-06": {"type": "BC", "date": "2025-06", "title": text},
            },
            omitted=[{"id": "hdi", "reason": text}],
            groups=[{"id": "3", "vi": text}, {"id": "kinh-te-so", "vi": f"Kinh tế {text}"}],
        )
        for text in ("Một", "Hai")
    )
    changes = compare(old, new)

    rows = "\n".join(table(*changes, sides=sides_of(old, new, ("cu.yaml", "moi.yaml"))))

    said = {change.subject.vi for change in changes}
    assert said == {
        "Quyết định thành lập Ban Chỉ đạo",
        "Báo cáo kết quả thực hiện (2025-06)",
        "Mục không đưa vào “Chỉ số phát triển con người (HDI), duy trì”",
        "Nhóm 3",
        "Nhóm “Kinh tế Hai”",
    }
    assert "kinh-te-so" not in rows
    assert "hdi" not in rows


def test_the_reason_is_blank_until_an_approval_gives_one() -> None:
    reason = Message("Chờ hướng dẫn của Trung ương", "Awaiting central guidance")
    approved = replace(SIDES, approved={LATER.fingerprint: reason})

    assert "Chờ hướng dẫn của Trung ương" in table(LATER, sides=approved)[-1]
    assert "Awaiting central guidance" in table(LATER, sides=approved, language="en")[-1]
    assert "Chờ" not in table(LATER)[-1]


def test_files_are_named_only_where_nothing_else_tells_the_versions_apart() -> None:
    same = replace(SIDES, old=Version("a.yaml", said("Dự thảo")), new=Version("b.yaml"))

    assert "a.yaml" in table(LATER, sides=same)[0]
    assert "yaml" not in table(LATER)[0]


def test_two_plans_give_the_names_of_their_editions_groups_and_tasks() -> None:
    other = EXAMPLE.document.model_copy(update={"status": "signing"})
    signing = EXAMPLE.model_copy(update={"document": other, "tasks": EXAMPLE.tasks[1:]})

    sides = sides_of(EXAMPLE, signing, ("a.yaml", "b.yaml"))

    assert sides.subject == Message(
        "Chương trình hành động của tỉnh Cao Bằng", "Action programme of Cao Bang Province"
    )
    assert sides.editions("vi") == ("Dự thảo lần 2", "Bản trình ký")
    assert sides.editions("en") == ("Second draft", "For signing")
    assert sides.groups["1"].vi.startswith("I. Nâng cao nhận thức")
    assert [c.name.en for c in compare(EXAMPLE, signing) if c.task == "1.1.1"] == [
        "Disseminate the Resolution to every Party cell"
    ]


def test_plans_of_two_documents_are_told_apart_by_what_they_are() -> None:
    hue = load_plan(EXAMPLES / "hue-ubnd" / "plan.yaml")

    sides = sides_of(EXAMPLE, hue, ("a.yaml", "b.yaml"))

    assert sides.editions("vi") == (
        "Chương trình hành động của tỉnh Cao Bằng, dự thảo lần 2",
        "Kế hoạch của thành phố Huế, dự thảo lần 1",
    )
    assert "của tỉnh Cao Bằng, dự thảo lần 2 và Kế hoạch của thành phố Huế" in outline(
        comparison((LATER,), sides, "vi")
    )


def test_a_long_row_goes_on_on_the_next_page_and_a_heading_stays_whole() -> None:
    document = read_package(comparison((LATER,), SIDES, "vi"))["word/document.xml"]

    whole = [
        row.find(f"{w('trPr')}/{w('cantSplit')}") is not None
        for row in parse_part(document, "").iter(w("tr"))
    ]

    assert whole == [True, True, False]


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_file_is_sound_and_the_same_each_time_on_landscape_pages_alone(
    language: Language, tmp_path: Path
) -> None:
    data = comparison(CHANGES, SIDES, language, day=date(2025, 3, 28))

    file = tmp_path / "comparison.docx"
    file.write_bytes(data)
    pages = parse_part(read_package(data)["word/document.xml"], "").iter(w("pgSz"))

    assert comparison(CHANGES, SIDES, language, day=date(2025, 3, 28)) == data
    assert audit_errors(file) == integrity_errors(file) == []
    assert [page.get(w("orient")) for page in pages] == ["landscape"]


@pytest.mark.word
@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_open_xml_sdk_finds_nothing_in_it(language: Language, tmp_path: Path) -> None:
    file = tmp_path / "comparison.docx"
    file.write_bytes(comparison(CHANGES, SIDES, language))

    assert sdk_errors(file) == []


def test_nothing_changed_gives_a_file_without_a_table() -> None:
    told = outline(comparison((), SIDES, "vi"))

    assert "Không có thay đổi nào về nội dung." in told
    assert "table" not in told
