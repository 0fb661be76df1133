"""Which findings are certain enough to be told of what a large model wrote.

It is right so often that a rule which errs once in a hundred statements is wrong nearly each time that it
speaks: of 34 complaints in 115 articles 5 were right (benchmarks/RESULTS.md). Kinds that were never right
there say nothing in the plan `whole`; they hold where a small model writes.
"""

import re
from collections.abc import Sequence

from summarizer.faithfulness.issue import Issue
from summarizer.french.given_names import is_given_name

UNSAID = frozenset({
    "speaker", "negation", "direction", "modality", "time_unit", "name", "wording", "number", "invented",
})  # fmt: skip
"""Codes whose soft findings are not told: of some 50 in 49 briefs fewer than one in ten was right."""
NEVER_RIGHT = frozenset({"number", "qualifier", "negation"})
"""Codes of which firm findings are not told either."""
_DIGIT = re.compile(r"\d")


def certain(issues: Sequence[Issue], plan: str | None = "whole") -> list[Issue]:
    """Those of `issues` that are told of a model's words: by the plan `whole`, else all.

    Not told: a number that code may not have read, or that may count a list; a unit of words that are no
    figure (“12 years” for « douzième »); a bound; a denial in a prefix (“unemployed”); a name that may be
    that of a place or body in English, or another spelling (“al-Golani”): only an unknown given name
    with another unknown name is a person that the article does not have.
    """
    if plan != "whole":
        return list(issues)
    names = [issue.words for issue in issues if issue.code == "name"]
    person = len(names) > 1 and any(map(is_given_name, names))  # alone it may be a place (“France”), or “al-”
    return [issue for issue in issues if _is_certain(issue, person=person)]


def _is_certain(issue: Issue, *, person: bool) -> bool:
    if issue.severity == "hard":
        return True
    if issue.severity == "soft" and issue.code in UNSAID:
        return False
    if issue.code == "name":
        return person
    if issue.code == "unit":
        return bool(_DIGIT.search(issue.words) and _DIGIT.search(issue.french))
    return issue.code not in NEVER_RIGHT
