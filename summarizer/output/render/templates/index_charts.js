/* Two charts of what was found: articles by date, and who is named most. */
const MOST_BARS = 48, NAMED = 10;

/* The days, months or years from the first article to the last: the finest that have room, and that all dates have. */
const axisOf = (rows) => {
  const known = rows.filter((row) => row.date);
  let first = "9999", last = "0000", size = 10;
  for (const row of known) {
    if (row.first < first) first = row.first;
    if (row.last > last) last = row.last;
    size = Math.min(size, row.date.length);
  }
  for (; known.length && size >= 4; size -= 3) {
    const keys = [], day = new Date(`${first.slice(0, size)}${"-01-01".slice(size - 4)}T00:00:00Z`);
    for (let key = first.slice(0, size); key <= last.slice(0, size) && keys.length <= MOST_BARS; key = day.toISOString().slice(0, size)) {
      keys.push(key);
      if (size === 10) day.setUTCDate(day.getUTCDate() + 1);
      else if (size === 7) day.setUTCMonth(day.getUTCMonth() + 1);
      else day.setUTCFullYear(day.getUTCFullYear() + 1);
    }
    if (keys.length <= MOST_BARS) return { keys, size };
  }
  return { keys: [], size: 4 };
};

/* The first and last day of a bar. */
const reach = (key) => ({
  from: (key + "-01-01").slice(0, 10),
  to: key.length === 7 ? new Date(Date.UTC(+key.slice(0, 4), +key.slice(5), 0)).toISOString().slice(0, 10) : key + "-12-31".slice(key.length - 4),
});

const chartOfDates = (chart, rows, say) => {
  const { keys, size } = axisOf(rows), place = new Map(keys.map((key, n) => [key, n]));
  for (const row of rows) row.bar = row.date ? place.get(row.date.slice(0, size)) ?? -1 : -1;
  const buttons = keys.map((key, n) => {
    const button = document.createElement("button");
    button.type = "button";
    button.tabIndex = n ? -1 : 0;
    button.dataset.day = key;
    button.append(document.createElement("span"));
    return button;
  });
  chart.hidden = keys.length < 2;
  chart.querySelector(".days").replaceChildren(...buttons);
  const ends = chart.querySelectorAll(".ends span");
  ends[0].textContent = keys[0] ?? "";
  ends[1].textContent = keys.at(-1) ?? "";
  return (some, from, to) => {
    if (chart.hidden) return;
    const many = new Int32Array(keys.length);
    for (let n = 0; n < some.length; n++) if (some[n].bar >= 0) many[some[n].bar] += 1;
    const most = Math.max(1, ...many);
    buttons.forEach((button, n) => {
      const days = reach(keys[n]);
      button.firstChild.style.height = `${100 * many[n] / most}%`;
      button.title = `${keys[n]}: ${say(many[n], "brief")}`;
      button.setAttribute("aria-label", button.title);
      button.setAttribute("aria-pressed", String(days.from === from && days.to === to));
    });
  };
};

/* The most named in some rows, as [number, times], the most first. */
const mostNamed = (some, names) => {
  const many = new Int32Array(names.length), top = [];
  for (let n = 0; n < some.length; n++) {
    const { who } = some[n];
    for (let m = 0; m < who.length; m++) many[who[m]] += 1;
  }
  let least = 0;
  for (let number = 0; number < many.length; number++) {
    if (many[number] <= least) continue;
    const at = top.findIndex(([, times]) => times < many[number]);
    top.splice(at < 0 ? top.length : at, 0, [number, many[number]]);
    top.length = Math.min(top.length, NAMED);
    if (top.length === NAMED) least = top[NAMED - 1][1];
  }
  return top;
};
