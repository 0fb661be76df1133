"""One form for what any system says of an article, so that all are scored by the same rules.

Offsets are Python string indices into the article's text, end exclusive. A span is None where the
words that a system gives do not stand in the article.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal

from summarizer.schemas.brief import Brief

Place = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoted:
    """A quotation as a system gives it: its French words, where they stand, and who said them."""

    text: str
    place: Place | None
    speaker: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """A figure as a system gives it. `unit` as the contract writes units; `label` says what it measures."""

    text: str
    place: Place | None
    value: Decimal | None
    unit: str | None
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """An English statement and the French sentences that it names as its evidence, if it names any."""

    en: str
    evidence: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """A stakeholder."""

    name: str
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """All that a system says of an article. `disputes` are the names of the parties of each.

    `checked` are the statements that the check can look at; `failure` why there is no answer.
    """

    claims: tuple[Claim, ...] = ()
    quotes: tuple[Quoted, ...] = ()
    amounts: tuple[Amount, ...] = ()
    parties: tuple[Party, ...] = ()
    disputes: tuple[tuple[str, ...], ...] = ()
    checked: tuple[Claim, ...] = ()
    failure: str | None = None
    first_answers: dict[str, int] = field(default_factory=dict)


def of_brief(brief: Brief) -> Outcome:
    """What a brief of this project says."""
    positions = [side.position for dispute in brief.disputes for side in dispute.sides]
    issues = [dispute.issue for dispute in brief.disputes]
    told = [brief.headline, *brief.key_points, *issues, *positions]
    claims = [Claim(en=each.en, evidence=_places(each.evidence)) for each in told]
    roles = [
        Claim(en=each.role.en, evidence=_places(each.role.evidence))
        for each in brief.stakeholders
        if each.role.en
    ]
    quotes = [Claim(en=each.en, evidence=(_place(each.source),)) for each in brief.quotes]
    figures = [
        Claim(en=f"{each.en}: {each.subject}: {each.measure}", evidence=(_place(each.source),))
        for each in brief.key_figures
    ]
    return Outcome(
        claims=(*claims, *quotes, *figures),
        quotes=tuple(
            Quoted(text=each.source.text, place=_place(each.source), speaker=each.speaker)
            for each in brief.quotes
        ),
        amounts=tuple(
            Amount(
                text=each.source.text,
                place=_place(each.source),
                value=each.value,
                unit=each.unit,
                label=f"{each.subject}: {each.measure}",
            )
            for each in brief.key_figures
        ),
        parties=tuple(Party(name=each.name, kind=each.kind) for each in brief.stakeholders),
        disputes=tuple(tuple(side.party for side in dispute.sides) for dispute in brief.disputes),
        checked=(
            *claims,
            *roles,
            *quotes,
            *(Claim(en=f"{each.subject}: {each.measure}") for each in brief.key_figures),
        ),
        first_answers=_actions(brief),
    )


def _actions(brief: Brief) -> dict[str, int]:
    """How many answers the check refused, by what became of them; hints that only remark left out."""
    items: dict[str, set[tuple[str, str]]] = {"reasked": set(), "dropped": set(), "kept": set()}
    for finding in brief.findings:
        if finding.code not in {"qualifier", "no_answer", "not_french"}:
            items[finding.action].add((finding.section, finding.item))
    return {action: len(found) for action, found in items.items()}


def _places(spans: Iterable[object]) -> tuple[Place, ...]:
    return tuple(_place(span) for span in spans)


def _place(span: object) -> Place:
    return span.start, span.end  # type: ignore[attr-defined]


MARKS = " \t\n\u00a0\u202f«»“”\"'‘’"


def find_words(text: str, words: str, *, taken: Iterable[Place] = ()) -> Place | None:
    """Where `words` stand in `text` word for word, marks and spaces at their edges aside.

    White space counts as white space, whatever its kind, and the forms of the apostrophe as one; a
    place in `taken` is passed over. None where the words do not stand there.
    """
    bare = words.strip(MARKS)
    if not bare:
        return None
    pieces = [re.sub(r"['’]", "['’]", re.escape(piece)) for piece in bare.split()]
    used = set(taken)
    found = [match.span() for match in re.finditer(r"\s+".join(pieces), text)]
    return next((place for place in found if place not in used), None)


SCALES = {
    "thousand": 3, "millier": 3, "mille": 3, "million": 6, "billion": 9, "milliard": 9, "trillion": 12,
}  # fmt: skip
UNITS = {
    "%": "%", "percent": "%", "per cent": "%", "percentage": "%", "pourcent": "%", "pour cent": "%",
    "$": "USD", "usd": "USD", "dollar": "USD", "us dollar": "USD", "€": "EUR", "eur": "EUR", "euro": "EUR",
    "£": "GBP", "gbp": "GBP", "pound": "GBP", "livre": "GBP", "chf": "CHF", "swiss franc": "CHF",
    "franc suisse": "CHF", "year": "year", "an": "year", "année": "year", "years old": "year",
    "month": "month", "mois": "month", "week": "week", "semaine": "week", "day": "day", "jour": "day",
    "hour": "hour", "heure": "hour", "minute": "minute", "second": "second", "seconde": "second",
    "km": "km", "kilometer": "km", "kilometre": "km", "kilomètre": "km", "m": "m", "meter": "m",
    "metre": "m", "mètre": "m", "kg": "kg", "kilogram": "kg", "tonne": "t", "t": "t", "ton": "t",
}  # fmt: skip


def read_amount(value: str, unit: str) -> tuple[Decimal | None, str | None]:
    """The value and unit of a figure that a model wrote itself, read with good will.

    A scale in either (`97.4 billion`, `million users`) is applied, a currency is known by name, sign
    or code, and a unit that is no unit (`users`) makes a bare count.
    """
    found = re.search(r"[-−]?\d[\d\s,.\u00a0\u202f]*", value)
    words = f"{value} {unit}".casefold()
    number = _decimal(found.group()) if found else None
    if number is not None and abs(number) < 100_000:
        power = next((power for name, power in SCALES.items() if re.search(rf"\b{name}s?\b", words)), 0)
        number = number.scaleb(power)
    return number, next((code for name, code in UNITS.items() if _names(words, name)), None)


def _names(words: str, name: str) -> bool:
    return name in words if not name[0].isalpha() else bool(re.search(rf"(?<!\w){name}s?(?!\w)", words))


def _decimal(digits: str) -> Decimal | None:
    """The number, a comma or point before three digits taken as a separator of thousands."""
    bare = re.sub(r"[\s\u00a0\u202f]", "", digits).strip(",.").replace("−", "-")
    if re.fullmatch(r"-?\d{1,3}(?:[,.]\d{3})+", bare):
        bare = re.sub(r"[,.]", "", bare)
    if bare.count(".") + bare.count(",") > 1:
        bare = bare.replace(",", "")
    try:
        return Decimal(bare.replace(",", "."))
    except ArithmeticError:
        return None
