"""Rich values: what can be printed besides text, numbers and days."""

from __future__ import annotations

from r57plans.word.template.values.chart import Chart, ChartSeries
from r57plans.word.template.values.image import Image, image, replaced
from r57plans.word.template.values.kinds import Blocks, Inline
from r57plans.word.template.values.printing import blocks_of, runs_of
from r57plans.word.template.values.rendering import Rendering
from r57plans.word.template.values.rich import RichParagraphs, RichText
from r57plans.word.template.values.subdocument import SubDocument

__all__ = [
    "Blocks",
    "Chart",
    "ChartSeries",
    "Image",
    "Inline",
    "Rendering",
    "RichParagraphs",
    "RichText",
    "SubDocument",
    "blocks_of",
    "image",
    "replaced",
    "runs_of",
]
