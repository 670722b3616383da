"""Word files with tags, and the documents made from them."""

from __future__ import annotations

from r57plans.word.manifest import ManifestFacts
from r57plans.word.properties import Properties
from r57plans.word.template.engine import Template, compiled
from r57plans.word.template.sandbox.limits import Limits
from r57plans.word.template.values.chart import Chart, ChartSeries
from r57plans.word.template.values.image import Image
from r57plans.word.template.values.rich import RichParagraphs, RichText
from r57plans.word.template.values.subdocument import SubDocument

__all__ = [
    "Chart",
    "ChartSeries",
    "Image",
    "Limits",
    "ManifestFacts",
    "Properties",
    "RichParagraphs",
    "RichText",
    "SubDocument",
    "Template",
    "compiled",
]
