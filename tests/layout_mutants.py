"""Every layout rule broken one at a time: changes of good documents, and which rule they break."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from layout_documents import (
    MAIN,
    Change,
    Parts,
    good,
    lacks,
    look,
    ordinal,
    paragraph,
    piece,
    put,
    recognised,
    runs,
    says,
    set_text,
    style,
    swaps,
    text_of,
)
from lxml import etree

from r57plans.load import load_layouts
from r57plans.model.layout import Component, as_range
from r57plans.word.xml import Element, w

LAYOUTS = {"party": "party-2018", "state": "state-2020"}


@dataclass(frozen=True, slots=True)
class Mutant:
    """A change of the good document of a kind, which breaks one rule."""

    rule: str
    kind: str
    name: str
    change: Change
    component: str = ""

    def __str__(self) -> str:
        return f"{self.kind} {self.rule.removeprefix('layout.')}: {self.name}"


def components(kind: str) -> dict[str, Component]:
    """The components that the good document of a kind has."""
    layout = next(x for x in load_layouts() if x.id == LAYOUTS[kind])
    there = dict.fromkeys(p.component for p in recognised(kind).every() if p.line.inked)
    return {name: layout.components[name] for name in there if name in layout.components}


def of_looks() -> Iterator[Mutant]:
    """Each component in another size, bold, italic, underlined, in other letters, elsewhere."""
    for kind in LAYOUTS:
        for name, component in components(kind).items():
            if component.size is not None:
                span = as_range(component.size)
                for size in (span.start - 1, (span.end or span.start) + 1):
                    xml = f'<w:sz w:val="{round(size * 2)}"/>'
                    yield Mutant(
                        "layout.size", kind, f"{name} {size:g}", look(kind, name, xml), name
                    )
            for tag, said in (("b", component.bold), ("i", component.italic)):
                rule = "layout.bold" if tag == "b" else "layout.italic"
                xml = f'<w:{tag} w:val="{0 if said else 1}"/>'
                yield Mutant(rule, kind, name, look(kind, name, xml), name)
            line = "none" if component.underline else "single"
            yield Mutant("layout.underline", kind, name,
                         look(kind, name, f'<w:u w:val="{line}"/>'), name)  # fmt: skip
            if component.align is not None:
                other = {"center": "left", "justify": "left"}.get(component.align, "right")
                yield Mutant("layout.align", kind, name,
                             style(kind, name, f'<w:jc w:val="{other}"/>'), name)  # fmt: skip
            yield from of_case(kind, name, component)


def of_case(kind: str, name: str, component: Component) -> Iterator[Mutant]:
    """A component in small letters that should be in capitals, or the other way."""
    text = text_of(paragraph_of(kind, name))
    if component.case == "upper":
        small = text[:5] + text[5:].lower()
        if name == "urgency":
            small = "Khẩn"
        yield Mutant("layout.case", kind, name, says(kind, name, small), name)
    elif name in ("subject", "place-date", "signer", "recipients-word", "attached", "appendix"):
        yield Mutant("layout.case", kind, name, says(kind, name, text.upper()), name)


def paragraph_of(kind: str, name: str) -> Element:
    """The paragraph of a component in the good document."""
    from r57plans.word.package import read_package
    from r57plans.word.xml import parse_part

    root = parse_part(read_package(good(kind))[MAIN], MAIN)
    return list(root.iter(w("p")))[ordinal(kind, name)]


def of_spacing() -> Iterator[Mutant]:
    """Indents and distances of the text."""
    for kind in LAYOUTS:
        line = '<w:spacing w:line="{}" w:lineRule="{}"/>'
        wrong = (
            [(480, "auto"), (300, "exact")] if kind == "party" else [(400, "auto"), (230, "exact")]
        )
        for name in ("basis", "body", "part", "section"):
            number = 1 if name == "body" else 0
            yield Mutant(
                "layout.first-line",
                kind,
                name,
                style(kind, name, '<w:ind w:left="0" w:firstLine="0"/>', number),
                name,
            )
            yield Mutant(
                "layout.first-line",
                kind,
                f"{name} hanging",
                style(kind, name, '<w:ind w:left="1440" w:hanging="360"/>', number),
                name,
            )
            yield Mutant(
                "layout.paragraph-spacing",
                kind,
                name,
                spaced(kind, name, "after", "40", number),
                name,
            )
            for value, rule in wrong:
                yield Mutant(
                    "layout.line-spacing",
                    kind,
                    f"{name} {rule} {value}",
                    lined(kind, name, line.format(value, rule), number),
                    name,
                )
        yield Mutant(
            "layout.line-spacing",
            kind,
            "body at least",
            lined(kind, "body", line.format(200, "atLeast"), 1),
            "body",
        )
        for name in ("body", "recipients", "basis"):
            yield Mutant("layout.line-break", kind, name, broken_line(kind, name), name)


def spaced(kind: str, name: str, side: str, value: str, number: int = 0) -> Change:
    """Gives a paragraph another distance, the next one none before it."""

    def change(parts: Parts) -> None:
        here = paragraph(parts, ordinal(kind, name, number))
        put(here, "pPr", f'<w:spacing w:{side}="{value}"/>')
        put(paragraph(parts, ordinal(kind, name, number) + 1), "pPr", '<w:spacing w:before="0"/>')

    return change


def lined(kind: str, name: str, xml: str, number: int) -> Change:
    """Gives a paragraph another line spacing."""
    return style(kind, name, xml, number)


def broken_line(kind: str, name: str) -> Change:
    """Makes one paragraph of a component and the next, with a manual line break between."""

    def change(parts: Parts) -> None:
        first = ordinal(kind, name)
        here, following = paragraph(parts, first), paragraph(parts, first + 1)
        here.append(piece("<w:r><w:br/></w:r>"))
        here.extend([child for child in following if child.tag != w("pPr")])
        following.getparent().remove(following)

    return change


def _section(parts: Parts, number: int = 0) -> Element:
    return list(parts[MAIN].iter(w("sectPr")))[number]


def page(tag: str, number: int | None, **attributes: str) -> Change:
    """Changes attributes in the sections' properties, or in one section's."""

    def change(parts: Parts) -> None:
        sections = list(parts[MAIN].iter(w("sectPr")))
        for section in sections if number is None else [sections[number]]:
            found = section.find(w(tag))
            if found is None:
                found = etree.SubElement(section, w(tag))
            for key, value in attributes.items():
                found.set(w(key), value)

    return change


def without(tag: str, number: int | None = None) -> Change:
    """Takes an element out of the sections' properties."""

    def change(parts: Parts) -> None:
        sections = list(parts[MAIN].iter(w("sectPr")))
        for section in sections if number is None else [sections[number]]:
            for found in list(section.iter(w(tag))):
                section.remove(found)

    return change


def header(part: str, edit: str) -> Change:
    """Changes the header of a part: a property of its paragraph or run, or more text."""

    def change(parts: Parts) -> None:
        found = next(parts[part].iter(w("p")))
        if edit.startswith("<w:jc"):
            put(found, "pPr", edit)
        elif edit.startswith("<w:r>"):
            found.append(piece(edit))
        else:
            for run in runs(found):
                put(run, "rPr", edit)

    return change


def to_footer(parts: Parts) -> None:
    """Moves the number from the top to the foot of pages."""
    for section in parts[MAIN].iter(w("sectPr")):
        for reference in section.findall(w("headerReference")):
            reference.tag = w("footerReference")
    for name in ("word/header1.xml", "word/header2.xml"):
        parts[name].tag = w("ftr")
    for relation in parts["word/_rels/document.xml.rels"]:
        relation.set("Type", relation.get("Type", "").replace("/header", "/footer"))


def of_pages() -> Iterator[Mutant]:
    """Paper, margins, page numbers."""
    number = "<w:r><w:t>{}</w:t></w:r>"
    for kind in LAYOUTS:
        for rule, name, change in (
            ("paper", "letter", page("pgSz", 0, w="12240", h="15840")),
            ("orientation", "landscape", page("pgSz", 0, w="16838", h="11906", orient="landscape")),
            ("margins", "left", page("pgMar", 0, left="1134")),
            ("margins", "top", page("pgMar", 0, top="850")),
            ("margins", "bottom", page("pgMar", 0, bottom="1700")),
            ("margins", "right", page("pgMar", 0, right="400")),
            ("page-number", "no header", without("headerReference")),
            ("page-number-place", "footer", to_footer),
            ("page-number-place", "right", header("word/header1.xml", '<w:jc w:val="right"/>')),
            ("page-number-first", "not different", without("titlePg")),
            ("page-number-edge", "20 mm", page("pgMar", 0, header="1134")),
            ("page-number-style", "size", header("word/header1.xml", '<w:sz w:val="22"/>')),
            ("page-number-style", "bold", header("word/header1.xml", "<w:b/>")),
            ("page-number-style", "italic", header("word/header1.xml", "<w:i/>")),
            ("page-number-style", "roman", page("pgNumType", 0, fmt="lowerRoman")),
            ("page-number-style", "dashes", header("word/header1.xml", number.format("-"))),
            ("running-text", "product", header("word/header1.xml", number.format("tạo bởi X"))),
            ("running-text", "page 1", header("word/header2.xml", number.format("LOGO"))),
        ):
            yield Mutant(f"layout.{rule}", kind, name, change)


def of_fonts() -> Iterator[Mutant]:
    """Fonts, colours, encodings."""
    fonts = '<w:rFonts w:ascii="{0}" w:hAnsi="{0}" w:cs="{0}"/>'
    for kind in LAYOUTS:
        for rule, name, change in (
            ("font", "whole document", everywhere("Arial")),
            ("mixed-fonts", "a paragraph", look(kind, "body", fonts.format("Calibri"))),
            ("mixed-fonts", "the subject", look(kind, "subject", fonts.format("Arial"))),
            (
                "mixed-fonts",
                "accents alone",
                look(kind, "body", '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Arial"/>'),
            ),
            ("colour", "the type", look(kind, "type", '<w:color w:val="FF0000"/>')),
            ("colour", "a word", look(kind, "body", '<w:color w:val="1F4E79"/>', 2)),
            ("highlight", "text", look(kind, "body", '<w:highlight w:val="yellow"/>')),
            (
                "highlight",
                "shading",
                look(kind, "body", '<w:shd w:val="clear" w:color="auto" w:fill="FFFF00"/>'),
            ),
            ("encoding", "TCVN3 font", look(kind, "body", fonts.format(".VnTime"))),
            ("encoding", "VNI font", look(kind, "body", fonts.format("VNI-Times"))),
            (
                "encoding",
                "TCVN3 letters",
                says(kind, "body", "Thùc hiÖn NghÞ quyÕt cña Bé ChÝnh trÞ vÒ ®ét ph¸ ph¸t triÓn"),
            ),
            (
                "encoding",
                "VNI letters",
                says(kind, "body", "Thöïc hieän Nghò quyeát cuûa Boä Chính trò veà ñoät phaù"),
            ),
        ):
            yield Mutant(f"layout.{rule}", kind, name, change)


def everywhere(font: str) -> Change:
    """Puts another font in the place of ours in all parts."""

    def change(parts: Parts) -> None:
        for tree in parts.values():
            for fonts in tree.iter(w("rFonts")):
                for key in ("ascii", "hAnsi"):
                    fonts.set(w(key), font)

    return change


def swapped_cells(kind: str, component: str) -> Change:
    """Puts the cells of a component's row in the other order."""

    def change(parts: Parts) -> None:
        row = next(paragraph(parts, ordinal(kind, component)).iterancestors(w("tr")))
        cells = row.findall(w("tc"))
        row.append(cells[0])

    return change


def other_row(kind: str, component: str) -> Change:
    """Moves a component to a row of its own, below."""

    def change(parts: Parts) -> None:
        found = paragraph(parts, ordinal(kind, component))
        row = next(found.iterancestors(w("tr")))
        copy = piece(etree.tostring(row, encoding="unicode"))
        column = row.findall(w("tc")).index(next(found.iterancestors(w("tc"))))
        for at, cell in enumerate(row.findall(w("tc"))):
            kept = copy.findall(w("tc"))[at]
            for inner in list((cell if at == column else kept).iter(w("p"))):
                inner.getparent().remove(inner)
            etree.SubElement(cell if at == column else kept, w("p"))
        row.addnext(copy)

    return change


def no_rule(kind: str, component: str, *, typed: bool = False) -> Change:
    """Takes the drawn line under a component away, or types signs in its place."""

    def change(parts: Parts) -> None:
        line = paragraph(parts, ordinal(kind, component) + 1)
        properties = line.find(w("pPr"))
        assert properties is not None
        properties.remove(properties.find(w("pBdr")))
        if typed:
            line.append(piece("<w:r><w:t>__________</w:t></w:r>"))

    return change


def rule_of(kind: str, component: str, inset: int) -> Change:
    """Makes the drawn line under a component longer or shorter: room left on each side."""

    def change(parts: Parts) -> None:
        put(paragraph(parts, ordinal(kind, component) + 1), "pPr",
            f'<w:ind w:left="{inset}" w:right="{inset}"/>')  # fmt: skip

    return change


def of_letterheads() -> Iterator[Mutant]:
    """What the letterhead says, and where."""
    p, s = "party", "state"
    for kind, rule, name, change in (
        (p, "heading", "gone", lacks(p, "heading")),
        (s, "heading", "gone", heading_gone),
        (p, "heading-text", "tone", swaps(p, "heading", "NAM", "NẠM")),
        (s, "heading-text", "tone", swaps(s, "heading", "HÒA", "HÓA")),
        (s, "motto", "gone", motto_gone),
        (s, "motto-text", "long dashes", says(s, "motto", "Độc lập – Tự do – Hạnh phúc")),
        (s, "motto-text", "capitals", says(s, "motto", "Độc Lập - Tự Do - Hạnh Phúc")),
        (p, "heading-rule", "gone", no_rule(p, "heading")),
        (p, "heading-rule", "typed", no_rule(p, "heading", typed=True)),
        (p, "heading-rule", "short", rule_of(p, "heading", 1800)),
        (s, "heading-rule", "gone", no_rule(s, "motto")),
        (s, "heading-rule", "long", rule_of(s, "motto", 0)),
        (p, "issuer", "gone", issuer_gone(p)),
        (p, "star", "gone", lacks(p, "star")),
        (p, "star", "three", says(p, "star", "***")),
        (s, "issuer-rule", "gone", no_rule(s, "issuer")),
        (s, "issuer-rule", "long", rule_of(s, "issuer", 100)),
        (p, "number", "gone", says(p, "number", " ")),
        (s, "number", "gone", says(s, "number", " ")),
        (p, "number-colon", "colon", swaps(p, "number", "Số", "Số:")),
        (s, "number-colon", "none", swaps(s, "number", "Số:", "Số")),
        (p, "number-form", "slash first", says(p, "number", "Số 05/KH-ĐU")),
        (s, "number-form", "hyphen first", says(s, "number", "Số: 05-KH/UBND")),
        (p, "number-form", "blanks", says(p, "number", "Số 05 - KH / ĐU")),
        (p, "number-padding", "one figure", says(p, "number", "Số 5-KH/ĐU")),
        (s, "number-padding", "one figure", says(s, "number", "Số: 5/KH-UBND")),
        (p, "place-date", "gone", says(p, "place-date", " ")),
        (s, "place-date", "gone", says(s, "place-date", " ")),
        (p, "place-date-form", "no comma",
         says(p, "place-date", "Mẫu ngày 09 tháng 3 năm 2026")),
        (p, "place-date-form", "no place", says(p, "place-date", "Ngày 09 tháng 3 năm 2026")),
        (s, "place-date-form", "no comma",
         says(s, "place-date", "Lạng Sơn ngày 15 tháng 4 năm 2025")),
        (p, "date-padding", "day", says(p, "place-date", "Mẫu, ngày 9 tháng 3 năm 2026")),
        (p, "date-padding", "month 3", says(p, "place-date", "Mẫu, ngày 09 tháng 03 năm 2026")),
        (p, "date-padding", "month 2", says(p, "place-date", "Mẫu, ngày 09 tháng 2 năm 2026")),
        (s, "date-padding", "month 4",
         says(s, "place-date", "Lạng Sơn, ngày 15 tháng 04 năm 2025")),
        (p, "half", "letterhead", swapped_cells(p, "heading")),
        (s, "half", "number", swapped_cells(s, "number")),
        (p, "half", "signature", swapped_cells(p, "authority")),
        (p, "level", "place and date", other_row(p, "place-date")),
        (s, "level", "place and date", other_row(s, "place-date")),
        (p, "level", "signature", other_row(p, "authority")),
    ):  # fmt: skip
        yield Mutant(f"layout.{rule}", kind, name, change)


def heading_gone(parts: Parts) -> None:
    """Takes the country's name, the motto and the line away: one component missing, one finding."""
    first = ordinal("state", "heading")
    found = [paragraph(parts, first + n) for n in range(3)]
    for line in found[1:]:
        line.getparent().remove(line)
    set_text(found[0], "")


def motto_gone(parts: Parts) -> None:
    """Takes the motto away, and the line that belongs to it."""
    first = ordinal("state", "motto")
    for line in [paragraph(parts, first + n) for n in range(2)]:
        line.getparent().remove(line)


def issuer_gone(kind: str) -> Change:
    """Takes issuer, superior and what hangs under them away."""

    def change(parts: Parts) -> None:
        cell = next(paragraph(parts, ordinal(kind, "issuer")).iterancestors(w("tc")))
        for line in cell.findall(w("p"))[1:]:
            cell.remove(line)
        set_text(cell.find(w("p")), "")

    return change


def of_titles() -> Iterator[Mutant]:
    """Type and subject."""
    p, s = "party", "state"
    for kind, rule, name, change in (
        (p, "type", "gone", title_gone(p)),
        (s, "type", "gone", title_gone(s)),
        (p, "subject", "gone", subject_gone(p)),
        (s, "subject", "gone", subject_gone(s)),
        (p, "subject-start", "capital", swaps(p, "subject", "thực hiện", "Thực hiện")),
        (p, "dashes", "gone", lacks(p, "dashes")),
        (p, "dashes", "three", says(p, "dashes", "---")),
        (p, "dashes", "stars", says(p, "dashes", "*****")),
        (s, "subject-rule", "gone", no_rule(s, "subject")),
        (s, "subject-rule", "long", rule_of(s, "subject", 0)),
        (p, "letter-subject", "V/v", letter(p, "V/v thực hiện Nghị quyết")),
        (s, "letter-subject", "về việc", letter(s, "Về việc thực hiện Nghị quyết")),
    ):
        yield Mutant(f"layout.{rule}", kind, name, change)


def title_gone(kind: str) -> Change:
    """Takes type and subject away, and what stands under them."""

    def change(parts: Parts) -> None:
        first, last = ordinal(kind, "type"), ordinal(kind, "basis")
        for line in [paragraph(parts, n) for n in range(first, last)]:
            line.getparent().remove(line)

    return change


def subject_gone(kind: str) -> Change:
    """Takes the subject away, and what stands under it."""

    def change(parts: Parts) -> None:
        first, last = ordinal(kind, "subject"), ordinal(kind, "basis")
        for line in [paragraph(parts, n) for n in range(first, last)]:
            line.getparent().remove(line)

    return change


def letter(kind: str, subject: str) -> Change:
    """Makes a letter of the document: no type, the subject under the number."""

    def change(parts: Parts) -> None:
        below = paragraph(parts, ordinal(kind, "number"))
        italic = "<w:i/>" if kind == "party" else ""
        size = 24
        below.addnext(
            piece(
                f'<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:rPr>{italic}'
                f'<w:sz w:val="{size}"/></w:rPr><w:t>{subject}</w:t></w:r></w:p>'
            )
        )
        names = [n for n in ("urgency", "draft") if recognised(kind).all(n)]
        for line in [paragraph(parts, ordinal(kind, name) + 1) for name in names]:
            line.getparent().remove(line)
        first = next(n for n, p in enumerate(parts[MAIN].iter(w("p"))) if text_of(p) == "KẾ HOẠCH")
        last = next(n for n, p in enumerate(parts[MAIN].iter(w("p"))) if "Căn cứ" in text_of(p))
        for line in [paragraph(parts, n) for n in range(first, last)]:
            line.getparent().remove(line)

    return change


def of_bodies() -> Iterator[Mutant]:
    """How the text is written."""
    p, s = "party", "state"
    for kind, rule, name, change in (
        (p, "basis-line", "no dash", swaps(p, "basis", "- Căn cứ", "Căn cứ")),
        (p, "basis-line", "comma", end(p, "basis", ";", ",")),
        (p, "basis-line", "last", end(p, "basis", ",", ".", 2)),
        (s, "basis-line", "dash", swaps(s, "basis", "Căn cứ", "- Căn cứ")),
        (s, "basis-line", "full stop", end(s, "basis", ";", ".")),
        (s, "basis-line", "last", end(s, "basis", ".", ";", 5)),
        (p, "heading-mark", "part", mark("%1.", 0)),
        (p, "heading-mark", "section", mark("%2)", 1)),
        (s, "heading-mark", "part", mark("%1-", 0)),
        (p, "ending", "slashes", last_body(p, "./.")),
        (p, "ending", "nothing", last_body(p, "")),
        (s, "ending", "full stop", last_body(s, ".")),
    ):
        yield Mutant(f"layout.{rule}", kind, name, change)


def end(kind: str, component: str, old: str, new: str, number: int = 0) -> Change:
    """Ends a line with another sign."""

    def change(parts: Parts) -> None:
        found = paragraph(parts, ordinal(kind, component, number))
        text = [t for t in found.iter(w("t")) if t.text][-1]
        assert (text.text or "").endswith(old)
        text.text = (text.text or "").removesuffix(old) + new

    return change


def mark(text: str, depth: int) -> Change:
    """Gives a level of the headings' list another mark."""

    def change(parts: Parts) -> None:
        level = list(parts["word/numbering.xml"].iter(w("lvl")))[depth]
        level.find(w("lvlText")).set(w("val"), text)

    return change


def last_body(kind: str, sign: str) -> Change:
    """Ends the text with another sign."""

    def change(parts: Parts) -> None:
        number = len([p for p in recognised(kind).pieces if p.component == "body"]) - 1
        found = paragraph(parts, ordinal(kind, "body", number))
        texts = [t for t in found.iter(w("t")) if t.text]
        for text in texts[-2:]:
            text.text = (text.text or "").rstrip("./")
        texts[-1].text = (texts[-1].text or "") + sign

    return change


def of_endings() -> Iterator[Mutant]:
    """Signature and recipients."""
    p, s = "party", "state"
    for kind, rule, name, change in (
        (p, "signature", "gone", signature_gone(p)),
        (p, "authority", "TM.", swaps(p, "authority", "T/M", "TM.")),
        (p, "authority", "TM", swaps(p, "authority", "T/M", "TM")),
        (s, "authority", "T/M", swaps(s, "authority", "TM.", "T/M")),
        (s, "authority", "KT", swaps(s, "authority", "KT.", "K/T", 1)),
        (p, "deputy", "K/T", add_deputy),
        (s, "deputy", "no KT.", lacks(s, "authority", 1)),
        (p, "signer-title", "comrade", swaps(p, "signer", "Nguyễn", "Đồng chí Nguyễn")),
        (s, "signer-title", "doctor", swaps(s, "signer", "Nguyễn", "TS. Nguyễn")),
        (s, "signature-room", "none", no_room(s)),
        (p, "signature-room", "none", no_room(p)),
        (p, "signature-alone", "not kept", last_loose(p)),
        (s, "signature-alone", "page break", last_breaks(s)),
        (p, "recipients", "gone", recipients_gone(p)),
        (s, "recipients", "gone", recipients_gone(s)),
        (p, "recipients-word", "no colon", says(p, "recipients-word", "Nơi nhận")),
        (p, "recipients-line", "no dash", swaps(p, "recipients", "- ", "")),
        (p, "recipients-line", "mixed signs", end(p, "recipients", ";", ",", 2)),
        (s, "recipients-line", "comma", end(s, "recipients", ";", ",")),
        (s, "recipients-line", "last", end(s, "recipients", ".", ";", 8)),
        (p, "archive", "VT", says(p, "recipients", "- Lưu: VT.", 5)),
        (p, "archive", "gone", lacks_archive(p)),
        (s, "archive", "office", says(s, "recipients", "- Lưu Văn phòng.", 8)),
    ):
        yield Mutant(f"layout.{rule}", kind, name, change)


def signature_gone(kind: str) -> Change:
    """Empties the signer's half of the block."""

    def change(parts: Parts) -> None:
        cell = next(paragraph(parts, ordinal(kind, "authority")).iterancestors(w("tc")))
        for line in cell.findall(w("p"))[1:]:
            cell.remove(line)
        set_text(cell.find(w("p")), "")

    return change


def add_deputy(parts: Parts) -> None:
    """Lets a deputy of a Party committee sign for the secretary."""
    line = paragraph(parts, ordinal("party", "authority"))
    copy = piece(etree.tostring(line, encoding="unicode"))
    set_text(copy, "K/T BÍ THƯ")
    line.addnext(copy)


def no_room(kind: str) -> Change:
    """Takes the room for the signature away."""

    def change(parts: Parts) -> None:
        between = range(ordinal(kind, "role") + 1, ordinal(kind, "signer"))
        for line in [paragraph(parts, n) for n in between]:
            line.getparent().remove(line)

    return change


def _last(kind: str) -> int:
    return [p for p in recognised(kind).body if p.text.strip()][-1].ordinal


def last_loose(kind: str) -> Change:
    """Lets the last paragraph go without the block."""

    def change(parts: Parts) -> None:
        put(paragraph(parts, _last(kind)), "pPr", '<w:keepNext w:val="0"/>')

    return change


def last_breaks(kind: str) -> Change:
    """Begins a new page before the block."""

    def change(parts: Parts) -> None:
        line = paragraph(parts, _last(kind))
        line.addnext(piece('<w:p><w:r><w:br w:type="page"/></w:r></w:p>'))

    return change


def recipients_gone(kind: str) -> Change:
    """Empties the left half of the block."""

    def change(parts: Parts) -> None:
        cell = next(paragraph(parts, ordinal(kind, "recipients-word")).iterancestors(w("tc")))
        for line in cell.findall(w("p"))[1:]:
            cell.remove(line)
        set_text(cell.find(w("p")), "")

    return change


def lacks_archive(kind: str) -> Change:
    """Takes the last line of the list away, and ends the list before it."""

    def change(parts: Parts) -> None:
        number = len(recognised(kind).all("recipients")) - 1
        end(kind, "recipients", ";", ".", number - 1)(parts)
        lacks(kind, "recipients", number)(parts)

    return change


def of_appendices() -> Iterator[Mutant]:
    """Appendices."""
    for kind, other in (("party", "Phụ lục II"), ("state", "Phụ lục 2")):
        for rule, name, change in (
            ("appendix-number", "other figures", says(kind, "appendix", other, 1)),
            ("appendix-number", "none", says(kind, "appendix", "Phụ lục", 0)),
            ("appendix-title", "gone", lacks(kind, "appendix-title", 1)),
            ("attached", "gone", lacks(kind, "attached", 1)),
            ("appendix-page", "same page", page("type", 1, val="continuous")),
            ("appendix-page-number", "goes on", without("pgNumType", 2)),
            ("appendix-page-number", "another start", page("pgNumType", 1, start="7")),
        ):
            yield Mutant(f"layout.{rule}", kind, name, change)


MUTANTS = (
    *of_looks(), *of_spacing(), *of_pages(), *of_fonts(), *of_letterheads(), *of_titles(),
    *of_bodies(), *of_endings(), *of_appendices(),
)  # fmt: skip
