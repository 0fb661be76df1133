"""The check of step 3: whether an English statement is true to the French text that it rests on.

Pure rules, no model. Each rule looks at one thing that a model gets wrong: numbers, units, names,
the language itself. A rule speaks only if it can name what is wrong, so that a good translation
passes. It does not report what no rule sees (a wrong verb, a wrong object).
"""

from collections.abc import Sequence

from summarizer.faithfulness.issue import Issue, Severity
from summarizer.faithfulness.likeness import likeness
from summarizer.faithfulness.statement import check
from summarizer.faithfulness.widening import widen
from summarizer.schemas.brief import Finding

__all__ = ["Issue", "Severity", "check", "check_statement", "likeness", "widen"]


def check_statement(
    english: str, evidence: str | Sequence[str], *, article: str | None = None
) -> list[Finding]:
    """Return what is wrong with an English statement, compared with the French text that it rests on.

    `evidence` is that text, or several pieces of it; `article` the whole French article, in which
    names, numbers, dates and ages are looked for as well. An empty list means that no rule objects. Each
    finding has a `code` (`number`, `unit`, `name`, `time_unit`, `direction`, `negation`, `modality`,
    `language`, `copy`, `form`; `qualifier` for what is only a remark: a bound or a rounding that is not
    said), the English `words` concerned and a `message` that names the French value. Deterministic; never
    raises, whatever the texts. `check` gives the same with how sure each finding is.

    >>> check_statement("Sales fell by 4%.", "Les ventes ont baissé de 4 %.")
    []
    >>> [finding.code for finding in check_statement("Sales rose by 5%.", "Les ventes ont baissé de 4 %.")]
    ['number', 'direction']
    """
    if not english.strip():
        return []
    pieces = [evidence] if isinstance(evidence, str) else evidence
    return [
        Finding(code=issue.code, words=issue.words, message=issue.message)
        for issue in check(english, pieces, article=article)
    ]
