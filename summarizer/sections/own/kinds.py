"""The types of fields that a section of a user's own can have: what is asked, checked, shown and verified.

A field's answers are read from a draft as plain values by name. A quotation and a name are two of them: the
article's French under the field's name, and its English under the name with `_en`.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Literal, Protocol

from summarizer.english import render_number
from summarizer.faithfulness.issue import Issue
from summarizer.marking.marked_article import MarkedArticle
from summarizer.marking.references import find_figure, find_party, find_quotation
from summarizer.schemas.brief import Figure, Named, Quote, Statement
from summarizer.sections.base import Failure, Judge, check_cited, statement, tidy, verify_statement
from summarizer.sections.key_figures import check_figure, figure_at, read_figure, verify_figure
from summarizer.sections.parties import check_party, english_form, verify_mentions
from summarizer.sections.quotes import check_translation, quotation_at, verify_translation

Said = Mapping[str, Any]
"""The values of a draft by name; `sentences` are the ids that it cites."""


class Kind(Protocol):
    """What a type of field offers. `name` is the field's; `said` are the values of a draft that has it."""

    record: type[Any]
    """What a brief has of such a field."""

    def answers(self, name: str, choices: Sequence[str], /) -> dict[str, Any]:
        """The types of what a model answers, by name."""

    def asked(self, name: str, choices: Sequence[str], /) -> str:
        """How a model is told what to give."""

    def check(self, marked: MarkedArticle, name: str, said: Said, /) -> list[Issue]:
        """What speaks against the answer."""

    def words(self, marked: MarkedArticle, name: str, said: Said, /) -> str:
        """The answer as a reader of English sees it."""

    def sentences(self, marked: MarkedArticle, name: str, said: Said, /) -> list[str]:
        """The sentences in which what the answer refers to stands."""

    def value(self, marked: MarkedArticle, name: str, said: Said, /) -> Any:
        """What the brief has of it."""

    def said_in(self, marked: MarkedArticle, name: str, value: Any, /) -> dict[str, Any]:
        """The answers as which a value of a brief can be read."""

    def verify(self, marked: MarkedArticle, path: str, value: Any, judge: Judge, /) -> Iterator[Failure]:
        """What in a value of a brief the article does not bear out."""


class Text:
    """English words that rest on the entry's sentences."""

    record: type[Any] = Statement

    def answers(self, name: str, _choices: Sequence[str]) -> dict[str, Any]:
        return {name: str}

    def asked(self, name: str, _choices: Sequence[str]) -> str:
        return f'"{name}"'

    def check(self, marked: MarkedArticle, name: str, said: Said) -> list[Issue]:
        if not said[name].strip():
            return [Issue("form", "", f'"{name}" is empty; write it in English.', "hard")]
        return check_cited(marked, said[name], said["sentences"])

    def words(self, _marked: MarkedArticle, name: str, said: Said) -> str:
        return tidy(said[name])

    def sentences(self, _marked: MarkedArticle, _name: str, _said: Said) -> list[str]:
        return []

    def value(self, marked: MarkedArticle, name: str, said: Said) -> Statement:
        return statement(marked, said[name], said["sentences"])

    def said_in(self, _marked: MarkedArticle, name: str, value: Statement) -> dict[str, Any]:
        return {name: value.en}

    def verify(self, marked: MarkedArticle, path: str, value: Statement, judge: Judge) -> Iterator[Failure]:
        yield from verify_statement(marked, path, value, judge)


class Choice(Text):
    """One of the words that the section lists."""

    record: type[Any] = str

    def answers(self, name: str, choices: Sequence[str]) -> dict[str, Any]:
        return {name: Literal[tuple(choices)]}

    def asked(self, name: str, choices: Sequence[str]) -> str:
        return f'"{name}", one of {", ".join(choices)}'

    def check(self, _marked: MarkedArticle, _name: str, _said: Said) -> list[Issue]:
        return []

    def value(self, _marked: MarkedArticle, name: str, said: Said) -> Any:
        return said[name]

    def said_in(self, _marked: MarkedArticle, name: str, value: Any) -> dict[str, Any]:
        return {name: value}

    def verify(self, _marked: MarkedArticle, _path: str, _value: Any, _judge: Judge) -> Iterator[Failure]:
        yield from ()  # that it is one of the choices is verified with the entry


class FigureOf:
    """A figure of the article, by its id or its exact French words."""

    record = Figure

    def answers(self, name: str, _choices: Sequence[str]) -> dict[str, Any]:
        return {name: str}

    def asked(self, name: str, _choices: Sequence[str]) -> str:
        return f'"{name}", the id of a figure'

    def check(self, marked: MarkedArticle, name: str, said: Said) -> list[Issue]:
        return check_figure(marked, said[name])

    def words(self, marked: MarkedArticle, name: str, said: Said) -> str:
        number = find_figure(marked, said[name])
        return render_number(number) if number else ""

    def sentences(self, marked: MarkedArticle, name: str, said: Said) -> list[str]:
        number = find_figure(marked, said[name])
        return [marked.sentence_at(number.start)] if number else []

    def value(self, marked: MarkedArticle, name: str, said: Said) -> Figure | None:
        number = find_figure(marked, said[name])
        if number is None or number.value is None:
            return None
        return read_figure(marked, number, number.value)

    def said_in(self, marked: MarkedArticle, name: str, value: Figure) -> dict[str, Any]:
        place = (value.source.start, value.source.end)
        ids = (key for key, number in marked.numbers.items() if (number.start, number.end) == place)
        return {name: next(ids, value.source.text)}

    def verify(self, marked: MarkedArticle, path: str, value: Figure, _judge: Judge) -> Iterator[Failure]:
        yield from verify_figure(path, value, figure_at(marked, value.source))


class QuotationOf:
    """Words of the article between quotation marks, by their id or exactly, and their English."""

    record = Quote

    def answers(self, name: str, _choices: Sequence[str]) -> dict[str, Any]:
        return {name: str, f"{name}_en": str}

    def asked(self, name: str, _choices: Sequence[str]) -> str:
        return f'"{name}", the id of a quotation, and "{name}_en", its complete translation'

    def check(self, marked: MarkedArticle, name: str, said: Said) -> list[Issue]:
        return check_translation(marked, said[name], said[f"{name}_en"] or "")

    def words(self, _marked: MarkedArticle, name: str, said: Said) -> str:
        return f"“{tidy(said[f'{name}_en'] or '')}”"

    def sentences(self, marked: MarkedArticle, name: str, said: Said) -> list[str]:
        quotation = find_quotation(marked, said[name])
        return [marked.sentence_at(quotation.start)] if quotation else []

    def value(self, marked: MarkedArticle, name: str, said: Said) -> Quote | None:
        quotation = find_quotation(marked, said[name])
        if quotation is None:
            return None
        source = marked.span(quotation.start, quotation.end)
        return Quote(source=source, en=tidy(said[f"{name}_en"] or ""), partial=quotation.partial)

    def said_in(self, _marked: MarkedArticle, name: str, value: Quote) -> dict[str, Any]:
        return {name: value.source.text, f"{name}_en": value.en}

    def verify(self, marked: MarkedArticle, path: str, value: Quote, judge: Judge) -> Iterator[Failure]:
        if value.speaker or value.speaker_en or value.speaker_source:
            yield Failure(f"{path}.speaker", "is given; a quotation of such a field has none")
        yield from verify_translation(path, value, quotation_at(marked, value.source), judge)


class NameOf:
    """Somebody or something by the article's own words, and how English says it."""

    record = Named

    def answers(self, name: str, _choices: Sequence[str]) -> dict[str, Any]:
        return {name: str, f"{name}_en": str}

    def asked(self, name: str, _choices: Sequence[str]) -> str:
        return f'"{name}", exact French words of the article, and "{name}_en", how English says them'

    def check(self, marked: MarkedArticle, name: str, said: Said) -> list[Issue]:
        return check_party(marked, "name", said[name], said[f"{name}_en"] or "")

    def words(self, _marked: MarkedArticle, name: str, said: Said) -> str:
        return tidy(said[f"{name}_en"] or said[name])

    def sentences(self, _marked: MarkedArticle, _name: str, _said: Said) -> list[str]:
        return []  # it is named all over the article

    def value(self, marked: MarkedArticle, name: str, said: Said) -> Named | None:
        party = find_party(marked, said[name])
        if party is None:
            return None
        english = english_form(party.name, said[f"{name}_en"] or "")
        return Named(name=party.name, name_en=english, mentions=party.mentions)

    def said_in(self, _marked: MarkedArticle, name: str, value: Named) -> dict[str, Any]:
        return {name: value.name, f"{name}_en": value.name_en or value.name}

    def verify(self, marked: MarkedArticle, path: str, value: Named, _judge: Judge) -> Iterator[Failure]:
        yield from verify_mentions(marked, path, value, find_party(marked, value.name))


KINDS: dict[str, Kind] = {
    "text": Text(),
    "choice": Choice(),
    "figure": FigureOf(),
    "quotation": QuotationOf(),
    "name": NameOf(),
}
"""By what a field's `type` says."""
