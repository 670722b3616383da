"""The kinds of ids in a plan: where they stand, what they may name, how messages call them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from r57plans.findings import Message
from r57plans.load.known import Known
from r57plans.load.yaml_source import Path

Names = tuple[str, ...] | None


def _always(_value: Any, _data: Any, _path: Path) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of id; `known` is None where nothing can be looked up; `numbers`: `1` may be one."""

    name: str
    word: Message
    example: str
    patterns: tuple[str, ...]
    known: Callable[[Known], Names]
    applies: Callable[[Any, Any, Path], bool] = _always
    numbers: bool = False


def _of_catalogue(value: Any, _data: Any, _path: Path) -> bool:
    return isinstance(value, int | float) or (isinstance(value, str) and value[:1].isdigit())


def _nameless(_value: Any, data: Any, path: Path) -> bool:
    """A target without a name of its own must be one of the catalogue."""
    target = data["targets"][path[1]] if len(path) == 3 else data["targets"]
    return not target.get("name")


def _documents(*fields: str) -> tuple[str, ...]:
    heads = ("document", "documents.{}")
    return tuple(f"{head}.{field}" for head in heads for field in fields)


def _cited(value: Any, _data: Any, path: Path) -> bool:
    return not isinstance(value, dict)


def _sub_tasks(known: Known) -> Names:
    return tuple(known.catalogue.sub_tasks) if known.catalogue else None


def _mentionable(known: Known) -> Names:
    """Also sub-tasks of the newest version, to which single tasks may have been brought."""
    if not known.catalogue:
        return None
    newest = known.catalogue.at("") or known.catalogue
    return tuple(dict.fromkeys((*known.catalogue.sub_tasks, *newest.sub_tasks)))


def _coverable(known: Known) -> Names:
    tasks = _mentionable(known)
    if not known.catalogue or tasks is None:
        return None
    paragraphs = (p.id for p in known.catalogue.paragraphs())
    return (*paragraphs, *tasks, *known.catalogue.target_by_id)


def _without_version(value: Any, data: Any, path: Path) -> bool:
    task = data["tasks"][path[1]] if len(path) == 3 else data["tasks"]
    return _of_catalogue(value, data, path) and not task.get("version")


def _catalogue_targets(known: Known) -> Names:
    return tuple(known.catalogue.target_by_id) if known.catalogue else None


def _any_target(known: Known) -> Names:
    of_catalogue = _catalogue_targets(known)
    return None if of_catalogue is None else tuple(sorted({*known.targets, *of_catalogue}))


def _groups(known: Known) -> Names:
    if known.groups:
        return tuple(sorted(known.groups))
    return tuple(str(g.id) for g in known.catalogue.groups) if known.catalogue else None


def _directives(known: Known) -> Names:
    return tuple(known.catalogue.directive_by_id) if known.catalogue else None


def _known_documents(known: Known) -> Names:
    return tuple(known.catalogue.document_by_id) if known.catalogue else None


KINDS = (
    Kind("sub-task", Message("nhiệm vụ của danh mục", "sub-task of the catalogue"), "1.1.1",
         ("tasks.*.id",), _sub_tasks, _without_version),
    Kind("sub-task", Message("nhiệm vụ của danh mục", "sub-task of the catalogue"), "1.1.1",
         ("tasks.*.covers.*",), _mentionable),
    Kind("omitted", Message("đoạn, nhiệm vụ hoặc chỉ tiêu của danh mục",
         "paragraph, sub-task or target of the catalogue"), "2.2", ("omitted.*.id",), _coverable),
    Kind("task", Message("nhiệm vụ của kế hoạch", "task of this plan"), "local-1",
         ("initiatives.*.tasks.*", "tasks.*.after.*"), lambda known: tuple(sorted(known.tasks))),
    Kind("task", Message("nhiệm vụ hoặc chỉ tiêu của kế hoạch", "task or target of this plan"),
         "local-1", ("waive.*.task",),
         lambda known: tuple(sorted({*known.tasks, *known.targets}))),
    Kind("target", Message("chỉ tiêu", "target"), "digital-economy",
         ("tasks.*.targets.*",), _any_target),
    Kind("target", Message("chỉ tiêu của danh mục", "target of the catalogue"), "digital-economy",
         ("targets.*.id",), _catalogue_targets, _nameless),
    Kind("target", Message("chỉ tiêu của kế hoạch", "target of this plan"), "digital-economy",
         ("targets.*.parent",), lambda known: tuple(sorted(known.targets))),
    Kind("group", Message("nhóm nhiệm vụ", "group of tasks"), "1",
         ("tasks.*.group", "targets.*.group"), _groups, numbers=True),
    Kind("group", Message("nhóm nhiệm vụ của kế hoạch", "group of this plan"), "1",
         ("groups.*.parent",), lambda known: tuple(sorted(known.groups)), numbers=True),
    Kind("directive", Message("chỉ đạo của Trung ương", "central directive"), "D01",
         ("tasks.*.directives.*",), _directives),
    Kind("document", Message("văn bản của danh mục", "document of the catalogue"), "nq57",
         _documents("parents.*", "parents.*.id", "replaces.*", "replaces.*.id", "amends.*",
                    "amends.*.id"), _known_documents, _cited),
    Kind("role", Message("chức danh", "post"), "bi-thu", (),
         lambda known: (*known.registers.roles, *sorted(known.declared))),
    Kind("authority", Message("quyền hạn ký", "signing authority"), "ban-thuong-vu",
         _documents("signer.authority"),
         lambda known: tuple(a.id for a in known.registers.terms.authorities)),
    Kind("product", Message("loại sản phẩm", "type of product"), "quyet-dinh",
         ("tasks.*.products.*.type", "tasks.*.milestones.*.product.type"),
         lambda known: tuple(p.id for p in known.registers.terms.products)),
    Kind("document-type", Message("loại văn bản", "type of document"), "CTr",
         _documents("type", "cover.type"),
         lambda known: tuple(t.id for t in known.registers.terms.types)),
)  # fmt: skip
