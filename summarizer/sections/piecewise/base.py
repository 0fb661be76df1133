"""What the sections share in the plan for small models: questions about a passage, and their drafts."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol, TypeVar

from pydantic import BaseModel
from simplemma import is_known

from summarizer.asking.answer_state import AnswerState, Check
from summarizer.asking.findings import findings_of
from summarizer.asking.question import Askable, Question
from summarizer.asking.templates import load_template
from summarizer.english.dictionary import english_words
from summarizer.english.words import is_ordinary_word
from summarizer.faithfulness.issue import Issue
from summarizer.marking.marked_article import MarkedArticle
from summarizer.schemas.brief import Finding
from summarizer.sections import base
from summarizer.sections.piecewise.grounds import is_borne_out, loses_hedge

E = TypeVar("E", bound=BaseModel)

SURE = 0.81
"""The confidence from which an answer is shown without doubt (benchmarks/judged/)."""
SHOWN = 0.6
"""The confidence below which an answer is left out."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of the marked article as a question shows it, and the ids that are asked about."""

    text: str
    ids: tuple[str, ...]
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Drafted:
    """What a section made of its answers: drafts by field (see `sections.base`), and the findings.

    `confidence`: how sure the model was of English words, by the words.
    """

    drafts: Mapping[str, Sequence[BaseModel]]
    findings: tuple[Finding, ...] = field(default=())
    confidence: Mapping[str, float] = field(default_factory=dict)


GUESSED = 0.82
"""What the confidence is multiplied by where the French does not bear out the English: only what the
model was all but certain of (.99) is sure then.

Of 42 such statements that a reader judged 16 were faulty; of the 28 others that were likely enough, 1.
"""
UNHEDGED = 0.6
"""What is left of the confidence in a statement that says as a fact what the French only reports."""
LIKELY = 0.5
"""The confidence from which a statement that the French bears out is sure."""


def best_entries(
    states: Iterable[AnswerState[E]], french_of: Callable[[str], Sequence[str]]
) -> dict[str, tuple[E, float | None]]:
    """Of each id the entry that the model was surest of, whichever way it was asked, with its confidence.

    An entry that the check rejects counts only where no other passed. The confidence is None where the
    server gives no probabilities. `french_of` gives the French that the entry of an id may render: a
    sentence, and its main clause.
    """
    best: dict[str, tuple[E, float | None]] = {}
    for state in states:
        for key, entry in state.accepted.items():
            english = str(getattr(entry, "en", ""))
            sure = state.confidence.get(english)
            if sure is not None:
                sure = weigh_grounds(sure, english, french_of(key))
            if key not in best or (sure or 0.0) > (best[key][1] or 0.0):
                best[key] = entry, sure
    return best


def weigh_grounds(sure: float, english: str, french: Sequence[str]) -> float:
    """How sure some English is, by its words' probabilities and by whether a French text bears it out."""
    if french and all(loses_hedge(english, words) for words in french):
        return round(sure * UNHEDGED, 2)
    if not is_borne_out(english, french):
        return round(sure * GUESSED, 2)
    return max(sure, SURE) if sure >= LIKELY else sure


def doubtful_of(section: str, key: str, french: str) -> Finding:
    """The finding of an answer that is left out for doubt. It shows the French: doubtful English misleads."""
    message = f"The model was not sure of the English of « {french} »"
    return Finding(code="unsure", section=section, item=key, message=message, action="dropped")


class PiecewiseSection(Protocol):
    """What a section's module offers to the plan `piecewise`."""

    SECTION: str

    def questions(self, marked: MarkedArticle) -> Sequence[Askable[Any]]:
        """The section's questions about an article, each about a few ids."""

    def again(self, marked: MarkedArticle, states: Sequence[AnswerState[Any]]) -> Sequence[Askable[Any]]:
        """Questions that put what the model was not sure of in another way; their states come behind."""

    def draft(self, marked: MarkedArticle, states: Sequence[AnswerState[Any]]) -> Drafted:
        """The drafts that the answers give, in the order of the questions."""


def ask_about(  # noqa: PLR0913 - what a question is made of
    passage: Passage,
    *,
    section: str,
    entry: type[E],
    check: Check[E],
    max_tokens: int,
    choices: Sequence[str] = (),
    template: str = "",
) -> Question[E]:
    """The question that a section puts about a passage; `template`: the section whose prompt it has."""
    return Question(
        section=section,
        messages=load_template(template or section).messages(passage.text),
        ids=passage.ids,
        entry=entry,
        check=check,
        max_tokens=max_tokens,
        passage=passage.sentences,
        choices=tuple(choices),
    )


_BROKEN_OFF = re.compile(
    r"\b(the|an?|of|and|or|but|as|was|were|is|are|has|have|had|its|their|which|than|because|when|while|does|not)\W*$",
    re.IGNORECASE,
)
"""Words on which hardly any English sentence ends: the answer came to its limit there."""


def check_words(
    english: str, evidence: str | Sequence[str], marked: MarkedArticle, *, quoted: bool = False
) -> list[Issue]:
    """What speaks against a small model's words: that they break off, and what `base.check_words` finds."""
    broken = None if quoted else _BROKEN_OFF.search(english)
    if broken:
        message = f"The sentence breaks off at “{broken[1]}”; write a shorter one that ends."
        return [Issue("form", broken[1], message, "hard")]
    return _no_english(english) + base.check_words(english, evidence, marked, quoted=quoted)


_SMALL_LETTERS = re.compile(r"(?<![\w’'-])[a-z]{5,}(?![\w’'-])")


def _is_joined(word: str) -> bool:
    """Whether a word is two English words in one: « subcontractors »; shorter parts make anything."""
    return any(is_ordinary_word(word[:at]) and is_ordinary_word(word[at:]) for at in range(4, len(word) - 3))


def _no_english(english: str) -> list[Issue]:
    """Words that no English dictionary has: "medusated" for « médusés », « viaduc » left as it was."""
    return [
        Issue("language", word, f"“{word}” is no English word.", "hard")
        for word in _SMALL_LETTERS.findall(english)
        if not (is_ordinary_word(word) or is_known(word, lang="en") or _is_joined(word))
        and word not in english_words()
    ][:1]


_QUOTES = re.compile(r"[«»“”‘\"]")
SHORTEST_SHARE = 0.25
"""Of the words of a French sentence that quotes, those that its English has at least."""


def breaks_off(english: str, french: str) -> list[Issue]:
    """What speaks against a sentence that ends where its French quotes: a small model stops at a mark."""
    quotes = _QUOTES.search(french) and not _QUOTES.search(english)
    if (
        not quotes
        or english.rstrip().endswith((".", "!", "?"))
        or len(english.split()) >= SHORTEST_SHARE * len(french.split())
    ):
        return []
    message = "The sentence breaks off; write all of it, and “ ” where words are quoted."
    return [Issue("form", english, message, "hard")]


def accepted(states: Iterable[AnswerState[E]]) -> dict[str, E]:
    """The entries that passed, of all the section's questions."""
    return {key: entry for state in states for key, entry in state.accepted.items()}


def findings_in(
    states: Iterable[AnswerState[Any]], section: str, *, kept: bool = False
) -> tuple[Finding, ...]:
    """The findings of a section's answers; `kept` as in `findings_of`."""
    return findings_of(states, section_of=lambda _key: section, kept=kept)
