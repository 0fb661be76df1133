"""Which sentences of an article a statement rests on beside those that it cites."""

from collections.abc import Mapping, Sequence

from summarizer.faithfulness.evidence import read_evidence
from summarizer.faithfulness.numbers.values import number_issues
from summarizer.faithfulness.said import read_statement


def widen(english: str, cited: Sequence[str], sentences: Mapping[str, str]) -> tuple[str, ...]:
    """Return the ids of the sentences to add to the evidence of a statement, in the article's order.

    `cited` are the ids of the sentences that the statement cites, `sentences` all of the article by id,
    in order. A number, date or age of the statement that the cited sentences do not have, and another
    sentence has, adds that sentence: the nearest one. What stands nowhere adds nothing.

    >>> article = {"S1": "Claire Vasseur, 52 ans, dirige le groupe.", "S2": "Elle part en mai."}
    >>> widen("Claire Vasseur, 52, will leave in May.", ["S2"], article)
    ('S1',)
    """
    statement = read_statement(english)
    ids = list(sentences)
    known = [sentences[key] for key in cited if key in sentences]
    missing = {issue.words for issue in number_issues(statement, read_evidence(known))}
    if not missing:
        return ()
    places = [ids.index(key) for key in cited if key in sentences]
    added: list[str] = []
    for key in sorted((key for key in ids if key not in cited), key=lambda key: _distance(ids, key, places)):
        found = number_issues(statement, read_evidence([*known, sentences[key]]))
        still = missing & {issue.words for issue in found}
        if len(still) < len(missing):
            added.append(key)
            known.append(sentences[key])
            missing = still
        if not missing:
            break
    return tuple(sorted(added, key=ids.index))


def _distance(ids: Sequence[str], key: str, places: Sequence[int]) -> int:
    at = ids.index(key)
    return min((abs(at - place) for place in places), default=at)
