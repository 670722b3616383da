"""The Word templates, made from text: outlines, words in two languages, and official measures.

`python -m r57plans.word.maker` writes them again after a change of their sources.
"""

from __future__ import annotations

from r57plans.word.maker.build import TEMPLATES, make_template, make_templates

__all__ = ["TEMPLATES", "make_template", "make_templates"]
