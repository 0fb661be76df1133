/* What an event and a person look like. All text is set as text, never as markup. */
const format = new Intl.NumberFormat("en");
const count = (n, one, many = `${one}s`) => `${format.format(n)} ${n === 1 ? one : many}`;
const make = (tag, words = "", name = "") => {
  const made = document.createElement(tag);
  if (words) made.textContent = words;
  if (name) made.className = name;
  return made;
};
const put = (tag, name, ...parts) => { const made = make(tag, "", name); made.append(...parts); return made; };
const french = (tag, words) => { const made = make(tag, words); made.lang = "fr"; return made; };
const link = (words, href) => { const made = make("a", words); made.href = href; return made; };
const RELATIONS = {
  contradiction: "contradiction", updated: "updated", rounded: "rounded differently", agree: "agree",
};
const CHANGES = { whole: "", shortened: "shortened", altered: "other wording" };

/* A brief's page at an entry of it, where there is one. */
const toBrief = (words, brief, entry = "") => brief?.[5] ? link(words, brief[5] + (entry ? `#${entry}` : "")) : make("span", words);

const chartOf = (row) => {
  const points = row.cells.filter((cell) => cell[1]).map((cell) => [Date.parse(cell[1]), cell[3], cell[2], cell[1]]);
  const days = new Set(points.map(([day]) => day));
  if (days.size < 2 || row.relation !== "updated") return null;
  const svg = (tag, given, words) => {
    const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
    for (const [key, value] of Object.entries(given)) made.setAttribute(key, value);
    if (words) made.textContent = words;
    return made;
  };
  const times = points.map(([day]) => day), values = points.map(([, value]) => value);
  const [first, last, low, high] = [Math.min(...times), Math.max(...times), Math.min(...values, 0), Math.max(...values)];
  const x = (day) => 50 + 380 * (day - first) / (last - first || 1), y = (value) => 72 - 52 * (value - low) / (high - low || 1);
  const chart = svg("svg", { viewBox: "0 0 480 96", role: "img", "aria-label": `Over time: ${points.map((p) => `${p[3]} ${p[2]}`).join(", ")}` });
  chart.append(svg("polyline", { points: points.map(([day, value]) => `${x(day)},${y(value)}`).join(" ") }));
  for (const [day, value] of points) chart.append(svg("circle", { cx: x(day), cy: y(value), r: 4 }));
  for (const [at, anchor] of [[points[0], "start"], [points.at(-1), "end"]]) {
    chart.append(svg("text", { x: x(at[0]), y: y(at[1]) - 9, "text-anchor": anchor }, at[2]));
    chart.append(svg("text", { x: x(at[0]), y: 92, "text-anchor": anchor }, at[3]));
  }
  return chart;
};

const figureRow = (row, briefs) => {
  const box = make("div", "", `row ${row.relation}`), table = make("table"), caption = make("caption", "");
  caption.append(row.language === "fr" ? french("span", row.label) : row.label);
  caption.append(make("span", row.reports === 1 ? "one report" : RELATIONS[row.relation], "tag relation"));
  table.append(caption, put("thead", "", put("tr", "", ...["Date", "Source", "Figure", "In the article"].map((words) => {
    const head = make("th", words);
    head.scope = "col";
    return head;
  }))));
  const body = make("tbody");
  for (const [brief, date, en, , unit, before, words, after, claim, number, newer, own] of row.cells) {
    const said = french("span", ""), amount = make("td", en, "amount");
    said.append(before, make("mark", words), after);
    if (!row.unit && unit) amount.append(make("span", unit, "tag"));
    const where = put("td", "", said);
    if (!number) amount.append(make("span", "not in its brief", "tag"));
    if (own) amount.append(make("span", RELATIONS[own], "tag"));
    for (const words of [claim, newer]) if (words) {
      const tag = french("span", words);
      tag.className = "tag";
      where.append(" ", tag);
    }
    body.append(put("tr", "", make("td", date, "day"), put("td", "", toBrief(briefs.get(brief)?.[1] ?? "", briefs.get(brief), number && `f${number}`)), amount, where));
  }
  table.append(body);
  const chart = chartOf(row), scroll = put("div", "scroll", table);
  scroll.tabIndex = 0;
  scroll.setAttribute("role", "region");
  scroll.setAttribute("aria-label", row.label);
  if (chart) box.append(chart);
  box.append(scroll);
  return box;
};

const sayingOf = ([speaker, entity, first, wordings], briefs, named = true) => {
  const item = make("li", "", "saying");
  for (const [fr, en, change, places] of wordings) {
    item.append(put("p", "said", `“${en}”`), put("p", "", french("span", `« ${fr} »`), change === "whole" ? "" : make("span", CHANGES[change], "tag")));
    const where = make("p", "", "small");
    places.forEach(([brief, date, number], n) => {
      const known = briefs.get(brief);
      where.append(n ? ", " : "", toBrief(known?.[1] ?? "another event", known, `q${number}`), date ? ` ${date}` : "");
    });
    item.append(where);
  }
  if (named) item.append(put("p", "small", entity ? link(speaker, `#person=${entity}`) : make("span", speaker || "speaker not named")));
  return item;
};

const disputeOf = ({ issue, parties }, briefs) => {
  const sides = parties.map(([name, entity, stances]) => {
    const list = put("ul", "plain", ...stances.map(([brief, en, evidence]) => put("li", "", put("p", "", en), french("p", evidence), put("p", "small", toBrief(briefs.get(brief)?.[1] ?? "", briefs.get(brief))))));
    return put("div", "side", put("p", "small", entity ? link(name, `#person=${entity}`) : name), list);
  });
  return put("div", "", make("h4", issue), put("div", "facing", ...sides));
};

const section = (title, ...parts) => put("section", "", make("h3", title), ...parts);

const eventPage = (line, event) => {
  const briefs = new Map(event.briefs.map((brief) => [brief[0], brief])), title = make("h2", event.account ? event.account.said[0][0] : line.name);
  title.tabIndex = -1;
  const parts = [title, put("p", "when", make("span", [line.first, line.last].filter((day, n, both) => day && both.indexOf(day) === n).join(" to ") || "no date"),
    make("span", count(line.reports, "independent report")), make("span", count(line.briefs, "article")))];
  if (event.account) {
    parts.push(section("What is told", ...event.account.said.slice(1).map(([en, evidence]) => put("div", "", put("p", "said", en),
      ...evidence.map(([brief, fr]) => put("p", "small", french("span", fr), " ", toBrief(briefs.get(brief)?.[1] ?? "", briefs.get(brief)))))),
    make("p", `Written by ${event.account.model}, checked against the French.`, "small")));
  }
  if (event.rows.length) parts.push(section("Figures", ...event.rows.map((row) => figureRow(row, briefs))));
  if (event.disputes.length) parts.push(section("Disputes", ...event.disputes.map((dispute) => disputeOf(dispute, briefs))));
  if (event.sayings.length) parts.push(section("Who said what", put("ul", "plain", ...event.sayings.map((saying) => sayingOf(saying, briefs)))));
  if (event.people.length) parts.push(section("People and bodies", put("p", "who", ...event.people.map(([id, name]) => link(name, `#person=${id}`)))));
  parts.push(section("Articles", put("ul", "plain articles", ...event.briefs.map((brief) => {
    const item = put("li", "", toBrief(brief[3], brief), put("p", "small", brief[1], brief[2] ? ` · ${brief[2]}` : ""));
    if (brief[4]) item.append(french("p", brief[4]));
    if (brief[6]) item.append(make("span", `near copy of ${briefs.get(brief[6])?.[1] ?? "another"}`, "tag"));
    return item;
  }))));
  return parts;
};

const personPage = (line, person) => {
  const briefs = new Map(person.briefs.map((brief) => [brief[0], brief])), title = make("h2", line.name);
  title.tabIndex = -1;
  const parts = [title, put("p", "when", make("span", line.kind), make("span", count(line.briefs, "article")))];
  if (person.roles.length) parts.push(put("ul", "plain", ...person.roles.map(([en, many]) => put("li", "", en, make("span", count(many, "article"), "tag")))));
  if (person.forms.length > 1) parts.push(put("p", "small", `Named as ${person.forms.join(", ")}`));
  if (person.sayings.length) parts.push(section("Said, in order of time", put("ul", "plain", ...person.sayings.map((saying) => sayingOf(saying, briefs, false)))));
  parts.push(section("Events", put("ul", "plain articles", ...person.events.map(([id, headline]) => put("li", "", link(headline, `#event=${id}`))))));
  return parts;
};
