"""What a rendering adds to a document gets free names and numbers, the same for the same use."""

from __future__ import annotations

from pathlib import Path

import pytest
from rich_values import MAIN, document_xml, finished, host_parts, png, rendering, saved, with_parts
from validators import audit_errors, integrity_errors
from word_packages import p, root_xml

from r57plans.word.package import content_types
from r57plans.word.relations import read_relations
from r57plans.word.template.run.attachments import Attachments
from r57plans.word.template.told.faults import MisuseError
from r57plans.word.xml import NS, Element, parse_part, w

LEVEL = '<w:lvl w:ilvl="{0}"><w:start w:val="{1}"/><w:numFmt w:val="decimal"/></w:lvl>'
LISTS = root_xml(
    "numbering",
    f'<w:abstractNum w:abstractNumId="7">{LEVEL.format(0, 1)}{LEVEL.format(1, 3)}</w:abstractNum>'
    '<w:num w:numId="5"><w:abstractNumId w:val="7"/></w:num>'
    '<w:num w:numId="6"><w:abstractNumId w:val="7"/>'
    f'<w:lvlOverride w:ilvl="1"><w:startOverride w:val="9"/>{LEVEL.format(1, 4)}</w:lvlOverride>'
    '</w:num><w:numIdMacAtCleanup w:val="1"/>',
)


def numbering(attachments: Attachments, **parts: bytes) -> Element:
    return parse_part(attachments.finished(with_parts(**parts))["word/numbering.xml"], "")


def num(root: Element, number: int) -> Element:
    (found,) = [e for e in root.findall(w("num")) if e.get(w("numId")) == str(number)]
    return found


def starts(element: Element) -> dict[str, str]:
    found = [(o.get(w("ilvl"), ""), o.find(w("startOverride"))) for o in element[1:]]
    return {level: start.get(w("val"), "") for level, start in found if start is not None}


def test_a_rendering_that_adds_nothing_reads_nothing_and_changes_nothing() -> None:
    assert Attachments({}).finished({}) == {}


def test_a_restarted_list_begins_at_its_levels_own_first_numbers() -> None:
    attachments = rendering(numbering=LISTS).attachments

    new = attachments.restart(5)

    root = numbering(attachments, numbering=LISTS)
    assert new == 7
    assert num(root, new)[0].get(w("val")) == "7"
    assert starts(num(root, new)) == {**{str(n): "1" for n in range(9)}, "1": "3"}
    assert [child.tag for child in root][-2:] == [w("num"), w("numIdMacAtCleanup")]


def test_only_the_level_and_those_below_it_begin_anew() -> None:
    attachments = rendering(numbering=LISTS).attachments

    new = attachments.restart(5, 2)

    root = numbering(attachments, numbering=LISTS)
    assert sorted(starts(num(root, new))) == ["2", "3", "4", "5", "6", "7", "8"]


def test_a_lists_own_changes_of_a_level_go_along() -> None:
    attachments = rendering(numbering=LISTS).attachments

    whole, lower = attachments.restart(6), attachments.restart(6, 2)

    root = numbering(attachments, numbering=LISTS)
    assert starts(num(root, whole))["1"] == "9"
    assert [child.tag for child in num(root, lower)[1]] == [w("lvl")]


def test_a_list_goes_on_as_it_was_last_restarted() -> None:
    attachments = rendering(numbering=LISTS).attachments

    before, first = attachments.latest(5), attachments.restart(5)
    second = attachments.restart(first)

    assert (before, first, second) == (5, 7, 8)
    assert attachments.latest(5) == attachments.latest(first) == second
    assert attachments.latest(6) == 6
    root = numbering(attachments, numbering=LISTS)
    assert num(root, second)[0].get(w("val")) == "7"


def test_a_list_that_the_document_lacks_cannot_be_restarted() -> None:
    parts = {k: v for k, v in host_parts().items() if k != "word/numbering.xml"}

    for attachments in (rendering(numbering=LISTS).attachments, Attachments(parts)):
        with pytest.raises(MisuseError) as error:
            attachments.restart(44)

        assert error.value.rule == "template.misplaced"
        assert attachments.finished(parts) == {}


def test_a_style_knows_the_list_of_its_paragraphs() -> None:
    style = '<w:style w:styleId="{0}"><w:name w:val="{0}"/>{1}</w:style>'
    listed = '<w:pPr><w:numPr><w:ilvl w:val="2"/><w:numId w:val="5"/></w:numPr></w:pPr>'
    styles = style.format("A", listed) + style.format("B", '<w:basedOn w:val="A"/>')
    ring = style.format("C", '<w:basedOn w:val="C"/>')

    known = rendering(styles=root_xml("styles", styles + ring)).attachments.styles

    assert (known.numbering("B"), known.numbering("C"), known.numbering("D")) == (
        (5, 2),
        None,
        None,
    )


def test_numbers_of_drawings_and_bookmarks_are_above_the_templates() -> None:
    used = (
        f'<w:p><wp:docPr xmlns:wp="{NS["wp"]}" name="x" id="41"/>'
        '<w:bookmarkStart w:id="1000000001" w:name="Muc"/>'
        '<w:bookmarkStart w:name="a" w:id="3"/></w:p>'
    )
    attachments = Attachments(with_parts() | {MAIN: document_xml(used)})

    assert [attachments.drawing_id(), attachments.drawing_id()] == [42, 43]
    assert attachments.bookmark_id() == 1_000_000_002
    assert [attachments.bookmark_name(n) for n in ("muc", "muc", "Hai")] == [
        "muc_2",
        "muc_3",
        "Hai",
    ]
    assert attachments.bookmark_name("x" * 50) == "x" * 40
    assert attachments.bookmark_name("x" * 50) == "x" * 38 + "_2"


def test_new_names_avoid_those_that_are_there() -> None:
    parts = with_parts() | {"word/media/Image1.PNG": b"", "word/media/image2.gif": b""}
    attachments = Attachments(parts)

    attachments.image(MAIN, png(), "png")
    attachments.image(MAIN, png(5), "png")

    added = attachments.finished(parts)
    assert {name for name in added if "media" in name} == {
        "word/media/image2.png",
        "word/media/image3.png",
    }


def test_an_id_of_a_relationship_that_a_template_has_is_not_taken_again() -> None:
    runtime = rendering()
    runtime.attachments.link(MAIN, "https://a.vn")
    once = finished("<w:p/>", runtime)
    again = Attachments(once)

    again.link(MAIN, "https://b.vn")

    relations = read_relations({**once, **again.finished(once)}, MAIN)
    assert len({relation.id for relation in relations}) == len(relations)
    assert [r.target for r in relations if r.external] == ["https://a.vn", "https://b.vn"]


def test_a_kind_of_file_that_the_package_calls_otherwise_is_named_part_by_part() -> None:
    types = host_parts()["[Content_Types].xml"]
    odd = types.replace(b"<Override", b'<Default Extension="gif" ContentType="x/y"/><Override', 1)
    parts = with_parts() | {"[Content_Types].xml": odd}
    attachments = Attachments(parts)

    attachments.image(MAIN, b"GIF", "gif")
    attachments.image(MAIN, b"BM", "bmp")

    kinds = content_types(parts | attachments.finished(parts))
    assert kinds["word/media/image1.gif"] == "image/gif"
    assert kinds["word/media/image1.bmp"] == "image/bmp"


def test_parts_may_be_given_as_blocks_and_are_added_to_as_they_were_written_meanwhile() -> None:
    attachments = Attachments(with_parts())
    attachments.link(MAIN, "https://a.vn")
    name = "word/_rels/document.xml.rels"
    relation = '<Relationship Id="rId99" Type="x" Target="y" TargetMode="External"/></Rel'
    later = host_parts()[name].replace(b"</Rel", relation.encode())

    added = attachments.finished({name: [later[:50], later[50:]]})

    assert [r.target for r in read_relations(added, MAIN)][-2:] == ["y", "https://a.vn"]


def test_the_same_use_gives_the_same_parts() -> None:
    def used() -> dict[str, bytes]:
        attachments = rendering(numbering=LISTS).attachments
        attachments.link(MAIN, "https://a.vn")
        attachments.image("word/header1.xml", png(), "png")
        attachments.restart(5)
        return attachments.finished(with_parts(numbering=LISTS))

    assert used() == used()
    assert list(used()) == list(used())


def test_what_was_finished_may_be_finished_again() -> None:
    attachments = rendering(numbering=LISTS).attachments
    attachments.restart(5)
    attachments.image(MAIN, png(), "png")

    first = attachments.finished(with_parts(numbering=LISTS))

    assert attachments.finished(with_parts(numbering=LISTS)) == first


def test_a_document_with_restarted_lists_satisfies_the_validators(tmp_path: Path) -> None:
    levels = "".join(LEVEL.format(n, 1) for n in range(9))
    lists = root_xml(
        "numbering",
        f'<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>{levels}'
        '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
    )
    runtime = rendering(numbering=lists)
    new = [runtime.attachments.restart(1) for _ in range(3)]
    item = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="{0}"/></w:numPr></w:pPr>'

    body = "".join(p(item.format(number), "Mục") for number in (1, 1, *new))

    file = saved(body, runtime, tmp_path / "a.docx", numbering=lists)
    assert audit_errors(file) == []
    assert integrity_errors(file) == []
