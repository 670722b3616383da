"""Plans at random, and random edits of them, as plain data of a plan file.

Everything is drawn from one `random.Random`, so that hypothesis can shrink what it finds and a
proof can name its seeds. The texts hold what has gone wrong elsewhere: document numbers, `&`,
angle brackets, quotes, words that occur twice, long and very short sentences.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Sequence
from functools import cache
from random import Random
from typing import Any

from hypothesis import strategies as st

from r57plans.load import load_catalogue
from r57plans.model.plan import Plan

Data = dict[str, Any]

DEADLINES = (
    *("Quý II/2025", "Quý III/2025", "Quý IV/2025", "Tháng 6/2025", "12/2025", "2026", "Hằng năm"),
    *("Thường xuyên", "2025 - 2027", "2025 - 2030", "Trước ngày 30/6/2026", "Đến năm 2030"),
    *("2025 và những năm tiếp theo", "Từ quý III/2025", "Trong 6 tháng cuối năm 2025"),
    *("Đến hết quý III/2026", "Trước ngày 15/6 và 15/12 hằng năm", "Thứ Sáu hằng tuần"),
)
BODIES = (
    *("so-khoa-hoc-va-cong-nghe", "so-tai-chinh", "so-noi-vu", "so-y-te", "so-cong-thuong"),
    *("van-phong-tinh-uy", "ban-to-chuc-tinh-uy", "cong-an-tinh", "so-giao-duc-va-dao-tao"),
    *("so-tu-phap", "so-xay-dung", "so-nong-nghiep-va-moi-truong"),
)
FREE_BODIES = (
    {"vi": "Công ty Điện lực tỉnh", "en": "Provincial Power Company"},
    {"vi": "các doanh nghiệp công nghệ số", "en": "digital technology enterprises"},
    {"vi": "Trường Cao đẳng A & B", "en": "College A & B"},
)
PHRASES = (
    "Rà soát, sửa đổi quy định của tỉnh về KH&CN",
    "thực hiện Nghị quyết số 57-NQ/TW và Kế hoạch số 01-KH/BCĐTW",
    "xây dựng nền tảng số dùng chung cho các xã, phường",
    "đào tạo kỹ năng số cho cán bộ, công chức, viên chức",
    "kết nối dữ liệu với Cơ sở dữ liệu quốc gia về dân cư",
    "lựa chọn giá trị <A> và “B” trong bảng mã",
    "ưu tiên vùng cao, vùng sâu, vùng xa; ưu tiên hộ nghèo",
    "phủ sóng 5G ≥ 95% thôn, xóm trước năm 2030",
    "báo cáo kết quả",
    "hoàn thành",
)
PRODUCTS = (
    *("Kế hoạch", "Báo cáo kết quả", "Nền tảng số dùng chung của tỉnh", "Đề án", "Quyết định"),
    *("≥ 30 sản phẩm có truy xuất nguồn gốc", "Cơ sở dữ liệu KH&CN", "Quy chế phối hợp"),
)
TARGETS = (
    *("digital-economy", "online-public-services", "cashless-payments", "coverage-5g", "tfp"),
    *("innovating-enterprises", "budget-share"),
)


def random_plan(rng: Random, most: int = 12) -> Data:
    """A plan with 1 to `most` tasks of all groups, of which some are the province's own."""
    count = rng.randint(1, most)
    taken = sorted(rng.sample(_sub_tasks(), min(count, len(_sub_tasks()))), key=_by_number)
    own = [_local_task(rng, number) for number in range(1, rng.randint(0, count // 2 + 1) + 1)]
    return {
        "format": "r57plans/plan/1",
        "catalogue": load_catalogue().name,
        "province": rng.choice(("cao-bang", "lang-son", "an-giang", "hai-phong")),
        "document": {
            "issuer": "tinh-uy",
            "type": "CTr",
            "date": "2025-03-28",
            "status": "draft",
            "parents": ["nq57"],
        },
        "context": _texts(rng, 2),
        "targets": [_target(rng, name) for name in rng.sample(TARGETS, rng.randint(0, 4))],
        "tasks": [*(_task(rng, name) for name in taken), *own],
    }


def random_edits(data: Data, rng: Random, most: int = 4) -> Data:
    """The plan after 1 to `most` random edits, such as offices make between two versions."""
    changed = copy.deepcopy(data)
    for _ in range(rng.randint(1, most)):
        rng.choice(EDITS)(changed, rng)
    return changed


def as_plan(data: Data) -> Plan:
    """The plan that the data say; the data stay as they are."""
    return Plan.model_validate(copy.deepcopy(data))


@st.composite
def plans(draw: st.DrawFn, most: int = 12) -> Data:
    """Random plans, for hypothesis."""
    return random_plan(draw(st.randoms(use_true_random=False)), most)


@st.composite
def pairs_of_plans(draw: st.DrawFn, most: int = 12) -> tuple[Data, Data]:
    """A random plan and the same after some edits, for hypothesis."""
    rng = draw(st.randoms(use_true_random=False))
    old = random_plan(rng, most)
    return old, random_edits(old, rng)


@cache
def _sub_tasks() -> tuple[str, ...]:
    tasks = load_catalogue().sub_tasks.values()
    return tuple(task.id for task in tasks if not task.text.vi.count("{"))


def _by_number(name: str) -> tuple[int, ...]:
    return tuple(map(int, name.split(".")))


def _sentence(rng: Random) -> str:
    said = "; ".join(rng.sample(PHRASES, rng.randint(1, 3)))
    return f"{said[0].upper()}{said[1:]}."


def _texts(rng: Random, most: int) -> list[Data]:
    return [_bilingual(_sentence(rng)) for _ in range(rng.randint(0, most))]


def _bilingual(text: str) -> Data:
    return {"vi": text, "en": f"[{text}]"}


def _actors(rng: Random, least: int, most: int) -> list[Any]:
    return rng.sample((*BODIES, *FREE_BODIES), rng.randint(least, most))


def _products(rng: Random) -> list[Data]:
    return [_bilingual(name) for name in rng.sample(PRODUCTS, rng.randint(1, 2))]


def _task(rng: Random, name: str) -> Data:
    task: Data = {"id": name, "leads": _actors(rng, 1, 2), "supports": _actors(rng, 0, 3)}
    if rng.random() < 0.4:
        task["text"] = _bilingual(_sentence(rng))
    return task | {"products": _products(rng), "deadline": rng.choice(DEADLINES)}


def _local_task(rng: Random, number: int) -> Data:
    task = _task(rng, f"local-{number}")
    return task | {"group": rng.randint(1, 7), "text": _bilingual(_sentence(rng))}


def _target(rng: Random, name: str) -> Data:
    values = [{"year": year, "value": f"≥ {rng.randint(1, 90)}", "unit": "%"}
              for year in rng.sample((2025, 2030, 2045), rng.randint(1, 3))]  # fmt: skip
    return {"id": name, "values": sorted(values, key=lambda value: int(str(value["year"])))}


def _some_task(data: Data, rng: Random) -> Data:
    found: Data = rng.choice(data["tasks"])
    return found


def _change_deadline(data: Data, rng: Random) -> None:
    _some_task(data, rng)["deadline"] = rng.choice(DEADLINES)


def _change_leads(data: Data, rng: Random) -> None:
    _some_task(data, rng)["leads"] = _actors(rng, 1, 2)


def _change_supports(data: Data, rng: Random) -> None:
    _some_task(data, rng)["supports"] = _actors(rng, 0, 3)


def _change_products(data: Data, rng: Random) -> None:
    _some_task(data, rng)["products"] = _products(rng)


def _change_text(data: Data, rng: Random) -> None:
    task = _some_task(data, rng)
    said: Sequence[str] = task["text"]["vi"].split(" ") if "text" in task else [_sentence(rng)]
    words = list(said)
    words[rng.randrange(len(words))] = rng.choice(("mới", "KH&CN", "số 57-NQ/TW", "và", "<x>"))
    task["text"] = _bilingual(" ".join(words))


def _remove_task(data: Data, rng: Random) -> None:
    if len(data["tasks"]) > 1:
        data["tasks"].remove(_some_task(data, rng))


def _add_task(data: Data, rng: Random) -> None:
    there = {task["id"] for task in data["tasks"]}
    names = [name for name in _sub_tasks() if name not in there]
    numbers = [n for n in range(1, 99) if f"local-{n}" not in there]
    task = _task(rng, rng.choice(names)) if rng.random() < 0.5 else _local_task(rng, numbers[0])
    data["tasks"].insert(rng.randint(0, len(data["tasks"])), task)


def _move_task(data: Data, rng: Random) -> None:
    task = _some_task(data, rng)
    data["tasks"].remove(task)
    data["tasks"].insert(rng.randint(0, len(data["tasks"])), task)


def _change_group(data: Data, rng: Random) -> None:
    task = _some_task(data, rng)
    if task["id"].startswith("local-"):
        task["group"] = rng.randint(1, 7)


def _change_targets(data: Data, rng: Random) -> None:
    there = {target["id"]: target for target in data["targets"]}
    name = rng.choice(TARGETS)
    if name in there and rng.random() < 0.3:
        data["targets"].remove(there[name])
    elif name in there:
        there[name]["values"] = _target(rng, name)["values"]
    else:
        data["targets"].append(_target(rng, name))


def _change_context(data: Data, rng: Random) -> None:
    data["context"] = _texts(rng, 3)


def _change_date(data: Data, rng: Random) -> None:
    data["document"]["date"] = rng.choice(("2025-03-28", "2025-03-31", "2025-04-04"))


EDITS: tuple[Callable[[Data, Random], None], ...] = (
    _change_deadline, _change_deadline, _change_leads, _change_supports, _change_products,
    _change_text, _change_text, _remove_task, _add_task, _move_task, _change_group,
    _change_targets, _change_context, _change_date,
)  # fmt: skip
