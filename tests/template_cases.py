"""The specification of the template dialect by example: folders of Word's XML, data and outlines.

A folder of `tests/cases/template/` is one feature. In it, every `expected*.txt` (an outline, see
`r57plans.word.outline`) and every `faults*.txt` is a case: `expected.empty.txt` is the case `empty`, which
takes `body.empty.xml` and `context.empty.yaml` where they exist, else `body.xml` and
`context.yaml`. Each file may have such a twin.

| file | holds |
|---|---|
| `body.xml` | what stands in the body, indented for the reader; Word writes no such spaces |
| `header1.xml`, `footer1.xml`, `footnotes.xml`, `numbering.xml` … | what stands in that part's root |
| `core.xml`, `app.xml`, `custom.xml` | the document's properties |
| `context.yaml` | the values; `!image`, `!bytes`, `!path`, `!rich`, `!subdocument` make the values that plain data cannot |
| `render.yaml` | arguments: `language`, `pictures` |
| `media/` | pictures in the template, their relationship's id being the file's name without its ending |
| `files/` | the folder that is given to the template; an `.xml` in it becomes the body of a `.docx` |

A line of faults is `rule in part at tag says words`, all but the rule being optional; `template.*`
is any rule of templates, and a line `…` allows further findings. In an outline `…` is any text.
"""  # noqa: E501

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import yaml
from word_case_values import Values
from word_packages import WORD_TYPE, Extra, parts_of

from r57plans.findings import Finding
from r57plans.word.package import write_package
from r57plans.word.xml import NS

ROOT = Path(__file__).parent / "cases" / "template"

_BETWEEN = re.compile(r">\s*\n\s*<")
_FAULT = re.compile(r"(\S+)(?: in (\S+))?(?: at (.+?))?(?: says (.+))?")
_MORE = "…"
_OFFICE = "application/vnd.openxmlformats-officedocument."
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_NAMES = NS | {
    "w10": "urn:schemas-microsoft-com:office:word",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "vt": "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes",
}
_DECLARED = " ".join(f'xmlns:{k}="{v}"' for k, v in _NAMES.items() if k not in ("xml", "ct", "rel"))
_IGNORABLE = 'mc:Ignorable="w14 w15 w16cid wp14"'
_SHORT = {"header": "hdr", "footer": "ftr"}
_STORIES = ("header", "footer", "footnotes", "endnotes", "comments")
_OTHERS = ("numbering", "styles", "settings")
_CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_PROPERTIES = {
    "core": (_PACKAGE, "application/vnd.openxmlformats-package.core-properties+xml"),
    "app": ("extended-properties", f"{_OFFICE}extended-properties+xml"),
    "custom": ("custom-properties", f"{_OFFICE}custom-properties+xml"),
}
_PROPERTY_ROOTS = {
    "core": f"cp:coreProperties {_DECLARED}",
    "app": f'Properties xmlns="{NS["ep"]}" {_DECLARED}',
    "custom": f'Properties xmlns="{_CUSTOM}" {_DECLARED}',
}


@dataclass(frozen=True)
class Case:
    """One case: a folder and the name of the variant, "" for the plain one."""

    folder: Path
    variant: str
    fails: bool

    def __str__(self) -> str:
        return f"{self.folder.name}-{self.variant}" if self.variant else self.folder.name

    @property
    def expected(self) -> list[str]:
        """The lines of the outline or of the faults."""
        name = "faults.txt" if self.fails else "expected.txt"
        return self._text(name).splitlines()

    @cached_property
    def template(self) -> bytes:
        """The template's file."""
        extras = [*self._word_parts(), *self._properties(), *self._media()]
        parts = parts_of("", *extras)
        body = self._text("body.xml") + self._section(extras)
        parts["word/document.xml"] = word_root("document", f"<w:body>{body}</w:body>")
        return write_package(parts)

    def files(self, folder: Path) -> Path | None:
        """The folder to give to the template, made in `folder`; None where the case has none."""
        source = self.folder / "files"
        if not source.is_dir():
            return None
        for file in sorted(source.iterdir()):
            if file.suffix == ".xml":
                (folder / f"{file.stem}.docx").write_bytes(built(file.read_text("utf-8")))
            else:
                (folder / file.name).write_bytes(file.read_bytes())
        return folder

    @property
    def context(self) -> dict[str, object]:
        """The values to render with."""
        return self._yaml("context.yaml")

    @property
    def arguments(self) -> dict[str, object]:
        """Further arguments: `language` of the template, `pictures` of the rendering."""
        return self._yaml("render.yaml")

    @cached_property
    def pictures(self) -> dict[bytes, str]:
        """The pictures of the case, their names by their bytes."""
        found = [*self.folder.glob("media/*"), *self.folder.glob("files/*")]
        shared = [*ROOT.parent.glob("pictures/*")]
        return {file.read_bytes(): file.name for file in [*shared, *found]}

    def _path(self, name: str) -> Path | None:
        stem, _, ending = name.rpartition(".")
        own = self.folder / f"{stem}.{self.variant}.{ending}"
        general = self.folder / name
        return next((p for p in (own, general) if p.exists()), None)

    def _text(self, name: str) -> str:
        path = self._path(name)
        if path is None:
            return ""
        text = path.read_text("utf-8")
        return _BETWEEN.sub("><", text).strip() if path.suffix == ".xml" else text

    def _yaml(self, name: str) -> dict[str, object]:
        return yaml.load(self._text(name), Values.reading(self.folder, built)) or {}

    def _word_parts(self) -> list[Extra]:
        found = []
        for kind in (*_STORIES, *_OTHERS):
            for number in ("1", "2", "") if kind in _SHORT else ("",):
                inner = self._text(f"{kind}{number}.xml")
                if inner:
                    content = word_root(_SHORT.get(kind, kind), inner)
                    name = f"word/{kind}{number}.xml"
                    key = f"{kind}{number}"
                    found.append(Extra(name, kind, content, f"{WORD_TYPE}{kind}+xml", id=key))
        return found

    def _properties(self) -> list[Extra]:
        found = []
        for name, (kind, content_type) in _PROPERTIES.items():
            inner = self._text(f"{name}.xml")
            root = _PROPERTY_ROOTS[name]
            content = f"<{root}>{inner}</{root.partition(' ')[0]}>".encode()
            if inner:
                found.append(Extra(f"docProps/{name}.xml", kind, content, content_type, source=""))
        return found

    def _media(self) -> list[Extra]:
        return [
            Extra(f"word/media/{f.name}", "image", f.read_bytes(), "image/png", id=f.stem)
            for f in sorted(self.folder.glob("media/*.png"))
        ]

    def _section(self, extras: list[Extra]) -> str:
        shown = [
            f'<w:{e.kind}Reference w:type="{kind}" r:id="{e.id}"/>'
            for e in extras
            if e.kind in _SHORT
            for kind in ["even" if e.id.endswith("2") else "default"]
        ]
        return f"<w:sectPr>{''.join(shown)}</w:sectPr>"


def cases() -> list[Case]:
    """Every case, by folder and name."""
    return [
        Case(file.parent, ".".join(file.name.split(".")[1:-1]), file.name.startswith("faults"))
        for file in sorted(ROOT.glob("*/*.txt"))
    ]


def built(body: str) -> bytes:
    """A Word file with this body."""
    parts = parts_of("")
    inner = f"<w:body>{_BETWEEN.sub('><', body).strip()}<w:sectPr/></w:body>"
    return write_package(parts | {"word/document.xml": word_root("document", inner)})


def word_root(tag: str, inner: str) -> bytes:
    """A part as Word writes its root, with every namespace declared."""
    return f"<w:{tag} {_DECLARED} {_IGNORABLE}>{inner}</w:{tag}>".encode()


def resolved(expected: list[str], actual: list[str]) -> list[str]:
    """The expected lines, those with `…` replaced by the actual line where it fits."""
    out = list(expected)
    for number, (line, found) in enumerate(zip(expected, actual, strict=False)):
        if "…" in line and re.fullmatch(".*".join(map(re.escape, line.split("…"))), found):
            out[number] = found
    return out


def unmet(expected: list[str], found: list[Finding]) -> list[str]:
    """The expected faults that were not found, then the findings that nothing expected."""
    left, missing = list(found), []
    for line in filter(_MORE.__ne__, expected):
        fitting = next((f for f in left if _fits(line, f)), None)
        if fitting is None:
            missing.append(f"not found: {line}")
        else:
            left.remove(fitting)
    more = [] if _MORE in expected else left
    return [*missing, *(f"not expected: {f.text('en')}" for f in more)]


def _fits(line: str, finding: Finding) -> bool:
    match = _FAULT.fullmatch(line)
    if match is None:
        raise ValueError(f"no fault: {line}")
    rule, part, tag, words = match.groups()
    said = f"{finding.message.en}\n{finding.hint.en}"
    return (
        (finding.rule == rule or (rule == "template.*" and finding.rule.startswith("template.")))
        and (part is None or part in f"{finding.place.path} {said}")
        and all(word in said for word in (tag, words) if word)
    )


def arguments_of(case: Case, names: tuple[str, ...]) -> Mapping[str, object]:
    """Those of the case's arguments that have one of these names."""
    return {k: v for k, v in case.arguments.items() if k in names}
