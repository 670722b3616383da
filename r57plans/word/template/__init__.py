"""Word files with tags, and the documents made from them."""

from __future__ import annotations

from r57plans.word.manifest import ManifestFacts
from r57plans.word.properties import Properties
from r57plans.word.template.engine import Template, compiled
from r57plans.word.template.limits import Limits

__all__ = ["Limits", "ManifestFacts", "Properties", "Template", "compiled"]
