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
    size = f'cx="{drawing.width}" cy="{drawing.height}"'
    described = attribute(drawing.description)
    said = f' descr="{described}"' if described else ""
    names = f'id="{drawing.number}" name="Picture {drawing.number}"{said}'
    return (
        f'<w:drawing><wp:inline {_NAMES} distT="0" distB="0" distL="0" distR="0">'
        f"<wp:extent {size}/><wp:docPr {names}/>"
        '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        f'<a:graphic><a:graphicData uri="{_PICTURE}"><pic:pic>'
        f"<pic:nvPicPr><pic:cNvPr {names}/><pic:cNvPicPr/></pic:nvPicPr>"
        f'<pic:blipFill><a:blip r:embed="{drawing.relation}"/>'
        "<a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
        "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>"
    )
