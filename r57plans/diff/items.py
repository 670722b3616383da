"""What a field holds, as it is compared: equal in all, in its Vietnamese, or but for spelling."""

from __future__ import annotations

import json
from collections.abc import Hashable
from dataclasses import dataclass
from typing import Any

from r57plans.findings import Message
from r57plans.model.base import Frozen, Text
from r57plans.model.fingerprint import normalised


@dataclass(frozen=True, slots=True)
class Item:
    """One value: `full` equal where nothing differs, `key` where the Vietnamese says the same.

    `loose` is equal where only capitals, punctuation or spelling differ. `ended` is given for
    bodies alone: whether this one is no more on the later version's day.
    """

    full: Hashable
    key: Hashable
    loose: Hashable
    words: Message
    ended: bool | None = None


Items = tuple[Item, ...]


def text_item(text: Text) -> Item:
    """A text in one or both languages."""
    return Item((text.vi, text.en), text.vi, normalised(text.vi), text.message)


def scalar_item(value: object, words: Message) -> Item:
    """A value that is the same in both languages, or of a closed vocabulary."""
    return Item(value, value, value, words)


def record_item(record: Frozen, words: Message) -> Item:
    """A record as a whole; without its English it is what it says in Vietnamese."""
    data = plain_data(record)
    key = _text_of(_without_english(data))
    return Item(_text_of(data), key, normalised(key), words)


def plain_data(record: Frozen) -> Any:
    """What a record says as plain data, without what it leaves to the usual."""
    return record.model_dump(mode="json", by_alias=True, exclude_defaults=True)


def _text_of(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, sort_keys=True)


def _without_english(data: Any) -> Any:
    if isinstance(data, list):
        return [_without_english(item) for item in data]
    if not isinstance(data, dict):
        return data
    left = {key: _without_english(value) for key, value in data.items() if key != "en"}
    return left["vi"] if left.keys() == {"vi"} else left
