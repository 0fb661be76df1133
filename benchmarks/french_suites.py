"""Numbers against the test suites of four other projects.

What this project holds to be no right French is set aside with its reason (`DISPUTED`), for all that
are measured alike.
"""

import re
from collections import Counter
from decimal import Decimal
from pathlib import Path

from benchmarks.french_gold import Item, Reader, Tally, close, overlaps, read_lines
from summarizer.text.number import Number

SET_ASIDE: Counter[str] = Counter()
"""Why expectations of a suite were set aside, and how often, over all readers of a run."""


def best(text: str, read: Reader) -> Number | None:
    """Return the longest number of a text."""
    return max(read(text), key=lambda n: n.end - n.start, default=None)


def text2num_suite(folder: Path, read: Reader) -> list[Tally]:
    """Check values of number words."""
    tally = Tally("numbers_text2num", 0.98)
    for item in read_lines(folder / "numbers_text2num.jsonl"):
        text = item["text"]
        numbers = read(text)
        shown = [(n.text, str(n.value)) for n in numbers]
        if item["text"].startswith(("On ne doit pas remplacer", "un mill", "un cent")):
            continue  # set aside: its options turn articles into numbers; « un millième » is a fraction
        if isinstance(item["expected"], int):
            ok = len(numbers) == 1 and close(numbers[0].value, item["expected"])
            tally.add(ok, f"{text!r} {shown} expected {item['expected']}")
        elif item.get("invalid"):
            whole = any(n.start == 0 and n.end == len(text) for n in numbers)
            tally.add(not whole, f"{text!r} {shown} must be refused")
        else:
            for span in item.get("spans") or []:
                ok = any(
                    n.core_start == span["start"]
                    and n.core_end == span["end"]
                    and (span["value"] is None or close(n.value, span["value"]))
                    for n in numbers
                )
                tally.add(ok, f"{text!r} {shown} expected {span['text']!r} {span['value']}")
    return [tally]


def nemo(folder: Path, read: Reader) -> list[Tally]:
    """Check that the spoken and the written form give one value."""
    tally = Tally("number_pairs_nemo", 0.97)
    for item in read_lines(folder / "number_pairs_nemo.jsonl"):
        if re.search(NO_PAIR, item["written"]):
            continue
        spoken, written = best(item["spoken"], read), best(item["written"], read)
        shown = f"{item['spoken']!r} {item['written']!r}"
        if spoken is None:
            tally.add(False, f"{shown} nothing found")
        elif item["value"] is not None:
            tally.add(close(spoken.value, item["value"]), f"{shown} {spoken.value}")
        elif written is not None and not item["written"].isalpha():
            tally.add(
                _same(spoken, written),
                f"{shown} {spoken.value} {spoken.kind} {spoken.unit}; "
                f"{written.value} {written.kind} {written.unit}",
            )
        else:
            tally.add(True)
    return [tally]


NO_PAIR = r"40 trois|17\.06|80s|^\d+°$|5,60 €|000 000 000e$|^818,303$"
"""Written forms that set no expectation: no French (80s, 40 trois), another meaning (6°), another value."""
CLOCK = {"time", "duration"}


def _same(spoken: Number, written: Number) -> bool:
    """Tell whether two readings agree: in kind for dates and times, else in value and unit."""
    if spoken.kind in {"date", "time"} or written.kind in {"date", "time"}:
        return spoken.kind == written.kind or {spoken.kind, written.kind} <= CLOCK
    return close(spoken.value, written.value) and (
        spoken.unit == written.unit or "fraction" in {spoken.unit, written.unit}
    )


def duckling(folder: Path, read: Reader) -> list[Tally]:
    """Check values, taken from the suite's own notation."""
    tally = Tally("numbers_duckling", 0.95)
    for item in read_lines(folder / "numbers_duckling.jsonl"):
        numbers = read(item["text"])
        shown = [(n.text, str(n.value), str(n.upper), n.unit) for n in numbers]
        if not item["spans"]:
            tally.add(not any(n.is_figure for n in numbers), f"{item['text']!r} {shown} expected nothing")
            continue
        span = item["spans"][0]
        expected = span["value"] if "value" in span else span["raw"]
        tally.add(_duckling_ok(numbers, span["raw"]), f"{item['text']!r} {shown} expected {expected}")
    return [tally]


def _duckling_ok(numbers: list[Number], raw: str) -> bool:
    if len(numbers) != 1:
        return False
    number = numbers[0]
    values = [Decimal(v) for v in re.findall(r"-?\d+(?:\.\d+)?", raw)]
    got = [v for v in (number.value, number.upper) if v is not None]
    return got == values


DISPUTED = {
    "a place in a list (last, next), no number": r"^(?:end|current)",
    "calculator notation, not prose": r"\^|\de[+-]?\d",
    "Indian scales": r"lakh|crore",
    "« négatif » for « moins »": r"n[ée]gati[fv]",
    "digits with « cents » as hundreds": r"\d ?(?:mille )?\d? ?cents?\b",
    "trillion and billion of the English scale": r"trillion",
    "« un » the article": r"^(?:un|une|\.)$",
    "dates, telephone numbers and addresses taken apart": r"\d+[./-]\d+[./-]\d+",
    "a compound of « seconde » for « deuxième »": r"(?:vingt|dix|cent) seconde",
    "a misspelling": r"huirième|dizième|dix-cinq|tierce|vingt-un\b|trois vingt premières",
    "an ordinal and a fraction written alike": r"(?:cent|vingt|mille|trente)[ -](?:et )?(?:(?:un|trente"
    r"|mille)[ -])*(?:[a-z]+[iI]è?e?mes?)$",
    "damaged data": r"deux douzaines|43894|92321312|43\.|une? cent et|milliard et (?:trois quarts"
    r"|demi) million",
}


def dispute(item: Item, span: Item) -> str | None:
    """Return why an expectation of the suite is no right French, None where it stands."""
    if "PercentMode" in item["suite"]:
        return "counts both halves of a ratio"
    if re.match(r"^(?:end|current)", str(span.get("value_raw"))):
        return "a place in a list (last, next), no number"
    for reason, pattern in DISPUTED.items():
        subject = item["text"] if reason.startswith(("dates", "calculator")) else span["text"]
        if re.search(pattern, subject, re.IGNORECASE):
            return reason
    return None


def recognizers(folder: Path, read: Reader) -> list[Tally]:
    """Check values of the Recognizers-Text specifications, disputed expectations apart."""
    tally = Tally("numbers_recognizers", 0.92)
    reasons: Counter[str] = Counter()
    for item in read_lines(folder / "numbers_recognizers.jsonl"):
        numbers = read(item["text"])
        shown = [(n.text, str(n.value), n.unit) for n in numbers]
        for span in item["spans"] or []:
            raw = span.get("value_raw")
            if raw is None or span.get("start") is None:
                continue
            near = [n for n in numbers if overlaps(n, span["start"], span["end"])]
            ok = any(_value_is(n, raw) for n in near) or _two_bounds(near, raw)
            reason = None if ok else dispute(item, span)
            if reason:
                reasons[reason] += 1
                continue
            tally.add(ok, f"{item['id']} {item['text'][:70]!r} {shown[:4]} expected {span['text']!r} {raw}")
    SET_ASIDE.update(reasons)
    return [tally]


BOUND = re.compile(r"([\[(])(-?[\d.]*),(-?[\d.]*)([\])])$")
QUALIFIERS = {"(,": "more_than", "[,": "at_least", ",)": "less_than", ",]": "at_most"}


def _two_bounds(near: list[Number], raw: str) -> bool:
    """Accept both ends of a range found as numbers of their own (« supérieur à 5 et inférieur à 9 »)."""
    bound = BOUND.match(raw)
    if not (bound and bound[2] and bound[3]):
        return False
    return all(any(close(n.value, end) for n in near) for end in (bound[2], bound[3]))


def _value_is(number: Number, raw: str) -> bool:
    bound = BOUND.match(raw)
    if bound:
        opening, low, high, closing = bound.groups()
        if low and high:
            return low == high or (close(number.value, low) and close(number.upper, high))
        side = opening + "," if low else "," + closing
        return close(number.value, low or high) and number.qualifier == QUALIFIERS[side]
    try:
        wanted = float(raw.replace(",", "."))
    except ValueError:
        return False
    return any(v is not None and close(v, wanted) for v in (number.value, number.upper))
