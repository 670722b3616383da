"""Random tables of tasks with shuffled columns are read back exactly as they were written."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st
from import_builders import read, word

from r57plans.load import load_registers, parse_plan
from r57plans.model.task import Task
from r57plans.view.names import Namer
from r57plans.view.speech import Speaker

TITLES = {
    "number": ["TT", "STT", "Số TT"],
    "text": ["Nhiệm vụ", "Tên nhiệm vụ", "NỘI DUNG CÔNG VIỆC", "Nhiệm vụ, giải pháp"],
    "leads": ["Cơ quan chủ trì", "Đơn vị thực hiện", "CHỦ TRÌ", "Trách nhiệm thực hiện"],
    "supports": ["Cơ quan phối hợp", "Phối hợp thực hiện", "Đơn vị phối hợp"],
    "products": ["Kết quả", "Sản phẩm", "Kết quả yêu cầu", "Sản phẩm đầu ra"],
    "deadline": ["Thời gian hoàn thành", "Thời hạn", "Tiến độ hoàn thành", "Thời gian"],
    "note": ["Ghi chú"],
}
DEADLINES = ["2025", "6/2025", "06/2025", "Tháng 10/2025", "Quý II/2025", "2025 - 2026",
             "2025 và những năm tiếp theo", "Thường xuyên", "Hằng năm", "trước ngày 30/11/2026",
             "sau 12 tháng nghiệm thu", "nhiệm kỳ"]  # fmt: skip
WORDS = ["Xây dựng", "Hoàn thiện", "nền tảng số", "dữ liệu", "(giai đoạn 2)", "57-NQ/TW", "R&D",
         "của tỉnh,", "≥ 30%", "“Bình dân học vụ số”", "năm 2025;", "theo: a, b",
         "<5G>"]  # fmt: skip
DAY = date(2025, 3, 28)


def _bodies() -> dict[str, str]:
    """Provincial bodies of the day by their ids, as a document of Cao Bằng names them."""
    plan = parse_plan(
        b"{format: r57plans/plan/1, catalogue: nq57, province: cao-bang,"
        b" document: {type: CTr, date: 2025-03-28}}"
    )
    registers = load_registers()
    namer = Namer(plan, registers, Speaker(plan, "vi"))
    known = [a for a in registers.agencies if a.valid_on(DAY) and a.level == "province"]
    return {a.id: namer.body(a.id) for a in known if not a.only}


BODIES = _bodies()


@dataclass(frozen=True)
class Written:
    """A task as it is written into a table."""

    text: str
    leads: tuple[str, ...]
    supports: tuple[str, ...]
    products: tuple[str, ...]
    deadline: str
    note: str


_text = st.lists(st.sampled_from(WORDS[2:]), min_size=1, max_size=9).map(
    lambda words: " ".join(["Xây dựng", *words]).rstrip(" ;,")
)
_names = st.lists(st.sampled_from(sorted(BODIES)), min_size=1, max_size=3, unique=True).map(tuple)
_products = st.lists(st.sampled_from(["Kế hoạch", "Quyết định của UBND tỉnh", "100% hồ sơ số"]),
                     max_size=2, unique=True).map(tuple)  # fmt: skip
_tasks = st.builds(
    Written, _text, _names, st.one_of(st.just(()), _names), _products,
    st.sampled_from(DEADLINES), st.sampled_from(["", "thí điểm", "vốn tỉnh"]),
)  # fmt: skip


@settings(max_examples=12)
@given(st.data())
def test_shuffled_columns_are_read_back_exactly(data: st.DataObject) -> None:
    tasks = data.draw(st.lists(_tasks, min_size=1, max_size=6, unique_by=lambda task: task.text))
    fields = data.draw(st.permutations(sorted(TITLES)))
    titles = [data.draw(st.sampled_from(TITLES[field])) for field in fields]
    comma = data.draw(st.sampled_from(["; ", "\n", ", "]))
    cut = data.draw(st.integers(0, len(tasks)))
    rows = [_row(number, task, fields, comma) for number, task in enumerate(tasks, 1)]
    first, rest = [titles, *rows[:cut]], rows[cut:]

    plan = read(word(first, *([rest] if rest else []))).plan

    assert [_read(task) for task in plan.tasks] == tasks


def _row(number: int, task: Written, fields: list[str], comma: str) -> list[str]:
    said = {
        "number": str(number),
        "text": task.text,
        "leads": comma.join(BODIES[name] for name in task.leads),
        "supports": comma.join(BODIES[name] for name in task.supports),
        "products": "\n".join(f"- {product};" for product in task.products),
        "deadline": task.deadline,
        "note": task.note,
    }
    return [said[field] for field in fields]


def _read(task: Task) -> Written:
    return Written(
        text=task.text.vi if task.text else "",
        leads=tuple(map(str, task.leads)),
        supports=tuple(map(str, task.supports)),
        products=tuple(product.vi or "" for product in task.products),
        deadline=task.deadline.deadline.wording,
        note=task.note.vi if task.note else "",
    )
