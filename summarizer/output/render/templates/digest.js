(() => {
  const at = (id) => document.getElementById(id);
  const AT_FIRST = 12, AT_ONCE = 40;
  const data = readDigest();
  const fields = { q: at("q"), sort: at("sort"), from: at("from") };
  const list = at("list"), more = at("next"), detail = at("detail"), keys = at("keys");
  let tab = "events", found = [], shown = 0, back = 0, opener = "";
  const sorted = {};
  const inOrder = (order) => (sorted[order] ??= [...data.events].sort(ORDERS[order]));

  const lineOf = (row) => {
    const item = make("li", "", "event"), counts = make("p", "", "counts"), event = tab === "events";
    const days = event ? [row.first, row.last].filter((day, n, both) => day && both.indexOf(day) === n).join(" to ") : row.kind;
    item.append(put("p", "when", make("span", days || "no date")), link(row.name, event ? `#event=${row.id}` : `#person=${row.id}`));
    if (!event && row.role) item.append(make("p", row.role, "small"));
    const many = event
      ? [[row.reports, "report"], [row.briefs - row.reports, "near copy", "near copies"], [row.differ, "contradiction"], [row.updated, "updated figure"], [row.disputes, "dispute"], [row.sayings, "quotation"]]
      : [[row.briefs, "article"], [row.sayings, "quotation"]];
    for (const [n, one, several] of many) if (n) counts.append(make("span", count(n, one, several), one === "contradiction" ? "doubt" : ""));
    item.append(counts);
    return item;
  };

  const grow = (by) => {
    list.append(...found.slice(shown, shown + by).map(lineOf));
    shown = Math.min(shown + by, found.length);
    more.hidden = shown >= found.length;
  };

  const search = () => {
    const terms = termsOf(fields.q.value), from = fields.from.value, event = tab === "events";
    const all = event ? inOrder(fields.sort.value) : data.people;
    found = all.filter((row) => holds(row.words, terms) && (!event || !from || !row.last || row.last >= from));
    list.replaceChildren();
    shown = 0;
    grow(AT_FIRST);
    const [one, several] = event ? ["event", "events"] : ["person or body", "people and bodies"];
    at("found").textContent = found.length === all.length ? `All ${count(all.length, one, several)}` : `${format.format(found.length)} of ${count(all.length, one, several)}`;
    at("none").hidden = found.length > 0;
  };

  const show = (name) => {
    tab = name;
    at("tab-events").setAttribute("aria-pressed", String(name === "events"));
    at("tab-people").setAttribute("aria-pressed", String(name === "people"));
    search();
  };

  const leave = () => { location.hash = ""; };
  const route = () => {
    const [kind, id] = location.hash.slice(1).split("=");
    const line = kind === "event" ? data.events.find((one) => one.id === id) : kind === "person" ? data.people.find((one) => one.id === id) : undefined;
    const was = detail.hidden;
    at("lists").hidden = at("search").hidden = Boolean(line);
    document.querySelector(".tabs").hidden = Boolean(line);
    detail.hidden = !line;
    if (!line) {
      detail.replaceChildren();
      if (!was) { scrollTo(0, back); list.querySelector(`a[href="${opener}"]`)?.focus({ preventScroll: true }); }
      return;
    }
    if (was) { back = scrollY; opener = location.hash; }
    const button = make("button", "← All events and people");
    button.type = "button";
    button.addEventListener("click", leave);
    detail.replaceChildren(put("p", "back", button), ...(kind === "event" ? eventPage(line, data.event(line.number)) : personPage(line, data.person(line.number))));
    scrollTo(0, 0);
    detail.querySelector("h2").focus({ preventScroll: true });
  };

  const clear = () => { fields.q.value = fields.from.value = ""; search(); };
  const step = (by) => {
    const links = [...document.querySelectorAll(detail.hidden ? "#list > li > a" : "#detail a")], now = links.indexOf(document.activeElement);
    const next = links[now < 0 ? 0 : Math.min(Math.max(now + by, 0), links.length - 1)];
    next?.focus();
    next?.scrollIntoView({ block: "nearest" });
  };

  fields.q.addEventListener("input", search);
  for (const key of ["sort", "from"]) fields[key].addEventListener("change", search);
  at("search").addEventListener("submit", (event) => { event.preventDefault(); step(1); });
  at("tab-events").addEventListener("click", () => show("events"));
  at("tab-people").addEventListener("click", () => show("people"));
  at("again").addEventListener("click", () => { clear(); fields.q.focus(); });
  more.addEventListener("click", () => grow(AT_ONCE));
  new IntersectionObserver(([seen]) => { if (seen.isIntersecting && !more.hidden) grow(AT_ONCE); }, { rootMargin: "600px" }).observe(more);
  addEventListener("hashchange", route);
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || keys.open) return;
    if (event.key === "Escape") { if (detail.hidden) clear(); else leave(); }
    else if (!event.target.matches?.("input, select")) {
      if (event.key === "j") step(1);
      else if (event.key === "k") step(-1);
      else if (event.key === "?") keys.showModal();
      else if (event.key === "/") { event.preventDefault(); if (!detail.hidden) leave(); setTimeout(() => fields.q.focus()); }
    }
  });
  at("help").addEventListener("click", () => keys.showModal());

  at("title").textContent = count(data.events.length, "event");
  search();
  route();
  document.documentElement.dataset.ready = "1";
})();
