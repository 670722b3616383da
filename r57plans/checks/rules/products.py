"""Specific products: that there is one, that it says more than its type, and more than the task."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from r57plans.checks.case import Case, Check, Hit, Settings, of_task
from r57plans.findings import Message
from r57plans.language import unaccented
from r57plans.model.task import Product

_WORD = re.compile(r"\w+")


def no_product(case: Case, settings: Settings) -> Iterator[Hit]:
    """A task names no product."""
    for n, task in case.tasks():
        if not task.products:
            yield of_task(n, task, "products")


def only_a_report(case: Case, settings: Settings) -> Iterator[Hit]:
    """All that a task yields is a report, a text or a result without a name."""
    bare = {_folded(words) for words in settings["words"]}
    for n, task in case.tasks():
        said = [_bare_words(product) for product in task.products]
        if said and all(words in bare for words in said):
            yield of_task(n, task, "products", product=_name(case, task.products[0]))


def repeats_the_task(case: Case, settings: Settings) -> Iterator[Hit]:
    """A product only says the task's own text again, what is to be done (the verb) included.

    What is to be made of it, as “Quy chế …” of “Ban hành quy chế …”, is a product.
    """
    for n, task in case.tasks():
        said = _words(case.words(task))
        words = set(said)
        for k, product in enumerate(task.products):
            own = set(_words(product.vi or ""))
            whole = len(own) >= int(settings["words"]) and own.issuperset(said[:1])
            if whole and _share(own, words) >= settings["share"]:
                yield of_task(n, task, "products", k, product=product.vi or "")


def _name(case: Case, product: Product) -> str | Message:
    """What a product is called: by its own words, or by its type's."""
    known = case.registers.products.get(product.type or "")
    if known and not product.vi:
        return Message(known.vi, known.en)
    return product.vi or (product.type or "").replace("-", " ")


def _share(own: set[str], words: set[str]) -> float:
    """How much of both is the same, from 0 to 1."""
    return len(own & words) / max(len(own | words), 1)


def _bare_words(product: Product) -> str:
    """A product's words without its type's, folded: "bao cao" for a report that has no name."""
    if product.quantity:
        return _folded(product.quantity.vi)
    return _folded(product.vi or (product.type or "").replace("-", " "))


def _words(text: str) -> list[str]:
    return _WORD.findall(_folded(text))


def _folded(text: str) -> str:
    return unaccented(text).casefold().strip(" .;,")


CHECKS: Mapping[str, Check] = {
    "product-missing": no_product,
    "product-report": only_a_report,
    "product-repeats": repeats_the_task,
}
