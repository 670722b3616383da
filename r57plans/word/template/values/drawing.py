"""The XML of a picture that stands in the line of text."""

from __future__ import annotations

from dataclasses import dataclass

from r57plans.word.template.values.writing import attribute
from r57plans.word.xml import NS

_PICTURE = NS["pic"]
_NAMES = " ".join(f'xmlns:{prefix}="{NS[prefix]}"' for prefix in ("wp", "a", "pic", "r"))


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture to draw: its relationship, its number in the document, its size and alt text."""

    relation: str
    number: int
    width: int
    height: int
    description: str = ""


def inline(drawing: Drawing) -> str:
    """The `w:drawing` of a picture; it declares the prefixes that it uses."""
    size = drawing.width, drawing.height
    named = ("Picture", drawing.number, drawing.description)
    extent, names = _extent(*size), _names_of(*named)
    picture = (
        "<pic:pic>"
        f"<pic:nvPicPr><pic:cNvPr {names}/><pic:cNvPicPr/></pic:nvPicPr>"
        f'<pic:blipFill><a:blip r:embed="{drawing.relation}"/>'
        "<a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {extent}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
        "</pic:pic>"
    )
    locks = '<a:graphicFrameLocks noChangeAspect="1"/>'
    return framed(picture, _PICTURE, size, named, locks)


def framed(
    content: str, kind: str, size: tuple[int, int], named: tuple[str, int, str], locks: str = ""
) -> str:
    """The `w:drawing` of any content in the line of text.

    `kind` is the content's namespace; `named` what it is, its number in the document, its alt text.
    """
    properties = f"<wp:cNvGraphicFramePr>{locks}</wp:cNvGraphicFramePr>"
    return (
        f'<w:drawing><wp:inline {_NAMES} distT="0" distB="0" distL="0" distR="0">'
        f"<wp:extent {_extent(*size)}/><wp:docPr {_names_of(*named)}/>"
        f'{properties}<a:graphic><a:graphicData uri="{kind}">{content}'
        "</a:graphicData></a:graphic></wp:inline></w:drawing>"
    )


def _extent(width: int, height: int) -> str:
    return f'cx="{width}" cy="{height}"'


def _names_of(what: str, number: int, description: str) -> str:
    described = attribute(description)
    said = f' descr="{described}"' if described else ""
    return f'id="{number}" name="{what} {number}"{said}'
