"""A plan that says something in every field of the model, for tests of comparisons."""

from __future__ import annotations

import copy
from typing import Any

from r57plans.model.plan import Plan

Data = dict[str, Any]


def both(text: str) -> Data:
    """A text in both languages."""
    return {"vi": text, "en": f"{text} (en)"}


def plan_of(data: Data) -> Plan:
    """The plan that the data say; the data stay as they are."""
    return Plan.model_validate(copy.deepcopy(data))


TASK: Data = {
    "id": "local-1",
    "version": "2026.11",
    "group": 3,
    "title": both("Nền tảng số"),
    "text": both("Xây dựng nền tảng số dùng chung của tỉnh."),
    "leads": [
        "so-khoa-hoc-va-cong-nghe",
        {"role": "chu-tich-ubnd", "name": "A", "standing": True},
        both("Công ty Điện lực tỉnh"),
    ],
    "supports": ["so-tai-chinh", "so-noi-vu"],
    "requested": ["cong-an-tinh"],
    "in_charge": {"role": "bi-thu", "name": "B"},
    "products": [
        {"type": "quyet-dinh", "issuer": "ban-thuong-vu", "quantity": both("02")},
        {**both("Đề án"), "issuer": both("Ban Quản lý")},
    ],
    "deadline": {"vi": "Quý II/2025", "en": "Q2 2025"},
    "milestones": [
        {"deadline": "15/4/2025", "product": both("Dự thảo"), **both("Xong dự thảo")},
        {"deadline": "Tháng 5/2025", **both("Xin ý kiến")},
    ],
    "funding": both("Ngân sách tỉnh"),
    "targets": ["digital-economy", "tfp"],
    "enabling": True,
    "after": ["3.1.1"],
    "covers": ["1.1.2", "5.1.4"],
    "directives": ["D18"],
    "origin": "ban-chi-dao",
    "added": {"date": "2025-03-10"},
    "parts": [both("Phần một"), both("Phần hai")],
    "each": [both("Xã một")],
    "note": both("Ghi chú"),
}
TARGET: Data = {
    "id": "digital-economy",
    "name": both("Kinh tế số"),
    "number": "11.10",
    "parent": "tfp",
    "group": "1",
    "unit": both("% GRDP"),
    "values": [
        {"year": 2025, "value": both("≥ 10")},
        {
            "from": 2026,
            "year": 2030,
            "value": "≥ 20",
            "unit": both("%"),
            "scope": both("Đông Nam Á"),
            "per": both("năm"),
        },
    ],
    "baseline": {"year": 2024, "value": "8", "unit": both("%")},
    "central": {"value": "≥ 30", "source": "nq57"},
    "relation": "lower",
    "reason": both("Xuất phát điểm thấp"),
    "monitor": ["so-khoa-hoc-va-cong-nghe"],
    "supplier": ["so-tai-chinh"],
    "evidence": both("Số liệu năm 2024"),
    "note": both("Ghi chú"),
}
PARTICULARS: Data = {
    "issuer": "tinh-uy",
    "type": "CTr",
    "symbol": "CTr/TU",
    "number": "43",
    "date": "2025-03-28",
    "place": both("Cao Bằng"),
    "status": "issued",
    "draft_no": 2,
    "opening": "list",
    "title": both("Chương trình hành động"),
    "parents": ["nq57", {"number": "03/NQ-CP", "date": "2025-01-09", "issuer": both("Chính phủ")}],
    "bases": [both("Căn cứ Điều lệ Đảng")],
    "replaces": [
        {
            "number": "309-KH/TU",
            "date": "2025-01-23",
            "province": "da-nang",
            "type": "Kế hoạch",
            "title": both("về chuyển đổi số"),
            "alias": both("Kế hoạch 309"),
        }
    ],
    "amends": [{"number": "12-KH/TU", "date": "2024-05-06"}],
    "marks": {"urgency": "khan"},
    "cover": {
        "type": "QĐ",
        "issuer": "tinh-uy",
        "symbol": "QĐ/TU",
        "number": "5",
        "date": "2025-03-28",
    },
    "superior": both("Đảng Cộng sản Việt Nam"),
    "signer": {"authority": "ban-thuong-vu", "role": "bi-thu", "name": "C"},
    "recipients": [both("Ban Bí thư"), both("Lưu Văn phòng")],
    "to": ["van-phong-tinh-uy"],
}
RICH: Data = {
    "format": "r57plans/plan/1",
    "catalogue": "nq57@2026.11",
    "province": "cao-bang",
    "unit": {"level": "commune", "type": "xã", "vi": "Công Hải", "en": "Cong Hai"},
    "document": PARTICULARS,
    "documents": {
        "committee-decision": {"type": "QĐ", "number": "7", "date": "2025-03-14"},
        "submission": {"type": "TTr", "date": "2025-03", "signer": {"role": "chanh-van-phong"}},
    },
    "sections": {
        "purpose": [both("Mục đích một")],
        "requirements": [both("Yêu cầu một")],
        "objective": [both("Mục tiêu một")],
        "vision": [both("Tầm nhìn một")],
    },
    "context": [both("Đặc điểm một"), both("Đặc điểm hai")],
    "committee": {
        "head": {"role": "bi-thu", "name": "D"},
        "deputies": [{"role": "chu-tich-ubnd", "standing": True}],
        "members": [{"role": "truong-ban-to-chuc", "name": "E"}],
        "standing_agency": "van-phong-tinh-uy",
        "working_group": {
            "lead": {"role": "chanh-van-phong", "name": "F"},
            "members": ["so-tai-chinh", "cong-an-tinh"],
        },
        "working_rules": both("Quy chế"),
        "council": both("Hội đồng"),
        "composition": "list",
    },
    "bodies": [{"id": "local-bql", **both("Ban Quản lý")}],
    "groups": [
        {"id": "1", **both("Nhóm một")},
        {
            "id": "3",
            **both("Nhóm ba"),
            "parent": "1",
            "style": "roman",
            "mark": "A.",
            "prose": [both("Lời dẫn")],
        },
    ],
    "targets": [
        {"id": "tfp", "values": [{"year": 2030, "value": "≥ 55", "unit": "điểm %"}]},
        TARGET,
    ],
    "tasks": [{"id": "1.1.1", "params": {"ty_le": both("80%")}, "deadline": "2025"}, TASK],
    "initiatives": [{"id": "sk-1", **both("Bản sao số"), "tasks": ["local-1"]}],
    "implementation": [{"bodies": ["so-noi-vu"], **both("Tham mưu tổ chức bộ máy")}],
    "omitted": [{"id": "2.2", "reason": both("Không thuộc thẩm quyền")}],
    "flexibility": {"review": "6 tháng", "changed_by": "ban-chi-dao", **both("Được điều chỉnh")},
    "funding": both("Ngân sách nhà nước"),
    "reporting": [
        {
            "every": "6 tháng",
            "from": ["so-tai-chinh"],
            "to": "van-phong-tinh-uy",
            "by": ["15/6", "15/12"],
            **both("Gửi báo cáo"),
        }
    ],
    "annexes": [
        {
            "kind": "tasks",
            "title": both("Phân công"),
            "horizons": "rows",
            "numbering": "by-group",
            "columns": [{"key": "text", "title": both("Việc"), "width": 60, "draft": True}],
        }
    ],
    "spelling": "old",
    "waive": [{"rule": "R57-012", "task": "1.1.1", "reason": both("Đã báo cáo")}],
    "english": {"context/0": "0123abcd"},
}
