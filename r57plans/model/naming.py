"""The words of a unit and of its province that stand in placeholders: `{tinh}`, `{committee}`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from r57plans.findings import Language
from r57plans.language import fill, province_en, slug
from r57plans.model.base import Text
from r57plans.model.plan import Plan
from r57plans.model.registers import Province, Registers
from r57plans.model.task import Product

Fills = dict[str, str]
GAP = "…"


@dataclass(frozen=True, slots=True)
class UnitNames:
    """The words of a unit, by placeholder: its own, and those of its province."""

    own: Fills
    province: Fills

    def at(self, level: str) -> Fills:
        """The words for a body of that level: a commune's plan still names provincial bodies."""
        return self.own if level == "commune" else self.province


def unit_names(plan: Plan, registers: Registers, language: Language) -> UnitNames:
    """The words with which names of bodies are filled for this plan."""
    province = registers.province(plan.province, plan.document.date.last)
    assert province is not None, "the loader refuses an unknown province"
    words = province_fills(province, registers, language)
    own = _unit_fills(plan, words, registers, language) if plan.unit else words
    return UnitNames(own, words)


def province_fills(province: Province, registers: Registers, language: Language) -> Fills:
    """The words of a province, by placeholder."""
    kind = registers.terms.units[province.kind].say(language)
    if language == "vi":
        place = f"{kind} {province.vi}"
        uy = "Thành ủy" if province.kind == "city" else "Tỉnh ủy"
        names = {"ten": province.vi, "ten_tinh": province.vi, "loai": kind, "tinh_uy": uy}
        return {"tinh": kind, "dia_phuong": place, **names}
    place = province_en(province.en, province.kind)
    title = kind.title()
    adjective = "City" if province.kind == "city" else "Provincial"
    names = {"name": province.en, "province_name": province.en, "kind": title, "place": place}
    return {
        "tinh": kind,
        "provincial": adjective,
        "committee": f"{adjective} Party Committee",
        **names,
    }


def _unit_fills(plan: Plan, province: Fills, registers: Registers, language: Language) -> Fills:
    unit = plan.unit
    assert unit is not None
    if language == "vi":
        words = {"tinh": unit.type, "loai": unit.type, "ten": unit.vi, "tinh_uy": "Đảng ủy"}
        return {**province, **words, "dia_phuong": f"{unit.type} {unit.vi}"}
    kind = registers.terms.units.get(slug(unit.type), Text(vi=unit.type)).say("en")
    name, title = unit.en or unit.vi, kind.title()
    words = {"tinh": kind, "provincial": title, "kind": title, "name": name}
    return {
        **province,
        **words,
        "committee": f"{title} Party Committee",
        "place": f"{name} {title}",
    }


def filled(text: Text, words: Mapping[Language, Mapping[str, str]]) -> Text:
    """A text with words in its placeholders, in both languages; gaps where none is known."""
    english = fill(text.en, words["en"], GAP) if text.en else None
    return Text(vi=fill(text.vi, words["vi"], GAP), en=english)


def filled_product(product: Product, words: Mapping[Language, Mapping[str, str]]) -> Product:
    """A product of the catalogue as a plan has it: a plan prints its own products as they stand."""
    if product.text is None:
        return product
    text = filled(product.text, words)
    return product.model_copy(update={"vi": text.vi, "en": text.en})
