"use strict";
(() => {
  const at = (id) => document.getElementById(id);
  const AT_ONCE = 60, MOST_BARS = 48, NAMED = 10, CHIPS = 6;
  const rows = [], names = new Map();
  const fold = (words) => words.toLowerCase().replace(/œ/g, "oe").replace(/æ/g, "ae").replace(/’/g, "'").replace(/ß/g, "ss").normalize("NFD").replace(/\p{M}/gu, "");
  const nameOf = (name) => {
    if (!names.has(name)) names.set(name, { name, folded: fold(name), many: 0 });
    return names.get(name);
  };
  for (const block of document.querySelectorAll("script.rows")) {
    for (const [href, headline, title, source, date, length, [figures, quotes, disputes, findings], kept, parties, words] of JSON.parse(block.textContent)) {
      const who = [...new Set(parties.map(([name]) => nameOf(name)))];
      for (const name of who) name.many += 1;
      // a date of reduced precision is all of its days
      const first = date && (date + "-01-01").slice(0, 10), last = date && date + "-12-31".slice(date.length - 4);
      rows.push({ href, headline, title, source, date, first, last, length, figures, quotes, disputes, findings, kept, who, words });
    }
    block.remove();
  }

  const collator = new Intl.Collator("en", { sensitivity: "base", numeric: true });
  const dated = (by) => (a, b) => (!a.date - !b.date) || by * (a.first < b.first ? -1 : a.first > b.first ? 1 : 0);
  const ORDERS = {
    new: dated(-1), old: dated(1), name: (a, b) => collator.compare(a.headline, b.headline),
    figures: (a, b) => b.figures - a.figures, findings: (a, b) => b.kept - a.kept || b.findings - a.findings, words: (a, b) => b.length - a.length,
  };
  const sorted = {};
  const inOrder = (order) => (sorted[order] ??= [...rows].sort(ORDERS[order]));

  const fields = { q: at("q"), who: at("who"), from: at("from"), to: at("to"), notes: at("notes"), sort: at("sort") };
  const list = at("list"), more = at("next");
  let found = [], shown = 0, terms = [];

  const make = (tag, words = "", name = "") => {
    const made = document.createElement(tag);
    if (words) made.textContent = words;
    if (name) made.className = name;
    return made;
  };
  const number = (n) => n.toLocaleString("en");
  const count = (n, one) => `${number(n)} ${n === 1 ? one : `${one}s`}`;

  const marked = (made, words) => {
    const parts = words.split(/([\p{L}\p{M}\p{N}]+(?:[.,]\d+)*)/u);
    parts.forEach((part, n) => {
      const hit = n % 2 && terms.some((term) => fold(part).startsWith(term));
      made.append(hit ? make("mark", part) : part);
    });
    return made;
  };

  const chip = (name) => {
    const button = marked(make("button"), name.name);
    button.type = "button";
    button.dataset.who = name.name;
    button.setAttribute("aria-pressed", String(fields.who.value === name.name));
    return button;
  };

  const rowOf = (row) => {
    const item = make("li", "", "row"), when = make("p", "", "when"), link = marked(make("a"), row.headline);
    for (const part of [row.date, row.source]) if (part) when.append(make("span", part));
    link.href = row.href;
    item.append(when, link);
    if (row.title) { const own = marked(make("p", "", "own"), row.title); own.lang = "fr"; item.append(own); }
    const counts = make("p", "", "counts");
    for (const part of [count(row.length, "word"), row.figures && count(row.figures, "figure"), row.quotes && count(row.quotes, "quote"), row.disputes && count(row.disputes, "dispute")]) {
      if (part) counts.append(make("span", part));
    }
    if (row.findings) counts.append(make("span", `${count(row.findings, "finding")}${row.kept ? `, ${number(row.kept)} kept` : ""}`, row.kept ? "doubt" : ""));
    item.append(counts);
    if (row.who.length) {
      const who = make("div", "", "who");
      const first = row.who.filter((name, n) => n < CHIPS || name.name === fields.who.value);
      who.append(...first.map(chip));
      if (row.who.length > first.length) who.append(make("span", `and ${row.who.length - first.length} more`, "rest"));
      item.append(who);
    }
    return item;
  };

  const grow = () => {
    list.append(...found.slice(shown, shown + AT_ONCE).map(rowOf));
    shown = Math.min(shown + AT_ONCE, found.length);
    more.hidden = shown >= found.length;
  };

  const bars = (some) => {
    const known = some.filter((row) => row.date);
    const ends = known.reduce(([a, b], row) => [row.first < a ? row.first : a, row.last > b ? row.last : b], ["9999-12-31", "0000-01-01"]);
    for (const size of [10, 7, 4]) {
      if (known.some((row) => row.date.length < size)) continue;
      const buckets = new Map(), day = new Date(`${ends[0].slice(0, size)}${"-01-01".slice(size - 4)}T00:00:00Z`);
      for (let key = ends[0].slice(0, size); key <= ends[1].slice(0, size) && buckets.size <= MOST_BARS;) {
        buckets.set(key, 0);
        if (size === 10) day.setUTCDate(day.getUTCDate() + 1);
        else if (size === 7) day.setUTCMonth(day.getUTCMonth() + 1);
        else day.setUTCFullYear(day.getUTCFullYear() + 1);
        key = day.toISOString().slice(0, size);
      }
      if (buckets.size > MOST_BARS) continue;
      for (const row of known) { const key = row.date.slice(0, size); buckets.set(key, buckets.get(key) + 1); }
      return buckets;
    }
    return new Map();
  };

  const drawDates = (some) => {
    const buckets = bars(some), most = Math.max(1, ...buckets.values()), chart = at("dates"), group = chart.querySelector(".days");
    const focused = group.contains(document.activeElement) ? document.activeElement.dataset.day : "";
    chart.hidden = buckets.size < 2;
    group.replaceChildren(...[...buckets].map(([key, many], n) => {
      const button = make("button"), bar = make("span");
      button.type = "button";
      button.tabIndex = n ? -1 : 0;
      button.dataset.day = key;
      button.title = `${key}: ${count(many, "brief")}`;
      button.setAttribute("aria-label", button.title);
      const { from, to } = reach(key);
      button.setAttribute("aria-pressed", String(fields.from.value === from && fields.to.value === to));
      bar.style.height = `${100 * many / most}%`;
      button.append(bar);
      if (key === focused) requestAnimationFrame(() => button.focus());
      return button;
    }));
    const keys = [...buckets.keys()], [first, last] = chart.querySelectorAll(".ends span");
    first.textContent = keys[0] ?? "";
    last.textContent = keys.at(-1) ?? "";
  };

  const reach = (key) => {
    const end = key.length === 7 ? new Date(Date.UTC(+key.slice(0, 4), +key.slice(5), 0)).toISOString().slice(0, 10) : key + "-12-31".slice(key.length - 4);
    return { from: (key + "-01-01").slice(0, 10), to: end };
  };

  const drawNamed = () => {
    const many = new Map();
    for (const row of found) for (const name of row.who) many.set(name, (many.get(name) ?? 0) + 1);
    const top = [...many].sort((a, b) => b[1] - a[1] || collator.compare(a[0].name, b[0].name)).slice(0, NAMED);
    at("named").hidden = top.length < 2 || top[0][1] < 2;
    at("named").querySelector("ol").replaceChildren(...top.map(([name, times]) => {
      const item = make("li"), button = chip(name), bar = make("span", "", "bar");
      bar.style.width = `${100 * times / top[0][1]}%`;
      button.append(make("span", number(times), "many"), bar);
      item.append(button);
      return item;
    }));
  };

  const suggest = () => {
    const words = fold(fields.who.value.trim()), like = [];
    if (words) for (const name of names.values()) if (name.folded.includes(words)) like.push(name);
    like.sort((a, b) => b.many - a.many);
    at("names").replaceChildren(...like.slice(0, 12).map((name) => { const option = make("option"); option.value = name.name; return option; }));
  };

  const search = () => {
    terms = (fold(fields.q.value).match(/[\p{L}\p{N}]+(?:[.,]\d+)*/gu) ?? []).map((term) => term.slice(0, 40));
    const asked = terms.map((term) => ` ${term}`), party = fold(fields.who.value.trim());
    const exact = names.get(fields.who.value.trim());
    const wanted = party ? new Set(exact ? [exact] : [...names.values()].filter((name) => name.folded.includes(party))) : null;
    const from = fields.from.value, to = fields.to.value;
    const anyDay = inOrder(fields.sort.value).filter((row) =>
      asked.every((term) => row.words.includes(term)) && (!wanted || row.who.some((name) => wanted.has(name))) && (!fields.notes.checked || row.findings));
    found = from || to ? anyDay.filter((row) => row.date && (!from || row.last >= from) && (!to || row.first <= to)) : anyDay;
    list.replaceChildren();
    shown = 0;
    grow();
    drawDates(anyDay);
    drawNamed();
    const all = found.length === rows.length;
    at("found").textContent = all ? `All ${count(rows.length, "brief")}` : `${number(found.length)} of ${count(rows.length, "brief")}`;
    at("none").hidden = found.length > 0;
    at("clear").disabled = !(fields.q.value || party || from || to || fields.notes.checked);
    remember();
  };

  const remember = () => {
    const said = new URLSearchParams();
    for (const [key, field] of Object.entries(fields)) {
      const value = field.type === "checkbox" ? (field.checked ? "1" : "") : field.value;
      if (value && !(key === "sort" && value === "new")) said.set(key, value);
    }
    history.replaceState(null, "", String(said) ? `#${said}` : location.pathname + location.search);
  };
  const recall = () => {
    const said = new URLSearchParams(location.hash.slice(1));
    for (const [key, field] of Object.entries(fields)) {
      if (field.type === "checkbox") field.checked = said.has(key);
      else if (key !== "sort") field.value = said.get(key) ?? "";
      else field.value = said.get(key) in ORDERS ? said.get(key) : "new";
    }
  };
  const clear = () => {
    for (const key of ["q", "who", "from", "to"]) fields[key].value = "";
    fields.notes.checked = false;
    search();
  };

  fields.q.addEventListener("input", search);
  fields.who.addEventListener("input", () => { suggest(); search(); });
  for (const key of ["from", "to", "notes", "sort"]) fields[key].addEventListener("change", search);
  for (const form of ["search", "filters"]) at(form).addEventListener("submit", (event) => event.preventDefault());
  for (const button of ["clear", "again"]) at(button).addEventListener("click", () => { clear(); fields.q.focus(); });
  more.addEventListener("click", grow);
  new IntersectionObserver(([seen]) => { if (seen.isIntersecting && !more.hidden) grow(); }, { rootMargin: "600px" }).observe(more);
  document.addEventListener("click", (event) => {
    const who = event.target.closest("[data-who]"), day = event.target.closest("[data-day]");
    if (who) {
      fields.who.value = fields.who.value === who.dataset.who ? "" : who.dataset.who;
      search();
      scrollTo(0, 0);
    } else if (day) {
      const { from, to } = reach(day.dataset.day), off = day.getAttribute("aria-pressed") === "true";
      fields.from.value = off ? "" : from;
      fields.to.value = off ? "" : to;
      search();
    }
  });

  const step = (by) => {
    const links = [...list.querySelectorAll(".row > a")], now = links.indexOf(document.activeElement?.closest(".row")?.querySelector("a"));
    const next = links[now < 0 ? 0 : Math.min(Math.max(now + by, 0), links.length - 1)];
    next?.focus();
    next?.scrollIntoView({ block: "nearest" });
  };
  const keys = at("keys");
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || keys.open) return;
    const day = event.target.closest?.("[data-day]");
    if (event.key === "Escape") clear();
    else if (day && (event.key === "ArrowRight" || event.key === "ArrowLeft")) {
      const other = event.key === "ArrowRight" ? day.nextElementSibling : day.previousElementSibling;
      if (other) { day.tabIndex = -1; other.tabIndex = 0; other.focus(); }
    } else if (!event.target.matches?.("input, select")) {
      if (event.key === "j") step(1);
      else if (event.key === "k") step(-1);
      else if (event.key === "?") keys.showModal();
      else if (event.key === "/") { event.preventDefault(); fields.q.focus(); }
    }
  });
  at("help").addEventListener("click", () => keys.showModal());
  addEventListener("hashchange", () => { recall(); search(); });

  const wide = matchMedia("(min-width:62rem)");
  const fit = () => { at("more").open = wide.matches || at("more").open; };
  wide.addEventListener("change", fit);
  fit();
  const days = rows.filter((row) => row.date).map((row) => row.date).sort();
  at("span").textContent = days.length ? ` · ${days[0] === days.at(-1) ? days[0] : `${days[0]} to ${days.at(-1)}`}` : "";
  at("title").textContent = count(rows.length, "brief");
  recall();
  search();
  document.documentElement.dataset.ready = "1";
})();
