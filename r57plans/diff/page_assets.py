"""How the page of changes looks, on a screen and on paper, and the few lines that filter it."""

from __future__ import annotations

STYLE = """
:root { color-scheme: light; }
body { font: 16px/1.45 "Times New Roman", Tinos, serif; color: #111; margin: 2rem auto;
  max-width: 80rem; padding: 0 1rem; }
h1 { font-size: 1.5rem; margin: 0 0 .5rem; }
h2 { font-size: 1.15rem; margin: 1.6rem 0 .5rem; break-after: avoid;
  break-inside: avoid; }
dl.versions { display: grid; grid-template-columns: max-content 1fr; gap: .1rem 1rem; margin: 0; }
dt { font-weight: bold; } dd { margin: 0; overflow-wrap: anywhere; }
table { border-collapse: collapse; width: 100%; }
th, td { border: 1px solid #777; padding: .35rem .5rem; text-align: left; vertical-align: top; }
th { background: #eee; }
td { overflow-wrap: anywhere; } td p { margin: 0 0 .3rem; white-space: pre-line; }
td p:last-child { margin: 0; }
table.summary { width: auto; } td.n { text-align: right; }
table.changes { table-layout: fixed; }
table.changes th:nth-child(1) { width: 28%; } table.changes th:nth-child(4) { width: 12%; }
td.major { font-weight: bold; color: #8b1a1a; } td.minor { color: #7c4a03; }
td.wording, td p.none { color: #555; }
del { background: #fbdedb; color: #7a1414; }
ins { background: #d9f2dd; color: #0f4a20; font-weight: bold; text-decoration: underline; }
p.rule { font-size: .8em; color: #555; } p.approved { font-weight: normal; color: #14532d; }
code { font-family: Consolas, "DejaVu Sans Mono", monospace; font-size: .9em; }
#filters { position: sticky; top: 0; background: #fff; border: 1px solid #777; padding: .5rem;
  margin: 1.2rem 0; display: flex; flex-wrap: wrap; gap: .4rem 1.2rem; align-items: center; }
#filters[hidden], [hidden] { display: none; }
fieldset { border: 0; margin: 0; padding: 0; } select { max-width: 16rem; }
input, select, button { font: inherit; }
@page { size: A4 landscape; margin: 15mm 12mm; }
@media print { body { margin: 0; max-width: none; padding: 0; font-size: 11pt; }
  #filters { position: static; border: 0; padding: 0; }
  fieldset, #filters label, button { display: none; }
  tr { break-inside: avoid; } thead { display: table-header-group; }
  del, ins, th { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }
"""

SCRIPT = """
(() => {
  const form = document.getElementById("filters");
  if (!form) return;
  const get = (name) => document.getElementById(name);
  const fold = (text) => text.normalize("NFD").replace(/\\p{M}/gu, "")
    .replace(/[\\u0110\\u0111]/g, "d").replace(/\\s+/g, " ").toLowerCase();
  const rows = [...document.querySelectorAll("tr[data-severity]")];
  const texts = rows.map((row) => fold(row.textContent));
  const apply = () => {
    const boxes = [...form.querySelectorAll("[name=severity]:checked")];
    const levels = new Set(boxes.map((box) => box.value));
    const kind = get("kind").value, group = get("group").value;
    const text = fold(get("text").value.trim());
    let shown = 0;
    rows.forEach((row, n) => {
      const data = row.dataset;
      row.hidden = !(levels.has(data.severity) && (!kind || data.kind === kind) &&
        (!group || data.group === group) && texts[n].includes(text));
      shown += row.hidden ? 0 : 1;
    });
    for (const part of document.querySelectorAll("section"))
      part.hidden = !part.querySelector("tr[data-severity]:not([hidden])");
    get("shown").textContent = shown;
  };
  form.addEventListener("input", apply);
  form.addEventListener("reset", () => setTimeout(apply));
  form.addEventListener("submit", (event) => event.preventDefault());
  form.hidden = false;
  apply();
})();
"""
