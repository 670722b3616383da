"""What the page of all plans does: sorts, filters, walks the heat map, changes the scheme.

Without a script the pictures and the shorter tables are there all the same.
"""

from __future__ import annotations

SCRIPT = """
(() => {
  "use strict";
  const $ = (id) => document.getElementById(id);
  const said = JSON.parse($("words").textContent);
  const given = JSON.parse($("data").textContent);
  const order = new Intl.Collator(document.documentElement.lang, {numeric: true});
  const fold = (text) => text.normalize("NFD").replace(/\\p{M}/gu, "")
    .replace(/[\\u0110\\u0111]/g, "d").toLowerCase();
  const made = (tag, props = {}, ...inside) => {
    const node = Object.assign(document.createElement(tag), props);
    node.append(...inside);
    return node;
  };
  const tables = {};

  // A cell in the data is the number of a text; a text is what sorts, a tab, and what is shown.
  const cellOf = (text) => {
    const at = text.indexOf("\\t");
    return at < 0 ? [text, text] : [text.slice(0, at), text.slice(at + 1)];
  };
  const keysOf = (row) => [...row.cells].map((cell) => cell.dataset.sort ?? cell.textContent);
  const rowOf = (cells, kinds) => {
    const row = made("tr");
    cells.forEach(([sort, text], n) => {
      const cell = made("td", {className: kinds[n], textContent: text});
      if (given.marks[text]) cell.classList.add(given.marks[text]);
      row.append(cell);
    });
    return row;
  };

  class DataTable {
    constructor(table) {
      this.table = table;
      this.body = table.tBodies[0];
      this.heads = [...table.tHead.rows[0].cells];
      this.titles = this.heads.map((head) => head.textContent);
      const data = given.tables[table.id];
      this.limit = data ? said.step : Infinity;
      this.rows = data
        ? data.rows.map((row) => {
            const cells = row.map((n) => cellOf(given.texts[n]));
            return {keys: cells.map((c) => c[0]), shown: cells.map((c) => c[1]),
              make() { return this.node ??= rowOf(cells, data.kinds); }};
          })
        : [...this.body.rows].map((node) => ({keys: keysOf(node),
            shown: [...node.cells].map((c) => c.textContent), make: () => node}));
      this.rows.forEach((row) => { row.text = fold(row.shown.join(" ")); });
      this.buildFilters();
      this.heads.forEach((head, n) => {
        // A repeated heading shows no button on paper: there the words stand by themselves.
        const name = this.titles[n];
        const button = made("button", {type: "button", className: "screen"}, name);
        button.addEventListener("click", () => this.sort(n));
        head.replaceChildren(button, made("span", {className: "paper"}, name));
      });
      this.show();
    }
    buildFilters() {
      const form = $(this.table.id + "-filters");
      this.text = made("input", {type: "search"});
      form.append(made("label", {}, said.find, this.text));
      this.choices = (this.table.dataset.choices || "").split(" ").filter(Boolean).map((n) => {
        const column = Number(n), select = made("select");
        select.append(made("option", {value: ""}, said.all));
        const texts = [...new Set(this.rows.map((row) => row.shown[column]))].filter(Boolean);
        for (const text of texts.sort(order.compare))
          select.append(made("option", {value: text}, text));
        form.append(made("label", {}, this.titles[column], select));
        return [column, select];
      });
      const reset = made("button", {type: "button"}, said.reset);
      this.count = made("output", {});
      form.append(reset, this.count);
      reset.addEventListener("click", () => {
        this.text.value = "";
        this.choices.forEach(([, select]) => { select.value = ""; });
        this.show();
      });
      form.addEventListener("input", () => this.show());
      form.addEventListener("submit", (event) => event.preventDefault());
      this.more = made("button", {type: "button", hidden: true}, said.more);
      this.more.className = "screen";
      this.more.addEventListener("click", () => { this.limit += said.step; this.fill(); });
      this.table.after(this.more);
      form.hidden = false;
    }
    sort(n) {
      const head = this.heads[n], down = head.getAttribute("aria-sort") === "ascending";
      this.heads.forEach((other) => other.removeAttribute("aria-sort"));
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      const sign = down ? -1 : 1;
      const numbers = this.rows.every((r) => r.keys[n] === "" || !isNaN(r.keys[n]));
      const compare = numbers ? (a, b) => a - b : order.compare;
      this.rows.sort((a, b) => {
        const [x, y] = [a.keys[n], b.keys[n]];
        if (x === "" || y === "") return (x === "") - (y === "");
        return sign * compare(x, y);
      });
      this.show();
    }
    show() {
      const text = fold(this.text.value.trim());
      this.found = this.rows.filter((row) => row.text.includes(text) &&
        this.choices.every(([n, select]) => !select.value || row.shown[n] === select.value));
      if (this.limit !== Infinity) this.limit = said.step;
      this.fill();
    }
    fill() {
      const shown = this.found.slice(0, this.limit);
      this.body.replaceChildren(...shown.map((row) => row.make()));
      this.more.hidden = shown.length === this.found.length;
      this.count.textContent = `${said.shown} ${shown.length} / ${this.found.length}` +
        (this.found.length < this.rows.length ? ` (${said.of} ${this.rows.length})` : "");
    }
    choose(column, value) {
      for (const [n, select] of this.choices) if (n === column) select.value = value;
      this.show();
    }
  }
  for (const table of document.querySelectorAll("table.data"))
    tables[table.id] = new DataTable(table);

  // The heat map: one stop of the tabulator, arrows within, Enter shows the tasks of a cell.
  const heat = $("heat"), told = $("heat-said");
  const cells = [...heat.querySelectorAll("rect[data-row]")];
  const at = new Map(cells.map((c) => [`${c.dataset.row} ${c.dataset.column}`, c]));
  let row = 0, column = 0, on = null;
  const go = (r, c) => {
    const cell = at.get(`${r} ${c}`);
    if (!cell) return;
    on?.classList.remove("on");
    [row, column, on] = [r, c, cell];
    cell.classList.add("on");
    told.textContent = cell.querySelector("title").textContent;
    cell.scrollIntoView({block: "nearest", inline: "nearest"});
  };
  const open = () => {
    if (!on || !tables["tasks-table"]) return;
    const {province, paragraph} = on.dataset;
    tables["tasks-table"].text.value = "";
    tables["tasks-table"].choose(0, province);
    tables["tasks-table"].choose(1, paragraph);
    const head = $("tasks-head");
    head.focus();
    head.scrollIntoView();
  };
  const steps = {ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1]};
  heat.addEventListener("keydown", (event) => {
    if (steps[event.key]) go(row + steps[event.key][0], column + steps[event.key][1]);
    else if (event.key === "Home") go(row, 0);
    else if (event.key === "End") go(row, said.columns - 1);
    else if (event.key === "Enter") open();
    else return;
    event.preventDefault();
  });
  heat.addEventListener("focus", () => { if (!on) go(0, 0); });
  heat.addEventListener("click", (event) => {
    const {row: r, column: c} = event.target.dataset;
    if (r === undefined) return;
    go(Number(r), Number(c));
    open();
  });

  const scheme = $("scheme"), dark = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (document.documentElement.dataset.scheme ??
    (dark.matches ? "dark" : "light")) === "dark";
  const name = () => {
    scheme.textContent = isDark() ? said.light : said.dark;
    scheme.setAttribute("aria-pressed", isDark());
  };
  scheme.addEventListener("click", () => {
    document.documentElement.dataset.scheme = isDark() ? "light" : "dark";
    name();
  });
  dark.addEventListener("change", name);
  name();
  $("print").addEventListener("click", () => print());
  addEventListener("beforeprint", () => {
    for (const part of document.querySelectorAll("details")) part.open = true;
  });
  $("tools").hidden = false;
})();
"""
