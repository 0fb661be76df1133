"use strict";
/* What stands in the page: lists at once, details when they are shown. */
const fold = (words) => words.toLowerCase().replace(/œ/g, "oe").replace(/æ/g, "ae").replace(/’/g, "'")
  .replace(/ß/g, "ss").normalize("NFD").replace(/[\u0300-\u036f]/g, "");
const termsOf = (words) => (fold(words).match(/[\p{L}\p{N}]+(?:[.,]\d+)*/gu) ?? []).slice(0, 20);
const BLOCK = 200;

const listOf = (kind) => {
  const element = document.querySelector(`script.${kind}`), rows = JSON.parse(element.textContent);
  element.remove();
  return rows;
};

/* The details of the nth event or person; a block is read once. */
const detailsOf = (kind) => {
  const blocks = [...document.querySelectorAll(`script.${kind}`)], read = [];
  return (number) => {
    const block = Math.floor(number / BLOCK);
    read[block] ??= JSON.parse(blocks[block].textContent);
    return read[block][number % BLOCK];
  };
};

const readDigest = () => {
  const events = listOf("events").map(([id, headline, first, last, reports, briefs, differ, updated, disputes, sayings, words], number) => (
    { number, id, name: headline, first, last, reports, briefs, differ, updated, disputes, sayings, words: ` ${words}` }));
  let people;
  return {
    events, event: detailsOf("event"), person: detailsOf("person"),
    /* Read when somebody looks at people: ten thousand briefs name tens of thousands. */
    get people() {
      return people ??= listOf("people").map(([id, name, kind, role, briefs, sayings, words], number) => (
        { number, id, name, kind, role, briefs, sayings, words: ` ${words}` }));
    },
  };
};

/* Every term must begin a word. */
const holds = (words, terms) => terms.every((term) => words.includes(` ${term}`));

const ORDERS = {
  differ: (a, b) => (b.differ > 0) - (a.differ > 0) || b.reports - a.reports || a.number - b.number,
  new: (a, b) => (a.last < b.last ? 1 : a.last > b.last ? -1 : a.number - b.number),
  reports: (a, b) => a.number - b.number,
};
