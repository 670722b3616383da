"""The page in a real Chromium: it sorts, filters, is walked by keys, prints and can be read."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pdfplumber
import pytest
from browser import asked, chromium
from matrix_builders import JUNE

from r57plans.demo import demo_plan, provinces_of
from r57plans.load import parse_plan
from r57plans.matrix import PlanFile, matrix
from r57plans.matrix.page import page
from r57plans.model.base import DocumentDate

pytestmark = [pytest.mark.word, pytest.mark.no_cover]

DAY = DocumentDate.parse("2025-03-28")
CONTRAST = """
const channel = (c) => (c /= 255) <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
const rgba = (text) => (text.match(/[\\d.]+/g) || [0, 0, 0, 0]).map(Number);
const light = ([r, g, b]) => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
const ratio = (a, b) => {
  const [x, y] = [light(a), light(b)].sort((p, q) => q - p);
  return (x + 0.05) / (y + 0.05);
};
const behind = (node) => {
  for (let e = node; e; e = e.parentElement) {
    const colour = rgba(getComputedStyle(e).backgroundColor);
    if (colour.length < 4 || colour[3] > 0) return colour;
  }
  return [255, 255, 255];
};
const weak = [];
let seen = 0;
for (const node of document.querySelectorAll("body *")) {
  const own = [...node.childNodes].some((n) => n.nodeType === 3 && n.data.trim());
  if (!own || !node.getClientRects().length || ["SCRIPT", "STYLE", "title"].includes(node.tagName))
    continue;
  const style = getComputedStyle(node), svg = node.tagName === "text";
  const ink = rgba(svg ? style.fill : style.color);
  const cell = svg && node.previousElementSibling;
  const ground = cell && cell.tagName === "rect" && /^h[0-5x]$/.test(node.getAttribute("class"))
    ? rgba(getComputedStyle(cell).fill) : behind(svg ? node.closest("svg").parentElement : node);
  seen += 1;
  if (ratio(ink, ground) < 4.5) weak.push([node.tagName, node.textContent.slice(0, 40)]);
}
return {seen, weak: weak.slice(0, 5)};
"""


@pytest.fixture(scope="module")
def full() -> str:
    """The page of all 63 provinces, in Vietnamese."""
    plans = [
        PlanFile(f"{name}.yaml", parse_plan(demo_plan(name, DAY).encode()))
        for name in provinces_of(DAY)
    ]
    return page(matrix(plans, JUNE), "vi")


def ask(full: str, script: str, folder: Path, *given: str) -> Any:
    return asked(full, script, folder, *given)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_all_text_that_is_seen_has_contrast(full: str, scheme: str, tmp_path: Path) -> None:
    click = (
        'document.getElementById("scheme").click();'
        'if (document.documentElement.dataset.scheme !== "SCHEME")'
        ' document.getElementById("scheme").click();'
        'document.querySelector("details").open = true;'
    ).replace("SCHEME", scheme)

    said = ask(full, click + CONTRAST, tmp_path)

    assert said["weak"] == []
    assert said["seen"] > 5000


def test_the_check_of_contrast_sees_weak_text(full: str, tmp_path: Path) -> None:
    faint = 'document.documentElement.style.setProperty("--quiet-ink", "#c4c8ce");'

    said = ask(full, faint + CONTRAST, tmp_path)

    assert said["weak"] != []


def test_a_table_is_sorted_by_its_headings_both_ways(full: str, tmp_path: Path) -> None:
    said = ask(
        full,
        """
        const table = document.getElementById("agencies-table"), n = 2;
        const read = () => [...table.tBodies[0].rows].map((r) => Number(r.cells[n].textContent));
        const head = table.tHead.rows[0].cells[n], button = head.querySelector("button");
        button.click();
        const up = read(), one = head.getAttribute("aria-sort");
        button.click();
        return {up, down: read(), sorts: [one, head.getAttribute("aria-sort")]};
        """,
        tmp_path,
    )

    assert said["up"] == sorted(said["up"])
    assert said["down"] == sorted(said["down"], reverse=True)
    assert said["sorts"] == ["ascending", "descending"]


def test_ids_sort_as_numbers_and_days_as_days(full: str, tmp_path: Path) -> None:
    said = ask(
        full,
        """
        const read = (table, n) => [...document.getElementById(table).tBodies[0].rows]
          .map((row) => row.cells[n].dataset.sort ?? row.cells[n].textContent).filter(Boolean);
        const sort = (table, n) => document.getElementById(table)
          .tHead.rows[0].cells[n].querySelector("button").click();
        sort("deadlines-table", 0);
        const ids = read("deadlines-table", 0);
        sort("deadlines-table", 6);
        return {ids, days: read("deadlines-table", 6)};
        """,
        tmp_path,
    )

    assert said["ids"].index("1.1.10") > said["ids"].index("1.1.2")
    assert said["days"] == sorted(said["days"])
    assert said["days"][0].startswith("2025-0")


def test_filters_narrow_the_tasks_without_regard_to_marks(full: str, tmp_path: Path) -> None:
    said = ask(
        full,
        """
        const form = document.getElementById("tasks-table-filters");
        const input = form.querySelector("input"), body = () =>
          document.getElementById("tasks-table").tBodies[0].rows;
        const before = form.querySelector("output").textContent, limit = body().length;
        input.value = "cao bang";
        form.dispatchEvent(new Event("input"));
        const names = new Set([...body()].map((row) => row.cells[0].textContent));
        const selects = form.querySelectorAll("select");
        selects[1].value = "1.1";
        form.dispatchEvent(new Event("input"));
        const both = [...body()].map((row) => row.cells[1].textContent);
        [...form.querySelectorAll("button")].at(-1).click();
        const after = form.querySelector("output").textContent;
        return {before, limit, names: [...names], both, after};
        """,
        tmp_path,
    )

    assert (said["limit"], said["names"]) == (200, ["Cao Bằng"])
    assert set(said["both"]) == {"1.1"}
    assert said["before"] == said["after"]


def test_the_heat_map_is_walked_by_keys_and_opens_its_tasks(full: str, tmp_path: Path) -> None:
    said = ask(
        full,
        """
        const heat = document.getElementById("heat"), told = document.getElementById("heat-said");
        const key = (name) => heat.dispatchEvent(new KeyboardEvent("keydown",
          {key: name, bubbles: true, cancelable: true}));
        heat.focus();
        const first = told.textContent;
        for (let n = 0; n < 40; n++) key("ArrowDown");
        key("End");
        const far = told.textContent;
        key("ArrowRight"); key("Home");
        const home = told.textContent;
        key("Enter");
        const rows = [...document.getElementById("tasks-table").tBodies[0].rows];
        const names = rows.map((r) => `${r.cells[0].textContent} ${r.cells[1].textContent}`);
        return {first, far, home, focus: document.activeElement.id, shown: [...new Set(names)]};
        """,
        tmp_path,
    )

    assert said["first"].startswith("An Giang · 1.1 ")
    assert " · 7.1 " in said["far"]
    assert " · 1.1 " in said["home"]
    assert said["focus"] == "tasks-head"
    assert said["shown"] == [f"{said['home'].partition(' · ')[0]} 1.1"]


def test_every_control_can_be_reached_has_a_name_and_shows_its_focus(
    full: str, tmp_path: Path
) -> None:
    said = ask(
        full,
        """
        document.querySelector("details").open = true;
        const all = [...document.querySelectorAll("a, button, input, select, summary, [tabindex]")]
          .filter((e) => e.getClientRects().length && e.tabIndex >= 0);
        const by = (e) => document.getElementById(e.getAttribute("aria-labelledby"))?.textContent;
        const name = (e) => e.getAttribute("aria-label") || by(e) || e.textContent.trim() ||
          [...(e.labels || [])].map((l) => l.textContent).join("");
        const hidden = [];
        for (const e of all.slice(0, 60)) {
          e.focus({focusVisible: true});
          const style = getComputedStyle(e);
          if (document.activeElement !== e || style.outlineStyle === "none")
            hidden.push(e.outerHTML);
        }
        return {count: all.length, nameless: all.filter((e) => !name(e)).map((e) => e.outerHTML),
          positive: all.filter((e) => e.tabIndex > 0).length, hidden,
          order: all.slice(0, 3).map((e) => e.className || e.id)};
        """,
        tmp_path,
    )

    assert said["count"] > 40
    assert (said["nameless"], said["positive"], said["hidden"]) == ([], 0, [])
    assert said["order"] == ["skip", "scheme", "print"]


def test_on_a_narrow_screen_pictures_stay_legible_and_are_scrolled(
    full: str, tmp_path: Path
) -> None:
    said = ask(
        full,
        """
        const figures = [...document.querySelectorAll("figure.scroll")];
        const size = (t) => t.getBoundingClientRect().height;
        return {wide: document.documentElement.scrollWidth <= innerWidth,
          scrolled: figures.every((f) => f.scrollWidth > f.clientWidth),
          least: Math.min(...[...document.querySelectorAll("svg text")].map(size).filter(Boolean))};
        """,
        tmp_path,
        "--window-size=500,900",
    )

    assert (said["wide"], said["scrolled"]) == (True, True)
    assert said["least"] >= 7


def test_nothing_is_loaded_and_nothing_is_refused(full: str, tmp_path: Path) -> None:
    said = ask(
        full,
        """
        const faults = [];
        addEventListener("securitypolicyviolation", (e) => faults.push(e.violatedDirective));
        document.querySelector("th button").click();
        await new Promise((done) => setTimeout(done, 200));
        return {loaded: performance.getEntriesByType("resource").length, faults};
        """,
        tmp_path,
    )

    assert said == {"loaded": 0, "faults": []}


def test_it_prints_on_landscape_pages_by_day_with_its_headings_repeated(
    full: str, tmp_path: Path
) -> None:
    file, out = tmp_path / "m.html", tmp_path / "m.pdf"
    file.write_text(full, "utf-8")

    chromium(file, "--no-pdf-header-footer", f"--print-to-pdf={out}")

    with pdfplumber.open(out) as pdf:
        first = pdf.pages[0]
        texts = [page.extract_text() for page in pdf.pages[:12]]
    assert (round(first.width), round(first.height)) == (842, 595)
    assert "An Giang" in texts[0]
    assert "Bỏ lọc" not in "".join(texts)
    continued = [text for text in texts if text.startswith("Mã") and "Trung vị" in text]
    assert len(continued) >= 2


def test_without_a_script_the_pictures_and_short_tables_are_there(
    full: str, tmp_path: Path
) -> None:
    still = full.partition("<script>")[0] + "</body></html>"

    said = asked(
        still,
        """return [document.querySelectorAll("rect[data-row]").length,
          document.getElementById("deadlines-table").tBodies[0].rows.length,
          document.getElementById("tools").hidden];""",
        tmp_path,
    )

    assert said[0] == 63 * 24
    assert said[1] > 40
    assert said[2] is True
