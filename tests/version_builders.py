"""A tiny catalogue in two versions, and plans written against the first."""

from __future__ import annotations

from typing import Any

from r57plans.model.catalogue import Catalogue, SubTask
from r57plans.model.history import as_of
from r57plans.model.plan import Plan

SOURCE = {"document": "nq57"}


def sub_task(name: str, text: str = "Làm việc này.", **more: Any) -> dict[str, Any]:
    """A sub-task with usual fields; its English is the Vietnamese in capitals."""
    words = {"vi": text, "en": text.upper()}
    usual = {"id": name, "title": f"Việc {name}", "text": words, "level": "province",
             "leads": ["so-khoa-hoc-va-cong-nghe"],
             "products": [{"type": "ke-hoach", "vi": "Kế hoạch"}],
             "horizon": "Quý II/2025", "source": SOURCE, "basis": "secondary"}  # fmt: skip
    return usual | more


def catalogue(version: str, *tasks: dict[str, Any], retired: Any = ()) -> Catalogue:
    """One group of one paragraph with these sub-tasks."""
    document = {"id": "nq57", "type": "Nghị quyết", "basis": "verified", "source": "x"}
    paragraph = {"id": "1.1", "title": "Đoạn", "sub_tasks": list(tasks)}
    group = {"id": 1, "title": "Nhóm", "short": "Nhóm", "basis": "verified", "source": SOURCE,
             "paragraphs": [paragraph]}  # fmt: skip
    return Catalogue.model_validate(
        {"id": "nq57", "version": version, "document": "nq57", "documents": [document],
         "groups": [group], "retired": list(retired)}
    )  # fmt: skip


def past_of(today: Catalogue, *then: dict[str, Any], version: str = "2025.03") -> Catalogue:
    """The catalogue as it was, given the sub-tasks that have changed or gone since."""
    snapshot = tuple(SubTask.model_validate(task) for task in then)
    past = as_of(today, version, {version: snapshot})
    both = {"": today, today.version: today, version: past}
    today.know_versions(both.get)
    return past.know_versions(both.get)


PLAN = """\
# a plan of ours
format: r57plans/plan/1
catalogue: nq57@2025.03   # the version
province: cao-bang
document: {issuer: tinh-uy, type: CTr, date: 2025-03-28}
tasks:
"""


def plan_of(text: str) -> Plan:
    """The plan in a text, read without looking anything up."""
    from r57plans.load import read_yaml

    return Plan.model_validate(read_yaml(text.encode(), "plan.yaml").data)
