"""A small plan file with comments, and proposals on it made by hand."""

from __future__ import annotations

import difflib
from random import Random

from pull_edits import Editor, retype

from r57plans.findings import Language
from r57plans.load import parse_plan
from r57plans.model.proposal import Proposal, Source
from r57plans.pull.apply import Applied, apply
from r57plans.pull.base import Base
from r57plans.word.manifest import read_manifest
from r57plans.word.package import main_part, read_package, write_package
from r57plans.word.xml import parse_part, serialise

PLAN = """\
# Kế hoạch thử
format: r57plans/plan/1
catalogue: nq57@2026.11
province: cao-bang
document:
  issuer: tinh-uy
  type: CTr
  number:                  # để trống
  date: 2025-03-28
  signer: {role: bi-thu, name: }
  recipients: [Văn phòng Trung ương Đảng, "Các sở, ban, ngành"]
context:
  - vi: >-
      Cao Bằng là tỉnh miền núi, biên giới, có hệ thống cửa khẩu và công viên địa chất toàn cầu,
      kinh tế còn nhỏ, dân cư phân tán.
    en: Cao Bang is a mountainous border province.
  - Đoạn thứ hai.
committee:
  head: {role: bi-thu, name: }       # Trưởng ban
  deputies: [{role: pho-bi-thu-thuong-truc, standing: true}]
  members: [truong-ban-to-chuc, {role: chanh-van-phong}]
bodies: [{id: local-quy, vi: Quỹ Phát triển tỉnh, en: Provincial Development Fund}]
targets:
  - id: digital-economy    # kinh tế số
    values: [{year: 2025, value: "≥ 8", unit: "%"}, {year: 2030, value: "≥ 20", unit: "% GRDP"}]
    monitor: [so-khcn]
  - id: local-1
    name: Số nhiệm vụ
    values:
      - {from: 2025, year: 2030, value: "≥ 5", unit: nhiệm vụ, per: năm, scope: toàn tỉnh}
tasks:
  # nhóm 1
  - id: 1.1.1
    leads: [van-phong-tinh-uy, so-khcn]   # hai cơ quan
    supports: so-tai-chinh
    products:
      - {type: ke-hoach, vi: Kế hoạch truyền thông, en: Communication plan}   # chính
      - Báo cáo
    deadline: Quý II/2025  # theo văn bản
    targets: [digital-economy]
  - id: local-3            # việc riêng
    group: 1
    text: {vi: Làm cầu số., en: Build the digital bridge.}
    leads: [so-tai-chinh]
    deadline: 2025
    note: Chờ ý kiến.
  # nhóm 3
  - id: 3.4.1
    leads: [{vi: Công ty A, en: Company A}]
    after: [1.1.1]
initiatives: [{id: sk-1, vi: Bản sao số, tasks: [1.1.1, 3.4.1]}]
"""


def change(path: str, *new: str, language: Language = "vi", **more: object) -> Proposal:
    """A field changed to these texts."""
    return Proposal("change", path, new=new, language=language, **more)  # type: ignore[arg-type]


def applied(*proposals: Proposal, text: str = PLAN) -> Applied:
    """The proposals written into the plan file."""
    return apply(text, parse_plan(text.encode()), proposals)


def differences(after: str, before: str = PLAN) -> list[str]:
    """The lines that went and came, each with its sign, blanks at its ends left out."""
    lines = difflib.unified_diff(before.split("\n"), after.split("\n"), lineterm="", n=0)
    kept = [line for line in lines if not line.startswith(("---", "+++", "@@"))]
    return [f"{line[0]} {line[1:].strip()}" for line in kept]


def changed(*proposals: Proposal, text: str = PLAN) -> list[str]:
    """What the proposals change in the plan file, where none of them is refused."""
    done = applied(*proposals, text=text)
    assert not done.refused, done.refused
    return differences(done.text, text)


def by(author: str, file: str = "a.docx", date: str = "2025-04-02T09:00:00Z") -> Source:
    """Who proposes it."""
    return Source(file, author, date)


def typed(data: bytes, texts: dict[str, str], *, track: bool = False) -> bytes:
    """A built file in which somebody typed other texts over those of these paths, everywhere."""
    parts = dict(read_package(data))
    main, manifest = main_part(parts), read_manifest(data)
    assert manifest is not None
    root = parse_part(parts[main], main)
    editor = Editor(root, Base(manifest.printed), Random(1), track)
    controls = editor.controls()
    for path, text in texts.items():
        for control in controls[path]:
            retype(editor, control, text)
    parts[main] = serialise(root)
    return write_package(parts)
