"""The functions that every template has: Jinja's own, and `image`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from jinja2.utils import Cycler, Namespace

from r57plans.word.template.run.pieces import Global
from r57plans.word.template.sandbox.kinds import failed
from r57plans.word.template.values.image import image

if TYPE_CHECKING:
    from r57plans.word.template.run.runtime import Runtime


class Joiner:
    """Nothing at its first call, the separator at each further one."""

    __slots__ = ("separator", "used")

    def __init__(self, separator: str) -> None:
        self.separator = separator
        self.used = False

    def __call__(self) -> str:
        used, self.used = self.used, True
        return self.separator if used else ""


def _range(runtime: Runtime, *bounds: Any) -> range:
    return runtime.ops.make_range(*bounds)


def _dict(runtime: Runtime, *pairs: Any, **named: Any) -> dict[Any, Any]:
    found: dict[Any, Any] = {}
    for given in pairs:
        items = given.items() if isinstance(given, Mapping) else given
        for key, value in runtime.ops.iterate(list(runtime.ops.iterate(items))):
            found[runtime.ops.key(key)] = value
    return {**found, **named}


def _namespace(runtime: Runtime, *pairs: Any, **named: Any) -> Namespace:
    return Namespace(_dict(runtime, *pairs, **named))


def _cycler(runtime: Runtime, *items: Any) -> Cycler:
    if not items:
        raise failed("cycler cần ít nhất một giá trị", "cycler needs at least one value")
    return Cycler(*items)


def _joiner(runtime: Runtime, separator: Any = ", ") -> Joiner:
    return Joiner(runtime.ops.text(separator))


_FUNCTIONS: Mapping[str, Callable[..., Any]] = {
    "range": _range,
    "dict": _dict,
    "namespace": _namespace,
    "cycler": _cycler,
    "joiner": _joiner,
    "image": image,
}
GLOBALS: Mapping[str, Global] = {name: Global(name, f) for name, f in _FUNCTIONS.items()}
