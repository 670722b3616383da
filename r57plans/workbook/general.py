"""What stands outside of records: particulars, prose, seats of the committee, and all the rest."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from r57plans.findings import Message

Path = tuple[str | int, ...]

SEATS: Mapping[str, tuple[Path, Message]] = {
    "head": (("head",), Message("Trưởng ban", "Head")),
    "deputies": (("deputies",), Message("Phó Trưởng ban", "Deputy Head")),
    "members": (("members",), Message("Ủy viên", "Member")),
    "group-lead": (("working_group", "lead"), Message("Tổ trưởng Tổ giúp việc", "Group's leader")),
    "group-members": (
        ("working_group", "members"),
        Message("Thành viên Tổ giúp việc (cơ quan)", "Group's member (body)"),
    ),
}
_OF_DOCUMENT: Mapping[str, tuple[str, str, str]] = {
    "issuer": ("Cơ quan ban hành", "Issuer", "issuers"),
    "type": ("Loại văn bản", "Type", "types"),
    "symbol": ("Ký hiệu (nếu khác lệ thường)", "Symbol (where unusual)", ""),
    "number": ("Số văn bản (để trống đến khi ký)", "Number (blank until signed)", ""),
    "date": ("Ngày văn bản (28/3/2025, hoặc tháng 3/2025)", "Date (28/3/2025 or 3/2025)", ""),
    "place": ("Địa danh", "Place", ""),
    "status": ("Tình trạng", "Status", "statuses"),
    "draft_no": ("Dự thảo lần", "Draft no.", ""),
    "opening": ("Cách mở đầu", "Opening", "openings"),
    "title": ("Tên, trích yếu", "Title", ""),
    "superior": ("Cơ quan cấp trên", "Superior body", ""),
    "signer/authority": ("Ký thay mặt", "Signed on behalf of", "authorities"),
    "signer/role": ("Chức vụ người ký", "Signer's post", "posts"),
    "signer/name": ("Họ và tên người ký", "Signer's name", ""),
    "marks/urgency": ("Độ khẩn", "Urgency", "urgencies"),
    "cover/type": ("Văn bản ban hành kèm: loại", "Covering act: type", "types"),
    "cover/issuer": ("Văn bản ban hành kèm: cơ quan", "Covering act: issuer", "issuers"),
    "cover/symbol": ("Văn bản ban hành kèm: ký hiệu", "Covering act: symbol", ""),
    "cover/number": ("Văn bản ban hành kèm: số", "Covering act: number", ""),
    "cover/date": ("Văn bản ban hành kèm: ngày", "Covering act: date", ""),
}
_DOCUMENTS: Mapping[str, Message] = {
    "committee-decision": Message(
        "Quyết định thành lập Ban Chỉ đạo", "Decision on the steering committee"
    ),
    "issuing-decision": Message("Quyết định ban hành kế hoạch", "Decision that issues the plan"),
    "submission": Message("Tờ trình ban hành kế hoạch", "Submission of the draft plan"),
}
_OFFERED = ("committee-decision",)
"""Documents that are asked for even where the plan does not have them."""
_BILINGUAL = ("place", "title", "superior")
_FIRST: Mapping[str, tuple[str, str, str]] = {
    "province": ("Tỉnh, thành phố", "Province", "provinces"),
    "catalogue": ("Danh mục nhiệm vụ", "Catalogue", ""),
    "unit/level": ("Đơn vị: cấp", "Unit: level", "levels"),
    "unit/type": ("Đơn vị: loại (xã, phường)", "Unit: type", ""),
    "unit": ("Đơn vị: tên", "Unit: name", ""),
    "spelling": ("Kiểu đặt dấu thanh", "Spelling", "spellings"),
    "committee/standing_agency": ("Cơ quan thường trực Ban Chỉ đạo", "Standing agency", "bodies"),
    "committee/composition": ("Cách in danh sách Ban Chỉ đạo", "Composition", "compositions"),
    "flexibility/review": ("Rà soát định kỳ", "Reviewed every", ""),
    "flexibility/changed_by": ("Cơ quan quyết định điều chỉnh", "Changed by", "deciders"),
}
REQUIRED = ("province", "document/type", "document/date")
_LISTS: Mapping[str, tuple[str, str]] = {
    "sections/purpose": ("Mục đích", "Purpose"),
    "sections/requirements": ("Yêu cầu", "Requirements"),
    "sections/objective": ("Mục tiêu tổng quát", "General objective"),
    "sections/vision": ("Tầm nhìn", "Vision"),
    "context": ("Đặc điểm, tình hình", "Context"),
    "document/bases": ("Căn cứ", "Bases"),
    "document/recipients": ("Nơi nhận", "Recipients"),
}
_SINGLE: Mapping[str, tuple[str, str]] = {
    "committee/working_rules": ("Chế độ làm việc của Ban Chỉ đạo", "Committee's working rules"),
    "committee/council": ("Hội đồng tư vấn", "Advisory council"),
    "flexibility": ("Rà soát, điều chỉnh", "Review and adjustment"),
    "funding": ("Kinh phí thực hiện", "Funding"),
}


def is_bilingual(site: str) -> bool:
    """Whether the particular at a path has words in both languages."""
    return site == "unit" or site.rpartition("/")[2] in _BILINGUAL


def is_usual(site: str) -> bool:
    """Whether a particular is asked for even where the plan does not say it."""
    further = site.startswith("documents/")
    return not further or site.split("/", 2)[2] in ("type", "number", "date", "title", "status")


def particulars(documents: tuple[str, ...]) -> Iterator[tuple[str, Message, str]]:
    """Path, label and list to pick from of each particular, in order."""
    for site, (vi, en, pick) in _FIRST.items():
        yield site, Message(vi, en), pick
    for key, (vi, en, pick) in _OF_DOCUMENT.items():
        yield f"document/{key}", Message(vi, en), pick
    for name in dict.fromkeys((*documents, *_OFFERED)):
        for key, (vi, en, pick) in _OF_DOCUMENT.items():
            yield f"documents/{escaped(name)}/{key}", _of(name, vi, en), pick


def _of(document: str, vi: str, en: str) -> Message:
    """The label of something of another document than the plan."""
    title = _DOCUMENTS.get(document) or Message(document, document)
    return Message(f"{title.vi}: {_small(vi)}", f"{title.en}: {_small(en)}")


def _small(label: str) -> str:
    return f"{label[:1].lower()}{label[1:]}"


def pick_of(site: str) -> str:
    """The list that a particular is picked from; "" for none."""
    key = site.split("/", 2)[2] if site.startswith("documents/") else site.removeprefix("document/")
    return (_FIRST.get(site) or _OF_DOCUMENT.get(key) or ("", "", ""))[2]


def prose(documents: tuple[str, ...], groups: tuple[str, ...]) -> Mapping[str, Message]:
    """The label of each place for prose, by its path."""
    found = {site: Message(*said) for site, said in (*_LISTS.items(), *_SINGLE.items())}
    for name in documents:
        for key, vi, en in (("bases", "căn cứ", "bases"), ("recipients", "nơi nhận", "recipients")):
            found[f"documents/{escaped(name)}/{key}"] = _of(name, vi, en)
    for name in groups:
        found[f"groups/{name}/prose"] = Message(f"Nhóm {name}: lời dẫn", f"Group {name}: prose")
    return found


def is_single(site: str) -> bool:
    """Whether only one text stands at a path of prose."""
    return site in _SINGLE


def escaped(key: str) -> str:
    """A key as a part of a path: no slash in it, and no mere number."""
    said = key.replace("~", "~0").replace("/", "~1")
    return f"~2{said}" if said.isdecimal() else said


def path_of(site: str) -> Path:
    """The parts of a written path; numbers are places in lists."""
    return tuple(_part(part) for part in site.split("/"))


def _part(part: str) -> str | int:
    if part.isdecimal() and len(part) < 7:
        return int(part)
    return part.removeprefix("~2").replace("~1", "/").replace("~0", "~")


def site_of(path: Path) -> str:
    """A path as it is written in a cell."""
    return "/".join(str(part) if isinstance(part, int) else escaped(part) for part in path)


def leaves(value: Any, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    """All that a value holds, each with its path; empty lists and mappings as such."""
    if isinstance(value, dict) and value:
        for key, inner in value.items():
            yield from leaves(inner, (*path, key))
    elif isinstance(value, list) and value:
        for index, inner in enumerate(value):
            yield from leaves(inner, (*path, index))
    else:
        yield path, value


def written(value: Any) -> str:
    """A value as a cell of the sheet of all the rest has it: text as it is, all else as JSON."""
    if isinstance(value, str) and value and _plain(value):
        return value
    return json.dumps(value, ensure_ascii=False)


def read(said: str) -> Any:
    """The value of such a cell."""
    if _plain(said):
        return said
    found = json.loads(said)
    return found if not isinstance(found, list | dict) or not found else said


def _plain(said: str) -> bool:
    try:
        json.loads(said)
    except ValueError:
        return True
    except RecursionError:
        return True
    return False
