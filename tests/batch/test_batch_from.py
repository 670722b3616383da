"""A table with a row for each province over one common plan."""

from __future__ import annotations

import copy
import datetime
import json
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from table_builders import COMMON, data_of, drafts, said, text_of, xlsx

from r57plans import build, load_plan
from r57plans.batch import Options, batch
from r57plans.errors import LoadError
from r57plans.load import check_plan, read_yaml
from r57plans.model.base import DocumentDate

HEAD = ("Tỉnh, thành phố", "Số", "Ngày", "Chức vụ người ký", "Họ tên người ký")


def refused(folder: Path, table: bytes | str, **given: Any) -> list[str]:
    """What is said where nothing can be made of a table."""
    with pytest.raises(LoadError) as caught:
        drafts(folder, table, **given)
    return [each.text("en") for each in caught.value.report]


def test_a_row_s_values_stand_in_its_plan_and_all_else_is_to_the_letter(tmp_path: Path) -> None:
    head = ["Tỉnh", "Số", "Ký hiệu", "Ngày", "Nơi ban hành", "Quyền hạn ký", "Chức vụ người ký",
            "Người ký", "Thời hạn: 1.1.2", "Chỉ tiêu: local-1"]  # fmt: skip
    row = ["Cao Bằng", 7, "CTrHĐ/TU", datetime.date(2025, 3, 20), "TP Cao Bằng",
           "T/M TỈNH ỦY", "PHÓ BÍ THƯ THƯỜNG TRỰC", "Người Thử", "Quý III/2025",
           "≥ 97"]  # fmt: skip

    (made,) = drafts(tmp_path, xlsx([head, row])).sources

    want = COMMON
    for old, new in (
        ("  number:\n", '  number: "7"\n'),
        ("2025-03-28", "2025-03-20"),
        ("place: Cao Bằng\n", "place: TP Cao Bằng\n"),
        ("{authority: ban-thuong-vu, role: bi-thu, name: }",
         "{authority: ban-chap-hanh, role: pho-bi-thu-thuong-truc, name: Người Thử}"),
        ("deadline: 12/2025", "deadline: Quý III/2025"),
        ("≥ 95", "≥ 97"),
    ):  # fmt: skip
        assert old in want
        want = want.replace(old, new)
    made_lines = text_of(made).splitlines()
    new = [line for line in made_lines if line not in want.splitlines()]
    assert new == ["  symbol: CTrHĐ/TU"]
    assert [line for line in want.splitlines() if line not in made_lines] == []


def test_a_blank_row_leaves_the_common_plan_as_it_is(tmp_path: Path) -> None:
    table = "Tỉnh;Số;Ngày;Chỉ tiêu: local-1\n\nCao Bằng;;;\n;;;\n"

    (made,) = drafts(tmp_path, table).sources

    assert data_of(made) == read_yaml(COMMON.encode(), "").data


def test_what_follows_from_the_province_follows(tmp_path: Path) -> None:
    (made,) = drafts(tmp_path, "Province\nDa Nang City\n").sources

    data = data_of(made)

    assert data["province"] == "da-nang"
    assert data["document"]["issuer"] == "thanh-uy"
    assert data["document"]["place"] is None
    assert data["document"]["recipients"] == [
        {"vi": "Các đồng chí Thành ủy viên", "en": "Members of the City Party Committee"}
    ]
    assert data["tasks"][0]["products"] == [{"type": "ke-hoach", "vi": "Kế hoạch của tỉnh"}]


def test_a_starter_plan_becomes_the_starter_of_each_province(tmp_path: Path) -> None:
    from r57plans.starter import starter_plan

    day = DocumentDate.parse("2025-03-28")

    made = drafts(tmp_path, "Tỉnh\nHải Phòng\nHà Nam\n", common=starter_plan("cao-bang", day))

    for source in made.sources:
        want, made_text = starter_plan(source.name, day), text_of(source)
        assert check_plan(made_text.encode())[0] == check_plan(want.encode())[0]
        assert made_text.splitlines()[0] == want.splitlines()[0]


@pytest.mark.parametrize(
    ("said_there", "on", "want"),
    [
        ("Tỉnh Cao Bằng", "2025-03", "cao-bang"),
        ("thành phố Huế", "2025-03", "hue"),
        ("TP. Hồ Chí Minh", "2025-03", "ho-chi-minh"),
        ("TP.HCM", "2025-08", "ho-chi-minh"),
        ("hoa binh", "2025-03", "hoa-binh"),
        ("Bà Rịa – Vũng Tàu", "2025-03", "ba-ria-vung-tau"),
        ("24", "2025-03", "bac-giang"),
        ("24", "2025-08", "bac-ninh"),
        ("4", "2025-03", "cao-bang"),
        ("Ha Nam Province", "2025-03", "ha-nam"),
    ],
)
def test_provinces_are_known_by_name_id_and_code_of_the_day(
    said_there: str, on: str, want: str, tmp_path: Path
) -> None:
    table = f"Tỉnh;Ngày\n{said_there};{on}\n"

    (made,) = drafts(tmp_path, table).sources

    assert said(made) == []
    assert made.name == made.folder == want


def test_a_province_of_another_day_is_told_with_what_stood_there(tmp_path: Path) -> None:
    table = "Tỉnh;Ngày\nHà Nam;1/8/2025\nHà Nan;\n;3/2025\nHuế;12/2024\n"

    made = drafts(tmp_path, table).sources

    assert [line for each in made for line in said(each)] == [
        "batch.table-province-not-then t.csv A2 There was no province Ha Nam on 1 August 2025. "
        "Then it was: Ninh Binh; or correct the date.",
        "batch.table-unknown-province t.csv A3 There is no province “Hà Nan”. "
        "Nearest: “Hà Nam”, “Đà Nẵng”.",
        "batch.table-whose-row t.csv A4 This row names no province. "
        "Name the province, or delete the row.",
        "batch.table-province-not-then t.csv A5 There was no province Hue on 31 December 2024. "
        "Then it was: Thua Thien Hue; or correct the date.",
    ]
    assert [each.name for each in made] == ["t.csv:2", "t.csv:3", "t.csv:4", "t.csv:5"]


def test_two_rows_of_one_province_are_refused_and_both_named(tmp_path: Path) -> None:
    made = drafts(tmp_path, "Tỉnh,Số\nHà Nam,1\nHuế,2\nha-nam,3\n").sources

    assert [each.name for each in made] == ["t.csv:2", "hue", "t.csv:4"]
    assert said(made[0]) == [
        f"batch.table-province-twice t.csv A2 Hà Nam has another row: {tmp_path}/t.csv: A4. "
        "Keep one row a province; neither was used."
    ]
    assert f"{tmp_path}/t.csv: A2" in said(made[2])[0]


@pytest.mark.parametrize(
    ("heading", "value", "want"),
    [
        ("Ngày", "32/3/2025", "“32/3/2025” is not a date. Write it like 28/3/2025"),
        ("Ngày", 45744, "“45744” is not a date. It may be 28/3/2025: format the cell as a date."),
        ("Số", "12-CTr/TU", "Write only 12 here, and CTr/TU under “Symbol”"),
        ("Chức vụ người ký", "Bí thơ", "is not a post that is known. Nearest: “Bí thư”"),
        ("Chức vụ người ký", "Chủ tịch", "Nearest: “Chủ tịch Ủy ban nhân dân tỉnh”"),
        ("Quyền hạn ký", "T/M Ban Thường vu tỉnh", "Nearest: “Ban Thường vụ”"),
        ("Tình trạng", "drift", "“drift” is not a status. Nearest: “draft”."),
        ("Dự thảo lần", "hai", "“hai” is not a count."),
    ],
)
def test_a_wrong_value_is_told_with_its_cell_and_the_nearest_right_one(
    heading: str, value: str | int, want: str, tmp_path: Path
) -> None:
    made = drafts(tmp_path, xlsx([["Tỉnh", heading], ["Huế", value], ["Hà Nam", None]])).sources

    (line,) = said(made[0])
    assert line.startswith("batch.table-value t.xlsx B2 ")
    assert want in line
    assert said(made[1]) == []


def test_values_of_targets_are_written_as_the_plan_has_them(tmp_path: Path) -> None:
    head = ["Tỉnh", "Chỉ tiêu: digital-economy (2030)", "target:digital-economy@2027",
            "Chỉ tiêu: Tỷ lệ sử dụng dịch vụ công trực tuyến", "Hộ dân có mạng",
            "Chỉ tiêu: digital-economy, năm 2035", "target:local-1@2027"]  # fmt: skip
    common = COMMON.replace("id: online-public-services,",
                            "id: online-public-services, name: Tỷ lệ sử dụng dịch vụ công "
                            "trực tuyến,")  # fmt: skip
    row = ["Hà Nam", "≥ 40%", ">= 18", 0.92, "mức khá | fairly high", 50.5, "40 - 50"]
    table = xlsx([head, row])

    (made,) = drafts(tmp_path, table, common=common).sources

    targets = data_of(made)["targets"]
    assert targets[0]["values"] == [
        {"year": 2027, "value": "≥ 18", "unit": "% GRDP"},
        {"year": 2030, "value": "≥ 40", "unit": "% GRDP"},
        {"year": 2035, "value": "50,5", "unit": "% GRDP"},
    ]
    assert targets[1]["values"] == [{"year": 2030, "value": "0,92"}]
    assert targets[2]["values"] == [
        {"year": 2030, "value": {"vi": "mức khá", "en": "fairly high"}, "unit": "%"},
        {"year": 2027, "value": "40 - 50", "unit": "%"},
    ]
    assert check_plan(text_of(made).encode())[1].errors == ()


def test_a_bound_that_is_no_figure_is_told_and_kept(tmp_path: Path) -> None:
    (made,) = drafts(tmp_path, "Tỉnh;Chỉ tiêu: local-1\nHuế;≥≥ 9O\n").sources

    assert "batch.table-value-words t.csv B2 “≥≥ 9O” is not understood" in said(made)[0]
    assert data_of(made)["targets"][2]["values"][0]["value"] == "≥≥ 9O"


def test_headings_are_known_in_two_languages_any_order_and_with_anything_around(
    tmp_path: Path,
) -> None:
    table = xlsx(
        [
            ["BẢNG CÁC TỈNH"], [],
            ["stt", "SIGNER'S NAME", "so", "Tỉnh/Thành phố", "committee-decision: Số",
             "Ngày (dd/mm/yyyy)", "Ghi chú", "document/draft_no"],
            [1, "Người Thử", 5, "Huế", 9, "20 tháng 3 năm 2025", "gọi lại", 2],
        ],
        ["A1:H1"],
    )  # fmt: skip

    made = drafts(tmp_path, table)

    data = data_of(made.sources[0])
    assert [each.rule for each in made.report] == ["batch.common-names-province",
                                                   "batch.common-committee"][:1]  # fmt: skip
    assert (
        data["document"] | {"number": "5", "date": "2025-03-20", "draft_no": 2} == data["document"]
    )
    assert data["document"]["signer"]["name"] == "Người Thử"
    assert data["documents"]["committee-decision"]["number"] == "9"


def test_an_unknown_column_is_told_with_the_nearest_and_not_used(tmp_path: Path) -> None:
    made = drafts(tmp_path, "Tỉnh;Chức vụ ngươi kí;Điện thoại\nHuế;Bí thư;1\n")

    told = [each.text("en") for each in made.report if each.rule == "batch.table-unknown-column"]
    assert len(told) == 2
    assert "t.csv: B1: warning: The column “Chức vụ ngươi kí” is not known" in told[0]
    assert "Nearest: “Chức vụ người ký”." in told[0]
    assert data_of(made.sources[0])["document"]["signer"]["role"] == "bi-thu"


@pytest.mark.parametrize(
    ("heading", "want"),
    [
        ("Chỉ tiêu: digital-econmy", "The common plan has no target “digital-econmy”."),
        ("target:local-9", "Or add it to the common plan, or delete the column."),
        ("Chỉ tiêu: digital-economy",
         "several years (2027, 2030); which is this column's? [batch.table-which-year]\n"
         "  → Say the year: “Chỉ tiêu: digital-economy (2030)”."),
        ("Thời hạn: 1.1.3", "has no task “1.1.3”"),
        ("decision: Ngày", "has no document “decision”"),
        ("param:ty_le", "has no figure to give “ty_le”"),
        ("Số văn bản", "is for the same as the one at "),
    ],
)  # fmt: skip
def test_a_column_for_what_the_common_plan_lacks_stops_before_anything_is_made(
    heading: str, want: str, tmp_path: Path
) -> None:
    (told,) = refused(tmp_path, xlsx([["Tỉnh", "Số", heading], ["Huế", 1, 2]]))

    assert f"{tmp_path}/t.xlsx: Tỉnh!C1: error: " in told
    assert want in told


def test_local_figures_go_to_every_task_that_asks_for_them(tmp_path: Path) -> None:
    from r57plans.load import load_catalogue

    asking = [each for each in load_catalogue("nq57").sub_tasks.values() if each.parameters][:2]
    figure = asking[0].parameters[0].id
    tasks = "".join(f"  - {{id: {each.id}, leads: [so-tai-chinh]}}\n" for each in asking)
    common = COMMON + tasks
    table = (
        f"Tỉnh;param:{figure};Số liệu: {asking[1].id}/{asking[1].parameters[0].id}\nHuế;80%;70%\n"
    )
    if asking[1].parameters[0].id == figure:
        table = f"Tỉnh;param:{figure}\nHuế;80%\n"

    (made,) = drafts(tmp_path, table, common=common).sources

    assert data_of(made)["tasks"][3]["params"] == {figure: "80%"}
    assert check_plan(text_of(made).encode())[1].errors == ()


def test_a_province_s_own_character_may_have_several_paragraphs(tmp_path: Path) -> None:
    table = xlsx([["Tỉnh", "Đặc điểm, tình hình", "Đặc điểm, tình hình (tiếng Anh)"],
                  ["Huế", "Một.\nHai.", "One."], ["Hà Nam", None, "Alone."]])  # fmt: skip

    made = drafts(tmp_path, table).sources

    assert data_of(made[0])["context"] == [{"vi": "Một.", "en": "One."}, {"vi": "Hai."}]
    assert said(made[1])[0].startswith("batch.table-english-alone t.xlsx C3 ")


def test_the_common_plan_s_own_province_is_told_where_others_would_print_it(tmp_path: Path) -> None:
    made = drafts(tmp_path, "Tỉnh\nCao Bằng\nHuế\nHà Nam\n")

    assert [each.text("en").removeprefix(f"{tmp_path}/") for each in made.report] == [
        "common.yaml:33:35: warning: The common plan speaks of Cao Bằng; so will 2 plans "
        "of other provinces. [batch.common-names-province]\n"
        "  → Word it for all provinces, or give it a column."
    ]


def test_a_committee_that_a_city_does_not_have_is_told(tmp_path: Path) -> None:
    common = COMMON.replace("Kế hoạch của tỉnh", "Kế hoạch trình Tỉnh ủy")

    made = drafts(tmp_path, "Tỉnh\nHuế\nHà Nam\n", common=common)

    told = [each.text("en") for each in made.report if each.rule == "batch.common-committee"]
    assert len(told) == 1
    assert "says “Tỉnh ủy”; in 1 plan of the table it should be “Thành ủy”" in told[0]


def test_cells_that_are_merged_or_have_no_value_fail_their_row_alone(tmp_path: Path) -> None:
    table = xlsx(
        [["Tỉnh", "Số", "Dự thảo lần"], ["Huế", "=1/0", 1], ["Hà Nam", 3, None],
         ["Thái Bình", None, None], ["Hà Nội", 4, 5]],
        ["B3:B4"],
    )  # fmt: skip

    made = drafts(tmp_path, table).sources

    assert [line.split(" is ")[0][:45] for each in made for line in said(each)] == [
        "batch.table-formula t.xlsx B2 The formula in ",
        "batch.table-merged t.xlsx B4 This cell",
    ]
    assert data_of(made[1])["document"]["number"] == "3"
    assert data_of(made[3])["document"]["number"] == "4"


def test_a_row_with_several_faults_tells_them_all_under_its_province(tmp_path: Path) -> None:
    table = xlsx(
        [["Tỉnh", "Số", "Ngày", "Chức vụ"], ["Huế", "=1/0", "32/7/2025", "Trưởng đoàn tàu"]]
    )

    (made,) = drafts(tmp_path, table).sources

    assert made.name == "hue"
    assert [line.split()[2] for line in said(made)] == ["B2", "C2", "D2"]


@pytest.mark.parametrize(
    "data",
    [
        "\ufeffTỉnh, thành phố;Số\r\nHuế;5\r\n".encode(),
        '"Tỉnh, thành phố",Số\nHuế,5\n'.encode(),
        "Tỉnh, thành phố\tSố\nHuế\t5\n".encode("utf-16"),
        "sep=;\nTỉnh;Số\nHuế;5\n".encode(),
        "Bảng các tỉnh, thành phố\n\nTỉnh;Số\nHuế;5\n".encode(),
    ],
)
def test_csv_files_are_read_however_programs_write_them(data: bytes, tmp_path: Path) -> None:
    (made,) = drafts(tmp_path, data, "t.csv").sources

    assert made.name == "hue"
    assert data_of(made)["document"]["number"] == "5"


def test_quotes_line_breaks_and_composed_letters_in_csv(tmp_path: Path) -> None:
    table = 'Tỉnh,Họ tên người ký,Đặc điểm tình hình\nHuế,"Tên ""thử"", A","Một\nHai"\nHà Nam,x,\n'

    made = drafts(tmp_path, table).sources

    assert data_of(made[0])["document"]["signer"]["name"] == 'Tên "thử", A'
    assert data_of(made[0])["context"] == [{"vi": "Một"}, {"vi": "Hai"}]
    assert made[1].name == "ha-nam"


@pytest.mark.parametrize(
    ("name", "data", "want"),
    [
        ("t.csv", "Tỉnh;Số\nHuế;5\n".encode("utf-16-le"), "is not saved as UTF-8"),
        (
            "t.csv",
            "Province;Signer\nHue;Nguy\xean\n".encode("latin-1"),
            "t.csv:2: error: The CSV file is not saved as UTF-8 (byte 0xEA)",
        ),
        ("t.csv", b'Province,No\nHue,"5\n', "The quotes in the CSV file do not match"),
        ("t.csv", "Tinhh;Số\nHuế;5\n".encode(), "Nearest: “Tinhh”."),
        ("t.csv", b'sep=;\nProvince;No\nHue;x"5\n"', "t.csv:4: error: The quotes"),
        ("t.csv", b"Province;Number\n;\n", "The table has no row of a province."),
        ("t.csv", b"", "The table has no column “Province”."),
        ("t.xlsx", b"PK\x03\x04 no", "The Excel file is damaged"),
        ("t.xls", b"x", "must be an .xlsx or .csv file"),
    ],
)
def test_a_table_that_cannot_be_read_is_told(
    name: str, data: bytes, want: str, tmp_path: Path
) -> None:
    (told,) = refused(tmp_path, data, name=name)

    assert want in told
    assert f"{tmp_path}/{name}" in told


def test_a_commune_s_plan_is_no_common_plan(tmp_path: Path) -> None:
    common = COMMON + "unit: {level: commune, type: xã, vi: Công Hải}\n"

    assert "is a commune's" in refused(tmp_path, "Tỉnh\nHuế\n", common=common)[0]


def test_a_placeholder_in_the_common_plan_is_no_province(tmp_path: Path) -> None:
    common = COMMON.replace("province: cao-bang   # whose it was\n", "")

    (made,) = drafts(tmp_path, "Tỉnh;Ngày\nHuế;28/3/2025\n", common=common).sources

    assert data_of(made)["province"] == "hue"
    assert data_of(made)["document"]["issuer"] == "thanh-uy"


TEXTS = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Co", "Cn", "Zs", "Zl", "Zp"),
                  include_characters=" "),
    min_size=1, max_size=20,
).filter(str.strip)  # fmt: skip


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.data())
def test_random_values_come_out_exactly_and_the_rest_is_untouched(
    tmp_path: Path, data: st.DataObject
) -> None:
    import csv
    import io
    import unicodedata

    columns: dict[str, tuple[str | int, ...]] = {
        "Họ tên người ký": ("document", "signer", "name"),
        "Ký hiệu": ("document", "symbol"),
        "Thời hạn: 1.1.2": ("tasks", 1, "deadline"),
        "Nơi ban hành": ("document", "place"),
    }
    order = list(columns)
    Random(data.draw(st.integers())).shuffle(order)
    values = {name: data.draw(st.none() | TEXTS) for name in order}
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=data.draw(st.sampled_from(",;\t")))
    writer.writerow(["Tỉnh", *order])
    writer.writerow(["Cao Bằng", *(values[name] for name in order)])

    (made,) = drafts(tmp_path, stream.getvalue()).sources

    want = copy.deepcopy(read_yaml(COMMON.encode(), "").data)
    for name, path in columns.items():
        if values[name] is not None:
            holder = want
            for part in path[:-1]:
                holder = holder[part]
            holder[path[-1]] = unicodedata.normalize("NFC", values[name] or "").strip()
    got = data_of(made)
    assert json.dumps(got, sort_keys=True, default=str) == json.dumps(
        want, sort_keys=True, default=str
    )


OPTIONS = Options(languages=("vi",), documents=("action-plan",))


def test_a_batch_makes_each_row_s_documents_and_its_plan_file(
    tmp_path: Path, texts: dict[str, str]
) -> None:
    common, table, out = tmp_path / "common.yaml", tmp_path / "t.csv", tmp_path / "out"
    common.write_text(texts["ha-nam"], "utf-8")
    table.write_text("Tỉnh;Số;Ngày\nHuế;5;\nHà Nam;;\nHà Nô;;\nAn Giang;;31/2/2025\n", "utf-8")

    done = batch(common, out, OPTIONS, table=table, jobs=1)

    assert [each.name for each in done.failed] == ["t.csv:4", "an-giang"]
    alone = build(load_plan(out / "hue" / "plan.yaml"), ["vi"]).files[0]
    assert (out / "hue" / alone.name).read_bytes() == alone.data
    assert (out / "ha-nam" / "plan.yaml").read_text("utf-8").split() == texts["ha-nam"].split()
    bad = done.failed[1].findings[0]
    assert (bad["cell"], Path(str(bad["file"])).name) == ("C5", "t.csv")

    table.write_text("Tỉnh;Số;Ngày\nHuế;6;\nHà Nam;;\n", "utf-8")
    again = batch(common, out, OPTIONS, table=table, jobs=1)
    assert [(each.name, each.skipped) for each in again.plans] == [("hue", False), ("ha-nam", True)]


def test_what_is_wrong_with_a_row_s_plan_is_told_at_its_cell_or_in_the_common_plan(
    tmp_path: Path,
) -> None:
    common, table = tmp_path / "common.yaml", tmp_path / "t.csv"
    common.write_text(COMMON.replace("[so-tai-chinh]", "[so-tai-chin]"), "utf-8")
    table.write_text("Tỉnh;Dự thảo lần\nHuế;0\n", "utf-8")

    (record,) = batch(common, tmp_path / "out", OPTIONS, table=table, jobs=1).plans

    errors = [each for each in record.findings if each["level"] == "error"]
    places = [(Path(str(each["file"])).name, each["line"], each.get("cell")) for each in errors]
    assert sorted(places, key=str) == [("common.yaml", 33, None), ("t.csv", 2, "B2")]


def test_a_common_plan_may_be_a_workbook(tmp_path: Path) -> None:
    from r57plans.batch.rows import sources_from
    from r57plans.workbook.exporting import export

    (tmp_path / "common.yaml").write_text(COMMON, "utf-8")
    (tmp_path / "common.xlsx").write_bytes(export(load_plan(tmp_path / "common.yaml"), "vi"))
    (tmp_path / "t.csv").write_text("Tỉnh;Số\nHà Nam;5\n", "utf-8")

    (made,) = sources_from(tmp_path / "common.xlsx", tmp_path / "t.csv").sources

    plan, report = check_plan(text_of(made).encode())
    assert report.errors == ()
    assert plan is not None
    assert (plan.province, plan.document.number) == ("ha-nam", "5")
