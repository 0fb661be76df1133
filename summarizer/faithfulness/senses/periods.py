"""Whether the periods that a statement names (week, monthly, Tuesday, March) stand in the French text."""

from itertools import chain

from summarizer.faithfulness.evidence import Evidence
from summarizer.faithfulness.folding import fold
from summarizer.faithfulness.issue import Issue, as_written
from summarizer.faithfulness.numbers.conversions import is_same_span
from summarizer.faithfulness.said import Said
from summarizer.faithfulness.senses.period_words import period_names

_LONGER = {"quarter": ("month",), "decade": ("year",), "century": ("year",)}


def period_issues(said: Said, evidence: Evidence) -> list[Issue]:
    """Periods of the statement that the French does not name, where it names another one.

    A text that names no period at all may still imply one (« depuis longtemps »), and a month or a
    day may be given in digits (« 14/11 »), so nothing is said there.
    """
    for name in said.classes:
        if (
            name not in period_names()
            or name in evidence.periods
            or any(longer in evidence.periods for longer in _LONGER.get(name, ()))
            or name in _told_by_numbers(said, evidence)
            or (name == "hour" and any(each.kind == "time" for each in evidence.numbers))  # « 10h30 »
        ):
            continue
        proper = name[0].isupper()
        if (proper and f"{name[:3]}" not in said.text) or not _names_another(
            proper=proper, evidence=evidence
        ):
            continue
        word = as_written(said.text, said.words[said.classes[name][0]])
        known = ", ".join(evidence.words_at(sorted(chain.from_iterable(evidence.periods.values())))[:4])
        return [
            Issue("time_unit", word, f"“{word}” is not the period of the French text (it has « {known} »).")
        ]
    return []


def _told_by_numbers(said: Said, evidence: Evidence) -> frozenset[str]:
    """The periods of spans of time that the French gives in another unit (“18 months”, « un an et demi »)."""
    spans = [number for number in said.numbers if is_same_span(number, said.text, evidence.numbers)]
    if not spans:
        return frozenset()
    words = {word for number in spans for word in fold(said.text[number.start : number.end + 12]).split()}
    return frozenset(name for name in said.classes if words & {said.words[at] for at in said.classes[name]})


def _names_another(*, proper: bool, evidence: Evidence) -> bool:
    return any(name[0].isupper() == proper for name in evidence.periods)
