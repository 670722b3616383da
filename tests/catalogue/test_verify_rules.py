"""Each rule for a catalogue is silent on a sound one and speaks where something is wrong."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from catalogue_builders import (
    AFTER,
    BEFORE,
    CHANGE,
    both,
    case_of,
    document,
    made,
    named,
    paragraph,
    part,
    sound_data,
    source,
    spoilt,
    sub_task,
)

from r57plans.assets import catalogue_folder
from r57plans.catalogue.verify import RULES, Case, Rule, verify
from r57plans.catalogue.verify.bodies import bodies
from r57plans.catalogue.verify.completeness import complete, coverage
from r57plans.catalogue.verify.languages import both_languages, placeholders
from r57plans.catalogue.verify.numbering import ids
from r57plans.catalogue.verify.references import references
from r57plans.catalogue.verify.versions import published
from r57plans.findings import NOWHERE, Finding, Report
from r57plans.load import RecordPlaces, load_catalogue, load_registers, record_places
from r57plans.model.catalogue import Catalogue
from r57plans.model.history import as_of, digest

P11 = "groups.0.paragraphs.0"
TASKS = f"{P11}.sub_tasks"
T111 = f"{TASKS}.0"
T121 = "groups.0.paragraphs.1.sub_tasks.0"
FIGURE = {"id": "so_cho", "vi": "Số chợ", "en": "Number of markets"}


def said(catalogue: Catalogue) -> list[tuple[str, str]]:
    """Rule and record of all that any rule says, without the rules' common first word."""
    found = verify(case_of(catalogue))
    return [(f.rule.removeprefix("catalogue."), f.place.file) for f in found]


def only(catalogue: Catalogue) -> Finding:
    """The one finding there is."""
    (found,) = verify(case_of(catalogue))
    return found


# --- all rules


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_a_rule_is_silent_on_a_sound_catalogue(rule: Rule) -> None:
    assert list(rule(case_of(made(sound_data())))) == []


BAD: dict[Rule, dict[str, Any]] = {
    ids: {f"{TASKS}.1.id": "1.1.3"},
    references: {f"{T111}.indicators": ["khong-co"]},
    both_languages: {f"{T111}.title.en": None},
    placeholders: {f"{T111}.text": both("Mở {so_cho} chợ.")},
    coverage: {f"{P11}.sentences.1.frame": False},
    complete: {f"{T111}.leads": []},
    bodies: {f"{T111}.leads": ["khong-co"]},
    published: {"digests": {}},
}


def test_every_rule_is_shown_speaking() -> None:
    assert tuple(BAD) == RULES


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_a_rule_alone_speaks_on_its_bad_sample_as_an_error_in_both_languages(rule: Rule) -> None:
    case = case_of(spoilt(BAD[rule]))

    found = list(rule(case))

    assert found
    assert Report.of(found) == verify(case)
    assert {f.level for f in found} == {"error"}
    assert all(f.message.vi and f.message.en and f.message.vi != f.message.en for f in found)


# --- numbers and ids


def test_a_gap_in_the_numbers_is_said_with_the_number_expected() -> None:
    found = only(spoilt({f"{TASKS}.1.id": "1.1.3"}))

    assert (found.rule, found.place.file) == ("catalogue.numbering", "sub-task 1.1.3")
    assert "1.1.2 is expected" in found.message.en
    assert "retired" in found.hint.vi


def test_numbers_out_of_order_are_said_once_a_paragraph() -> None:
    swapped = spoilt({
        TASKS: [sub_task("1.1.2", "1.1.s1"), sub_task("1.1.1", "1.1.s3")],
        f"{T121}.id": "1.2.2",
    })  # fmt: skip

    assert said(swapped) == [("numbering", "sub-task 1.1.2"), ("numbering", "sub-task 1.2.2")]


@pytest.mark.parametrize(
    ("path", "name"), [(f"{P11}.sentences.0.id", "1.2.s7"), ("parts.0.sentences.0.id", "II.1.s9")]
)
def test_a_sentence_under_another_paragraph_or_number_is_said(path: str, name: str) -> None:
    assert ("numbering", f"sentence {name}") in said(spoilt({path: name}))


def test_a_sub_task_under_another_paragraph_is_said() -> None:
    moved = spoilt({f"{T121}.id": "2.1.1", "groups.1.paragraphs.0.sub_tasks.0.id": "1.2.1"})

    assert said(moved) == [("numbering", "sub-task 1.2.1"), ("numbering", "sub-task 2.1.1")]


def test_a_paragraph_out_of_order_is_said() -> None:
    wrong = paragraph("1.3", 1, sub_task("1.3.1", "1.3.s1"))

    found = only(spoilt({"groups.0.paragraphs.1": wrong}))

    assert (found.rule, found.place.file) == ("catalogue.numbering", "paragraph 1.3")
    assert "1.2 is expected" in found.message.en


def _retired(*names: str) -> list[dict[str, Any]]:
    return [{"id": n, "since": "2026.01", "reason": both("Trùng")} for n in names]


@pytest.mark.parametrize(
    ("living", "retired"),
    [
        (("1.1.1", "1.1.3"), ("1.1.2",)),
        (("1.1.2", "1.1.3"), ("1.1.1",)),
        (("1.1.1", "1.1.2"), ("1.1.3",)),
        (("1.1.3", "1.1.4"), ("1.1.1", "1.1.2")),
        (("1.1.1", "1.1.2"), ("2.1.7",)),
    ],
)
def test_the_number_of_a_retired_sub_task_is_no_gap(
    living: tuple[str, str], retired: tuple[str, ...]
) -> None:
    first, second = living
    tasks = [sub_task(first, "1.1.s1"), sub_task(second, "1.1.s3")]

    catalogue = spoilt({TASKS: tasks, "retired": _retired(*retired), "directives": []}
                       | {"requirement": []})  # fmt: skip

    assert said(catalogue) == []


@pytest.mark.parametrize("retired", ["1.2.2", "1.1.1", "2.1.3"])
def test_a_number_retired_elsewhere_leaves_the_gap(retired: str) -> None:
    gap = {f"{TASKS}.1.id": "1.1.3", "retired": _retired(retired)}

    assert "numbering" in {rule for rule, _ in said(spoilt(gap))}


def test_a_retired_number_is_not_given_again() -> None:
    again = spoilt({"retired": _retired("1.1.2")})

    assert said(again) == [("numbering", "sub-task 1.1.2")]


NAMED: dict[str, tuple[str, dict[str, Any]]] = {
    "targets": ("kinh-te-so", {"name": both("x"), "values": [{"value": "1"}], "provincial": "no"}),
    "baselines": ("so-goc", {"name": both("x"), "value": {"value": "1"}}),
    "principles": ("dan-la-goc", {"title": both("x"), "text": both("x")}),
    "duties": ("bao-cao", {}),
    "directives": ("D01", {"body": both("x"), "text": both("x"), "for_province": "follow"}),
    "requirement": ("lo-trinh", {n: both("x") for n in ("title", "text", "evidence")}
                    | {"directive": "D01"}),
}  # fmt: skip


@pytest.mark.parametrize("kind", NAMED)
def test_two_records_of_a_kind_with_one_id_are_said(kind: str) -> None:
    name, fields = NAMED[kind]
    data = sound_data()
    data[kind].append(named(name, **fields))

    found = only(made(data))

    assert (found.rule, found.place.file) == ("catalogue.duplicate-id", f"{kind} {name}")
    assert f"“{name}” is already used in {kind}" in found.message.en


def test_two_documents_with_one_id_are_said() -> None:
    data = sound_data()
    data["documents"].append(document("qd-cu"))

    assert said(made(data)) == [("duplicate-id", "documents qd-cu")]


def test_records_of_two_kinds_with_one_id_are_said_at_the_second() -> None:
    data = sound_data()
    data["duties"].append(named("kinh-te-so"))

    found = only(made(data))

    assert (found.rule, found.place.file) == ("catalogue.duplicate-id", "duties kinh-te-so")
    assert "used in targets" in found.message.en


# --- references

EDITION = {"id": "khac", "language": "vi", "name": both("Bản khác"), "basis": "verified",
           "sentences": [{"id": "1.1.s1", "fingerprint": "x", "of": ["9.9.s1"]}],
           "source": "x"}  # fmt: skip
UNKNOWN: list[tuple[str, Any, str, str]] = [
    ("document", "nq-xa", "unknown-document", "catalogue nq-nho"),
    (f"{T111}.indicators", ["kinh-te-xanh"], "unknown-target", "sub-task 1.1.1"),
    (f"{T111}.bottleneck", ["sloth"], "unknown-bottleneck", "sub-task 1.1.1"),
    (f"{T111}.subjects", ["ghosts"], "unknown-subject", "sub-task 1.1.1"),
    (f"{T111}.core", ["luck"], "unknown-core", "sub-task 1.1.1"),
    (f"{T111}.products.0.type", "ke-hach", "unknown-product", "sub-task 1.1.1"),
    (f"{T111}.source.document", "nq-xa", "unknown-document", "sub-task 1.1.1"),
    (f"{T111}.source.sentences", ["1.1.s1", "1.1.s9"], "unknown-sentence", "sub-task 1.1.1"),
    ("principles.0.core", ["luck"], "unknown-core", "principles dan-la-goc"),
    ("baselines.0.target", "kinh-te-xanh", "unknown-target", "baselines so-goc"),
    ("directives.0.sub_tasks", ["1.1.1", "1.1.9"], "unknown-sub-task", "directives D01"),
    ("requirement.0.directive", "D02", "unknown-directive", "requirement lo-trinh"),
    ("documents.1.replaced_by", "qd-xa", "unknown-document", "documents qd-cu"),
    ("documents.2.amended_by", ["qd-xa"], "unknown-document", "documents qd-moi"),
    ("groups.1.source.document", "nq-xa", "unknown-document", "groups 2"),
    ("editions", [EDITION], "unknown-sentence", "editions khac"),
    *(
        (f"{kind}.0.source", source("I.1.s1", "IV.1.s1", "II.1.s1", "V.9.s9"),
         "unknown-sentence", f"{kind} {name}")
        for kind, (name, _) in NAMED.items()
    ),
    *(
        (f"{kind}.0.source.document", "nq-xa", "unknown-document", f"{kind} {name}")
        for kind, (name, _) in NAMED.items()
    ),
]  # fmt: skip


@pytest.mark.parametrize(("path", "value", "rule", "record"), UNKNOWN)
def test_an_id_that_names_nothing_is_said(path: str, value: Any, rule: str, record: str) -> None:
    assert said(spoilt({path: value})) == [(rule, record)]


def test_a_retired_sub_task_went_into_one_that_is_there() -> None:
    gone = _retired("1.1.3")[0]

    assert said(spoilt({"retired": [gone | {"into": ["1.1.1", "1.2.1"]}]})) == []
    assert said(spoilt({"retired": [gone | {"into": ["1.1.1", "1.1.9"]}]})) == [
        ("unknown-sub-task", "retired 1.1.3")
    ]


def test_every_kind_of_reference_is_shown_unknown() -> None:
    kinds = ("target", "sub-task", "directive", "document", "sentence", "bottleneck", "subject",
             "core", "product")  # fmt: skip

    assert {rule for _, _, rule, _ in UNKNOWN} == {f"unknown-{kind}" for kind in kinds}


def test_the_nearest_id_is_offered() -> None:
    near = only(spoilt({f"{T111}.indicators": ["kinh-te-xo"]}))
    far = only(spoilt({f"{T111}.indicators": ["q"]}))

    assert near.message.en == "1.1.1: there is no target “kinh-te-xo”."
    assert near.hint.en == "Did you mean “kinh-te-so”?"
    assert far.hint.en == "Correct the id, or add what is missing."


# --- both languages

ONE_LANGUAGE: list[tuple[str, str]] = [
    (f"{T111}.title.en", "sub-task 1.1.1"),
    (f"{T111}.text.en", "sub-task 1.1.1"),
    (f"{T111}.products.0.en", "sub-task 1.1.1"),
    ("targets.0.name.en", "targets kinh-te-so"),
    ("baselines.0.value.value.en", "baselines so-goc"),
    ("principles.0.text.en", "principles dan-la-goc"),
    ("requirement.0.evidence.en", "requirement lo-trinh"),
    ("duties.0.text.en", "duties bao-cao"),
    ("directives.0.body.en", "directives D01"),
    ("documents.1.type.en", "documents qd-cu"),
    ("groups.1.short.en", "groups 2"),
    ("parts.0.title.en", "parts I.1"),
]


@pytest.mark.parametrize(("path", "record"), ONE_LANGUAGE)
def test_a_text_without_its_english_is_said(path: str, record: str) -> None:
    assert said(spoilt({path: None})) == [("one-language", record)]


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (f"{T111}.parameters", [FIGURE | {"en": ""}]),
        (f"{T111}.choices", [both("Một"), {"vi": "Hai"}]),
        (f"{T111}.leads", ["so-a", {"vi": "Chủ chợ"}]),
        (f"{T111}.products", [{"type": "ke-hoach", "quantity": "mười chợ"}]),
        (f"{T111}.defect", "Dịch sai"),
    ],
)
def test_texts_within_a_sub_task_need_their_english(path: str, value: Any) -> None:
    texts = {f"{T111}.text": both("Mở {so_cho} chợ.")} if path.endswith("parameters") else {}

    found = said(spoilt({path: value, **texts}))

    assert found == [("one-language", "sub-task 1.1.1")]


@pytest.mark.parametrize("path", [f"{P11}.title", f"{P11}.sentences.0.gist",
                                  "parts.1.sentences.0.gist"])  # fmt: skip
def test_titles_of_paragraphs_and_gists_need_their_english(path: str) -> None:
    found = only(spoilt({path: "Chỉ tiếng Việt"}))

    assert found.rule == "catalogue.one-language"
    assert "Chỉ tiếng Việt" in found.message.en


@pytest.mark.parametrize("figure", ["30", "≥ 30", "40 - 50", "40–50%", "1.000,5"])
def test_a_bare_figure_needs_no_english(figure: str) -> None:
    values = [{"year": 2030, "value": figure}]

    assert said(spoilt({"targets.0.values": values})) == []


@pytest.mark.parametrize("value", ["30 chợ", "khoảng 30"])
def test_a_figure_with_words_needs_it(value: str) -> None:
    values = [{"year": 2030, "value": value}]

    assert said(spoilt({"targets.0.values": values})) == [("one-language", "targets kinh-te-so")]


@pytest.mark.parametrize(("length", "shown"), [(59, 59), (60, 58), (300, 58)])
def test_a_text_of_60_signs_or_more_is_shown_by_its_beginning(length: int, shown: int) -> None:
    found = only(spoilt({f"{T111}.defect": "a" * length}))

    start = found.message.en.partition("“")[2].partition("”")[0]
    assert len(start) == shown
    assert start.endswith("…") == (shown < length)


# --- placeholders


@pytest.mark.parametrize(
    ("vi", "en"),
    [
        ("Mở {so_cho} chợ.", "Open {so_cho} markets."),
        ("{tinh_uy} mở {so_cho} chợ ở {dia_phuong}, {tinh}.",
         "The {committee} opens {so_cho} markets in {place}, a {provincial} {tinh}."),
        ("{so_cho} và {so_cho}.", "{so_cho}."),
    ],
)  # fmt: skip
def test_declared_figures_and_the_words_of_the_unit_may_stand_in_a_text(vi: str, en: str) -> None:
    text = {"vi": vi, "en": en}

    assert said(spoilt({f"{T111}.text": text, f"{T111}.parameters": [FIGURE]})) == []


@pytest.mark.parametrize(
    ("path", "record"),
    [
        ("targets.0.name", "targets kinh-te-so"),
        ("principles.0.text", "principles dan-la-goc"),
        ("duties.0.text", "duties bao-cao"),
        ("directives.0.text", "directives D01"),
    ],
)
def test_other_records_may_name_the_unit_and_no_local_figure(path: str, record: str) -> None:
    ours = {"vi": "Ở {dia_phuong}.", "en": "In {place}."}

    assert said(spoilt({path: ours})) == []
    assert set(said(spoilt({path: both("Mở {so_cho} chợ.")}))) == {("placeholder", record)}


@pytest.mark.parametrize(
    ("path", "record"),
    [(f"{T111}.horizon", "sub-task 1.1.1"), ("directives.0.deadline", "directives D01")],
)
def test_a_deadline_that_cannot_be_said_in_english_is_said(path: str, record: str) -> None:
    assert said(spoilt({path: "Quý II/2025"})) == []
    assert said(spoilt({path: "khi trăng tròn"})) == [("one-language", record)]


@pytest.mark.parametrize(
    ("vi", "en", "figures", "messages"),
    [
        ("Mở {so_cho} chợ.", "Open {so_cho} markets.", [],
         ["the vi text uses {so_cho} without", "the en text uses {so_cho} without"]),
        ("Mở chợ.", "Open markets.", [FIGURE],
         ["the vi text does not use {so_cho}", "the en text does not use {so_cho}"]),
        ("Mở {so_cho} chợ.", "Open markets.", [FIGURE], ["the en text does not use {so_cho}"]),
        ("Mở chợ.", "Open {so_cho} markets.", [FIGURE], ["the vi text does not use {so_cho}"]),
        ("{committee} mở chợ.", "Open.", [], ["the vi text uses {committee} without"]),
        ("Mở chợ.", "{tinh_uy} opens.", [], ["the en text uses {tinh_uy} without"]),
        ("Mở { chợ.", "Open.", [], ["the vi text uses {} without"]),
        ("Mở {so_cho chợ.", "Open {so_cho}.", [], ["the vi text uses {so_cho} without",
                                                     "the en text uses {so_cho} without"]),
    ],
)  # fmt: skip
def test_undeclared_unused_and_one_sided_placeholders_are_said(
    vi: str, en: str, figures: list[dict[str, str]], messages: list[str]
) -> None:
    text = {"vi": vi, "en": en}

    found = verify(case_of(spoilt({f"{T111}.text": text, f"{T111}.parameters": figures})))

    assert {(f.rule, f.place.file) for f in found} == {("catalogue.placeholder", "sub-task 1.1.1")}
    assert len(found) == len(messages)
    for finding, message in zip(found, messages, strict=True):
        assert message in finding.message.en


# --- completeness


def test_a_sentence_that_nothing_rests_on_is_said() -> None:
    assert said(spoilt({f"{TASKS}.1.source.sentences": ["1.1.s1"]})) == [
        ("uncovered", "sentence 1.1.s3")
    ]


@pytest.mark.parametrize(
    ("record", "sentence"),
    [("principles", "I.1.s1"), ("targets", "II.1.s1"), ("duties", "IV.1.s1")],
)
def test_sentences_of_the_other_parts_need_a_record_too(record: str, sentence: str) -> None:
    assert said(spoilt({f"{record}.0.source.sentences": []})) == [
        ("uncovered", f"sentence {sentence}")
    ]


def test_in_part_three_a_target_alone_does_not_cover_a_sentence() -> None:
    changes = {"targets.0.source.sentences": ["II.1.s1", "1.2.s1"],
               f"{T121}.source.sentences": ["1.1.s1"]}  # fmt: skip

    found = only(spoilt(changes))

    assert found.message.en == "No sub-task rests on sentence 1.2.s1."


def test_a_target_without_values_is_said() -> None:
    assert said(spoilt({"targets.0.values": []})) == [("incomplete", "targets kinh-te-so")]


def test_a_frame_needs_no_record_and_only_a_frame() -> None:
    frame = f"{P11}.sentences.1.frame"

    assert said(spoilt({frame: True})) == []
    assert said(spoilt({frame: False})) == [("uncovered", "sentence 1.1.s2")]


def test_a_directive_covers_no_sentence() -> None:
    changes = {"directives.0.source": source("I.1.s2"), "parts.0": part("I.1", "I.1.s1", "I.1.s2")}

    assert said(spoilt(changes)) == [("uncovered", "sentence I.1.s2")]


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("leads", "1.1.1: a lead is missing."),
        ("products", "1.1.1: a product is missing."),
        ("source.sentences", "1.1.1: a sentence of the source is missing."),
    ],
)
def test_a_sub_task_without_lead_product_or_sentence_is_said(path: str, message: str) -> None:
    data = {f"{TASKS}.1.source.sentences": ["1.1.s1", "1.1.s3"], f"{T111}.{path}": []}

    found = only(spoilt(data))

    assert (found.rule, found.place.file) == ("catalogue.incomplete", "sub-task 1.1.1")
    assert found.message.en == message


# --- bodies

PLACES_OF_BODIES: list[tuple[str, Callable[[str], Any], str]] = [
    (f"{T111}.leads", lambda body: [body], "sub-task 1.1.1"),
    (f"{T111}.supports", lambda body: ["so-a", body], "sub-task 1.1.1"),
    (f"{T111}.requested", lambda body: [body], "sub-task 1.1.1"),
    (f"{T111}.products.0.issuer", str, "sub-task 1.1.1"),
    ("targets.0.monitor", lambda body: [body], "targets kinh-te-so"),
    ("duties.0.bodies", lambda body: [body], "duties bao-cao"),
]


@pytest.mark.parametrize(("path", "value", "record"), PLACES_OF_BODIES)
def test_a_body_that_the_register_lacks_is_said(
    path: str, value: Callable[[str], Any], record: str
) -> None:
    assert said(spoilt({path: value("so-khong-co")})) == [("unknown-body", record)]


@pytest.mark.parametrize(("path", "value", "record"), PLACES_OF_BODIES)
def test_a_body_that_ended_without_heirs_is_said(
    path: str, value: Callable[[str], Any], record: str
) -> None:
    assert said(spoilt({path: value("so-het")})) == [("body-not-then", record)]


@pytest.mark.parametrize("body", ["so-a", "sa", "so-cu", "so-moi"])
def test_a_body_is_free_where_it_or_what_stands_for_it_exists_on_every_day(body: str) -> None:
    assert said(spoilt({f"{T111}.leads": [body]})) == []


def test_an_ended_body_is_said_for_each_day_on_which_it_is_no_more() -> None:
    body = {f"{T111}.leads": ["so-het"]}

    then = said(spoilt(body | {"valid_on": [BEFORE]}))
    later = list(verify(case_of(spoilt(body | {"valid_on": [BEFORE, CHANGE, AFTER]}))))

    assert then == []
    assert [re.findall(r"did not exist on ([\w ]+),", f.message.en) for f in later] == [
        ["1 March 2025"], ["31 December 2025"]
    ]  # fmt: skip


def test_a_body_named_twice_by_a_record_is_said_once() -> None:
    twice = {f"{T111}.leads": ["so-het", "so-khong-co"],
             f"{T111}.supports": ["so-khong-co", "so-het"]}  # fmt: skip

    assert sorted(said(spoilt(twice))) == [
        ("body-not-then", "sub-task 1.1.1"), ("unknown-body", "sub-task 1.1.1")
    ]  # fmt: skip


def test_posts_and_free_words_are_no_bodies() -> None:
    actors = ["so-a", {"role": "bi-thu"}, both("Chủ các sạp hàng")]

    assert said(spoilt({f"{T111}.leads": actors})) == []


def test_names_near_an_unknown_body_are_offered() -> None:
    near = only(spoilt({f"{T111}.leads": ["so-mo"]}))
    far = only(spoilt({f"{T111}.leads": ["zzzzzzzzz"]}))

    offered = re.findall("“(.*?)”", near.hint.en)
    assert offered[0] == "so-moi"
    assert len(offered) == 3
    assert far.hint.en == "Correct the id, or add it to the register."


# --- published versions


def test_a_version_whose_digest_is_recorded_may_be_used() -> None:
    sound = made(sound_data())

    assert sound.digests == {"2026.01": digest(sound)}
    assert said(sound) == []


def test_a_version_without_its_digest_is_said() -> None:
    found = only(spoilt({"digests": {}}))

    assert (found.rule, found.place.file) == ("catalogue.version-changed", "catalogue nq-nho")
    assert "(not recorded → " in found.message.en
    assert "(chưa ghi → " in found.message.vi


def test_an_earlier_version_that_is_recorded_must_still_be_what_it_was() -> None:
    today = made(sound_data())
    recorded = {"2025.12": "0" * 16} | today.digests
    known = spoilt({"digests": recorded})
    past = as_of(known, "2025.12", {})

    lost = only(known)
    found = only(known.know_versions({"2025.12": past, "": known}.get))

    assert "(0000000000000000 → not there)" in lost.message.en
    assert f"(0000000000000000 → {digest(past)})" in found.message.en


def test_a_sub_task_cannot_have_come_with_a_version_that_is_still_to_come() -> None:
    assert said(spoilt({f"{T111}.since": "2026.01"})) == []
    assert said(spoilt({f"{T111}.since": "2026.02"})) == [("since", "sub-task 1.1.1")]
    assert said(spoilt({f"{T111}.since": "2025.12"})) == []


def test_a_version_whose_sub_tasks_changed_is_said_with_both_digests() -> None:
    then = digest(made(sound_data()))
    changed = spoilt({f"{T111}.title": both("Việc khác"), "digests": {"2026.01": then}})

    found = only(changed)

    assert found.rule == "catalogue.version-changed"
    assert f"({then} → {digest(changed)})" in found.message.en
    assert f"({then} → {digest(changed)})" in found.message.vi


TAKEN: list[tuple[str, Any]] = [
    ("title.en", "Another title"),
    ("text.vi", "Lời khác."),
    ("leads", ["so-moi"]),
    ("supports", []),
    ("requested", ["so-a"]),
    ("products.0.issuer", "so-moi"),
    ("horizon", "Quý II/2025"),
    ("id", "1.1.3"),
]


@pytest.mark.parametrize(("field", "value"), TAKEN)
def test_what_plans_take_changes_the_digest(field: str, value: Any) -> None:
    assert digest(spoilt({f"{T111}.{field}": value})) != digest(made(sound_data()))


NOT_TAKEN: list[tuple[str, Any]] = [
    ("version", "2026.02"),
    (f"{T111}.basis", "secondary"),
    (f"{T111}.defect", both("Dịch sai")),
    (f"{T111}.recommended", True),
    (f"{T111}.core", []),
    ("targets", []),
    (f"{P11}.title", both("Tên khác")),
]


@pytest.mark.parametrize(("path", "value"), NOT_TAKEN)
def test_all_else_leaves_the_digest_as_it_is(path: str, value: Any) -> None:
    assert digest(spoilt({path: value})) == digest(made(sound_data()))


def test_a_digest_is_sixteen_hexadecimal_digits_and_a_new_sub_task_changes_it() -> None:
    data = sound_data()
    data["groups"][1]["paragraphs"][0]["sub_tasks"].append(sub_task("2.1.2", "2.1.s1"))

    assert re.fullmatch(r"[0-9a-f]{16}", digest(made(data)))
    assert digest(made(data)) != digest(made(sound_data()))


# --- the shipped catalogue, and where findings stand


def shipped(folder: Path | None = None) -> Report:
    case = Case(load_catalogue("nq57", folder), load_registers(), record_places("nq57", folder))
    return verify(case)


def test_the_shipped_catalogue_passes_every_rule() -> None:
    # the digest of the version in work is recorded when it is published
    others = [f.text("en") for f in shipped() if f.rule != "catalogue.version-changed"]

    assert others == []


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the shipped folder, to be spoilt."""
    return Path(shutil.copytree(catalogue_folder(), tmp_path / "task_catalog"))


def _spoil(path: Path, old: str, new: str) -> tuple[int, str]:
    """Replaces the first such words; line and id of the record in which they stand."""
    before, found, after = path.read_text("utf-8").partition(old)
    assert found, f"{path} has no {old}"
    path.write_text(before + new + after, "utf-8")
    starts = list(re.finditer(r"^ *- \{?id: \"?([\w.-]+)", before, re.MULTILINE))
    return before.count("\n", 0, starts[-1].start()) + 1, starts[-1][1]


@pytest.mark.parametrize(
    ("file", "old", "new", "rule"),
    [
        ("groups/3.yaml", "leads: [", "leads: [so-khong-co, ", "unknown-body"),
        ("groups/7.yaml", "core: [", "core: [may-man, ", "unknown-core"),
        ("principles.yaml", "core: [", "core: [may-man, ", "unknown-core"),
        ("duties.yaml", "bodies: [", "bodies: [so-khong-co, ", "unknown-body"),
        ("directives.yaml", "sub_tasks: [", "sub_tasks: [9.9.9, ", "unknown-sub-task"),
        ("targets.yaml", "document: nq57", "document: nq99", "unknown-document"),
        ("requirement.yaml", "directive: D21", "directive: D99", "unknown-directive"),
    ],
)
def test_a_finding_names_file_and_line_of_the_record(
    folder: Path, file: str, old: str, new: str, rule: str
) -> None:
    path = folder / "nq57" / file
    line, record = _spoil(path, old, new)

    found = [f for f in shipped(folder) if f.rule == f"catalogue.{rule}"]

    assert [(f.place.file, f.place.line) for f in found] == [(str(path), line)]
    assert found[0].message.en.startswith(f"{record}: ")


def test_a_finding_about_a_sentence_names_its_line(folder: Path) -> None:
    path = folder / "nq57" / "parts.yaml"
    text = path.read_text("utf-8")
    more = "- id: V.1\n  part: V\n  sentences:\n    - {id: V.1.s1, fingerprint: abc}\n"
    path.write_text(text + more, "utf-8")

    found = [f for f in shipped(folder) if f.rule == "catalogue.uncovered"]

    assert [(f.place.file, f.place.line) for f in found] == [(str(path), text.count("\n") + 4)]


def test_a_finding_about_a_retired_sub_task_or_the_version_names_its_file(folder: Path) -> None:
    retired, head = folder / "nq57" / "retired.yaml", folder / "nq57" / "catalogue.yaml"
    retired.write_text(
        '- {id: 1.1.99, since: "2026.11", into: [9.9.9], reason: {vi: Một, en: One}}\n', "utf-8"
    )
    head.write_text(re.sub(r'(?m)^  "2026.11": .*\n', "", head.read_text("utf-8")), "utf-8")

    found = {f.rule: (f.place.file, f.place.line) for f in shipped(folder)}

    start = head.read_text("utf-8").partition("id: nq57")[0].count("\n") + 1
    assert found["catalogue.unknown-sub-task"] == (str(retired), 1)
    assert found["catalogue.version-changed"] == (str(head), start)


def _write(folder: Path, files: Mapping[str, str]) -> Path:
    for name, text in files.items():
        path = folder / "nq-nho" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return folder


def test_places_are_found_by_kind_and_id(tmp_path: Path) -> None:
    home = _write(tmp_path, {
        "catalogue.yaml": "# a catalogue\nid: nq-nho\n",
        "targets.yaml": "- id: a\n  x: 1\n- {id: b}\n",
        "groups/1.yaml": (
            "id: 1\nparagraphs:\n  - id: '1.1'\n    sentences:\n      - id: 1.1.s1\n"
            "    sub_tasks:\n      - title: x\n        id: 1.1.1\n"
        ),
    })  # fmt: skip

    places = record_places("nq-nho", home)

    lines = {
        ("catalogue", "nq-nho"): 2, ("targets", "a"): 1, ("targets", "b"): 3, ("groups", "1"): 1,
        ("paragraph", "1.1"): 3, ("sentence", "1.1.s1"): 5, ("sub-task", "1.1.1"): 7,
    }  # fmt: skip
    assert {key: places.of(*key).line for key in lines} == lines
    assert places.of("targets", "a").file == str(home / "nq-nho" / "targets.yaml")


@pytest.mark.parametrize(("kind", "name"), [("targets", "c"), ("duties", "a"), ("sub-task", "")])
def test_a_record_that_no_file_holds_has_no_place(tmp_path: Path, kind: str, name: str) -> None:
    home = _write(tmp_path, {"targets.yaml": "- id: a\n"})

    assert record_places("nq-nho", home).of(kind, name) == NOWHERE
    assert RecordPlaces().of(kind, name) == NOWHERE


def test_a_file_that_is_no_list_of_records_gives_no_places(tmp_path: Path) -> None:
    bad = {"duties.yaml": "- [\n", "parts.yaml": "a: 1\n", "principles.yaml": "- 1\n- x\n"}

    places = record_places("nq-nho", _write(tmp_path, {"targets.yaml": "- id: a\n"} | bad))

    assert places.of("targets", "a").line == 1
    assert record_places("nq-xa", tmp_path).of("targets", "a") == NOWHERE
