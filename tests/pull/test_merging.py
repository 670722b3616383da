"""Several edited copies, and a plan that moved on: what agrees is one, what does not is told."""

from __future__ import annotations

from pull_builders import by, change

from r57plans.model.proposal import Proposal
from r57plans.pull import Pulled
from r57plans.pull.merging import Conflict, Copy, merged
from r57plans.pull.printed import PrintedValues

DEADLINE = "task/1.1.1/deadline"
PRINTED = (
    ("context/0", "Đoạn một."),
    ("task/1.1.1/text", "Việc một."),
    ("task/1.1.1/leads/0", "Sở A"),
    ("task/1.1.1/leads/1", "sở B"),
    (DEADLINE, "Quý\xa0II/2025"),
    ("target/t/values/2030", "≥\xa020% GRDP"),
    ("target/t/values/2030", "≥\xa020"),
)


def copy(
    *proposals: Proposal, name: str = "a.docx", now: tuple[tuple[str, str], ...] | None = PRINTED
) -> Copy:
    return Copy(
        name, PrintedValues(PRINTED), None if now is None else PrintedValues(now), proposals
    )


def today(path: str, *texts: str) -> tuple[tuple[str, str], ...]:
    """What the plan prints after a change of one field, or without it."""
    rest = tuple(pair for pair in PRINTED if not pair[0].startswith(path))
    return (*rest, *((path, text) for text in texts))


def test_a_change_of_what_the_plan_still_says_can_be_taken() -> None:
    one = change(DEADLINE, "Quý III/2025", old=("Quý II/2025",))

    found = merged([copy(one)])

    assert (found.proposals, found.conflicts, found.already) == ((one,), (), ())


def test_a_field_that_the_plan_changed_otherwise_is_a_conflict_with_all_three_values() -> None:
    one = change(DEADLINE, "Quý III/2025", old=("Quý II/2025",))

    found = merged([copy(one, now=today(DEADLINE, "Quý IV/2025"))])

    assert found.proposals == ()
    conflict = found.conflicts[0]
    assert (conflict.id, conflict.base, conflict.mine, conflict.theirs) == (
        DEADLINE,
        ("Quý II/2025",),
        ("Quý IV/2025",),
        (one,),
    )


def test_a_field_that_the_plan_changed_alike_is_there_already() -> None:
    one = change(DEADLINE, "Quý III/2025", old=("Quý II/2025",))

    found = merged([copy(one, now=today(DEADLINE, "quý\xa0III/2025"))])

    assert (found.proposals, found.conflicts, found.already) == ((), (), (one,))


def test_a_change_elsewhere_in_the_plan_is_no_conflict() -> None:
    one = change(DEADLINE, "Quý III/2025", old=("Quý II/2025",))

    found = merged([copy(one, now=today("context/0", "Đoạn khác."))])

    assert found.proposals == (one,)


def test_a_value_that_is_printed_with_and_without_its_unit_has_not_moved() -> None:
    one = change("target/t/values/2030", "≥ 25", old=("≥ 20",))
    other = change("target/t/values/2030", "≥ 25% GRDP", old=("≥ 20% GRDP",))

    found = merged([copy(one), copy(other, name="b.docx")], lambda proposal: "the same file")

    assert (len(found.proposals), found.conflicts) == (1, ())


def test_a_list_is_compared_item_by_item() -> None:
    one = change("task/1.1.1/leads", "Sở C", old=("Sở A", "sở B"))

    assert merged([copy(one)]).proposals == (one,)
    assert merged([copy(one, now=today("task/1.1.1/leads", "Sở A"))]).conflicts[0].mine == ("Sở A",)


def test_copies_that_agree_are_one_proposal_and_those_that_do_not_are_listed_by_who() -> None:
    lan = change(DEADLINE, "Quý III/2025", source=by("Lan", "lan.docx"))
    binh = change(DEADLINE, "quý III/2025", source=by("Bình", "binh.docx"))
    chi = change(DEADLINE, "Quý IV/2025", source=by("Chi", "chi.docx"))

    agreed = merged([copy(lan, now=None), copy(binh, now=None)])
    torn = merged([copy(lan, now=None), copy(binh, now=None), copy(chi, now=None)])

    assert (agreed.proposals, agreed.conflicts) == ((lan,), ())
    assert torn.proposals == ()
    assert [side.source.author for side in torn.conflicts[0].theirs] == ["Lan", "Chi"]


def test_words_in_two_languages_stand_beside_each_other() -> None:
    vi = change("context/0", "Đoạn mới.", old=("Đoạn một.",))
    en = change("context/0", "A new paragraph.", language="en", old=("Đoạn một.",))

    assert merged([copy(vi), copy(en)]).proposals == (vi, en)


def test_a_deadline_in_two_languages_is_one_value() -> None:
    vi = change(DEADLINE, "Quý IV/2025")
    en = change(DEADLINE, "Q4 2025", language="en")

    assert len(merged([copy(vi, now=None), copy(en, now=None)]).conflicts) == 1
    assert len(merged([copy(vi, now=None), copy(en, now=None)], lambda p: "").proposals) == 1


def test_a_row_taken_out_that_the_plan_or_another_copy_changes_is_a_conflict() -> None:
    gone = Proposal("remove", "task/1.1.1", task="1.1.1")
    kept = change(DEADLINE, "Quý III/2025", old=("Quý II/2025",))

    assert merged([copy(gone)]).proposals == (gone,)
    assert merged([copy(gone, now=today(DEADLINE, "Quý IV/2025"))]).conflicts[0].theirs == (gone,)
    assert merged([copy(gone), copy(kept, name="b.docx")]).conflicts[0].theirs == (gone, kept)
    assert merged([copy(gone, now=(("context/0", "Đoạn một."),))]).already == (gone,)


def test_a_new_row_that_two_copies_have_comes_once_and_one_that_the_plan_has_not_at_all() -> None:
    row = (("text", ("Việc mới.",)),)
    one = Proposal("add", "task/new-1", row=row, after="1.1.1")
    two = Proposal("add", "task/new-2", row=row, after="1.1.1")
    now = (*PRINTED, ("task/local-1/text", "Việc mới."))

    assert merged([copy(one), copy(two, name="b.docx")]).proposals == (one,)
    assert merged([copy(one, now=now)]).already == (one,)


def test_what_no_plan_can_hold_is_kept_apart() -> None:
    fixed = Proposal("fixed", "", old=("a",), new=("b",))
    remark = Proposal("note", "context/0", new=("Hay.",))

    found = merged([copy(fixed, remark)])

    assert (found.proposals, found.fixed) == ((), (fixed, remark))


def test_every_side_of_a_conflict_can_be_taken_by_an_id_of_its_own() -> None:
    gone = Proposal("remove", "task/1.1.1", task="1.1.1", source=by("", "b.docx"))
    leads, twice = (change("task/1.1.1/leads", name, source=by("")) for name in ("Sở A", "Sở B"))
    later = change(DEADLINE, "2027", source=by(""))
    sides = (gone, leads, twice, later)
    found = Pulled((), (Conflict("remove/task/1.1.1", (), (), sides),))

    assert found.ids == (
        "remove/task/1.1.1@b.docx",
        "task/1.1.1/leads@a.docx",
        "task/1.1.1/leads@a.docx#2",
        "task/1.1.1/deadline@a.docx",
    )
    assert [found.chosen([name]) for name in found.ids] == [(side,) for side in sides]
