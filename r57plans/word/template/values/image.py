"""Pictures as values: given by a script, named by a template, or put in a template's own place."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from jinja2 import Undefined

from r57plans.word.template.values.drawing import Drawing, inline
from r57plans.word.template.values.folder import file_in, read_file
from r57plans.word.template.values.kinds import Inline
from r57plans.word.template.values.lengths import LONGEST, length
from r57plans.word.template.values.pictures.kinds import (
    MOST_BYTES,
    Picture,
    read_picture,
    too_big,
)
from r57plans.word.template.values.refusing import refused, told
from r57plans.word.template.values.rendering import Rendering


@dataclass(frozen=True, slots=True)
class _Shown:
    """How a picture is shown: its size in the unit of drawings, where said, and its alt text."""

    width: int | None = None
    height: int | None = None
    description: str = ""


class Image(Inline):
    """A picture for `{{ x }}`: PNG, JPEG, GIF, BMP, TIFF, EMF or WMF, from bytes or a file.

    A width or height is in millimetres, or text such as "3cm", "40mm", "1in", "120pt"; one alone
    keeps the shape. Without both it has its natural size, but at most that of the page's text.
    The bytes go into the document as they are, with whatever a camera wrote beside the picture.
    Raises `R57Error` for a file that cannot be read or is no such picture.
    """

    __slots__ = ("_picture", "_shown")

    def __init__(
        self,
        source: bytes | str | Path,
        width: object = None,
        height: object = None,
        description: str = "",
    ) -> None:
        with told("" if isinstance(source, bytes) else str(source)):
            data = source if isinstance(source, bytes) else _bytes_of(Path(source))
            self._picture = read_picture(data)
            self._shown = _shown(_Shown(), width, height, description)

    def run(self, runtime: Rendering, head: str) -> str:
        """The run that holds the picture, whose part is added to the document."""
        width, height = self._size(runtime)
        relation = _related(runtime, self._picture)
        number = runtime.attachments.drawing_id()
        drawing = Drawing(relation, number, width, height, self._shown.description)
        return f"{head}{inline(drawing)}</w:r>"

    def __repr__(self) -> str:
        return f"<Image {self._picture.kind}, {len(self._picture.data)} bytes>"

    def _size(self, runtime: Rendering) -> tuple[int, int]:
        natural, shown = self._picture.natural, self._shown
        if shown.width and shown.height:
            size = shown.width, shown.height
        elif shown.width:
            size = shown.width, round(natural.height * shown.width / natural.width)
        elif shown.height:
            size = round(natural.width * shown.height / natural.height), shown.height
        else:
            size = _fitting(natural.width, natural.height, *runtime.attachments.text_area())
        if not all(1 <= side <= LONGEST for side in size):
            raise refused(
                "hình theo tỉ lệ này sẽ lớn hơn 22 inch; cho cả width và height",
                "a picture of this shape would be more than 22 inches; give both width and height",
            )
        return size


def image(
    runtime: Rendering,
    source: object,
    width: object = None,
    height: object = None,
    description: str = "",
) -> Image:
    """What `image(…)` in a template gives: a picture in this size.

    The source is a picture, bytes or a path of the data, or the name of a file in the folder that
    the template was given. Raises `MisuseError` (`template.value`) for any other.
    """
    base = _known(runtime, source)
    return _made(base._picture, _shown(base._shown, width, height, description))


def replaced(runtime: Rendering, picture: Image | bytes | Path) -> str:
    """The relationship that a picture of the template is to have in the place of its own.

    The frame keeps the size that the template gives it.
    """
    return _related(runtime, _known(runtime, picture)._picture)


def _made(picture: Picture, shown: _Shown) -> Image:
    made = Image.__new__(Image)
    made._picture = picture
    made._shown = shown
    return made


def _known(runtime: Rendering, source: object) -> Image:
    """The picture of a source, read once a rendering."""
    if isinstance(source, Undefined):
        str(source)  # which raises the fault that names what is unknown
    if isinstance(source, Image):
        return source
    if not isinstance(source, bytes | str | Path):
        kind = type(source).__name__
        raise refused(
            f"kiểu {kind} không phải hình, cần Image, bytes, Path hoặc tên tệp",
            f"type {kind} is no picture; an Image, bytes, a Path or a file's name is",
        )
    seen = runtime.attachments.pictures
    if source not in seen:
        seen[source] = _made(read_picture(_data(runtime, source)), _Shown())
    return seen[source]


def _data(runtime: Rendering, source: bytes | str | Path) -> bytes:
    if isinstance(source, bytes):
        return source
    return _bytes_of(source if isinstance(source, Path) else file_in(runtime.folder, source))


def _bytes_of(path: Path) -> bytes:
    data = read_file(path, MOST_BYTES)
    if data is None:
        raise too_big()
    return data


def _related(runtime: Rendering, picture: Picture) -> str:
    attachments = runtime.attachments
    if not attachments.holds(picture.data):
        runtime.budget.grow(len(picture.data))
    return attachments.image(runtime.part, picture.data, picture.kind)


def _shown(before: _Shown, width: object, height: object, description: object) -> _Shown:
    if width is None and height is None:
        wide, high = before.width, before.height
    else:
        wide, high = (None if side is None else length(side) for side in (width, height))
    return _Shown(wide, high, str(description) if description else before.description)


def _fitting(width: int, height: int, widest: int, highest: int) -> tuple[int, int]:
    """The size, made smaller in the same shape where it does not fit."""
    share = min(1.0, widest / width, highest / height)
    return max(1, round(width * share)), max(1, round(height * share))
