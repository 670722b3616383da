"""Accepted proposals change a plan file where they are meant to, and nowhere else."""

from __future__ import annotations

import re

import pytest
from pull_builders import PLAN, applied, by, change, changed, differences

from r57plans.findings import Language
from r57plans.load import parse_plan
from r57plans.model.proposal import Kind, Proposal
from r57plans.pull.editing import Editing


def test_a_deadline_changes_its_line_alone_and_its_comment_stays() -> None:
    found = changed(change("task/1.1.1/deadline", "Quý\xa0IV/2025"))

    assert found == [
        "- deadline: Quý II/2025  # theo văn bản",
        "+ deadline: Quý IV/2025  # theo văn bản",
    ]


@pytest.mark.parametrize(
    ("english", "vietnamese"),
    [
        ("Q4 2025", "Quý IV/2025"),
        ("Before 30 June 2026", "Trước ngày 30/6/2026"),
        ("By the end of 2026", "Đến hết năm 2026"),
        ("Every year", "Hằng năm"),
        ("October 2025", "Tháng 10/2025"),
    ],
)
def test_an_english_deadline_is_read_back_to_vietnamese(english: str, vietnamese: str) -> None:
    found = changed(change("task/1.1.1/deadline", english, language="en"))

    assert re.sub(" +#", " #", found[1]) == f"+ deadline: {vietnamese} # theo văn bản"


def test_an_english_deadline_without_known_meaning_keeps_the_vietnamese_and_is_told() -> None:
    done = applied(change("task/local-3/deadline", "when the snow melts", language="en"))

    assert parse_plan(done.text.encode()).tasks[1].deadline.deadline.wording == "2025"
    assert parse_plan(done.text.encode()).tasks[1].deadline.say("en") == "when the snow melts"
    assert [f.rule for f in done.findings] == ["pull.vietnamese-to-check"]


@pytest.mark.parametrize(
    ("name", "item"),
    [
        ("Sở Nội vụ", "so-noi-vu"),
        ("sở nội vụ", "so-noi-vu"),
        ("Sở NN&MT", "so-nong-nghiep-va-moi-truong"),
        ("VP UBND tỉnh", "van-phong-uy-ban-nhan-dan"),
        ("Quỹ Phát triển tỉnh", "local-quy"),
        ("Bí thư Tỉnh ủy", "{role: bi-thu}"),
    ],
)
def test_the_name_of_a_body_is_written_as_its_id(name: str, item: str) -> None:
    found = changed(change("task/local-3/leads", name))

    assert found[1].replace("\n", "") in (f"+ leads: [{item}]", "+ - role: bi-thu", f"+ - {item}")


def test_bodies_that_stay_keep_the_short_forms_that_the_file_has() -> None:
    found = changed(
        change("task/1.1.1/leads", "Văn phòng Tỉnh ủy", "Sở Khoa học và Công nghệ", "Sở Y tế")
    )

    assert found[1].startswith("+ leads: [van-phong-tinh-uy, so-khcn, so-y-te]")
    assert found[1].endswith("# hai cơ quan")


def test_english_names_are_read_back_to_ids() -> None:
    names = ("Office of the Provincial Party Committee", "the Department of Finance")

    found = changed(change("task/1.1.1/leads", *names, language="en"))

    assert found[1].startswith("+ leads: [van-phong-tinh-uy, so-tai-chinh]")


def test_an_unknown_body_is_written_in_words_and_told() -> None:
    done = applied(change("task/1.1.1/supports", "Sở Tài chính", "Hội Đua thuyền"))

    task = parse_plan(done.text.encode()).tasks[0]
    assert [str(getattr(each, "vi", each)) for each in task.supports] == [
        "so-tai-chinh",
        "Hội Đua thuyền",
    ]
    assert [f.rule for f in done.findings] == ["pull.unknown-body"]


def test_a_body_of_another_day_is_told_with_its_successor() -> None:
    done = applied(change("task/local-3/leads", "Sở Thông tin và Truyền thông"))

    assert [f.rule for f in done.findings] == ["pull.body-not-then"]
    assert "so-khoa-hoc-va-cong-nghe" in done.findings[0].hint.en


def test_an_emptied_list_goes() -> None:
    assert changed(change("task/1.1.1/supports")) == ["- supports: so-tai-chinh"]


def test_a_product_with_other_words_keeps_what_the_plan_says_of_it() -> None:
    done = applied(change("task/1.1.1/products", "Đề án truyền thông", "Báo cáo"))

    assert differences(done.text) == [
        "- - {type: ke-hoach, vi: Kế hoạch truyền thông, en: Communication plan}   # chính",
        "+ - {type: de-an, vi: Đề án truyền thông, en: Communication plan}         # chính",
    ]
    assert [f.rule for f in done.findings] == ["pull.english-is-old"]


def test_a_product_comes_and_a_product_goes() -> None:
    assert changed(change("task/1.1.1/products", "Báo cáo", "Phim ngắn")) == [
        "- - {type: ke-hoach, vi: Kế hoạch truyền thông, en: Communication plan}   # chính",
        "+ - vi: Phim ngắn",
    ]


def test_an_english_product_that_is_a_type_alone_is_read_back() -> None:
    found = changed(
        change("task/local-3/products", "Decision", language="en"),
    )

    assert found == ["+ products:", "+ - type: quyet-dinh"]


def test_a_text_of_the_catalogue_becomes_the_plans_own() -> None:
    assert changed(change("task/1.1.1/text", "Tuyên truyền Nghị quyết.")) == [
        "+ text: Tuyên truyền Nghị quyết."
    ]


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_local_figure_in_a_text_of_the_catalogue_goes_to_its_parameter(
    language: Language,
) -> None:
    text = PLAN.replace("  # nhóm 3\n", "  - {id: 1.1.6, params: {ty_le: 15%}}\n  # nhóm 3\n")
    printed = Editing(text, parse_plan(text.encode())).printer(language).task(2, "text")
    figure = change("task/1.1.6/text", printed.replace("15%", "20%"), language=language)
    words = change("task/1.1.6/text", printed.replace("15%", "20% (x)") + " x", language=language)

    assert changed(figure, text=text) == [
        "- - {id: 1.1.6, params: {ty_le: 15%}}",
        "+ - {id: 1.1.6, params: {ty_le: 20%}}",
    ]
    assert "ty_le: 15%" in applied(words, text=text).text


def test_an_english_text_stands_beside_the_vietnamese() -> None:
    done = applied(change("task/local-3/text", "Build a bridge.", language="en"))

    assert differences(done.text)[1] == "+ text: {vi: Làm cầu số., en: Build a bridge.}"
    assert [f.rule for f in done.findings] == ["pull.vietnamese-to-check"]


def test_a_text_over_several_lines_keeps_the_lines_that_did_not_change() -> None:
    new = (
        "Cao Bằng là tỉnh miền núi, biên giới, có hệ thống cửa khẩu và công viên địa chất toàn cầu,"
        " kinh tế còn nhỏ, dân cư thưa."
    )

    assert changed(change("context/0", new)) == [
        "- kinh tế còn nhỏ, dân cư phân tán.",
        "+ kinh tế còn nhỏ, dân cư thưa.",
    ]


@pytest.mark.parametrize(
    ("path", "new", "line"),
    [
        ("target/digital-economy/values/2030", "≥\xa025% GRDP", 'value: "≥ 25", unit: "% GRDP"'),
        ("target/digital-economy/values/2030", ">= 25", 'value: "≥ 25", unit: "% GRDP"'),
        ("target/digital-economy/values/2030", "≥ 25 tỷ đồng", 'value: "≥ 25", unit: "tỷ đồng"'),
        ("target/digital-economy/values/2030", "tăng dần", 'value: "tăng dần"'),
        (
            "target/local-1/values/2030",
            "≥ 6 nhiệm vụ/năm (toàn tỉnh) (giai đoạn 2026 - 2030)",
            '{from: 2026, year: 2030, value: "≥ 6", unit: nhiệm vụ, per: năm, scope: toàn tỉnh}',
        ),
        (
            "target/local-1/values/2030",
            "≥ 5 nhiệm vụ/năm (vùng cao) (giai đoạn 2025 - 2030)",
            "scope: vùng cao}",
        ),
    ],
)
def test_a_value_changes_only_in_the_piece_that_changed(path: str, new: str, line: str) -> None:
    found = changed(change(path, new))

    assert len(found) == 2
    assert line in found[1]


def test_a_value_with_english_figures_is_written_the_vietnamese_way() -> None:
    found = changed(change("target/digital-economy/values/2030", "≥ 20.5", language="en"))

    assert 'value: "≥ 20,5"' in found[1]


def test_a_baseline_is_added_with_its_year() -> None:
    done = applied(change("target/digital-economy/baseline", "Năm 2024: 6% GRDP"))

    base = parse_plan(done.text.encode()).targets[0].baseline
    assert base is not None
    assert (base.year, base.value.vi, base.unit and base.unit.vi) == (2024, "6", "% GRDP")


@pytest.mark.parametrize(
    ("key", "new", "language", "line"),
    [
        ("number", "07", "vi", "+ number: 07               # để trống"),
        ("date", "ngày\xa002 tháng\xa04 năm\xa02025", "vi", "+ date: 2025-04-02"),
        ("date", "2 April 2025", "en", "+ date: 2025-04-02"),
        ("date", "ngày      tháng 4 năm 2025", "vi", "+ date: 2025-04"),
        ("place", "Thành phố Cao Bằng", "vi", "+ place: Thành phố Cao Bằng"),
        ("title", "về chuyển đổi số", "vi", "+ title: về chuyển đổi số"),
        ("signer/name", "Nguyễn Văn A", "vi", "+ signer: {role: bi-thu, name: Nguyễn Văn A}"),
    ],
)
def test_particulars_are_read_back(key: str, new: str, language: Language, line: str) -> None:
    found = changed(change(f"document/{key}", new, language=language))

    assert found[-1] == line


@pytest.mark.parametrize(
    ("path", "new", "language", "line"),
    [
        ("head", "Nguyễn Văn A, Bí thư Tỉnh ủy", "vi", "{role: bi-thu, name: Nguyễn Văn A}"),
        ("head/name", "Nguyễn Văn A", "vi", "{role: bi-thu, name: Nguyễn Văn A}"),
        ("deputies/0", "Bí thư Tỉnh ủy", "vi", "[{role: bi-thu, standing: true}]"),
        ("members/1/name", "Lê B", "vi", "{role: chanh-van-phong, name: Lê B}]"),
        (
            "members/0",
            "Head of the Organisation Commission of the Provincial Party Committee, Tran C",
            "en",
            "name: Tran C",
        ),
        ("head", "Tran C, Secretary of the Provincial Party Committee", "en", "name: Tran C}"),
    ],
)
def test_posts_and_names_of_the_committee_are_read_back(
    path: str, new: str, language: Language, line: str
) -> None:
    done = applied(change(f"committee/{path}", new, language=language))

    assert not done.refused
    assert line in done.text


def test_a_post_that_is_not_known_is_refused() -> None:
    done = applied(change("committee/head", "Thuyền trưởng"))

    assert (done.text, len(done.refused)) == (PLAN, 1)


def test_recipients_change_come_and_go() -> None:
    assert (
        changed(
            change("document/recipients/1", "Các sở, ngành"),
            Proposal("remove", "document/recipients/0"),
            Proposal(
                "add",
                "document/recipients",
                new=("- Báo X,",),
                after="document/recipients/1",
            ),
        )[1]
        == '+ recipients: ["Các sở, ngành", Báo X]'
    )


def test_a_new_row_becomes_a_local_task_below_the_one_above_it() -> None:
    row = (
        ("text", ("Việc mới.",)),
        ("leads", ("Sở Y tế",)),
        ("products", ("Báo cáo",)),
        ("deadline", ("Quý III/2025",)),
    )

    plan = parse_plan(
        applied(Proposal("add", "task/new-1", row=row, after="1.1.1", group="1")).text.encode()
    )

    assert [task.id for task in plan.tasks] == ["1.1.1", "local-4", "local-3", "3.4.1"]
    new = plan.tasks[1]
    assert (new.group, new.leads, new.deadline.say("vi")) == ("1", ("so-y-te",), "Quý III/2025")


def test_comments_keep_their_places_around_a_new_row() -> None:
    row = (("text", ("Việc mới.",)),)

    found = changed(Proposal("add", "task/new-1", row=row, after="local-3", group="1"))

    assert found == ["+ - id: local-4", '+ group: "1"', "+ text: Việc mới."]


def test_a_deleted_row_takes_its_task_and_what_names_it_out() -> None:
    done = applied(Proposal("remove", "task/1.1.1", task="1.1.1"))

    plan = parse_plan(done.text.encode())
    assert [task.id for task in plan.tasks] == ["local-3", "3.4.1"]
    assert plan.tasks[1].after == ()
    assert plan.initiatives[0].tasks == ("3.4.1",)
    assert [f.rule for f in done.findings] == ["pull.task-removed"]
    assert "# nhóm 1" in done.text
    assert "# nhóm 3" in done.text


def test_rows_that_come_and_go_together_stand_where_they_should() -> None:
    row = (("text", ("Việc mới.",)),)

    done = applied(
        Proposal("remove", "task/1.1.1", task="1.1.1"),
        Proposal("add", "task/new-1", row=row, after="1.1.1", group="1"),
        Proposal("add", "task/new-2", row=(("text", ("Việc nữa.",)),), after="1.1.1", group="1"),
        change("task/3.4.1/deadline", "2026"),
        Proposal("remove", "task/3.4.1", task="3.4.1"),
    )

    plan = parse_plan(done.text.encode())
    assert [task.id for task in plan.tasks] == ["local-4", "local-5", "local-3"]
    assert [task.text.vi for task in plan.tasks[:2] if task.text] == ["Việc mới.", "Việc nữa."]


def test_a_row_may_go_at_the_very_place_where_another_comes() -> None:
    row = (("text", ("Việc mới.",)),)

    done = applied(
        Proposal("add", "task/new-1", row=row, after="1.1.1", group="1"),
        Proposal("remove", "task/local-3", task="local-3"),
    )

    plan = parse_plan(done.text.encode())
    assert [task.id for task in plan.tasks] == ["1.1.1", "local-4", "3.4.1"]


def test_a_changed_mark_of_punctuation_is_a_change() -> None:
    assert changed(change("context/1", "Đoạn thứ hai;")) == [
        "- - Đoạn thứ hai.",
        "+ - Đoạn thứ hai;",
    ]


def test_a_new_row_of_the_targets_becomes_a_local_target() -> None:
    row = (("name", ("Số hóa di tích",)), ("unit", ("%",)), ("values/2030", ("≥ 50",)))

    done = applied(Proposal("add", "target/new-1", row=row, after="digital-economy"))

    target = parse_plan(done.text.encode()).targets[1]
    assert (target.id, target.name and target.name.vi) == ("local-2", "Số hóa di tích")
    assert [(v.year, v.value.vi) for v in target.values] == [(2030, "≥ 50")]


def test_all_columns_of_a_new_row_are_taken_or_told() -> None:
    target = (("name", ("Số hóa",)), ("unit", ("%",)), ("baseline", ("2024: 10",)))
    task = (("text", ("Số hóa.",)), ("funding", ("Ngân sách",)), ("milestones", ("2026: Xong",)))

    done = applied(
        Proposal("add", "target/new-1", row=target, after="digital-economy"),
        Proposal("add", "task/new-1", row=task, after="1.1.1"),
    )

    plan = parse_plan(done.text.encode())
    base, funding = plan.targets[1].baseline, plan.tasks[1].funding
    assert (base and (base.year, base.value.vi), funding and funding.vi) == (
        (2024, "10"),
        "Ngân sách",
    )
    assert [one.message.vi for one in done.findings if one.rule == "pull.row-in-part"] == [
        "Dòng mới: mốc thực hiện “2026: Xong” chưa được đưa vào kế hoạch."
    ]


def test_a_body_that_is_named_twice_comes_once() -> None:
    new = ("Văn phòng Tỉnh ủy", "Sở Khoa học và Công nghệ", "Sở KH&CN")

    assert changed(change("task/1.1.1/leads", *new)) == []


def test_a_short_comment_is_not_taken_for_words_of_another() -> None:
    first = Proposal("note", "task/local-3/note", new=("Chưa rõ.",), task="local-3", source=by("B"))
    other = Proposal("note", "task/local-3/note", new=("Rõ",), task="local-3", source=by("C"))

    assert "[C, 02/4/2025] Rõ" in changed(first, other)[1]


def test_comments_are_put_behind_the_note_with_who_made_them() -> None:
    found = changed(
        Proposal("note", "task/local-3/note", new=("Nên lùi.",), task="local-3", source=by("Lê B")),
        Proposal("note", "task/local-3/note", new=("Đồng ý.",), task="local-3", source=by("Vũ C")),
    )

    assert found[1] == "+ note: Chờ ý kiến. [Lê B, 02/4/2025] Nên lùi. [Vũ C, 02/4/2025] Đồng ý."


def test_paragraphs_come_and_go() -> None:
    found = changed(
        Proposal("remove", "context/1"),
        Proposal("add", "context", new=("Đoạn giữa.",), after="context/0"),
    )

    assert found == ["- - Đoạn thứ hai.", "+ - Đoạn giữa."]


def test_what_a_plan_cannot_take_is_refused_with_the_reason_and_the_rest_is_written() -> None:
    done = applied(
        change("task/9.9.9/text", "x"),
        change("task/1.1.1/deadline", "Quý III/2025"),
        change("document/date", "hôm nào đó"),
        Proposal("fixed", "", old=("a",), new=("b",)),
        Proposal("remove", "target/local-1", target="local-1"),
    )

    assert [refusal.proposal.path for refusal in done.refused] == [
        "task/9.9.9/text",
        "document/date",
        "",
    ]
    plan = parse_plan(done.text.encode())
    assert plan.tasks[0].deadline.say("vi") == "Quý III/2025"
    assert [target.id for target in plan.targets] == ["digital-economy"]


def test_what_would_not_load_is_refused_and_the_rest_is_written() -> None:
    done = applied(
        change("task/local-3/text", "Việc khác."),
        change("document/title", "Tên \x07 hỏng"),
        change("task/1.1.1/deadline", "2026"),
    )

    assert [refusal.proposal.path for refusal in done.refused] == ["document/title"]
    assert len(differences(done.text)) == 4


def test_without_proposals_the_very_text_comes_back() -> None:
    assert applied().text == PLAN


def test_words_printed_with_other_tone_marks_stay_as_the_author_wrote_them() -> None:
    text = PLAN.replace("tasks:\n", "spelling: old\ntasks:\n", 1).replace(
        "Làm cầu số.", "Hòa mạng số."
    )

    found = changed(change("task/local-3/text", "Hoà mạng số mới."), text=text)

    assert "vi: Hòa mạng số mới." in found[1]


@pytest.mark.parametrize(
    "path",
    [
        *(
            "",
            "task",
            "task/9.9.9",
            "task/1.1.1/note",
            "task/1.1.1/monitor",
        ),
        *("target/local-1/values/²/9", "context/-1", "context/99/x", "sections/model_fields/0"),
        *("document/model_dump", "documents/x/number", "committee/head/role", "group/1/title"),
        "annex/99/title",
    ],
)
@pytest.mark.parametrize("kind", ["change", "remove", "add"])
def test_a_place_that_a_plan_does_not_have_is_refused_or_changes_nothing(
    path: str, kind: Kind
) -> None:
    done = applied(Proposal(kind, path, new=("x",), after="context/99"))

    assert done.refused
    assert done.text == PLAN
