"""The command line: `r57plans COMMAND`."""

from __future__ import annotations

from r57plans.cli.app import application, main

__all__ = ["application", "main"]
