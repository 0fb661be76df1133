"use strict";
/* The rows of the index as they stand in the page, and which of them are wanted. */
const fold = (words) => words.toLowerCase().replace(/œ/g, "oe").replace(/æ/g, "ae").replace(/’/g, "'")
  .replace(/ß/g, "ss").normalize("NFD").replace(/[\u0300-\u036f]/g, "");
const MOST_TERMS = 20;
const termsOf = (words) => (fold(words).match(/[\p{L}\p{N}]+(?:[.,]\d+)*/gu) ?? []).slice(0, MOST_TERMS).map((term) => term.slice(0, 40));

const readData = () => {
  const rows = [], blocks = [], names = [], numbers = new Map();
  for (const element of document.querySelectorAll("script.rows")) {
    const block = JSON.parse(element.textContent);
    element.remove();
    const own = block.names.map((name) => {
      if (!numbers.has(name)) numbers.set(name, names.push({ name, many: 0 }) - 1);
      return numbers.get(name);
    });
    blocks.push({ start: rows.length, words: block.words, held: block.held });
    for (const [href, headline, title, source, date, length, figures, quotes, disputes, findings, kept, parties] of block.rows) {
      const who = parties.map((party) => own[party]);
      for (const number of who) names[number].many += 1;
      // a date of reduced precision is all of its days
      const first = date && (date + "-01-01").slice(0, 10), last = date && date + "-12-31".slice(date.length - 4);
      rows.push({ number: rows.length, href, headline, title, source, date, first, last, length, figures, quotes, disputes, findings, kept, who, bar: -1, key: "" });
    }
  }
  return { rows, blocks, names, numbers };
};

const digit = (code) => code < 58 ? code - 48 : code - 87;

/* Marks the rows that hold a word that begins with the term with `mark`, where they have the mark before it. */
const holding = ({ blocks }, term, hits, mark) => {
  for (const { start, words, held } of blocks) {
    let low = 0, high = words.length;
    while (low < high) { const middle = (low + high) >> 1; if (before(words[middle], term)) low = middle + 1; else high = middle; }
    for (; low < words.length && words[low].startsWith(term); low++) {
      const places = held[low];
      for (let n = 0; n < places.length; n += 2) {
        const row = start + 36 * digit(places.charCodeAt(n)) + digit(places.charCodeAt(n + 1));
        if (hits[row] === mark - 1) hits[row] = mark;
      }
    }
  }
};

/* Words stand in the order of their code points, which is not that of JavaScript beyond U+FFFF. */
const before = (a, b) => {
  if (a === b) return false;
  let n = 0;
  while (n < a.length && n < b.length && a[n] === b[n]) n += 1;
  if (n === a.length || n === b.length) return n === a.length;
  const high = (code) => code >= 0xd800 && code <= 0xdfff;
  const x = a.charCodeAt(n), y = b.charCodeAt(n);
  return high(x) === high(y) ? x < y : high(y);
};

const ORDERS = (() => {
  const dated = (by) => (a, b) => (!a.date - !b.date) || by * (a.first < b.first ? -1 : a.first > b.first ? 1 : 0);
  const named = (row) => row.key ||= row.headline.toLowerCase();
  return {
    new: dated(-1), old: dated(1), name: (a, b) => named(a) < named(b) ? -1 : named(a) > named(b) ? 1 : 0,
    figures: (a, b) => b.figures - a.figures, findings: (a, b) => b.kept - a.kept || b.findings - a.findings,
    words: (a, b) => b.length - a.length,
  };
})();
