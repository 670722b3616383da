"""Pictures: read from their heads, shown in the size asked for, stored once, found only where
allowed."""

from __future__ import annotations

import io
import pickle
import struct
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import StrictUndefined, UndefinedError
from PIL import Image as Pillow
from rich_values import HEAD, finished, inline, png, rendering, saved
from validators import audit_errors, integrity_errors

from r57plans import R57Error
from r57plans.word.package import content_types
from r57plans.word.relations import read_relations
from r57plans.word.template.sandbox.budget import Budget
from r57plans.word.template.sandbox.limits import Limits
from r57plans.word.template.told.faults import MisuseError
from r57plans.word.template.values import Image, image, replaced
from r57plans.word.template.values.pictures.kinds import MOST_BYTES, read_picture
from r57plans.word.xml import NS, Element, parse_part, qname

MILLIMETRE, INCH = 36_000, 914_400


def made(kind: str, size: tuple[int, int] = (60, 30), **options: object) -> bytes:
    buffer = io.BytesIO()
    Pillow.new("L", size, 128).save(buffer, kind, **options)
    return buffer.getvalue()


def camera(unit: int, across: int) -> bytes:
    """A JPEG picture whose camera, and nothing else, says how many dots there are."""
    pillow = Pillow.new("L", (60, 30))
    exif = pillow.getexif()
    exif.update({282: float(across), 283: float(across), 296: unit})
    buffer = io.BytesIO()
    pillow.save(buffer, "JPEG", exif=exif)
    data = buffer.getvalue()
    jfif = data.index(b"\xff\xe0")
    (length,) = struct.unpack_from(">H", data, jfif + 2)
    return data[:jfif] + data[jfif + 2 + length :]


def emf() -> bytes:
    head = struct.pack("<II4i4i", 1, 88, 0, 0, 100, 50, 0, 0, 6000, 3000)
    return head + b" EMF" + struct.pack("<II", 0x10000, 88) + bytes(36)


def wmf(inch: int = 1440) -> bytes:
    return struct.pack("<IH4hHIH", 0x9AC6CDD7, 0, 0, 0, 2880, 1440, inch, 0, 0) + bytes(18)


def old_bmp() -> bytes:
    return b"BM" + struct.pack("<IHHIIHHHH", 30, 0, 0, 26, 12, 60, 30, 1, 24) + bytes(4)


def parsed(xml: str) -> Element:
    return parse_part(f'<w:p xmlns:w="{NS["w"]}">{xml}</w:p>'.encode(), "")


def extent(value: Image) -> tuple[int, int]:
    (size,) = parsed(inline(value, rendering())).iter(qname("wp", "extent"))
    return int(size.get("cx", "")), int(size.get("cy", ""))


def inches(data: bytes) -> tuple[float, float]:
    width, height = extent(Image(data))
    return round(width / INCH, 2), round(height / INCH, 2)


def reason(error: pytest.ExceptionInfo[MisuseError]) -> str:
    return str(error.value.blanks["what"][1])


@pytest.mark.parametrize(
    ("data", "size"),
    [
        (png(60, 30), (0.62, 0.31)),
        (png(60, 30, dpi=30), (2, 1)),
        (made("PNG", dpi=(30, 15)), (2, 2)),
        (made("JPEG"), (0.62, 0.31)),
        (made("JPEG", dpi=(30, 30)), (2, 1)),
        (camera(2, 30), (2, 1)),
        (camera(3, 30), (0.79, 0.39)),
        (camera(1, 30), (0.62, 0.31)),
        (made("GIF"), (0.62, 0.31)),
        (made("BMP"), (0.62, 0.31)),
        (made("BMP", dpi=(30, 30)), (2, 1)),
        (old_bmp(), (0.62, 0.31)),
        (made("TIFF"), (0.62, 0.31)),
        (made("TIFF", dpi=(30, 30)), (2, 1)),
        (emf(), (2.36, 1.18)),
        (wmf(), (2, 1)),
        (png(60, 30, dpi=1), (0.62, 0.31)),
    ],
)
def test_the_natural_size_comes_from_the_pixels_and_the_dots_an_inch(
    data: bytes, size: tuple[float, float]
) -> None:
    assert inches(data) == size


@pytest.mark.parametrize(
    ("width", "units"),
    [
        (40, 40 * MILLIMETRE),
        (12.5, 12.5 * MILLIMETRE),
        (Decimal("0.5"), 0.5 * MILLIMETRE),
        ("40", 40 * MILLIMETRE),
        ("40mm", 40 * MILLIMETRE),
        ("2,5 cm", 25 * MILLIMETRE),
        (" 1IN ", INCH),
        ("72pt", INCH),
    ],
)
def test_a_width_is_millimetres_or_has_a_unit_and_keeps_the_shape(
    width: object, units: float
) -> None:
    assert extent(Image(png(60, 30), width=width)) == (units, round(units / 2))


def test_a_height_alone_keeps_the_shape_too_and_both_are_taken_as_they_are() -> None:
    assert extent(Image(png(60, 30), height=10)) == (20 * MILLIMETRE, 10 * MILLIMETRE)
    assert extent(Image(png(60, 30), 10, 10)) == (10 * MILLIMETRE, 10 * MILLIMETRE)


@pytest.mark.parametrize(
    "width",
    [
        "",
        "wide",
        "3km",
        "-3cm",
        "1e3",
        0,
        -1,
        True,
        float("nan"),
        float("inf"),
        559,
        "22.1in",
        "0mm",
    ],
)
def test_any_other_width_is_refused(width: object) -> None:
    with pytest.raises(R57Error, match="at most 22 inches"):
        Image(png(), width=width)


def test_a_shape_that_grows_over_22_inches_is_refused_when_it_is_printed() -> None:
    with pytest.raises(MisuseError) as error:
        extent(Image(png(1, 1000), width=20))

    assert "give both width and height" in reason(error)


def test_a_picture_without_a_size_is_at_most_as_large_as_the_pages_text() -> None:
    width, height = extent(Image(png(3000, 1500)))

    assert (width, height) == ((11906 - 1701 - 1134) * 635, round((11906 - 1701 - 1134) * 635 / 2))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"text",
        b'<svg xmlns="http://www.w3.org/2000/svg"/>',
        b"RIFF\x24\0\0\0WEBPVP8 ",
        b"%PDF-1.7",
        b"\x89PNG",
        wmf()[22:],
    ],
)
def test_files_of_other_kinds_are_refused_with_the_kinds_that_serve(data: bytes) -> None:
    with pytest.raises(R57Error, match=r"use PNG, JPEG, GIF, BMP, TIFF, EMF or WMF"):
        Image(data)


@pytest.mark.parametrize(
    "data",
    [
        png()[:-1],
        png()[:30],
        png().replace(b"IDAT", b"IDAX"),
        png().replace(b"IHDR", b"IHDX"),
        png(0, 20),
        made("JPEG")[:-2],
        made("JPEG")[:60],
        b"\xff\xd8\xff\xd9" + bytes(20),
        b"\xff\xd8\xff\xe0\0\1" + bytes(20),
        made("GIF")[:-1],
        made("BMP")[:40],
        made("TIFF")[:20],
        b"II*\0" + struct.pack("<IH", 8, 0),
        emf()[:-1],
        wmf(0),
        wmf()[:12],
    ],
)
def test_damaged_pictures_are_refused(data: bytes) -> None:
    with pytest.raises(R57Error, match="damaged or cut short"):
        Image(data)


def test_a_picture_of_too_many_bytes_or_pixels_is_refused() -> None:
    with pytest.raises(R57Error, match="larger than 16 MB"):
        Image(png() + bytes(MOST_BYTES))
    with pytest.raises(R57Error, match="more than 200000000 pixels"):
        Image(b"GIF89a" + struct.pack("<HH", 60_000, 60_000) + b";")


@given(
    st.sampled_from([png(), made("JPEG", dpi=(30, 30)), camera(2, 30), made("TIFF", dpi=(9, 9)),
                     made("GIF"), made("BMP"), emf(), wmf()]),
    st.lists(st.tuples(st.integers(0, 400), st.integers(0, 255)), max_size=8),
    st.integers(0, 400),
)  # fmt: skip
def test_whatever_happened_to_a_picture_it_is_read_or_refused(
    data: bytes, changes: list[tuple[int, int]], cut: int
) -> None:
    damaged = bytearray(data)
    for place, value in changes:
        damaged[place % len(damaged)] = value

    try:
        natural = read_picture(bytes(damaged[: len(damaged) - cut])).natural
    except MisuseError:
        return

    assert natural.width > 0
    assert natural.height > 0


def test_a_run_has_the_format_of_the_tag_and_its_own_number_and_text() -> None:
    runtime = rendering()
    value = Image(png(), description='Logo "A" & <B>')

    first, second = inline(value, runtime, "<w:r><w:rPr><w:b/></w:rPr>"), inline(value, runtime)

    assert first.startswith("<w:r><w:rPr><w:b/></w:rPr><w:drawing>")
    properties = [next(parsed(xml).iter(qname("wp", "docPr"))) for xml in (first, second)]
    assert [dict(p.attrib) for p in properties] == [
        {"id": "1", "name": "Picture 1", "descr": 'Logo "A" & <B>'},
        {"id": "2", "name": "Picture 2", "descr": 'Logo "A" & <B>'},
    ]


def test_the_same_bytes_are_stored_once_and_related_once_a_part() -> None:
    runtime = rendering()
    data = png()
    for value in (Image(data), Image(bytes(bytearray(data)), width=5)):
        inline(value, runtime)
    runtime.part = "word/footer1.xml"
    inline(Image(data), runtime)

    parts = finished("<w:p/>", runtime)

    assert [name for name in parts if name.startswith("word/media/")] == ["word/media/image1.png"]
    assert parts["word/media/image1.png"] == data
    for part in ("word/document.xml", "word/footer1.xml"):
        found = [r.target for r in read_relations(parts, part) if r.kind == "image"]
        assert found == ["word/media/image1.png"]
    assert content_types(parts)["word/media/image1.png"] == "image/png"


def test_what_a_camera_wrote_stays_in_the_bytes() -> None:
    runtime = rendering()
    data = camera(2, 30)
    inline(Image(data), runtime)

    assert finished("<w:p/>", runtime)["word/media/image1.jpeg"] == data


def test_the_bytes_count_once_towards_what_a_rendering_may_write() -> None:
    runtime = rendering()
    runtime.budget = Budget(Limits(output=100))
    inline(Image(png(1, 1)), runtime)
    inline(Image(png(1, 1)), runtime)

    with pytest.raises(MisuseError) as error:
        inline(Image(png(2, 2)), runtime)

    assert error.value.rule == "template.limit"


def test_a_template_names_a_file_in_its_folder(tmp_path: Path) -> None:
    (tmp_path / "hinh").mkdir()
    (tmp_path / "hinh" / "dấu.png").write_bytes(png(60, 30))

    value = image(rendering(tmp_path), "hinh/dấu.png", width="2cm", description="Dấu")

    assert extent(value) == (20 * MILLIMETRE, 10 * MILLIMETRE)
    assert 'descr="Dấu"' in inline(value, rendering())


@pytest.mark.parametrize(
    "name",
    ["/etc/hostname", "../logo.png", "a/../../logo.png", "C:\\logo.png", "a\\..\\b", "a\0b", "",
     "link.png", "linked/logo.png"],
)  # fmt: skip
def test_no_name_leads_out_of_the_folder(name: str, tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(png())
    inside = tmp_path / "inside"
    inside.mkdir()
    (inside / "link.png").symlink_to(tmp_path / "logo.png")
    (inside / "linked").symlink_to(tmp_path)

    with pytest.raises(MisuseError) as error:
        image(rendering(inside), name)

    assert "outside the folder" in reason(error)


@pytest.mark.parametrize("name", ["missing.png", ".", "folder"])
def test_what_is_no_file_cannot_be_read(name: str, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()

    with pytest.raises(MisuseError) as error:
        image(rendering(tmp_path), name)

    assert "cannot be read" in reason(error)


def test_without_a_folder_no_file_can_be_named() -> None:
    with pytest.raises(MisuseError) as error:
        image(rendering(), "logo.png")

    assert error.value.rule == "template.value"
    assert "no folder was given" in reason(error)


def test_a_file_that_is_named_in_a_loop_is_read_once(tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(png())
    runtime = rendering(tmp_path)

    image(runtime, "logo.png")
    (tmp_path / "logo.png").unlink()

    assert inline(image(runtime, "logo.png"), runtime)


def test_a_picture_of_the_data_is_bytes_or_a_path_or_an_image(tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(png(60, 30))
    sources: list[object] = [png(60, 30), tmp_path / "logo.png", Image(str(tmp_path / "logo.png"))]

    assert {extent(image(rendering(), source, height=10)) for source in sources} == {
        (20 * MILLIMETRE, 10 * MILLIMETRE)
    }


def test_a_size_given_by_the_script_holds_where_the_template_says_none() -> None:
    value = Image(png(60, 30), width=30, description="Dấu")

    assert extent(image(rendering(), value)) == (30 * MILLIMETRE, 15 * MILLIMETRE)
    assert extent(image(rendering(), value, height=5)) == (10 * MILLIMETRE, 5 * MILLIMETRE)
    assert 'descr="Dấu"' in inline(image(rendering(), value, width=5), rendering())


@pytest.mark.parametrize("source", [None, 3, ["a"], {}])
def test_no_other_value_is_a_picture(source: object) -> None:
    with pytest.raises(MisuseError) as error:
        image(rendering(), source)

    assert "is no picture" in reason(error)


def test_an_unknown_name_says_so_itself() -> None:
    with pytest.raises(UndefinedError, match="logo"):
        image(rendering(), StrictUndefined(name="logo"))


def test_a_picture_in_the_template_gets_another_relationship() -> None:
    runtime = rendering()

    first = replaced(runtime, png())

    assert replaced(runtime, Image(png())) == first
    assert first in {r.id for r in read_relations(finished("<w:p/>", runtime), runtime.part)}


def test_an_unreadable_file_is_an_error_that_names_it(tmp_path: Path) -> None:
    with pytest.raises(R57Error, match=r"missing\.png"):
        Image(tmp_path / "missing.png")


def test_an_image_survives_the_way_to_another_process() -> None:
    value = Image(png(), width=10)

    assert extent(pickle.loads(pickle.dumps(value))) == extent(value)


def test_a_document_with_every_kind_satisfies_the_validators(tmp_path: Path) -> None:
    runtime = rendering()
    kinds = [png(), *(made(kind) for kind in ("JPEG", "GIF", "BMP", "TIFF")), emf(), wmf()]

    body = "".join(f"<w:p>{inline(Image(d, 20), runtime, HEAD)}</w:p>" for d in kinds)

    file = saved(body, runtime, tmp_path / "a.docx")
    assert audit_errors(file) == []
    assert integrity_errors(file) == []
