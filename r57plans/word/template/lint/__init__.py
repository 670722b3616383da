"""Every fault of a template at once, each in terms of what its author sees in Word."""

from __future__ import annotations

from r57plans.word.template.lint.annotate import annotate
from r57plans.word.template.lint.rules import rule_words
from r57plans.word.template.lint.run import lint

__all__ = ["annotate", "lint", "rule_words"]
