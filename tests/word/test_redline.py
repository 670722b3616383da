"""A redline gives both files back, marks little, and brings along what only the old file had."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from random_plans import as_plan, pairs_of_plans
from redline_bodies import control, pairs_of_files
from word_builders import cell, row, table
from word_packages import Extra, body_xml, p, paragraph_texts, part_xml, r, root_xml, word_file

from r57plans import build
from r57plans.errors import RedlineError, WordFileError
from r57plans.word.redline import Remark, accept, redline, reject
from r57plans.word.redline.contract import Outline
from r57plans.word.redline.words import words_of

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml."


def marked(old: str, new: str) -> str:
    """The body of the redline of two bodies, its marks written short."""
    body = body_xml(redline(word_file(old), word_file(new)).data)
    short = re.sub(r' w:id="\d+" w:author="r57plans" w:date="[^"]*"', "", body)
    return re.sub(r' xml:space="preserve"|<w:cantSplit w:val="off"/>', "", short)


def words(kind: str, body: str) -> list[str]:
    """The texts that are marked as inserted or deleted."""
    text = "t" if kind == "ins" else "delText"
    marks = re.findall(rf"<w:{kind}>(.*?)</w:{kind}>", body)
    return ["".join(re.findall(rf"<w:{text}>(.*?)</w:{text}>", mark)) for mark in marks]


def anchored(name: str, number: str, text: str) -> str:
    """A row as plans print it: a bookmark, a number, a text."""
    start = f'<w:bookmarkStart w:id="{len(name)}{number}" w:name="_r57_tasks_{name}"/>'
    end = f'<w:bookmarkEnd w:id="{len(name)}{number}"/>'
    return row(cell(p(start, number)), cell(p(text, end)))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("số 57-NQ/TW,", ["số", " ", "57-NQ/TW", ","]),
        ("(KH&CN) và 30/6/2025.", ["(", "KH&CN", ")", " ", "và", " ", "30/6/2025", "."]),
        ("  đến", ["  ", "đến"]),
        ("…", ["…"]),
    ],
)
def test_words_and_numbers_of_documents_are_never_cut(text, words):
    assert words_of(text) == words


def test_one_changed_word_is_one_deletion_and_one_insertion():
    body = marked(p("Trước ngày 30/6/2025, báo cáo"), p("Trước ngày 30/9/2025, báo cáo"))

    assert words("del", body) == ["30/6/2025"]
    assert words("ins", body) == ["30/9/2025"]
    assert body.index("<w:del>") < body.index("<w:ins>")


def test_formats_are_new_and_no_change_of_them_is_marked():
    bold = "<w:rPr><w:b/></w:rPr>"

    body = marked(p("một hai"), p(r("một ", bold), r("hai")))

    assert "<w:ins>" not in body
    assert bold in body


def in_cell(content: str) -> str:
    """A table of one cell, and a paragraph behind it."""
    return table(row(cell(content))) + p("hết")


BOLD, ITALIC = "<w:rPr><w:b/></w:rPr>", "<w:rPr><w:i/></w:rPr>"
CENTRED = '<w:pPr><w:jc w:val="center"/></w:pPr>'


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (p("một hai ba"), p(r("một ", BOLD), r("hai ba"))),
        (p(r("mộ", BOLD), r("t hai", ITALIC)), p(r("một", ITALIC), " ba")),
        (p(CENTRED, "một"), p("một")),
        (p("một"), p(CENTRED, "một")),
        (in_cell(p("một")), in_cell(p(CENTRED, r("một", BOLD)))),
        (p(CENTRED, "a") + p(CENTRED, "b") + in_cell(p("x")), p("a") + in_cell(p("x"))),
    ],
)  # fmt: skip
def test_marked_formats_are_new_once_accepted_and_old_once_rejected(old, new):
    data = redline(word_file(old), word_file(new), formatting=True).data

    assert "Change" in body_xml(data)
    assert _looks(body_xml(accept(data))) == _looks(new)
    assert _looks(body_xml(reject(data))) == _looks(old)


def _looks(body: str) -> list[str]:
    """Each letter with its look, and each paragraph with its own."""
    found = []
    for paragraph in re.findall(r"<w:p>(.*?)</w:p>", body):
        found.append("centre" if "<w:jc" in paragraph else "left")
        for run in re.findall(r"<w:r>(.*?)</w:r>", paragraph):
            look = re.sub(r"<w:t.*", "", run.replace("<w:rPr/>", ""))
            found += [f"{letter}{look}" for letter in re.sub(r"<.*?>", "", run)]
    return found


def test_of_marked_formats_equal_ones_and_languages_are_none():
    language = '<w:rPr><w:lang w:val="vi-VN"/></w:rPr>'

    old, new = p(r("a", BOLD), r("b")), p(r("a", BOLD), r("b", language))

    assert "Change" not in body_xml(redline(word_file(old), word_file(new), formatting=True).data)


def test_a_text_with_hardly_a_word_in_common_is_changed_as_a_whole():
    body = marked(p("một hai ba bốn năm"), p("sáu bảy ba tám chín"))

    assert words("del", body) == ["một hai ba bốn năm"]
    assert words("ins", body) == ["sáu bảy ba tám chín"]


def test_a_control_keeps_what_changed_within_it():
    old, new = (p(control(r(f"Sở {name}"), "r57:task/1/leads/0")) for name in ("A", "B"))

    body = marked(old, new)

    inside = re.findall(r"<w:sdtContent>(.*)</w:sdtContent>", body)[0]
    assert words("del", inside) == ["A"]
    assert words("ins", inside) == ["B"]


def test_an_item_taken_out_of_a_list_marks_no_other():
    items = [control(r(name), f"r57:task/1/leads/{n}") for n, name in enumerate(("A", "B", "C"))]
    left = control(r("C"), "r57:task/1/leads/1")

    body = marked(p(items[0], r("; "), items[1], r("; "), items[2]), p(items[0], r("; "), left))

    assert "".join(words("del", body)) == "B; "
    assert words("ins", body) == []


@pytest.mark.parametrize(
    ("old", "new", "which"),
    [
        (p("a") + p("b"), p("a") + p("x") + p("b"), "ins"),
        (p("a") + p("x") + p("b"), p("a") + p("b"), "del"),
    ],
)
def test_the_mark_of_a_paragraph_comes_and_goes_with_it(old, new, which):
    body = marked(old, new)

    assert f"<w:p><w:pPr><w:rPr><w:{which}/></w:rPr></w:pPr><w:{which}>" in body


@pytest.mark.parametrize(("before", "after", "which"), [(2, 3, "ins"), (3, 2, "del")])
@pytest.mark.parametrize("where", ["cell", "before a table"])
def test_a_last_paragraph_comes_and_goes_through_the_mark_before_it(before, after, which, where):
    def body(count: int) -> str:
        paragraphs = "".join(p(f"đoạn {n}") for n in range(count))
        if where == "cell":
            return table(row(cell(paragraphs))) + p("hết")
        return paragraphs + table(row(cell(p("bảng")))) + p("hết")

    found = marked(body(before), body(after))

    marks = re.findall(r"<w:rPr><w:(ins|del)/></w:rPr></w:pPr>.*?đoạn (\d)", found)
    assert marks == [(which, "1")]
    assert f"<w:{which}>" in found.split("đoạn 1")[1]


def test_a_paragraph_alone_before_a_table_is_marked_and_listed():
    one = table(row(cell(p("bảng"))))

    found = redline(word_file(one + p("hết")), word_file(p("đầu") + one + p("hết")))

    assert [f.rule for f in found.unmarked] == ["redline.paragraph-end"]
    assert "đầu" in found.unmarked[0].message.vi


def test_an_inserted_row_marks_no_other_though_all_get_new_numbers():
    old = table(anchored("a", "1", "việc A"), anchored("b", "2", "việc B"))
    new = table(anchored("a", "1", "việc A"), anchored("c", "2", "việc C"),
                anchored("b", "3", "việc B"))  # fmt: skip

    body = marked(old, new)

    assert body.count("<w:trPr><w:ins/></w:trPr>") == 1
    assert "".join(words("ins", body)) == "2việc C"
    assert words("del", body) == []


def test_a_moved_row_is_deleted_inserted_and_has_a_comment_saying_where_from():
    rows = [anchored(name, str(n), f"việc {name}") for n, name in enumerate("abcd", 1)]
    moved = [*rows[1:], anchored("a", "4", "việc a")]

    data = redline(word_file(table(*rows)), word_file(table(*moved))).data

    body, comments = body_xml(data), part_xml(data, "word/comments.xml")
    assert len(re.findall(r"<w:trPr>.{26}<w:(?:ins|del) ", body)) == 2
    assert body.count('w:name="_r57_tasks_a"') == 1
    assert "Đã chuyển vị trí; số thứ tự ở bản cũ: 1." in comments
    assert "Moved; its number in the old version: 1." in comments


def test_a_comment_at_a_moved_row_speaks_the_language_of_its_readers():
    rows = [anchored(name, str(n), f"việc {name}") for n, name in enumerate("ab", 1)]
    files = word_file(table(*rows)), word_file(table(*rows[::-1]))

    comments = part_xml(redline(*files, languages=("en",)).data, "word/comments.xml")

    assert "Moved; its number" in comments
    assert "chuyển" not in comments


def test_a_section_that_only_one_file_has_is_listed():
    landscape = p('<w:pPr><w:sectPr><w:pgSz w:orient="landscape"/></w:sectPr></w:pPr>', "a")

    found = redline(word_file(p("a") + p("b")), word_file(landscape + p("b")))

    assert [finding.rule for finding in found.unmarked] == ["redline.sections"]


def _span(columns: int) -> str:
    return f'<w:tcPr><w:gridSpan w:val="{columns}"/></w:tcPr>'


def test_a_row_with_other_cells_is_replaced():
    body = marked(
        table(row(cell(p("a")), cell(p("b")))), table(row(cell(p("a"), properties=_span(2))))
    )

    assert re.findall(r"<w:trPr><w:(ins|del)/></w:trPr>", body) == ["del", "ins"]


def test_a_column_that_comes_marks_no_word_of_the_others():
    headings = ["TT", "Nhiệm vụ", "Năm 2026"], ["TT", "Nhiệm vụ", "Năm 2025", "Năm 2026"]
    texts = ["1", "Xây dựng đề án", "●"], ["1", "Xây dựng đề án", "●", ""]
    old, new = (
        table(
            row(*(cell(p(text)) for text in head)),
            row(cell(p("I")), cell(p("Thể chế"), properties=_span(len(head) - 1))),
            row(*(cell(p(text)) for text in said)),
            columns=len(head),
        )
        for head, said in zip(headings, texts, strict=True)
    )

    body = marked(old, new)

    assert words("ins", body) == ["Năm 2025", "●"]
    assert words("del", body) == ["●"]
    assert body.count("<w:cellIns/>") == 2
    assert body.count("<w:tcPrChange>") == 1
    assert "<w:trPr>" not in body


def test_a_column_that_goes_is_in_the_grid_until_the_changes_are_accepted():
    old = table(row(cell(p("a")), cell(p("b")), cell(p("c"))), columns=3)
    new = table(row(cell(p("a")), cell(p("c"))), columns=2)
    data = redline(word_file(old), word_file(new)).data

    grids = [body_xml(side).count("<w:gridCol ") for side in (data, accept(data), reject(data))]

    assert grids == [3, 2, 3]
    assert words("del", marked(old, new)) == ["b"]
    assert marked(old, new).count("<w:cellDel/>") == 1


def test_a_table_whose_columns_are_mostly_others_is_replaced():
    old = table(row(cell(p("a")), cell(p("b")), cell(p("c"))), columns=3)
    new = table(row(cell(p("x")), cell(p("y"))), columns=2)

    assert "cellDel" not in marked(old, new)


def test_two_tables_of_one_text_in_other_cells_are_not_the_same():
    one, other = table(row(cell(p("a")), cell(p("b")))), table(row(cell(p("a"))), row(cell(p("b"))))

    assert "<w:trPr>" in marked(one, other)


def test_rows_joined_by_a_merged_cell_come_and_go_together():
    def merged(text: str, *, below: bool, last: bool) -> str:
        kind = "" if below else ' w:val="restart"'
        more = [cell(p("x"))] if last else []
        return row(
            cell(p(text), properties=f"<w:tcPr><w:vMerge{kind}/></w:tcPr>"), cell(p("y")), *more
        )

    old = table(merged("nhóm", below=False, last=False), merged("", below=True, last=False))
    new = table(merged("nhóm", below=False, last=True), merged("", below=True, last=True))

    data = redline(word_file(old), word_file(new)).data

    assert body_xml(reject(data)).count('w:val="restart"') == 1


def notes(*texts: str) -> Extra:
    inner = "".join(
        f'<w:footnote w:id="{n}">{p(text)}</w:footnote>' for n, text in enumerate(texts, 1)
    )
    return Extra(
        "word/footnotes.xml", "footnotes", root_xml("footnotes", inner), f"{_TYPE}footnotes+xml"
    )


REFERENCE = '<w:r><w:footnoteReference w:id="1"/></w:r>'


def test_what_changed_in_a_footnote_is_marked_there():
    old, new = (
        word_file(p("a", REFERENCE), notes(text))
        for text in ("theo Quyết định 1", "theo Quyết định 2")
    )

    found = part_xml(redline(old, new).data, "word/footnotes.xml")

    assert re.findall(r"<w:delText[^>]*>(.*?)<", found) == ["1"]


def test_a_footnote_that_only_the_old_file_has_comes_along():
    old, new = word_file(p("a", REFERENCE), notes("chú thích")), word_file(p("a"))

    data = redline(old, new).data

    assert "chú thích" in part_xml(data, "word/footnotes.xml")
    assert "footnoteReference" in body_xml(reject(data))
    assert "footnoteReference" not in body_xml(accept(data))


def test_a_picture_that_only_the_old_file_has_comes_along():
    picture = '<w:r><w:drawing><a:blip r:embed="rId0"/></w:drawing></w:r>'
    image = Extra("word/media/image1.png", "image", b"PNG", "image/png")
    old = word_file(p("a", picture) + p("b"), image)

    data = redline(old, word_file(p("a") + p("b"))).data

    number = re.findall(r'<w:del .*?r:embed="(\w+)"', body_xml(data))[0]
    assert f'Id="{number}"' in part_xml(data, "word/_rels/document.xml.rels")
    assert "image_old1.png" not in number


def test_a_header_that_both_have_is_marked_too():
    def file(text: str) -> bytes:
        header = Extra("word/header1.xml", "header", root_xml("hdr", p(text)), f"{_TYPE}header+xml")
        reference = '<w:headerReference w:type="default" r:id="rId0"/>'
        section = f"<w:pPr><w:sectPr>{reference}</w:sectPr></w:pPr>"
        return word_file(p(section), header)

    found = part_xml(redline(file("Dự thảo 1"), file("Dự thảo 2")).data, "word/header1.xml")

    assert re.findall(r"<w:delText[^>]*>(.*?)<", found) == ["1"]


def test_changes_that_a_file_has_already_are_accepted_first():
    old = word_file(p("a", '<w:ins w:id="1" w:author="B">' + r(" b") + "</w:ins>"))

    data = redline(old, word_file(p("a b c"))).data

    assert paragraph_texts(reject(data)) == ["a b"]
    assert 'w:author="B"' not in body_xml(data)


def test_changes_that_the_new_file_has_already_stay_the_only_marks_of_their_words():
    def by(author: str, kind: str, text: str) -> str:
        name = "delText" if kind == "del" else "t"
        run = f'<w:r kept="9"><w:{name}>{text}</w:{name}></w:r>'
        return f'<w:{kind} w:id="1" w:author="{author}">{run}</w:{kind}>'

    old = p("Trình ngày 28 tháng 3, gấp")
    new = p("Trình ngày ", by("B", "del", "28"), by("B", "ins", "15"), " tháng 4",
            by("B", "ins", " năm nay"), ", gấp")  # fmt: skip

    body = body_xml(redline(word_file(old), word_file(new), keep_existing=True).data)

    marks = re.findall(r'<w:(ins|del) [^>]*w:author="(\w+)".*?<w:(?:t|delText)[^>]*>(.*?)<', body)
    assert marks == [
        ("del", "B", "28"), ("ins", "B", "15"), ("del", "r57plans", "3"),
        ("ins", "r57plans", "4"), ("ins", "B", " năm nay"),
    ]  # fmt: skip
    assert "kept" not in body


def test_ends_and_rows_that_are_tracked_already_are_marked_once():
    tracked = '<w:ins w:id="1" w:author="B"/>'
    added = f"<w:pPr><w:rPr>{tracked}</w:rPr></w:pPr>"
    new_row = row(cell(p("b"))).replace("<w:tr>", f"<w:tr><w:trPr>{tracked}</w:trPr>")
    old = table(row(cell(p("a")))) + p("hết")
    new = table(row(cell(p("a"))), new_row) + p(added, "thêm") + p("hết")

    body = body_xml(redline(word_file(old), word_file(new), keep_existing=True).data)

    holders = re.findall(r"<w:(rPr|trPr)>(.*?)</w:\1>", body)
    assert [inner.count("<w:ins ") for _, inner in holders] == [1, 1, 1]


def test_a_remark_stands_beside_the_control_that_it_names():
    body = p("Thời hạn: ", control(r("Quý II/2025"), "r57:task/1.1.1/deadline"))
    remark = Remark(("Lùi hai quý.", "task.deadline.later"), tag="r57:task/1.1.1/deadline")

    data = redline(word_file(body), word_file(body), remarks=[remark]).data

    start = body_xml(data).index("commentRangeStart")
    assert start < body_xml(data).index("<w:sdt>") < body_xml(data).index("commentRangeEnd")
    assert "Lùi hai quý." in part_xml(data, "word/comments.xml")


def test_the_author_and_the_day_are_written_and_the_bytes_are_the_same_each_time():
    one, other = word_file(p("a")), word_file(p("b"))

    data = redline(one, other, author="Văn phòng", day="2025-03-28").data

    assert 'w:author="Văn phòng" w:date="2025-03-28T00:00:00Z"' in body_xml(data)
    assert redline(one, other, author="Văn phòng", day="2025-03-28").data == data


def test_without_comments_a_moved_row_has_none_either():
    rows = [anchored(name, str(n), f"việc {name}") for n, name in enumerate("abcd", 1)]
    moved = [*rows[1:], anchored("a", "4", "việc a")]
    remark = Remark(("Lùi hai quý.",))

    data = redline(word_file(table(*rows)), word_file(table(*moved)), remarks=[remark],
                   comments=False).data  # fmt: skip

    assert "comment" not in body_xml(data)


def test_ids_of_marks_are_used_once():
    old, new = (
        p("a") + table(row(cell(p("b")))),
        p("c") + table(row(cell(p("d"))), row(cell(p("e")))),
    )

    ids = re.findall(
        r'<w:(?:ins|del) w:id="(\d+)"', body_xml(redline(word_file(old), word_file(new)).data)
    )

    assert len(ids) == len(set(ids)) > 4


def test_a_file_without_changes_is_settled_to_the_same_bytes():
    data = word_file(p("a"))

    assert accept(data) == reject(data) == data


def test_what_is_no_word_file_is_refused():
    with pytest.raises(WordFileError):
        redline(b"abc", word_file(p("a")))


def test_a_redline_that_does_not_give_both_back_is_refused(monkeypatch):
    from r57plans.word.redline import weaving

    monkeypatch.setattr(weaving.Weaver, "_mark_end", lambda *_: None)

    with pytest.raises(RedlineError, match=r"redline\.not-verified"):
        redline(word_file(p("a") + p("b")), word_file(p("a")))


@pytest.mark.parametrize(
    "other",
    [
        (("a", ()), ("b", ())),
        (("b", ()), ("a", ())),
        (("a", ("r57:x",)), ("", ()), ("b", ())),
    ],
)
def test_outlines_that_say_something_else_do_not_agree(other):
    whole = Outline((("a", ()), ("", ()), ("b", ())), {})

    assert not whole.agrees(Outline(other, {}))


def test_headers_that_say_something_else_do_not_agree():
    place = (0, "header", "default")

    assert not Outline((), {place: ("a",)}).agrees(Outline((), {place: ("b",)}))


@settings(max_examples=40, deadline=None)
@given(pairs_of_files())
def test_any_two_files_come_back_from_their_redline(pair):
    old, new = pair

    data = redline(old, new).data

    assert [t for t in paragraph_texts(accept(data)) if t] == [t for t in paragraph_texts(new) if t]
    assert [t for t in paragraph_texts(reject(data)) if t] == [t for t in paragraph_texts(old) if t]


@settings(max_examples=15, deadline=None)
@given(pairs_of_plans(6))
def test_any_two_plans_come_back_from_their_redline(pair):
    old, new = (build(as_plan(data), ["vi"]).files[0].data for data in pair)

    data = redline(old, new).data

    assert paragraph_texts(accept(data)) == paragraph_texts(new)


@pytest.mark.parametrize("where", ["in a cell", "in a control"])
def test_a_control_around_one_paragraph_more_is_no_unchanged_one(where: str) -> None:
    def body(controlled: int) -> str:
        said = [p("một"), p("hai")]
        inner = control("".join(said[:controlled]), "a") + "".join(said[controlled:])
        return table(row(cell(inner))) if where == "in a cell" else control(inner, "b")

    found = redline(word_file(body(1)), word_file(body(2)))

    assert [f.rule for f in found.unmarked] == ["redline.paragraph-end"]
    assert [paragraph_texts(side(found.data)) for side in (accept, reject)] == [
        ["một", "hai", ""],
        ["một", "hai"],
    ]


def test_what_stands_in_custom_xml_markup_is_marked_as_anything_else() -> None:
    def body(text: str) -> str:
        inner = f"<w:customXmlPr/>{p(text)}{p('hết')}"
        return f'<w:customXml w:uri="u" w:element="e">{inner}</w:customXml>'

    found = marked(body("một hai"), body("một ba"))

    assert (words("del", found), words("ins", found)) == (["hai"], ["ba"])
    assert "customXml" not in found


def test_a_paragraph_that_goes_takes_its_controls_and_bookmark_along() -> None:
    def body(name: str, text: str) -> str:
        start = f'<w:bookmarkStart w:id="{ord(name)}" w:name="_r57_body_{name}"/>'
        end = f'<w:bookmarkEnd w:id="{ord(name)}"/>'
        return p(start, "a) ", control(r(text), f"r57:task/{name}/text"), end)

    said = [body(name, f"việc {name}") for name in "xyz"] + [p("hết")]
    files = word_file("".join(said)), word_file("".join([said[2], said[0], said[3]]))
    data = redline(*files).data

    for side, file in ((reject, files[0]), (accept, files[1])):
        body = body_xml(side(data))
        assert body.count("<w:sdt>") == body_xml(file).count("<w:sdt>")
        assert ("_r57_body_y" in body) == ("_r57_body_y" in body_xml(file))
