"""A small catalogue, and the shipped registers, for the tests of loading."""

from __future__ import annotations

from pathlib import Path

import pytest

from r57plans.load import load_registers
from r57plans.model.catalogue import Catalogue
from r57plans.model.registers import Registers

SOURCE = {"document": "nq57"}


def _sub_task(name: str) -> dict[str, object]:
    words = {"vi": "Một việc", "en": "A duty"}
    figures = [{"id": i, "vi": "Số", "en": "A figure"} for i in ("ty_le", "so_luong", "kinh_phi")]
    return {"id": name, "title": words, "text": words, "level": "province",
            "parameters": figures, "source": SOURCE, "basis": "verified"}  # fmt: skip


def _paragraph(name: str, *sub_tasks: str) -> dict[str, object]:
    return {"id": name, "title": "Đoạn", "sub_tasks": [_sub_task(s) for s in sub_tasks]}


def _group(number: int, *paragraphs: dict[str, object]) -> dict[str, object]:
    return {"id": number, "title": "Nhóm", "short": "Nhóm", "basis": "verified",
            "source": SOURCE, "paragraphs": list(paragraphs)}  # fmt: skip


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    """Two groups, four paragraphs, one target, one directive, one document."""
    target = {"id": "digital-economy", "name": "Kinh tế số", "values": {"value": "30"},
              "provincial": "yes", "source": SOURCE, "basis": "verified"}  # fmt: skip
    directive = {"id": "D18", "body": "Tỉnh ủy", "text": "Ban hành", "for_province": "province",
                 "source": SOURCE, "basis": "verified"}  # fmt: skip
    document = {"id": "nq57", "number": "57-NQ/TW", "type": "Nghị quyết", "issuer": "Bộ Chính trị",
                "title": "x", "basis": "verified", "source": "x"}  # fmt: skip
    groups = [
        _group(1, _paragraph("1.1", "1.1.1", "1.1.2"), _paragraph("1.2", "1.2.1")),
        _group(2, _paragraph("2.2", "2.2.1"), _paragraph("2.10", "2.10.1")),
    ]
    return Catalogue.model_validate(
        {"id": "nq57", "version": "2025.03", "document": "nq57", "documents": [document],
         "groups": groups, "targets": [target], "directives": [directive]}
    )  # fmt: skip


@pytest.fixture(scope="session")
def registers() -> Registers:
    """The registers as shipped."""
    return load_registers()


@pytest.fixture(scope="session")
def everything() -> str:
    """The text of a plan file with every field and every shape."""
    path = Path(__file__).parent / "cases" / "everything.yaml"
    return path.read_text(encoding="utf-8")
