"""A section of a user's own in the plan for small models: which sentences are asked about, and the drafts."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, cast

from summarizer.asking.answer_state import AnswerState
from summarizer.marking.marked_article import MarkedArticle
from summarizer.sections.own.piece_question import PieceQuestion
from summarizer.sections.own.section import OwnSection
from summarizer.sections.piecewise.base import (
    SHOWN,
    Drafted,
    PiecewiseSection,
    accepted,
    doubtful_of,
    findings_in,
)
from summarizer.sections.piecewise.key_sentences import choose
from summarizer.text.folding import fold

MOST = 6
"""Sentences that are asked about, at most: each takes some five seconds."""


def pieces_of(own: Sequence[OwnSection]) -> dict[str, PiecewiseSection]:
    """The sections as the plan for small models asks for them, by name."""
    return {section.name: cast("PiecewiseSection", Pieces(section)) for section in own}


@dataclass(frozen=True)
class Pieces:
    """A section of a user's own in the plan for small models; see `piecewise.base.PiecewiseSection`."""

    own: OwnSection

    @property
    def SECTION(self) -> str:  # noqa: N802 - the name that all sections have
        """The section's name."""
        return self.own.name

    def questions(self, marked: MarkedArticle) -> list[PieceQuestion]:
        """A question for each sentence that may tell of the section's matter, `MOST` at most."""
        asked = (PieceQuestion(self.own, marked, key) for key in self._sentences(marked))
        return [question for question in asked if question.can_be_asked][:MOST]

    def _sentences(self, marked: MarkedArticle) -> list[str]:
        if not self.own.words:
            return sorted(choose(marked), key=marked.extent)
        words = "|".join(sorted(map(re.escape, map(fold, self.own.words))))
        begins = re.compile(rf"(?<!\w)(?:{words})")
        return [
            key
            for key, sentence in marked.sentences.items()
            if not sentence.heading and begins.search(fold(sentence.text))
        ]

    def again(self, _marked: MarkedArticle, _states: Sequence[AnswerState[Any]]) -> list[PieceQuestion]:
        """Nothing is asked in another way."""
        return []

    def draft(self, marked: MarkedArticle, states: Sequence[AnswerState[Any]]) -> Drafted:
        """The entries of the sentences that apply; those of which the model was not sure are left out."""
        drafts, doubts = [], []
        confidence: dict[str, float] = {}
        sure_of = {words: sure for state in states for words, sure in state.confidence.items()}
        for key, entry in accepted(states).items():
            drafted = PieceQuestion(self.own, marked, key).draft(entry)
            if drafted is None:
                continue
            texts = [name for name, field in self.own.fields.items() if field.type == "text"]
            sure = {w: sure_of[w] for w in map(entry.model_dump().get, texts) if w and w in sure_of}
            doubtful = [words for words in sure if sure[words] < SHOWN]
            if doubtful:
                doubts.append(doubtful_of(self.own.name, key, marked.sentences[key].text))
            else:
                drafts.append(drafted)
                confidence |= sure
        return Drafted(
            drafts={self.own.name: drafts},
            findings=(*findings_in(states, self.own.name), *doubts),
            confidence=confidence,
        )
