"""The part of a chart of stacked bars, as Word draws it: greys and patterns, no colours."""

from __future__ import annotations

from math import ceil

from r57plans.word.template.values.charts.figures import ChartSeries, Figures
from r57plans.word.template.values.charts.sheet import cells, names, number
from r57plans.word.template.values.writing import attribute as written
from r57plans.word.xml import DECLARATION, NS

NAMESPACE = "http://schemas.openxmlformats.org/drawingml/2006/chart"
SHEET_RELATION = "rId1"

_CATEGORY_AXIS, _VALUE_AXIS = 111_111_111, 222_222_222
_MOST_STEPS = 10
_FONT_SIZE = 1000  # hundredths of a point
_LINE = '<a:ln w="6350"><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln>'


def _solid(grey: str) -> str:
    return f'<a:solidFill><a:srgbClr val="{grey}"/></a:solidFill>'


def _pattern(name: str) -> str:
    return (
        f'<a:pattFill prst="{name}"><a:fgClr><a:srgbClr val="000000"/></a:fgClr>'
        '<a:bgClr><a:srgbClr val="FFFFFF"/></a:bgClr></a:pattFill>'
    )


# Each differs from its neighbours in darkness and in texture.
LOOKS = (
    _solid("404040"),
    _pattern("dkUpDiag"),
    _solid("BFBFBF"),
    _pattern("smCheck"),
    _solid("FFFFFF"),
    _pattern("ltHorz"),
    _pattern("pct25"),
)


def bars(figures: Figures) -> bytes:
    """The chart part: a horizontal bar for each category, in the order given, from the top."""
    count = len(figures.categories)
    series = "".join(_series(n, one, figures, count) for n, one in enumerate(figures.series))
    axes = f'<c:axId val="{_CATEGORY_AXIS}"/><c:axId val="{_VALUE_AXIS}"/>'
    text = (
        f'<c:chartSpace xmlns:c="{NAMESPACE}" xmlns:a="{NS["a"]}" xmlns:r="{NS["r"]}">'
        '<c:date1904 val="0"/><c:roundedCorners val="0"/>'
        '<c:chart><c:autoTitleDeleted val="1"/><c:plotArea><c:layout/>'
        '<c:barChart><c:barDir val="bar"/><c:grouping val="stacked"/><c:varyColors val="0"/>'
        f'{series}<c:gapWidth val="60"/><c:overlap val="100"/>{axes}</c:barChart>'
        f"{_category_axis()}{_value_axis(figures.highest)}</c:plotArea>"
        '<c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend>'
        '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        f"<c:spPr>{_solid('FFFFFF')}<a:ln><a:noFill/></a:ln></c:spPr>{_text()}"
        f'<c:externalData r:id="{SHEET_RELATION}"><c:autoUpdate val="0"/></c:externalData>'
        "</c:chartSpace>"
    )
    return DECLARATION + text.encode()


def _series(order: int, series: ChartSeries, figures: Figures, count: int) -> str:
    look = LOOKS[(order if series.look is None else series.look) % len(LOOKS)]
    column = order + 1
    name = f'<c:pt idx="0"><c:v>{written(series.name)}</c:v></c:pt>'
    return (
        f'<c:ser><c:idx val="{order}"/><c:order val="{order}"/>'
        f'<c:tx><c:strRef><c:f>{names(column)}</c:f><c:strCache><c:ptCount val="1"/>{name}'
        "</c:strCache></c:strRef></c:tx>"
        f'<c:spPr>{look}{_LINE}</c:spPr><c:invertIfNegative val="0"/>{_labels()}'
        f"<c:cat><c:strRef><c:f>{cells(0, count)}</c:f><c:strCache>"
        f"{_points([written(c) for c in figures.categories])}</c:strCache></c:strRef></c:cat>"
        f"<c:val><c:numRef><c:f>{cells(column, count)}</c:f><c:numCache>"
        f"<c:formatCode>General</c:formatCode>{_points([number(v) for v in series.values])}"
        "</c:numCache></c:numRef></c:val></c:ser>"
    )


def _points(values: list[str]) -> str:
    points = (f'<c:pt idx="{n}"><c:v>{value}</c:v></c:pt>' for n, value in enumerate(values))
    return f'<c:ptCount val="{len(values)}"/>{"".join(points)}'


def _labels() -> str:
    """The number on each piece of a bar, on white; none where it is 0."""
    return (
        '<c:dLbls><c:numFmt formatCode="#;;" sourceLinked="0"/>'
        f"<c:spPr>{_solid('FFFFFF')}<a:ln><a:noFill/></a:ln></c:spPr>{_text()}"
        '<c:dLblPos val="ctr"/><c:showLegendKey val="0"/><c:showVal val="1"/>'
        '<c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/>'
        '<c:showBubbleSize val="0"/></c:dLbls>'
    )


def _category_axis() -> str:
    return (
        f'<c:catAx><c:axId val="{_CATEGORY_AXIS}"/>'
        '<c:scaling><c:orientation val="maxMin"/></c:scaling><c:delete val="0"/>'
        '<c:axPos val="l"/><c:numFmt formatCode="General" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>'
        f'<c:spPr>{_LINE}</c:spPr>{_text()}<c:crossAx val="{_VALUE_AXIS}"/>'
        '<c:crosses val="autoZero"/><c:auto val="1"/><c:lblAlgn val="ctr"/>'
        '<c:lblOffset val="100"/><c:noMultiLvlLbl val="0"/></c:catAx>'
    )


def _value_axis(highest: float) -> str:
    step = max(1, ceil(highest / _MOST_STEPS))
    grid = '<a:ln w="3175"><a:solidFill><a:srgbClr val="BFBFBF"/></a:solidFill></a:ln>'
    return (
        f'<c:valAx><c:axId val="{_VALUE_AXIS}"/>'
        '<c:scaling><c:orientation val="minMax"/><c:min val="0"/></c:scaling>'
        '<c:delete val="0"/><c:axPos val="b"/>'
        f"<c:majorGridlines><c:spPr>{grid}</c:spPr></c:majorGridlines>"
        '<c:numFmt formatCode="0" sourceLinked="0"/><c:majorTickMark val="out"/>'
        '<c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>'
        f'<c:spPr>{_LINE}</c:spPr>{_text()}<c:crossAx val="{_CATEGORY_AXIS}"/>'
        '<c:crosses val="max"/><c:crossBetween val="between"/>'
        f'<c:majorUnit val="{step}"/></c:valAx>'
    )


def _text() -> str:
    """The font of the document's theme, in black."""
    return (
        "<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr>"
        f'<a:defRPr sz="{_FONT_SIZE}" b="0">{_solid("000000")}<a:latin typeface="+mn-lt"/>'
        '<a:cs typeface="+mn-cs"/></a:defRPr></a:pPr><a:endParaRPr lang="en-GB"/></a:p></c:txPr>'
    )
