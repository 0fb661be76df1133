"""The check of step 3: whether an English statement is true to the French text that it rests on.

Pure rules, no model. Each rule looks at one thing that a model gets wrong: numbers, units, names,
the language itself. A rule speaks only where it can name what is wrong, so that a good translation
passes; what a rule cannot see (a wrong verb, a wrong object) it does not report.
"""

from collections.abc import Sequence

from summarizer.faithfulness.agents import agent_issues
from summarizer.faithfulness.counted import counted_issues
from summarizer.faithfulness.direction import direction_issues
from summarizer.faithfulness.evidence import Evidence, read_evidence
from summarizer.faithfulness.issue import Issue
from summarizer.faithfulness.measures import measure_issues
from summarizer.faithfulness.modality import modality_issues
from summarizer.faithfulness.names import missing_names
from summarizer.faithfulness.negation import negation_issues
from summarizer.faithfulness.numbers import number_issues
from summarizer.faithfulness.offices import office_issues
from summarizer.faithfulness.parts_played import part_issues
from summarizer.faithfulness.periods import period_issues
from summarizer.faithfulness.said import Said, read_statement
from summarizer.faithfulness.trends import trend_issues
from summarizer.faithfulness.units import currency_issues
from summarizer.faithfulness.wording import copy_issues, language_issues
from summarizer.schemas.brief import Finding

__all__ = ["check_statement"]


def check_statement(
    english: str, evidence: str | Sequence[str], *, article: str | None = None
) -> list[Finding]:
    """What is wrong with an English statement, measured at the French text that it rests on.

    `evidence` is that text, or several pieces of it; `article` the whole French article, in which
    names are looked for as well. An empty list means that no rule objects. Each finding has a
    `code` (`number`, `unit`, `name`, `time_unit`, `direction`, `negation`, `modality`, `language`, `copy`;
    `qualifier` for what is only a remark: a bound or a rounding that is not said), the English `words`
    concerned and a `message` that names the French value. Deterministic; never raises, whatever the texts.
    """
    if not english.strip():
        return []
    french = read_evidence(evidence)
    wrong_language = copy_issues(english, french) or language_issues(english)
    if wrong_language:
        return [_finding(issue) for issue in wrong_language]
    texts = [french] if article is None else [french, read_evidence(article)]
    names = [
        Issue("name", name, f"“{name}” is not in the French text.") for name in missing_names(english, texts)
    ]
    statement = read_statement(english)
    numbers = number_issues(statement, french)
    senses = _sense_issues(statement, french, units=all(issue.code != "unit" for issue in numbers))
    said = [*numbers, *names]
    said += [issue for issue in senses if not any(_covers(other, issue) for other in numbers)]
    return [_finding(issue) for issue in said]


def _sense_issues(statement: Said, french: Evidence, *, units: bool) -> list[Issue]:
    """What is wrong but for numbers and names; `units`: whether units have not been spoken of."""
    measures = currency_issues(statement.text, french) or measure_issues(statement, french) if units else []
    return [
        *measures,
        *counted_issues(statement, french),
        *(part_issues(statement, french) or agent_issues(statement, french)),
        *office_issues(statement, french),
        *period_issues(statement, french),
        *(direction_issues(statement, french) or trend_issues(statement, french)),
        *negation_issues(statement, french),
        *modality_issues(statement, french),
    ]


def _covers(number: Issue, sense: Issue) -> bool:
    """Whether a finding about a number already speaks of the same thing (« three weeks », « weeks »)."""
    return number.code == sense.code or bool(sense.words and sense.words in number.words)


def _finding(issue: Issue) -> Finding:
    return Finding(code=issue.code, words=issue.words, message=issue.message)
