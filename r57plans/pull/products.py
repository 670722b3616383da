"""An edited list of products, back in the form that a plan file has."""

from __future__ import annotations

import re
from typing import Any

from r57plans.findings import Language, Message
from r57plans.model.registers import DocumentType
from r57plans.model.task import Product
from r57plans.pull.editing import Editing, Path
from r57plans.pull.words import exact, folded, paired, restored, tidy

_BOTH = Message("Viết {vi: …, en: …}.", "Write {vi: …, en: …}.")


def set_products(
    editing: Editing, path: Path, own: tuple[Product, ...], new: tuple[str, ...],
    language: Language,
) -> None:  # fmt: skip
    """Makes a task's products read so; one that reads as before keeps all that the plan has of it.

    One whose words changed keeps its issuer and its other language.
    """
    wanted = [text for text in map(tidy, new) if text]
    printed = [editing.printer(language).product(product) for product in own]
    before = paired(printed, wanted)
    items: list[object] = []
    for place, text in enumerate(wanted):
        old = before.get(place)
        if old is None:
            items.append(_made(editing, path, text, language))
        elif exact(printed[old]) == exact(text):
            items.append(_raw(editing, path, old, own))
        else:
            items.append(_changed(editing, (*path, old), own[old], text, language))
    editing.set_list(path, items)


def _raw(editing: Editing, path: Path, index: int, own: tuple[Product, ...]) -> object:
    raw = editing.raw((*path, index))
    return raw if raw is not None else product_data(own[index])


def product_data(product: Product) -> dict[str, Any]:
    """A product as plain data of a plan file."""
    data: dict[str, Any] = product.model_dump(mode="json", by_alias=True, exclude_none=True)
    return data


def _changed(editing: Editing, path: Path, own: Product, text: str, language: Language) -> object:
    """The product with other words; with another type where the words name one."""
    raw = editing.raw(path)
    old = editing.printer(language).product(own)
    data = dict(raw) if isinstance(raw, dict) else product_data(own)
    said, quantity = _quantity(editing, own, old, text, language)
    if quantity is not None:
        data |= {"quantity": quantity}
        if not said:
            return data
    if quantity == "":
        del data["quantity"]
    if isinstance(raw, str) and language == "vi":
        return restored(said, own.vi or "", old)
    types = editing.registers.products
    before, after = (_type_of(words, types, language) for words in (old, said))
    if own.type and after and before == own.type:
        data["type"] = after
    if language == "vi":
        data["vi"] = restored(said, own.vi, old) if own.vi else said
        _warn(editing, path, own.en, "pull.english-is-old", _ENGLISH_OLD)
    elif "vi" in data:
        data["en"] = said
        _warn(editing, path, "vi", "pull.vietnamese-to-check", _VIETNAMESE_TO_CHECK)
    else:
        return _made(editing, path, text, language)
    return data


def _quantity(
    editing: Editing, own: Product, old: str, text: str, language: Language
) -> tuple[str, object]:
    """The words without the quantity before them, and the quantity where it is another now."""
    if own.quantity is None:
        return text, None
    rest = editing.printer(language).product(own.model_copy(update={"quantity": None}))
    figure = old.removesuffix(rest).strip()
    if text.startswith(f"{figure} "):
        return text.removeprefix(figure).strip(), None
    if text.endswith(rest):
        return "", text.removesuffix(rest).strip()
    found = re.match(r"(?:[≥≤><]\s*)?\d[\d.,]*", text)
    return (text[found.end() :].strip(), found[0]) if found else (text, "")


def _type_of(text: str, types: dict[str, DocumentType], language: Language) -> str:
    """The type of document that a product's words begin with; "" for none."""
    said = folded(text)
    begun = [(folded(kind.say(language)), name) for name, kind in types.items()]
    found = [(len(words), name) for words, name in begun if f"{said} ".startswith(f"{words} ")]
    return max(found)[1] if found else ""


def _made(editing: Editing, path: Path, text: str, language: Language) -> object:
    """A new product: a type alone where the words are one's name, else in words."""
    if language == "vi":
        return {"vi": text}
    types = editing.registers.products
    known = next((n for n, kind in types.items() if folded(kind.say("en")) == folded(text)), None)
    if known:
        return {"type": known}
    kind = _type_of(text, types, "en")
    message = Message(
        f"Sản phẩm “{text}” chỉ có tiếng Anh; cần viết tiếng Việt.",
        f"The product “{text}” is in English only; the Vietnamese is still to be written.",
    )
    editing.say("pull.no-vietnamese", "warning", message, _BOTH, *path)
    return {**({"type": kind} if kind else {}), "vi": text, "en": text}


def _warn(editing: Editing, path: Path, other: str | None, rule: str, message: Message) -> None:
    if other:
        editing.say(rule, "warning", message, _BOTH, *path)


_ENGLISH_OLD = Message(
    "Tên sản phẩm đã đổi; tiếng Anh bên cạnh vẫn là bản cũ.",
    "The product has changed; the English beside it is still the old one.",
)
_VIETNAMESE_TO_CHECK = Message(
    "Tên sản phẩm tiếng Anh đã đổi; cần xem lại tiếng Việt bên cạnh.",
    "The product has changed in English; the Vietnamese beside it must be checked.",
)
