(() => {
  const at = (id) => document.getElementById(id);
  const AT_FIRST = 12, AT_ONCE = 40, CHIPS = 6;
  const data = readData(), { rows, names, numbers } = data;
  const sorted = {};
  const inOrder = (order) => (sorted[order] ??= [...rows].sort(ORDERS[order]));
  const fields = { q: at("q"), who: at("who"), from: at("from"), to: at("to"), notes: at("notes"), sort: at("sort") };
  const list = at("list"), more = at("next");
  let found = [], shown = 0, terms = [];

  const format = new Intl.NumberFormat("en");
  const count = (n, one) => `${format.format(n)} ${n === 1 ? one : `${one}s`}`;
  const make = (tag, words = "", name = "") => {
    const made = document.createElement(tag);
    if (words) made.textContent = words;
    if (name) made.className = name;
    return made;
  };

  const marked = (made, words) => {
    if (!terms.length) { made.textContent = words; return made; }
    words.split(/([\p{L}\p{M}\p{N}]+(?:[.,]\d+)*)/u).forEach((part, n) => {
      const hit = n % 2 && terms.some((term) => fold(part).startsWith(term));
      made.append(hit ? make("mark", part) : part);
    });
    return made;
  };

  const chip = (name) => {
    const button = marked(make("button"), name);
    button.type = "button";
    button.dataset.who = name;
    button.setAttribute("aria-pressed", String(fields.who.value === name));
    return button;
  };

  const whoOf = (row) => {
    const who = make("div", "", "who");
    const few = row.who.length > CHIPS + 1 ? CHIPS : row.who.length;
    const first = row.who.map((number) => names[number].name).filter((name, n) => n < few || name === fields.who.value);
    who.append(...first.map(chip));
    if (row.who.length > first.length) who.append(make("span", `and ${row.who.length - first.length} more`, "rest"));
    return who;
  };

  const rowOf = (row) => {
    const item = make("li", "", "row"), when = make("p", "", "when"), link = marked(make("a"), row.headline);
    for (const part of [row.date, row.source]) if (part) when.append(make("span", part));
    link.href = row.href;
    item.append(when, link);
    if (row.title) { const own = marked(make("p", "", "own"), row.title); own.lang = "fr"; item.append(own); }
    const counts = make("p", "", "counts");
    for (const [many, one] of [[row.length, "word"], [row.figures, "figure"], [row.quotes, "quote"], [row.disputes, "dispute"]]) {
      if (many) counts.append(make("span", count(many, one)));
    }
    if (row.findings) counts.append(make("span", `${count(row.findings, "finding")}${row.kept ? `, ${format.format(row.kept)} kept` : ""}`, row.kept ? "doubt" : ""));
    item.append(counts);
    if (row.who.length) item.append(whoOf(row));
    return item;
  };

  const grow = (by) => {
    list.append(...found.slice(shown, shown + by).map(rowOf));
    shown = Math.min(shown + by, found.length);
    more.hidden = shown >= found.length;
  };

  const drawDates = chartOfDates(at("dates"), rows, count);
  const drawNamed = () => {
    const top = mostNamed(found, names);
    at("named").hidden = top.length < 2 || top[0][1] < 2;
    at("named").querySelector("ol").replaceChildren(...top.map(([number, times]) => {
      const item = make("li"), button = chip(names[number].name), bar = make("span", "", "bar");
      bar.style.width = `${100 * times / top[0][1]}%`;
      button.append(make("span", format.format(times), "many"), bar);
      item.append(button);
      return item;
    }));
  };

  /* The names that a field's words are part of; the one name that they are, if there is one. */
  const like = (words) => {
    const part = fold(words.trim()), exact = numbers.get(words.trim());
    if (exact !== undefined) return [exact];
    const some = [];
    names.forEach((name, number) => { if ((name.folded ??= fold(name.name)).includes(part)) some.push(number); });
    return some;
  };
  const suggest = () => {
    const some = fields.who.value.trim() ? like(fields.who.value) : [];
    some.sort((a, b) => names[b].many - names[a].many);
    at("names").replaceChildren(...some.slice(0, 12).map((number) => { const option = make("option"); option.value = names[number].name; return option; }));
  };

  const search = () => {
    terms = termsOf(fields.q.value);
    const hits = new Uint8Array(rows.length);
    terms.forEach((term, n) => holding(data, term, hits, n + 1));
    const party = fields.who.value.trim(), wanted = party && new Set(like(party));
    const from = fields.from.value, to = fields.to.value, noted = fields.notes.checked;
    const anyDay = [];
    for (const row of inOrder(fields.sort.value)) {
      if (hits[row.number] === terms.length && (!noted || row.findings) && (!wanted || row.who.some((number) => wanted.has(number)))) anyDay.push(row);
    }
    found = from || to ? anyDay.filter((row) => row.date && (!from || row.last >= from) && (!to || row.first <= to)) : anyDay;
    list.replaceChildren();
    shown = 0;
    grow(AT_FIRST);
    drawDates(anyDay, from, to);
    drawNamed();
    at("found").textContent = found.length === rows.length ? `All ${count(rows.length, "brief")}` : `${format.format(found.length)} of ${count(rows.length, "brief")}`;
    at("none").hidden = found.length > 0;
    at("clear").disabled = !(fields.q.value || party || from || to || noted);
    clearTimeout(settling);
    settling = setTimeout(settle, 500);
  };

  /* When nothing more is typed: what the first use of an order or a name would wait for is made ready, bit by bit. */
  let settling = 0;
  const waiting = [...Object.keys(ORDERS).map((order) => () => inOrder(order)), () => like("-")];
  const settle = () => {
    remember();
    const step = () => { waiting.shift()?.(); if (waiting.length) settling = setTimeout(step, 50); };
    settling = setTimeout(step, 500);
  };

  /* The search is kept in the URL, so that going back from a brief shows it again. */
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
  for (const form of ["search", "filters"]) at(form).addEventListener("submit", (event) => { event.preventDefault(); step(1); });
  for (const button of ["clear", "again"]) at(button).addEventListener("click", () => { clear(); fields.q.focus(); });
  more.addEventListener("click", () => grow(AT_ONCE));
  new IntersectionObserver(([seen]) => { if (seen.isIntersecting && !more.hidden) grow(AT_ONCE); }, { rootMargin: "600px" }).observe(more);
  addEventListener("pagehide", remember);
  addEventListener("hashchange", () => { recall(); search(); });
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

  const wide = matchMedia("(min-width:62rem)");
  const fit = () => { at("more").open ||= wide.matches; };
  wide.addEventListener("change", fit);
  fit();
  const dates = inOrder("old").filter((row) => row.date).map((row) => row.date);
  at("span").textContent = dates.length ? ` · ${dates[0] === dates.at(-1) ? dates[0] : `${dates[0]} to ${dates.at(-1)}`}` : "";
  at("title").textContent = count(rows.length, "brief");
  recall();
  search();
  document.documentElement.dataset.ready = "1";
})();
