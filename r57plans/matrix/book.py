"""The view across provinces as an Excel workbook, with its native colours and charts."""

from __future__ import annotations

from r57plans.findings import Language, Message
from r57plans.matrix.records import Matrix
from r57plans.matrix.tables import tables_of
from r57plans.matrix.words import COMPARED
from r57plans.model.progress import Standing
from r57plans.view.progress_words import STANDINGS
from r57plans.workbook import ChartOf, Look, workbook_of

_RED, _GREEN, _AMBER = "#F8CBAD", "#C6E0B4", "#FFE699"


def book_of(found: Matrix, language: Language) -> bytes:
    """The workbook's bytes, the same for the same plans and day."""
    return workbook_of(tables_of(found, language), language, _looks(found))


def _looks(found: Matrix) -> dict[str, Look]:
    paragraphs = tuple(paragraph.id for paragraph in found.paragraphs)
    return {
        "coverage": Look(
            shares=frozenset(("total", *paragraphs)), scale=paragraphs, bars=("total",)
        ),
        "paragraphs": Look(
            shares=frozenset({"share"}),
            bars=("plans",),
            scale=("share",),
            chart=ChartOf(
                Message("Mức bao quát bình quân theo đoạn", "Average coverage by paragraph"),
                "paragraph",
                ("share",),
                "column",
                share=True,
            ),
        ),
        "provinces": Look(days=frozenset({"last"}), bars=("taken_count",)),
        "tasks": Look(
            days=frozenset({"first", "last"}),
            marked=(
                ("status", STANDINGS[Standing.OVERDUE], _RED),
                ("status", STANDINGS[Standing.LATE], _AMBER),
                ("status", STANDINGS[Standing.ON_TIME], _GREEN),
            ),
        ),
        "deadlines": Look(days=frozenset({"earliest", "median", "latest"}), bars=("plans",)),
        "targets": Look(
            marked=(
                ("compared", COMPARED["below"], _RED),
                ("compared", COMPARED["above"], _GREEN),
            )
        ),
        "agencies": Look(
            bars=("lead_count",),
            chart=ChartOf(
                Message("Cơ quan có nhiều nhiệm vụ nhất", "The bodies with the most tasks"),
                "name",
                ("lead_count", "support_count"),
            ),
        ),
    }
