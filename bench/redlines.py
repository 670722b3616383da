"""A redline of two versions of a plan with 140 tasks, beside docxodus' of python-redlines."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from functools import partial
from importlib.util import find_spec
from typing import Any

from bench.measure import in_pairs, timed
from r57plans import Plan, RedlineOptions, build, load_catalogue, redline
from r57plans.word.redline.marks import marks_of

TASKS = 140
PEER = "docxodus"
NOT_INSTALLED = "python-redlines is not installed"
_BODIES = ("so-khoa-hoc-va-cong-nghe", "so-tai-chinh", "so-noi-vu", "so-y-te", "cong-an-tinh")
_DEADLINES = ("Quý II/2025", "Quý IV/2025", "Tháng 6/2026", "Hằng năm", "2025 - 2027", "2030")
_LATER = ("Quý III/2025", "Quý I/2026", "Tháng 9/2026", "Quý IV/2026", "Đến hết năm 2027")

_MARKS_ALONE = RedlineOptions(comments=False)  # the peer knows no comments

Pair = tuple[bytes, bytes]


def plan_data(tasks: int = TASKS) -> dict[str, Any]:
    """A made-up plan with the catalogue's first sub-tasks."""
    ids = [task.id for task in load_catalogue().sub_tasks.values() if "{" not in task.text.vi]
    return {
        "format": "r57plans/plan/1",
        "catalogue": load_catalogue().name,
        "province": "cao-bang",
        "document": {"issuer": "tinh-uy", "type": "CTr", "date": "2025-03-28"},
        "tasks": [_task(name, number) for number, name in enumerate(ids[:tasks])],
    }


def edited(data: dict[str, Any]) -> dict[str, Any]:
    """The plan after a round of opinions: five deadlines, a lead, a product, a text; one task
    less, one more."""
    new = deepcopy(data)
    tasks = new["tasks"]
    step = max(1, len(tasks) // 8)
    for task, deadline in zip(tasks[::step], _LATER, strict=False):
        task["deadline"] = deadline
    tasks[1]["leads"] = ["van-phong-tinh-uy"]
    tasks[2]["products"] = ["Đề án của Ban Thường vụ Tỉnh ủy"]
    tasks[3]["text"] = "Rà soát, sửa đổi quy định của tỉnh về KH&CN theo Nghị quyết số 57-NQ/TW."
    del tasks[5]
    tasks.append(_task("local-1", 7) | {"group": 7, "text": "Kết nối dữ liệu dân cư với các xã."})
    return new


def pair(tasks: int = TASKS) -> Pair:
    """Both versions as Word files."""
    data = plan_data(tasks)
    sides = (Plan.model_validate(side) for side in (data, edited(data)))
    old, new = (build(side, ["vi"]).files[0].data for side in sides)
    return old, new


def why_no_peer() -> str:
    """Why the peer is left out; "" where it is there."""
    return "" if find_spec("python_redlines") else NOT_INSTALLED


def by_peer(old: bytes, new: bytes) -> bytes:
    """The peer's redline; like ours it leaves changed formats alone."""
    from python_redlines import DocxodusEngine

    data: bytes = DocxodusEngine().run_redline(
        "bench", old, new, detect_format_changes=False
    )[0]  # fmt: skip
    return data


def words(data: bytes) -> int:
    """How many words a redline marks as deleted or inserted."""
    marks = marks_of(data)
    return marks.inserted + marks.deleted


def ratios(pairs: int, tell: Callable[[str], None]) -> tuple[tuple[float, str], tuple[float, str]]:
    """How often ours is faster than the peer, and ours of its marked words, each with how."""
    tell(f"{PEER}, {TASKS} tasks")
    old, new = pair()
    ours = words(redline(old, new, _MARKS_ALONE).data)
    theirs = words(by_peer(old, new))
    paired = in_pairs(
        partial(timed, lambda: redline(old, new, _MARKS_ALONE)),
        partial(timed, lambda: by_peer(old, new)),
        pairs,
    )
    times = f"r57plans {paired.first:.2f} s, verified, peer {paired.second:.2f} s; {pairs} pairs"
    return (paired.ratio, times), (ours / theirs, f"r57plans {ours} words, peer {theirs}")


def _task(name: str, number: int) -> dict[str, Any]:
    return {
        "id": name,
        "leads": [_BODIES[number % len(_BODIES)]],
        "supports": [_BODIES[(number + 1) % len(_BODIES)], _BODIES[(number + 2) % len(_BODIES)]],
        "products": [("Kế hoạch", "Báo cáo kết quả", "Nền tảng số dùng chung")[number % 3]],
        "deadline": _DEADLINES[number % len(_DEADLINES)],
    }
