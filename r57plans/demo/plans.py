"""One illustrative plan: the starter's, with made-up round figures, choices and deadlines."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from typing import Any

from r57plans.demo.directions import DIRECTIONS, Direction
from r57plans.demo.figures import params_of, targets_of
from r57plans.findings import Message
from r57plans.load import load_registers
from r57plans.load.plan_text import plan_text
from r57plans.load.yaml_source import read_yaml
from r57plans.model.base import DocumentDate
from r57plans.model.deadline import parse_deadline
from r57plans.model.registers import Province
from r57plans.starter import starter_plan

Data = dict[str, Any]

_DIRECTIONS, _DROPPED = 3, 8
_LONG = 365  # days after which a task wants milestones
_NEAR = 4  # quarters
_ROMAN = ("I", "II", "III", "IV")
_CITY, _PROVINCE = Message("thành phố", "City"), Message("tỉnh", "Province")
_HEAD = (
    "KẾ HOẠCH MINH HỌA để dùng thử, không phải văn bản của {unit_vi} {vi}.",
    "Mọi số liệu, chỉ tiêu, thời hạn của địa phương đều là minh họa (số tròn, không từ nguồn nào).",
    "Không nêu tên cá nhân; số văn bản để trống.",
    "",
    "An ILLUSTRATIVE PLAN to try things on, not a document of {en} {unit_en}.",
    "Every local figure, target and deadline is illustrative (a round figure from no source).",
    "No person is named; numbers of documents are blank.",
)
_FUNDING = Message(
    "Ngân sách nhà nước theo phân cấp và các nguồn huy động hợp pháp khác; hằng năm các cơ quan "
    "chủ trì lập dự toán, gửi Sở Tài chính tổng hợp, trình cấp có thẩm quyền quyết định.",
    "The State budget as assigned to each level and other lawful sources; each year the lead "
    "agencies draw up estimates for the Department of Finance to compile and submit for decision.",
)
_CHANGES = Message(
    "Sáu tháng một lần, cơ quan thường trực rà soát, đề xuất Ban Thường vụ điều chỉnh, bổ sung "
    "nhiệm vụ, chỉ tiêu, thời hạn cho sát với thực tiễn và chỉ đạo mới của Trung ương.",
    "Every six months the standing agency reviews the plan and proposes that the Standing "
    "Committee adjust tasks, targets and deadlines to reality and to new central guidance.",
)


def demo_plan(province: str, on: DocumentDate) -> str:
    """The illustrative plan file of a province; the same text each time.

    Raises KeyError for a province that does not exist on that day.
    """
    record = load_registers().province(province, on.last)
    if record is None:
        raise KeyError(province)
    rng = Random(f"{province} {on}")
    data: Data = read_yaml(starter_plan(province, on).encode(), province).data
    chosen = rng.sample(DIRECTIONS, _DIRECTIONS)
    data["document"]["date"] = str(on)
    data["context"] = list(_context(record, chosen))
    data["targets"] = list(targets_of(data["targets"], rng))
    data["tasks"] = [*_tasks(data["tasks"], on, rng), *_own_tasks(chosen, on, rng)]
    data["flexibility"] |= _said(_CHANGES)
    data["funding"] = _said(_FUNDING)
    unit = _CITY if record.kind == "city" else _PROVINCE
    names = {"vi": record.vi, "en": record.en, "unit_vi": unit.vi, "unit_en": unit.en}
    return plan_text(data, [line.format(**names) for line in _HEAD])


def _said(text: Message) -> dict[str, str]:
    return {"vi": text.vi, "en": text.en}


def _context(province: Province, chosen: list[Direction]) -> Iterator[dict[str, str]]:
    vi = ", ".join(direction.name.vi for direction in chosen[:-1])
    en = ", ".join(direction.name.en for direction in chosen[:-1])
    last = chosen[-1].name
    yield {
        "vi": "(Minh họa) Trên cơ sở tiềm năng, lợi thế của địa phương, "
        f"{province.vi} tập trung vào ba hướng riêng: {vi} và {last.vi}.",
        "en": "(Illustrative) Building on its own potential and advantages, "
        f"{province.en} concentrates on three directions of its own: {en} and {last.en}.",
    }


def _quarters(on: DocumentDate) -> list[str]:
    """The next quarters after a day, as deadlines."""
    first = on.year * _NEAR + (on.month - 1) // 3 + 1
    return [f"Quý {_ROMAN[n % _NEAR]}/{n // _NEAR}" for n in range(first, first + _NEAR)]


def _tasks(tasks: list[Data], on: DocumentDate, rng: Random) -> Iterator[Data]:
    """The starter's tasks but for some, with figures and, some of them, another deadline."""
    dropped = set(rng.sample(range(len(tasks)), rng.randrange(_DROPPED)))
    for n, task in enumerate(tasks):
        if n in dropped and task["id"] != "1.1.2":  # without the committee there is no plan
            continue
        made = task | ({"params": params_of(task["params"], rng)} if "params" in task else {})
        deadline = made.get("deadline")  # blank where the usual one has passed
        if deadline is None or (str(deadline).startswith("Quý") and not rng.randrange(3)):
            made["deadline"] = rng.choice(_quarters(on))
        if milestones := list(_milestones(str(made["deadline"]), on, rng)):
            made["milestones"] = milestones
        yield made


def _milestones(deadline: str, on: DocumentDate, rng: Random) -> Iterator[Data]:
    """What long tasks and those without an end come to in between."""
    meant = parse_deadline(deadline)
    if meant.first and meant.last and (meant.last - meant.first).days <= _LONG:
        return
    for year in sorted(rng.sample(range(on.year, on.year + 3), 2)):
        if meant.last is None or year < meant.last.year:
            yield {
                "deadline": f"Tháng 12/{year}",
                "product": {"vi": f"Báo cáo sơ kết năm {year}", "en": f"Review report for {year}"},
            }


def _own_tasks(chosen: list[Direction], on: DocumentDate, rng: Random) -> Iterator[Data]:
    for n, direction in enumerate(sorted(chosen, key=lambda d: d.group), 1):
        yield {
            "id": f"local-{n}",
            "group": direction.group,
            "text": _said(direction.task),
            "leads": [direction.lead],
            "supports": list(direction.supports),
            "products": [_said(direction.product)],
            "deadline": rng.choice(_quarters(on)),
        }
