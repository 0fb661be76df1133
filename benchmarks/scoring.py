"""How what a system says of an article is scored against what people annotated: pure functions.

Each yields marks (benchmarks/rates.py). An article's gold is a line of gold_dev.jsonl.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from typing import Any

from benchmarks.outcome import Amount, Claim, Outcome, Place
from benchmarks.rates import Mark
from summarizer.faithfulness import check_statement

Gold = dict[str, Any]
Like = Callable[[str, str], float]
"""How alike two English phrases are in meaning: cosine similarity, from -1 to 1."""

SAME_MEASURE = 0.40
NEARER = 0.10
"""How alike a measure and its figure's annotation must be, and by how much another figure of the
article may be liker; benchmarks/README.md has the calibration."""
SAME_FACT = 0.55
"""How alike a statement and a key fact must be; 5 % of mismatched pairs of one article are."""
REMARKS = frozenset({"qualifier"})
"""Codes of findings that do not make a statement unsupported."""
FOREIGN = frozenset({"language", "copy"})


def fold(name: str) -> str:
    """A name without case, accents, articles in front of it and the forms of the apostrophe."""
    bare = unicodedata.normalize("NFKD", name.casefold().replace("’", "'").replace("œ", "oe"))
    plain = " ".join(
        re.sub(r"[^\w'%$€.-]", " ", "".join(c for c in bare if not unicodedata.combining(c))).split()
    )
    return re.sub(r"^(?:(?:le|la|les|un|une|des|du|the|a|an) |[ld]')", "", plain)


def same_name(candidate: str | None, names: Iterable[str | None]) -> bool:
    """Whether a name and one of `names` are the same, or one holds the other as whole words."""
    mine = fold(candidate or "")
    return bool(mine) and any(
        other and (_holds(mine, other) or _holds(other, mine)) for other in map(fold, filter(None, names))
    )


def _holds(whole: str, part: str) -> bool:
    return bool(re.search(rf"(?<!\w){re.escape(part)}(?!\w)", whole))


def overlap(one: Place | None, other: Place) -> int:
    """How many characters two places share."""
    return max(0, min(one[1], other[1]) - max(one[0], other[0])) if one else 0


def quote_marks(outcome: Outcome, gold: Gold, text: str) -> Iterator[Mark]:
    """Spans of what was said, strict and overlapping, and the speakers of those that overlap.

    A quotation of words that nobody said (a title, words held at arm's length) is one too many.
    """
    said = [quote for quote in gold["quotes"] if quote["said"]]
    places = {(quote["start"], quote["end"]) for quote in said}
    given = {quote.place for quote in outcome.quotes}
    for quote in outcome.quotes:
        near = any(overlap(quote.place, place) for place in places)
        yield Mark(measure="quotations", side="given", right=quote.place in places, note=quote.text)
        yield Mark(measure="quotations, overlapping", side="given", right=near, note=quote.text)
    for quote in said:
        place = quote["start"], quote["end"]
        words = text[slice(*place)]
        yield Mark(measure="quotations", side="wanted", right=place in given, note=words)
        best = max(outcome.quotes, key=lambda each: overlap(each.place, place), default=None)
        found = best is not None and overlap(best.place, place) > 0
        yield Mark(measure="quotations, overlapping", side="wanted", right=found, note=words)
        if best is not None and found and quote["speaker"]:
            right = same_name(best.speaker, [quote["speaker"], *quote["speaker_aliases"]])
            note = f"{best.speaker!r} for {quote['speaker']!r}: {words[:80]}"
            yield Mark(measure="speaker right", side="share", right=right, note=note)


def figure_marks(outcome: Outcome, gold: Gold, like: Like | None) -> Iterator[Mark]:
    """Key figures by the place of their number; value and unit, and measure, of all that are annotated.

    Whether value and unit are right is asked of every figure given whose number is annotated, key or
    not, and of those whose words the article does not have: their value is nobody's.
    """
    wanted = [figure for figure in gold["figures"] if figure["key"]]
    paired: list[Gold] = []
    for amount in outcome.amounts:
        figure = _figure(amount, [each for each in gold["figures"] if each not in paired])
        paired += [figure] if figure else []
        shown = f"{amount.text} = {amount.value} {amount.unit} ({amount.label})"
        yield Mark(measure="key figures", side="given", right=bool(figure and figure["key"]), note=shown)
        if figure is None and amount.place is None:
            yield Mark(measure="value and unit right", side="share", right=False, note=shown)
        if figure is None:
            continue
        expected = f"{shown}, annotated {figure['value']} {figure['unit']} ({figure['about_en']})"
        sound = same_amount(amount, figure)
        yield Mark(measure="value and unit right", side="share", right=sound, note=expected)
        if like is not None:
            sound = same_measure(amount.label, figure, gold["figures"], like)
            note = f"{like(amount.label, figure['about_en']):.2f} {expected}"
            yield Mark(measure="measure acceptable", side="share", right=sound, note=note)
    for figure in wanted:
        note = f"{figure['text']} ({figure['about_en']})"
        yield Mark(measure="key figures", side="wanted", right=figure in paired, note=note)


def same_measure(label: str, figure: Gold, figures: list[Gold], like: Like) -> bool:
    """Whether a label says what a figure measures: alike enough, and not liker another figure's."""
    alike = like(label, figure["about_en"])
    best = max(like(label, each["about_en"]) for each in figures)
    return alike >= SAME_MEASURE and alike >= best - NEARER


def _figure(amount: Amount, figures: list[Gold]) -> Gold | None:
    """The annotated figure whose number the amount's words hold; of several, the one of its value."""
    near = [f for f in figures if overlap(amount.place, (f["core"]["start"], f["core"]["end"]))]
    return next((figure for figure in near if same_amount(amount, figure)), near[0] if near else None)


def same_amount(amount: Amount, figure: Gold) -> bool:
    """Whether value and unit are those annotated. A fraction is compared as far as it was written out."""
    if amount.value is None or figure["value"] is None:
        return False
    expected = Decimal(figure["value"])
    places = -int(expected.as_tuple().exponent)
    close = abs(amount.value - expected) <= abs(expected) * Decimal("1e-6")
    rounded = places >= 3 and round(amount.value, places) == expected
    wanted = "times" if figure["unit"] == "time" else figure["unit"]  # two names of one unit
    return (close or rounded) and amount.unit == wanted


def party_marks(outcome: Outcome, gold: Gold) -> Iterator[Mark]:
    """Stakeholders: those given that are annotated, the central ones found, the kind of those that match."""
    for party in outcome.parties:
        match = _stakeholder(party.name, gold)
        yield Mark(measure="stakeholders", side="given", right=match is not None, note=party.name)
        if match is not None:
            note = f"{party.name}: {party.kind}, annotated {match['kind']}"
            yield Mark(measure="kind right", side="share", right=party.kind == match["kind"], note=note)
    for each in gold["stakeholders"]:
        if each["central"]:
            found = any(same_name(party.name, names_of(each)) for party in outcome.parties)
            yield Mark(measure="stakeholders", side="wanted", right=found, note=each["name"])


def _stakeholder(name: str, gold: Gold) -> Gold | None:
    """The stakeholder of that very name, else one whose name holds it or is held by it."""
    exact = (s for s in gold["stakeholders"] if fold(name) in map(fold, names_of(s)))
    return next(exact, next((s for s in gold["stakeholders"] if same_name(name, names_of(s))), None))


def names_of(stakeholder: Gold) -> list[str]:
    """All names that a stakeholder goes by."""
    return [stakeholder["name"], *stakeholder["aliases"]]


def dispute_marks(outcome: Outcome, gold: Gold) -> Iterator[Mark]:
    """Whether there is a dispute is told right, and in articles that have one, whether its parties are.

    A party is right if the annotated dispute that shares most parties with its own has it as a side.
    """
    there = bool(gold["disputes"])
    note = f"{len(outcome.disputes)} given, {len(gold['disputes'])} annotated: {outcome.disputes}"
    yield Mark(measure="disputes told apart", side="share", right=bool(outcome.disputes) == there, note=note)
    if not there:
        return
    annotated = [[_known_as(side["party"], gold) for side in each["sides"]] for each in gold["disputes"]]
    for parties in outcome.disputes:
        best = max(annotated, key=lambda sides: sum(_among(party, sides) for party in parties))
        for party in parties:
            shown = f"{party!r}, annotated {[names[0] for names in best]}"
            yield Mark(measure="dispute parties", side="given", right=_among(party, best), note=shown)
    given = [party for parties in outcome.disputes for party in parties]
    for names in {tuple(side) for sides in annotated for side in sides}:
        found = any(same_name(party, names) for party in given)
        yield Mark(measure="dispute parties", side="wanted", right=found, note=names[0])


def _known_as(party: str, gold: Gold) -> list[str]:
    """A party and the other names of the stakeholder that it is."""
    return [party, *(n for s in gold["stakeholders"] if same_name(party, names_of(s)) for n in names_of(s))]


def _among(party: str, sides: list[list[str]]) -> bool:
    return any(same_name(party, names) for names in sides)


def sentences(english: str) -> list[str]:
    """The sentences of a statement: one that tells two facts is less like either than its own sentence is."""
    return re.split(r"(?<=[.!?;])\s+(?=[A-Z“])", english)


def fact_marks(outcome: Outcome, gold: Gold, like: Like) -> Iterator[Mark]:
    """Which key facts a statement tells: by likeness, and by its evidence where it names any."""
    for fact in gold["key_facts"]:
        places = [(each["start"], each["end"]) for each in fact["evidence"]]
        near = [claim for claim in outcome.claims if _rests_on(claim, places)]
        said = (words for claim in near for words in (claim.en, *sentences(claim.en)))
        best = max(((like(words, fact["en"]), words) for words in said), default=(0.0, ""))
        note = f"{best[0]:.2f} {fact['en']} | {best[1]}"
        yield Mark(measure="key facts covered", side="share", right=best[0] >= SAME_FACT, note=note)


def _rests_on(claim: Claim, places: list[Place]) -> bool:
    if not claim.evidence or not places:
        return True
    return any(overlap(mine, place) for mine in claim.evidence for place in places)


def statement_marks(outcome: Outcome, text: str) -> Iterator[Mark]:
    """What the check says of each statement: at its own evidence, and of its numbers and names anywhere.

    A statement without evidence is held against the whole article, which lets more pass.
    """
    for claim in outcome.checked:
        evidence = [text[slice(*place)] for place in claim.evidence] or text
        found = [f for f in check_statement(claim.en, evidence, article=text) if f.code not in REMARKS]
        found += [f for f in check_statement(claim.en, evidence) if f.code == "number"]  # elsewhere only
        note = f"{claim.en} | {'; '.join(f'{f.code}: {f.message}' for f in found)}"
        yield Mark(measure="unsupported statements", side="share", right=bool(found), note=note)
        codes = {finding.code for finding in found}
        yield Mark(measure="in English", side="share", right=not codes & FOREIGN, note=note)
        anywhere = [f for f in check_statement(claim.en, text) if f.code in {"number", "name"}]
        note = f"{claim.en} | {'; '.join(finding.message for finding in anywhere)}"
        yield Mark(measure="number or name not there", side="share", right=bool(anywhere), note=note)


def first_answer_marks(outcome: Outcome) -> Iterator[Mark]:
    """Statements whose first answer the check refused, of all answered; none where no check was made."""
    if not outcome.first_answers:
        return
    refused = sum(outcome.first_answers.values())
    sound = (
        len(outcome.checked) - outcome.first_answers.get("reasked", 0) - outcome.first_answers.get("kept", 0)
    )
    for right in [True] * refused + [False] * max(sound, 0):
        yield Mark(measure="unsupported before asking again", side="share", right=right)
