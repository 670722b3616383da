"""Sub-tasks that a row may cover: suggested with a score, put in only where that is asked for."""

from __future__ import annotations

from pathlib import Path

from import_builders import SIX, read, word

from r57plans.load import load_catalogue, parse_plan

FIVE_G = "Phát triển hạ tầng viễn thông, Internet, phủ sóng 5G toàn tỉnh"


def file(*tasks: str) -> bytes:
    """A plan of these tasks."""
    return word([SIX, *([str(n), text, "Sở Y tế", "", "", "2025"] for n, text in enumerate(tasks))])


def test_a_suggestion_is_a_comment_with_its_score_and_no_part_of_the_plan() -> None:
    imported = read(file(FIVE_G))

    (taken,) = imported.report.tasks
    best = taken.suggestions[0]
    assert load_catalogue("nq57").sub_tasks[best.id].group == 3
    assert f"\n    # covers: [{best.id}]  # {best.score:.2f} " in imported.text
    assert imported.plan.tasks[0].covers == ()


def test_the_comment_is_the_plans_own_once_its_sign_is_gone() -> None:
    imported = read(file(FIVE_G))

    edited = imported.text.replace("    # covers:", "    covers:")

    (task,) = parse_plan(edited.encode()).tasks
    assert task.covers == (imported.report.tasks[0].suggestions[0].id,)


def test_the_words_of_a_sub_task_are_found_with_the_highest_score() -> None:
    catalogue = load_catalogue("nq57")
    wanted = [task for task in catalogue.sub_tasks.values() if not task.parameters][::9]

    imported = read(file(*(task.text.vi for task in wanted)))

    found = [taken.suggestions[0] for taken in imported.report.tasks]
    assert [each.id for each in found] == [task.id for task in wanted]
    assert min(each.score for each in found) > 0.9


def test_from_the_score_that_is_asked_for_it_is_put_in_and_said() -> None:
    sure = load_catalogue("nq57").sub_tasks["1.1.1"].text.vi

    imported = read(file(sure, "Trồng hoa ven đường"), covers=0.8)

    first, second = imported.plan.tasks
    assert (first.covers, second.covers) == (("1.1.1",), ())
    assert "# covers: 1.1.1 = " in imported.text
    assert imported.report.put_in == 1


def test_what_no_sub_task_is_about_has_no_suggestion() -> None:
    (taken,) = read(file("Trồng hoa ven đường quốc lộ")).report.tasks

    assert taken.suggestions == ()


def test_the_same_file_gives_the_same_bytes(tmp_path: Path) -> None:
    data = file(FIVE_G, "Trồng hoa")

    assert read(data).text == read(data).text


def test_a_suggestion_speaks_of_the_province_and_has_no_placeholder() -> None:
    imported = read(file("Rà soát, tháo gỡ vướng mắc trong văn bản quy phạm pháp luật"))

    title = imported.report.tasks[0].suggestions[0].title
    assert title.vi.endswith("của tỉnh")
    assert "{" not in title.vi + title.say("en")
