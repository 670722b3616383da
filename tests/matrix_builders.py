"""Small plans side by side, for tests of the view across provinces."""

from __future__ import annotations

from datetime import date
from typing import Any

from plan_builders import plan
from status_builders import status

from r57plans.matrix import Matrix, PlanFile, matrix
from r57plans.model.status import Status

JUNE = date(2025, 6, 30)
Data = dict[str, Any]


def task(name: str, deadline: str = "Quý II/2025", lead: Any = "so-tai-chinh", **more: Any) -> Data:
    """A task with one lead."""
    return {"id": name, "deadline": deadline, "leads": [lead], **more}


def of(province: str, *tasks: Data, done: Status | None = None, **sections: Any) -> PlanFile:
    """The plan of a province, as from a file of its name."""
    made = plan(tasks=list(tasks), **{"province": province, **sections})
    return PlanFile(f"{province}.yaml", made, done)


def beside(*files: PlanFile, on: date = JUNE) -> Matrix:
    """The plans side by side."""
    return matrix(files, on)


def deadlines(*days: str) -> Matrix:
    """The task 1.1.1 in as many provinces as there are deadlines."""
    names = ("an-giang", "ha-nam", "ha-noi", "hue", "lai-chau", "long-an", "kon-tum", "ca-mau")
    return beside(*(of(name, task("1.1.1", day)) for name, day in zip(names, days, strict=False)))


def sample() -> Matrix:
    """Three provinces with something in every part of the view."""
    targets = [
        {"id": "digital-economy", "values": [{"year": 2030, "value": value, "unit": "% GRDP"}]}
        for value in ("≥ 35", "≥ 20", "mức khá")
    ]
    words = {"vi": "Công ty <b>Điện lực</b>", "en": "=Power & Co"}
    reported = status(tasks=[{"id": "1.1.1", "state": "done", "done_on": "2025-06-01"}])
    return beside(
        of("cao-bang", task("1.1.1"), task("1.1.2", "Tháng 3/2025"), targets=targets[0],
           done=reported),
        of("ha-nam", task("1.1.1", "2026"), targets=targets[1],
           omitted=[{"id": "2.1", "reason": "Đã có kế hoạch riêng"}]),
        of("hue", task("local-1", lead=words, group=1, covers=["1.1.1", "1.1.2"]),
           targets=targets[2]),
    )  # fmt: skip
