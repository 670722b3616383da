"""What can happen to a template: bytes, XML and tags swapped, lost, doubled, spliced and swollen.

Every mutation takes a source of chance and hands back what it made; the same seed makes the same.
"""

from __future__ import annotations

import io
import re
import struct
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from random import Random

import yaml
from lxml import etree

from r57plans.errors import WordFileError
from r57plans.word.package import read_package, write_package

MAIN = "word/document.xml"
TAG = re.compile(rb"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_NUMBER = re.compile(rb"\d+")
_WORD = re.compile(rb"[A-Za-z_]+")

Parts = dict[str, bytes]


@dataclass(frozen=True, slots=True)
class Mutated:
    """A mutated file, and the names of what was done to it."""

    data: bytes
    steps: tuple[str, ...]


_VOCABULARY = yaml.safe_load((Path(__file__).parent / "vocabulary.yaml").read_text("utf-8"))
_BYTES = (b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"\xed\xa0\x80")


def _words(name: str) -> tuple[bytes, ...]:
    return tuple(str(word).encode() for line in _VOCABULARY[name] for word in line)


TOKENS = (*_words("tokens"), *_BYTES)
WORDS = _words("words")
DEEP = tuple(
    f"{start}{again * times}{middle}{end * times}".encode()
    for start, again, times, middle, end in _VOCABULARY["deep"]
)
GREEDY = (*_words("greedy"), *DEEP)
STATEMENTS = tuple(text.encode() for text in _VOCABULARY["statements"])
SIZES = tuple(size.encode() for size in _VOCABULARY["sizes"])


def mutated(random: Random, data: bytes, other: bytes) -> Mutated:
    """The file after one to three mutations; `other` is a second file to take pieces from."""
    steps: list[str] = []
    for _ in range(random.choice((1, 1, 1, 1, 2, 2, 3))):
        kind = random.choices((_tags, _tree, _bytes, _package, _zip), (60, 22, 10, 4, 4))[0]
        data, step = kind(random, data, other)
        steps.append(step)
    return Mutated(data, tuple(steps))


def _in_part(
    random: Random,
    data: bytes,
    other: bytes,
    change: Callable[[Random, bytes, bytes], tuple[bytes, str]],
) -> tuple[bytes, str]:
    """Changes one part, most often the document; a file that is no package any more stays."""
    try:
        parts, more = read_package(data), read_package(other)
    except WordFileError:
        return data, "nothing"
    part = MAIN if random.random() < 0.75 and MAIN in parts else random.choice(sorted(parts))
    parts[part], step = change(random, parts[part], more.get(part, more[MAIN]))
    return write_package(parts), f"{step} in {part}"


def _tags(random: Random, data: bytes, other: bytes) -> tuple[bytes, str]:
    return _in_part(random, data, other, _change_tag)


def _bytes(random: Random, data: bytes, other: bytes) -> tuple[bytes, str]:
    return _in_part(random, data, other, _change_bytes)


def _tree(random: Random, data: bytes, other: bytes) -> tuple[bytes, str]:
    return _in_part(random, data, other, _change_tree)


def _change_tag(random: Random, xml: bytes, other: bytes) -> tuple[bytes, str]:
    found = list(TAG.finditer(xml))
    if not found:
        at = random.randrange(len(xml) + 1)
        return xml[:at] + random.choice(TOKENS) + xml[at:], "a token"
    tag = random.choice(found)
    old, (start, end) = tag[0], tag.span()
    match random.randrange(9):
        case 0:
            new, step = b"", "a tag lost"
        case 1:
            new, step = old + old, "a tag doubled"
        case 2:
            partner = random.choice(found)[0]
            new, step = partner, "a tag for another"
        case 3:
            new, step = _replaced(random, _WORD, old, random.choice(WORDS)), "a word"
        case 4:
            new, step = old[:2] + b" " + random.choice(GREEDY) + b" " + old[-2:], "much asked"
        case 5:
            new, step = b"{{ " + random.choice(GREEDY) + b" }}", "much asked"
        case 6:
            new, step = random.choice(STATEMENTS), "statements"
        case 7:
            new, step = _replaced(random, _NUMBER, old, random.choice(SIZES)), "a number"
        case _:
            prefix = random.choice((b"p ", b"tr ", b"tc ", b"r ", b"- ", b"+"))
            new, step = old[:2] + prefix + old[2:].lstrip(b"prtc-"), "a prefix"
    new = new.replace(b"<", b"&lt;") if b"<" not in old else new
    return xml[:start] + new + xml[end:], step


def _change_bytes(random: Random, xml: bytes, other: bytes) -> tuple[bytes, str]:
    start, end = _slice(random, xml, 60)
    match random.randrange(7):
        case 0:
            return xml[:start] + xml[end:], "bytes lost"
        case 1:
            return xml[:end] + xml[start:end] + xml[end:], "bytes doubled"
        case 2:
            there, until = _slice(random, other, 200)
            return xml[:start] + other[there:until] + xml[end:], "bytes of another"
        case 3:
            return xml[:start] + random.choice(TOKENS) + xml[start:], "a token"
        case 4:
            return xml[:start] + random.randbytes(end - start) + xml[end:], "bytes of chance"
        case 5:
            return _replaced(random, _NUMBER, xml, random.choice(SIZES)), "a number"
        case _:
            return xml[: max(start, 1)], "cut short"


def _change_tree(random: Random, xml: bytes, other: bytes) -> tuple[bytes, str]:
    try:
        root, more = etree.fromstring(xml), etree.fromstring(other)
    except (etree.XMLSyntaxError, ValueError):
        return xml, "nothing"
    inner = list(root.iter(etree.Element))[1:]
    if not inner:
        return xml, "nothing"
    one, two = random.choice(inner), random.choice(inner)
    step = _move(random, one, two, more)
    return etree.tostring(root), step


def _move(random: Random, one: etree._Element, two: etree._Element, more: etree._Element) -> str:
    parent = one.getparent()
    assert parent is not None
    match random.randrange(7):
        case 0:
            parent.remove(one)
            return "an element lost"
        case 1:
            one.addnext(etree.fromstring(etree.tostring(one, with_tail=False)))
            return "an element doubled"
        case 2:
            if one not in two.iterancestors() and one is not two:
                two.insert(random.randrange(len(two) + 1), one)
            return "an element moved"
        case 3:
            theirs = random.choice(list(more.iter(etree.Element)))
            one.addprevious(etree.fromstring(etree.tostring(theirs, with_tail=False)))
            return "an element of another"
        case 4:
            for child in list(one):
                one.addprevious(child)
            parent.remove(one)
            return "an element unwrapped"
        case 5:
            one.tag = two.tag
            return "an element renamed"
        case _:
            names = sorted(map(str, one.attrib)) or ["a"]
            one.set(random.choice(names), random.choice(("", "-1", "99999999999", "a", "ệ", "0")))
            return "an attribute"


def _package(random: Random, data: bytes, other: bytes) -> tuple[bytes, str]:
    """Changes which parts there are and what they are called."""
    try:
        parts, more = read_package(data), read_package(other)
    except WordFileError:
        return data, "nothing"
    name = random.choice(sorted(parts))
    match random.randrange(6):
        case 0:
            del parts[name]
            return write_package(parts), f"{name} lost"
        case 1:
            twin = random.choice(sorted(parts))
            parts[name], parts[twin] = parts[twin], parts[name]
            return write_package(parts), f"{name} and {twin} swapped"
        case 2:
            parts[name] = more.get(name, b"")
            return write_package(parts), f"{name} of another"
        case 3:
            strange = random.choice(
                ("word/vbaProject.bin", "../a.xml", "word/a.docx", "WORD/DOCUMENT.XML")
            )
            return write_package({**parts, strange: data}), f"{strange} added"
        case 4:
            return write_package({**parts, "word/media/a.xml": b"0" * 5_000_000}), "a bomb"
        case _:
            deep = b"<a>" * 5000 + b"</a>" * 5000
            return write_package({**parts, name: deep}), f"{name} deep"


def _zip(random: Random, data: bytes, other: bytes) -> tuple[bytes, str]:
    """Changes the bytes of the ZIP file itself."""
    start, end = _slice(random, data, 40)
    match random.randrange(7):
        case 0:
            return data[:start] + random.randbytes(end - start) + data[end:], "the file's bytes"
        case 1:
            return data[:start], "the file cut short"
        case 2:
            return data[:start] + data[end:], "the file's bytes lost"
        case 3:
            return data[:end] + data[start:], "the file's bytes doubled"
        case 4:
            there, until = _slice(random, other, 400)
            return data[:start] + other[there:until] + data[start:], "bytes of another file"
        case 5:
            field = random.choice(
                (struct.pack("<I", 0xFFFFFFFF), struct.pack("<I", 1), b"\0\0\0\0")
            )
            at = data.rfind(b"PK\x01\x02") + random.randrange(4, 46)
            return data[:at] + field + data[at + 4 :], "a field of the directory"
        case _:
            return _twice(random, data), "a part twice"


def _twice(random: Random, data: bytes) -> bytes:
    try:
        parts = read_package(data)
    except WordFileError:
        return data
    buffer = io.BytesIO(data)
    with zipfile.ZipFile(buffer, "a") as package:
        name = random.choice(sorted(parts)) + random.choice(("", "", "/", "x"))
        info = zipfile.ZipInfo(name)
        if name not in package.namelist():
            package.writestr(info, random.choice(sorted(parts.values())))
    return buffer.getvalue()


def _replaced(random: Random, pattern: re.Pattern[bytes], text: bytes, new: bytes) -> bytes:
    found = list(pattern.finditer(text))
    if not found:
        return text + new
    start, end = random.choice(found).span()
    return text[:start] + new + text[end:]


def _slice(random: Random, data: bytes, longest: int) -> tuple[int, int]:
    start = random.randrange(len(data) + 1)
    return start, min(len(data), start + random.randrange(1, longest))
