"""A plan that meets the requirement of March 2025 in every part, and what a pack says of plans."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from plan_builders import plan

from r57plans.checks import check
from r57plans.checks.assess import Assessment
from r57plans.model.plan import Plan

TASK: dict[str, Any] = {
    "id": "local-1",
    "group": 1,
    "text": {"vi": "Xây dựng trung tâm đổi mới sáng tạo", "en": "Build an innovation centre"},
    "leads": ["so-khoa-hoc-va-cong-nghe"],
    "supports": ["so-tai-chinh"],
    "products": [{"type": "quyet-dinh", "issuer": "ubnd", "vi": "Quyết định thành lập", "en": "D"}],
    "deadline": "quý III/2025",
    "targets": ["local-1"],
}
TARGET: dict[str, Any] = {
    "id": "local-1",
    "name": {"vi": "Số doanh nghiệp khoa học và công nghệ", "en": "Science enterprises"},
    "values": [{"year": 2026, "value": "≥ 20"}, {"year": 2030, "value": "≥ 60"}],
    "monitor": ["so-khoa-hoc-va-cong-nghe"],
}
GOOD: dict[str, Any] = {
    "document": {
        "status": "issued",
        "number": "1",
        "parents": ["nq57"],
        "signer": {"authority": "ban-thuong-vu", "role": "bi-thu"},
        "recipients": ["Ban Bí thư"],
    },
    "documents": {"committee-decision": {"type": "QĐ", "date": "2025-03-10", "status": "issued"}},
    "context": [{"vi": "Năm 2024 có 12 doanh nghiệp.", "en": "In 2024 there were 12 enterprises."}],
    "committee": {
        "head": "bi-thu",
        "deputies": [{"role": "pho-bi-thu-thuong-truc", "standing": True}, "chu-tich-ubnd"],
        "members": ["truong-ban-to-chuc"],
        "standing_agency": "van-phong-tinh-uy",
        "working_group": {"lead": "chanh-van-phong"},
        "working_rules": {"vi": "Ban hành trong tháng 4/2025", "en": "Issued in April 2025"},
        "council": {"vi": "Hội đồng tư vấn", "en": "An advisory council"},
    },
    "targets": [TARGET],
    "tasks": [TASK],
    "flexibility": {
        "review": "6 tháng",
        "changed_by": "ban-thuong-vu",
        "vi": "Văn phòng Tỉnh ủy đề xuất.",
        "en": "The Office proposes.",
    },
    "funding": {"vi": "Ngân sách tỉnh", "en": "Provincial budget"},
}
Change = dict[str, Any]


def good(**changes: Any) -> Plan:
    """The plan that meets everything, with some sections changed: `document={"type": "NQ"}`.

    A mapping is laid over the section that is there, anything else takes its place; None takes
    the section, or the key of a mapping, away.
    """
    sections = deepcopy(GOOD)
    for name, change in changes.items():
        if isinstance(change, dict) and isinstance(sections.get(name), dict):
            change = {k: v for k, v in (sections[name] | change).items() if v is not None}
        sections[name] = change
    return plan(**{name: section for name, section in sections.items() if section is not None})


def one_task(**changes: Any) -> Plan:
    """The good plan with its one task changed; None takes a key away."""
    changed = {key: value for key, value in (TASK | changes).items() if value is not None}
    return good(tasks=[changed])


def one_target(**changes: Any) -> Plan:
    """The good plan with its one target changed; None takes a key away."""
    changed = {key: value for key, value in (TARGET | changes).items() if value is not None}
    return good(targets=[changed])


def rules_of(given: Plan, *, below: int = 1000) -> set[str]:
    """The rules that find something in a plan, up to a number: R57-099 is below 100."""
    return {t.rule.id for t in check(given).told if int(t.rule.id.split("-")[1]) < below}


def verdicts(found: Assessment) -> dict[str, str]:
    """How each part stands."""
    return {part.id: part.verdict for part in found.parts}
