"use strict";
(() => {
  const entries = [...document.querySelectorAll("[data-entry]")];
  const pieces = [...document.querySelectorAll("[data-of]")];
  const status = document.getElementById("status"), keys = document.getElementById("keys");
  const back = document.getElementById("back"), french = document.getElementById("article");
  const of = (piece) => piece.dataset.of.split(" ");
  const entryOf = (key) => entries.find((entry) => entry.dataset.entry === key);
  const looks = { f: "figure", q: "quotation", s: "name" };
  let chosen = null;

  const first = (key) => {
    const link = entryOf(key)?.querySelector("[data-go]");
    return link ? document.querySelector(link.getAttribute("href")) : null;
  };

  const choose = (key, show) => {
    chosen = key;
    for (const entry of entries) {
      const on = entry.dataset.entry === key;
      entry.classList.toggle("on", on);
      if (on) entry.setAttribute("aria-current", "true"); else entry.removeAttribute("aria-current");
    }
    const look = key && looks[key[0]];
    let words = "";
    for (const piece of pieces) {
      const mine = key !== null && of(piece).includes(key);
      const own = mine && (!look || piece.classList.contains(look));
      piece.classList.toggle("on", own);
      piece.classList.toggle("near", mine && !own);
      if (own) words += `${piece.textContent} `;
    }
    status.textContent = key && words ? `In the article: ${words}` : "";
    back.hidden = key === null;
    if (key === null) { history.replaceState(null, "", location.pathname + location.search); return; }
    back.href = `#${key}`;
    history.replaceState(null, "", `#${key}`);
    if (show === "french") reveal(first(key)); else if (show === "english") entryOf(key).scrollIntoView({ block: "center" });
  };

  const reveal = (piece) => {
    if (!piece) return;
    if (getComputedStyle(french).position !== "sticky") { piece.scrollIntoView({ block: "center" }); return; }
    const place = piece.getBoundingClientRect(), frame = french.getBoundingClientRect();
    french.scrollTop += place.top - frame.top - frame.height / 3;
    if (frame.top > innerHeight * 0.6 || frame.bottom < innerHeight * 0.4) french.scrollIntoView({ block: "start" });
  };

  const follow = (piece, byKey) => {
    const mine = of(piece);
    const key = mine[(mine.indexOf(chosen) + 1) % mine.length];
    choose(key, "english");
    if (byKey) entryOf(key).querySelector("[data-go]")?.focus({ preventScroll: true });
  };

  document.addEventListener("click", (event) => {
    const piece = event.target.closest("[data-of]"), entry = event.target.closest("[data-entry]");
    const byKey = event.detail === 0;
    if (piece) { event.preventDefault(); follow(piece, byKey); }
    else if (entry && !String(getSelection())) {
      event.preventDefault();
      choose(entry.dataset.entry, "french");
      if (byKey) first(entry.dataset.entry)?.focus({ preventScroll: true });
    } else if (event.target === back) {
      event.preventDefault();
      entryOf(chosen)?.scrollIntoView({ block: "center" });
      back.hidden = true;
    }
  });

  const step = (by) => {
    const at = entries.findIndex((entry) => entry.dataset.entry === chosen);
    const next = entries[at < 0 ? (by > 0 ? 0 : entries.length - 1) : Math.min(Math.max(at + by, 0), entries.length - 1)];
    const wide = getComputedStyle(french).position === "sticky";
    choose(next.dataset.entry, wide ? "french" : "");
    next.querySelector("[data-go]")?.focus({ preventScroll: true });
    next.scrollIntoView({ block: "nearest" });
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || keys.open) return;
    if (event.key === "j") step(1);
    else if (event.key === "k") step(-1);
    else if (event.key === "?") keys.showModal();
    else if (event.key === "Escape") choose(null);
    else if ((event.key === "Enter" || event.key === " ") && event.target.matches?.("span[data-of]")) {
      event.preventDefault();
      follow(event.target, true);
    }
  });
  document.getElementById("help").addEventListener("click", () => keys.showModal());

  const named = location.hash.slice(1);
  if (entryOf(named)) choose(named, "french");
})();
