"""What one rule of the check found in a statement."""

import re
from dataclasses import dataclass
from typing import Literal

Severity = Literal["hard", "firm", "soft"]
"""How sure a finding is.

`hard`: the statement cannot be true as it is; it is asked again, then dropped.
`firm`: asked again once; if the model stays with it, it is kept with the finding.
`soft`: a remark. It never asks again, because rules of this class are right less than 8 times of 10.
"""


@dataclass(frozen=True, slots=True)
class Issue:
    """A code, the English words concerned, and a sentence that says what is wrong.

    `rule` names the rule that spoke, finer than `code`; `code` and `severity` follow from it (`codes.RULES`).
    `french` is the French number that was compared, where there is one.

    >>> from summarizer.faithfulness import check
    >>> [issue] = check("It cost €15.", ["Il a coûté 12 euros."], article="Il a coûté 12 euros.")
    >>> issue.code, issue.words, issue.severity
    ('number', '€15', 'hard')
    """

    code: str
    words: str
    message: str
    severity: Severity = "soft"
    rule: str = ""
    french: str = ""


def as_written(english: str, word: str) -> str:
    """A folded word as the statement writes it: « friday » → « Friday »."""
    pattern = re.escape(word).replace("'", "['’]")
    match = re.search(rf"\b{pattern}\b", english, re.IGNORECASE)
    return match[0] if match else ""
