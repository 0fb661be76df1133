"""Who answers in an interview: the speaker of what stands in answers, where the article names one."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from summarizer.french import Mention, Quotation
from summarizer.schemas.brief import Article, Part

WHOLE = 0.8
"""Share of a paragraph of an answer from which on a quotation is the answer itself."""


def with_interviewee(quotations: Iterable[Quotation], article: Article) -> list[Quotation]:
    """Give the quotations, those without a speaker that are an answer said by whoever is asked.

    An answer may stand in quotation marks, paragraph by paragraph. Words quoted inside an answer are left
    open: they may be another's.
    """
    answers = [part for part in article.parts if part.kind == "answer" and part.speaker]
    return [_by_interviewee(quotation, answers, article.text) for quotation in quotations]


def _by_interviewee(quotation: Quotation, answers: list[Part], text: str) -> Quotation:
    if quotation.speaker is not None:
        return quotation
    part = next((part for part in answers if part.start <= quotation.start < part.end), None)
    named = _mention(part.speaker or "", text) if part is not None else None
    if named is None or not _is_answer(quotation, text):
        return quotation
    return replace(quotation, said=True, speaker=named, speaker_doubt=None)


def _is_answer(quotation: Quotation, text: str) -> bool:
    """Whether a quotation is nearly all of its paragraph."""
    start = text.rfind("\n", 0, quotation.start) + 1
    end = text.find("\n", quotation.end)
    paragraph = text[start : len(text) if end < 0 else end]
    return quotation.end - quotation.start >= WHOLE * len(paragraph.strip())


def _mention(name: str, text: str) -> Mention | None:
    start = text.find(name)
    return Mention(start, start + len(name), name) if start >= 0 else None


def show_interview(article: Article, at: dict[int, str]) -> Iterator[str]:
    """Tell who answers, and which sentences begin an answer (`at`: ids by offset, in order).

    >>> answers = (Part(kind="question", start=0, end=9), Part(kind="answer", start=9, end=20, speaker="Léa"))
    >>> article = Article.model_construct(parts=answers)
    >>> list(show_interview(article, {0: "S1", 9: "S2", 15: "S3"}))
    ['answers by Léa: S2–S3']
    """
    told: dict[str, list[str]] = {}
    for part in article.parts:
        keys = [key for offset, key in at.items() if part.start <= offset < part.end]
        if part.kind == "answer" and keys:
            stretch = keys[0] if len(keys) == 1 else f"{keys[0]}–{keys[-1]}"
            told.setdefault(part.speaker or "whoever is interviewed", []).append(stretch)
    yield from (f"answers by {speaker}: {', '.join(stretches)}" for speaker, stretches in told.items())
