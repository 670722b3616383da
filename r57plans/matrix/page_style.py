"""How the page of all plans looks: by day and by night, on a screen and on paper.

Every colour is a name. What is written on `--x` is of the colour `--x-ink`; a test holds each such
pair to a contrast of at least 4.5 : 1, in both schemes.
"""

from __future__ import annotations

LIGHT = """
  --paper: #ffffff; --paper-ink: #14171c; --quiet: #ffffff; --quiet-ink: #4a525e;
  --panel: #eef1f5; --panel-ink: #14171c; --link: #ffffff; --link-ink: #0b4a9e;
  --edge: #767f8c; --focus: #b34700; --strip: #f7f9fb; --strip-ink: #14171c;
  --h0: #fbe0d3; --h0-ink: #6b270b; --h1: #e6f0fa; --h1-ink: #0d2b4a;
  --h2: #c3dbf2; --h2-ink: #0d2b4a; --h3: #8fbbe6; --h3-ink: #06213d;
  --h4: #2a6bb0; --h4-ink: #ffffff; --h5: #0b3f7a; --h5-ink: #ffffff;
  --hx: #eef1f5; --hx-ink: #4a525e;
  --bad: #fbe0d3; --bad-ink: #6b270b; --good: #d9eeda; --good-ink: #10401f;
  --span: #5b7fa6; --median: #0b3f7a; --odd: #b3340b; --grid: #cfd6de;
"""
DARK = """
  --paper: #14171c; --paper-ink: #e8eaed; --quiet: #14171c; --quiet-ink: #b9c0ca;
  --panel: #232933; --panel-ink: #e8eaed; --link: #14171c; --link-ink: #8ab8f5;
  --edge: #7d8795; --focus: #ffc94d; --strip: #1a1f26; --strip-ink: #e8eaed;
  --h0: #57291a; --h0-ink: #ffdccb; --h1: #16304c; --h1-ink: #dbe9f8;
  --h2: #1c4570; --h2-ink: #e6f0fa; --h3: #245c97; --h3-ink: #ffffff;
  --h4: #8dbcec; --h4-ink: #06213d; --h5: #d3e7fb; --h5-ink: #06213d;
  --hx: #232933; --hx-ink: #b9c0ca;
  --bad: #57291a; --bad-ink: #ffdccb; --good: #17402a; --good-ink: #d5f0dc;
  --span: #7fa3cb; --median: #d3e7fb; --odd: #ff9b73; --grid: #3a424d;
"""
_HEAT = "\n".join(
    f"rect.h{n}, i.h{n} {{ fill: var(--h{n}); background: var(--h{n}); }} "
    f"text.h{n} {{ fill: var(--h{n}-ink); }} i.h{n} {{ color: var(--h{n}-ink); }}"
    for n in "012345x"
)
STYLE = (
    f":root {{ color-scheme: light; {LIGHT} }}\n"
    f"@media (prefers-color-scheme: dark) {{\n:root {{ color-scheme: dark; {DARK} }} }}\n"
    f":root[data-scheme=light] {{ color-scheme: light; {LIGHT} }}\n"
    f":root[data-scheme=dark] {{ color-scheme: dark; {DARK} }}\n"
    f"{_HEAT}\n"
    """
* { box-sizing: border-box; }
body { font: 16px/1.45 "Segoe UI", "Noto Sans", "Liberation Sans", Arial, sans-serif; margin: 0;
  background: var(--paper); color: var(--paper-ink); }
header, main { max-width: 84rem; margin: 0 auto; padding: 0 1rem; }
header { padding-top: 1.2rem; } main { padding-bottom: 3rem; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .3rem; }
h2 { font-size: 1.25rem; margin: 2.2rem 0 .4rem; } h3 { font-size: 1rem; margin: 1.2rem 0 .3rem; }
p { margin: .3rem 0; } p.quiet, figcaption, output { color: var(--quiet-ink); }
a { color: var(--link-ink); }
a.skip { position: absolute; left: -99rem; background: var(--paper); padding: .4rem .8rem; }
a.skip:focus { left: .5rem; top: .5rem; z-index: 3; }
nav ul { list-style: none; display: flex; flex-wrap: wrap; gap: .2rem 1.2rem; padding: 0;
  margin: .7rem 0; }
.tools { display: flex; flex-wrap: wrap; gap: .5rem; margin: .6rem 0; }
[hidden], .paper { display: none; }
button, input, select { font: inherit; color: var(--panel-ink); background: var(--panel);
  border: 1px solid var(--edge); border-radius: .3rem; padding: .2rem .6rem; }
button { cursor: pointer; } select { max-width: 18rem; }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
.filters { display: flex; flex-wrap: wrap; gap: .4rem 1rem; align-items: center; margin: .6rem 0; }
.filters label { display: inline-flex; gap: .4rem; align-items: center; }
.scroll { overflow-x: auto; } figure { margin: .6rem 0; }
svg { display: block; height: auto; max-width: 100%; font-family: inherit; }
svg text { fill: var(--paper-ink); } svg text.quiet { fill: var(--quiet-ink); }
@media screen { svg.heat { min-width: 48rem; } svg.timeline { min-width: 56rem; } }
rect.on { stroke: var(--focus); stroke-width: 3; }
.grid { stroke: var(--grid); } .span { stroke: var(--span); stroke-width: 3; }
.end { stroke: var(--span); stroke-width: 2; } .median { fill: var(--median); }
.odd { fill: none; stroke: var(--odd); stroke-width: 2; } rect.strip { fill: var(--strip); }
ul.legend { list-style: none; display: flex; flex-wrap: wrap; gap: .3rem 1rem; padding: 0;
  margin: .5rem 0; }
ul.legend i { display: inline-block; min-width: 2.2rem; padding: 0 .3rem; text-align: center;
  font-style: normal; border: 1px solid var(--edge); margin-right: .3rem; }
table { border-collapse: collapse; width: 100%; font-size: .9rem; }
caption { text-align: left; color: var(--quiet-ink); padding: .2rem 0; }
th, td { border: 1px solid var(--edge); padding: .25rem .45rem; text-align: left;
  vertical-align: top; }
th { background: var(--panel); color: var(--panel-ink); }
th button { border: 0; background: none; padding: 0; font-weight: bold; text-align: left;
  color: inherit; border-radius: 0; }
th[aria-sort=ascending] button::after { content: " ▲"; }
th[aria-sort=descending] button::after { content: " ▼"; }
tbody tr:nth-child(even) { background: var(--strip); color: var(--strip-ink); }
td.n { text-align: right; font-variant-numeric: tabular-nums; } td.d { white-space: nowrap; }
td.bad { background: var(--bad); color: var(--bad-ink); }
td.good { background: var(--good); color: var(--good-ink); }
#coverage-table th, #coverage-table td { padding: .15rem .25rem; }
@page { size: A4 landscape; margin: 12mm; }
@media print {
  :root, :root[data-scheme] { color-scheme: light; """
    f"{LIGHT}"
    """ }
  body { font-size: 9.5pt; } header, main { max-width: none; padding: 0; }
  nav, .tools, .filters, a.skip, .screen { display: none; } .paper { display: inline; }
  h2 { break-after: avoid; } h3 { break-after: avoid; }
  section { break-before: page; } section#coverage { break-before: auto; }
  figure, svg { break-inside: avoid; } svg { max-height: 165mm; }
  svg.heat { max-height: 138mm; width: auto; }
  .scroll { overflow: visible; } tr { break-inside: avoid; }
  thead { display: table-header-group; } table { font-size: 8pt; }
  rect, td, th, i { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
@media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }
"""
)
