"""An assessment as one page of HTML that needs nothing else: to be read, filtered and printed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape

from r57plans.checks.assess import Assessment, PartResult, Told
from r57plans.checks.shape import VERDICTS, evidence_lines, for_readers
from r57plans.checks.waivers import Waived
from r57plans.findings import LEVEL_WORDS, LEVELS, Finding, Language
from r57plans.language import capital_first

_WORDS: dict[str, dict[Language, str]] = {
    "part": {"vi": "Yêu cầu", "en": "Requirement"},
    "verdict": {"vi": "Đánh giá", "en": "Verdict"},
    "evidence": {"vi": "Căn cứ", "en": "Evidence"},
    "todo": {"vi": "Việc cần làm", "en": "What to do"},
    "findings": {"vi": "Phát hiện", "en": "Findings"},
    "none": {"vi": "Không có phát hiện nào.", "en": "There are no findings."},
    "waived": {"vi": "Miễn áp dụng", "en": "Waived"},
    "reason": {"vi": "Lý do", "en": "Reason"},
    "rule": {"vi": "Quy tắc", "en": "Rule"},
    "level": {"vi": "Mức", "en": "Level"},
    "place": {"vi": "Vị trí", "en": "Place"},
    "message": {"vi": "Nội dung", "en": "Message"},
}
_KEY = re.compile(r"`([^`]*)`")
_STYLE = """
:root { color-scheme: light; }
body { font: 16px/1.45 "Times New Roman", Tinos, serif; color: #111; margin: 2rem auto;
  max-width: 62rem; padding: 0 1rem; }
h1 { font-size: 1.5rem; margin: 0 0 .3rem; } h2 { font-size: 1.2rem; margin: 1.8rem 0 .5rem; }
p.about { margin: 0 0 1.2rem; }
table { border-collapse: collapse; width: 100%; }
th, td { border: 1px solid #777; padding: .35rem .5rem; text-align: left; vertical-align: top; }
th { background: #eee; }
td p { margin: 0 0 .3rem; } td p:last-child { margin: 0; }
td.v { font-weight: bold; white-space: nowrap; } td.r { white-space: nowrap; }
td.v-met { color: #14532d; } td.v-partly { color: #7c4a03; } td.v-not { color: #8b1a1a; }
td.v-unknown, td.v-not-applicable { color: #444; }
code { font-family: Consolas, "DejaVu Sans Mono", monospace; font-size: .85em; }
.filters label { margin-right: 1rem; }
#only-error:not(:checked) ~ table tr.error, #only-warning:not(:checked) ~ table tr.warning,
#only-note:not(:checked) ~ table tr.note { display: none; }
@media print { body { margin: 0; max-width: none; } input, .filters { display: none; }
  tr { break-inside: avoid; } thead { display: table-header-group; } }
"""


def page(found: Assessment, language: Language, subject: str = "") -> str:
    """The whole page; `subject` says whose plan it is."""
    title = found.pack.title.say(language)
    heading = f"{capital_first(subject)}: {title}" if subject else title
    about = found.pack.text.say(language)
    return (
        f'<!DOCTYPE html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(heading)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
        f'<h1>{escape(heading)}</h1>\n<p class="about">{escape(about)}</p>\n'
        f"{_parts(found, language)}{_findings(found, language)}"
        f"{_waived(found.waived, language)}</body>\n</html>\n"
    )


def _parts(found: Assessment, language: Language) -> str:
    rows = "".join(_part(part, found, language) for part in found.parts)
    names = ("part", "verdict", "evidence", "todo")
    return f"{_table(names, rows, language)}\n" if rows else ""


def _part(part: PartResult, found: Assessment, language: Language) -> str:
    verdict = VERDICTS[part.verdict].say(language)
    return (
        f"<tr><td>{_lines([part.title.say(language)])}</td>"
        f'<td class="v v-{part.verdict}">{escape(verdict)}</td>'
        f"<td>{_lines(evidence_lines(part, found, language))}</td>"
        f"<td>{_lines(for_readers(said.say(language)) for said in part.todo)}</td></tr>\n"
    )


def _findings(found: Assessment, language: Language) -> str:
    head = f"<h2>{_word('findings', language)}</h2>\n"
    named = {id(told.finding): told for told in found.told}
    rows = "".join(_finding(f, named.get(id(f)), language) for f in found.report)
    if not rows:
        return f"{head}<p>{_word('none', language)}</p>\n"
    boxes = "".join(
        f'<input type="checkbox" id="only-{level}" checked> '
        f'<label for="only-{level}">{LEVEL_WORDS[level][language]}</label> '
        for level in LEVELS
    )
    names = ("rule", "level", "place", "message", "todo")
    return f'{head}<div class="list">{boxes}\n{_table(names, rows, language)}</div>\n'


def _finding(finding: Finding, told: Told | None, language: Language) -> str:
    title = told.rule.title.say(language) if told else ""
    return (
        f'<tr class="{finding.level}"><td class="r" title="{escape(title)}">'
        f"<code>{finding.rule}</code></td>"
        f"<td>{LEVEL_WORDS[finding.level][language]}</td>"
        f"<td><code>{escape(str(finding.place) or finding.place.path)}</code></td>"
        f"<td>{_coded(finding.message.say(language))}</td>"
        f"<td>{_coded(finding.advice.say(language))}</td></tr>\n"
    )


def _waived(waived: Iterable[Waived], language: Language) -> str:
    rows = "".join(
        f"<tr><td><code>{each.finding.rule}</code></td>"
        f"<td>{escape(each.finding.message.say(language))}</td>"
        f"<td>{escape(each.waiver.reason.say(language))}</td></tr>\n"
        for each in waived
    )
    if not rows:
        return ""
    table = _table(("rule", "message", "reason"), rows, language)
    return f"<h2>{_word('waived', language)}</h2>\n{table}\n"


def _table(names: Iterable[str], rows: str, language: Language) -> str:
    head = "".join(f"<th>{_word(name, language)}</th>" for name in names)
    return f"<table><thead><tr>{head}</tr></thead><tbody>\n{rows}</tbody></table>"


def _lines(lines: Iterable[str]) -> str:
    return "".join(f"<p>{escape(line)}</p>" for line in lines)


def _coded(text: str) -> str:
    """A text with the keys of the plan's file, between backquotes, in the letters of code."""
    return _KEY.sub(r"<code>\1</code>", escape(text))


def _word(name: str, language: Language) -> str:
    return escape(_WORDS[name][language])
