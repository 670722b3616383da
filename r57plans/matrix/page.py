"""All plans side by side as one page of HTML that needs nothing else and lets nothing in."""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from html import escape

from r57plans.catalogue.tables import Table
from r57plans.findings import Language
from r57plans.language import date_short
from r57plans.matrix.heat import NOTHING, heat_maps
from r57plans.matrix.page_script import SCRIPT
from r57plans.matrix.page_style import STYLE
from r57plans.matrix.page_tables import STEP, Tables
from r57plans.matrix.page_words import PAGE
from r57plans.matrix.records import Matrix
from r57plans.matrix.tables import tables_of
from r57plans.matrix.timeline import timelines
from r57plans.matrix.words import TITLES

_LEGEND = (("0", "0"), ("1", "1–24"), ("2", "25–49"), ("3", "50–74"), ("4", "75–99"), ("5", "100"))
_FOR_SCRIPT = ("find", "all", "reset", "more", "shown", "of", "dark", "light")


def page(found: Matrix, language: Language) -> str:
    """The whole page; its own style and script are all that it lets a browser load or run."""
    return _Page(found, language).whole()


class _Page:
    """One page in the making."""

    def __init__(self, found: Matrix, language: Language) -> None:
        self._found, self._language = found, language
        self._tables = Tables(language)
        self._given = {table.name: table for table in tables_of(found, language)}

    def whole(self) -> str:
        """The page, from its first to its last tag."""
        sections = "".join(self._sections())  # before the data, which they fill
        title = self._word("title")
        return (
            f'<!DOCTYPE html>\n<html lang="{self._language}">\n<head>\n<meta charset="utf-8">\n'
            f'<meta http-equiv="Content-Security-Policy" content="{_policy()}">\n'
            f'<meta name="viewport" content="width=device-width, initial-scale=1">\n'
            f"<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n"
            f'<a class="skip" href="#main">{self._word("skip")}</a>\n'
            f'{self._header(title)}<main id="main">\n{sections}</main>\n'
            f"{_data('words', self._words())}{_data('data', self._tables.for_script())}"
            f"<script>{SCRIPT}</script>\n</body>\n</html>\n"
        )

    def _header(self, title: str) -> str:
        found = self._found
        on = date_short(found.on, self._language)
        about = self._word("about").format(
            plans=len(found.plans), catalogue=escape(found.catalogue), on=on
        )
        if found.unread:
            about += " " + self._word("unread").format(count=len(found.unread))
        links = "".join(
            f'<li><a href="#{name}">{escape(TITLES[name].say(self._language))}</a></li>'
            for name in self._names()
        )
        return (
            f"<header>\n<h1>{title}</h1>\n<p>{about}</p>\n"
            f'<div class="tools" id="tools" hidden><button type="button" id="scheme"></button>'
            f'<button type="button" id="print">{self._word("print")}</button></div>\n'
            f"<noscript><p>{self._word('script')}</p></noscript>\n"
            f'<nav aria-label="{self._word("sections")}"><ul>{links}</ul></nav>\n</header>\n'
        )

    def _names(self) -> tuple[str, ...]:
        usual = ("coverage", "deadlines", "provinces", "tasks", "targets", "agencies", "names")
        return (*usual, "unread") if self._found.unread else usual

    def _sections(self) -> Iterator[str]:
        yield self._section("coverage", self._coverage())
        yield self._section("deadlines", self._deadlines())
        columns: tuple[str, ...]
        columns = ("province", "paragraph", "title", "taken_count", "asked_count", "leads", "last",
                   "status")  # fmt: skip
        provinces = self._table("provinces", columns, ("province", "paragraph"))
        yield self._section("provinces", provinces)
        columns = ("province", "paragraph", "sub_task", "title", "taken", "leads", "deadline",
                   "last", "status")  # fmt: skip
        tasks = self._table("tasks", columns, ("province", "paragraph", "taken", "status"))
        yield self._section("tasks", tasks)
        columns = ("title", "year", "central", "province", "value", "compared", "gap", "rank")
        targets = self._table("targets", columns, ("title", "year", "province", "compared"))
        yield self._section("targets", targets)
        columns = ("name", "kind", "lead_count", "support_count", "lead_plans", "support_plans",
                   "former")  # fmt: skip
        yield self._section("agencies", self._table("agencies", columns, ("kind",)))
        there = self._given["names"].rows
        names = self._table("names", (), ("province", "kind")) if there else ""
        yield self._section("names", names or f"<p>{self._word('no_names')}</p>\n")
        if self._found.unread:
            yield self._section("unread", self._table("unread"))

    def _section(self, name: str, inside: str) -> str:
        title = escape(TITLES[name].say(self._language))
        about = f'<p class="quiet">{self._word(name)}</p>\n' if name != "unread" else ""
        return (
            f'<section id="{name}" aria-labelledby="{name}-head">\n'
            f'<h2 id="{name}-head" tabindex="-1">{title}</h2>\n{about}{inside}</section>\n'
        )

    def _coverage(self) -> str:
        maps = "".join(
            f'<figure class="scroll">{each}</figure>\n'
            for each in heat_maps(self._found, self._language)
        )
        label = escape(TITLES["coverage"].say(self._language))
        return (
            f'{self._legend()}<p class="quiet screen" id="heat-help">{self._word("keys")}</p>\n'
            f'<div id="heat" role="group" tabindex="0" aria-label="{label}" '
            f'aria-describedby="heat-help heat-said">\n{maps}</div>\n'
            f'<output id="heat-said" class="screen" aria-live="polite"></output>\n'
            f"{self._table('paragraphs')}"
            f'<details class="screen"><summary>{self._word("table")}</summary>\n'
            f"{self._tables.html(_short(self._given['coverage']))}</details>\n"
        )

    def _legend(self) -> str:
        named = {"0": self._word("none"), "5": self._word("all_of_it")}
        steps = "".join(
            f'<li><i class="h{kind}">{shown}</i>{named.get(kind, "")}</li>'
            for kind, shown in _LEGEND
        )
        other = f'<li><i class="h{NOTHING}">–</i>{self._word("not_asked")}</li>'
        return f'<ul class="legend">{steps}{other}</ul>\n'

    def _deadlines(self) -> str:
        made = "".join(
            f'<h3 id="group-{group}">{self._word("group").format(group)}</h3>\n'
            f'<figure class="scroll" tabindex="0" aria-labelledby="group-{group}">{picture}'
            "</figure>\n"
            for group, picture in timelines(self._found, self._language)
        )
        table = self._given["deadlines"]
        taken = tuple(row for row in table.rows if row[table.columns.index("plans")])
        return made + self._tables.html(replace(table, rows=taken))

    def _table(
        self, name: str, columns: tuple[str, ...] = (), choices: tuple[str, ...] = ()
    ) -> str:
        return self._tables.html(self._given[name], columns, choices)

    def _words(self) -> dict[str, object]:
        said = {name: PAGE[name].say(self._language) for name in _FOR_SCRIPT}
        return {**said, "step": STEP, "columns": len(self._found.paragraphs)}

    def _word(self, name: str) -> str:
        return escape(PAGE[name].say(self._language))


def _short(table: Table) -> Table:
    """The coverage with the paragraphs' ids alone above its columns."""
    titles = tuple(
        title._replace(vi=name, en=name) if "." in name else title
        for name, title in zip(table.columns, table.titles, strict=True)
    )
    return replace(table, titles=titles)


def _policy() -> str:
    return (
        "default-src 'none'; base-uri 'none'; form-action 'none'; "
        f"style-src {_source(STYLE)}; script-src {_source(SCRIPT)}"
    )


def _source(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def _data(name: str, value: object) -> str:
    """Data for the script; `<` is written so that no text of a plan can end the element."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    return f'<script type="application/json" id="{name}">{text}</script>\n'
