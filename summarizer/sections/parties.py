"""People, organisations and groups as the brief shows them: the article's words, and their English form."""

from collections.abc import Iterator

from summarizer.english.language import is_english
from summarizer.faithfulness.issue import Issue
from summarizer.marking.marked_article import MarkedArticle
from summarizer.marking.references import Party, find_party
from summarizer.schemas.brief import Named, Stakeholder
from summarizer.sections.base import Failure, check_house, not_there
from summarizer.text.locate import locate_all

_LONGEST = 100
"""Characters of an English form: a longer one is a sentence, not a name."""


def english_form(name: str, english: str | None) -> str | None:
    """The English form to show beside a name; None where it is the name itself, or says nothing."""
    shown = " ".join((english or "").split()).strip(' \t«»“”"')
    return shown if shown and shown.casefold() != name.casefold() else None


def check_party(marked: MarkedArticle, code: str, name: str, english: str) -> list[Issue]:
    """What speaks against a name, which must stand in the article, and against its English form."""
    if find_party(marked, name) is None:
        return [not_there(code, name, marked, "does not stand in the article")]
    return [*_is_english_form(english, name), *check_house(marked, english, [name])]


def verify_mentions(
    marked: MarkedArticle, path: str, given: Named | Stakeholder, party: Party | None
) -> Iterator[Failure]:
    """Whether the article has a name, found there as `party`, and has it where a brief says."""
    if party is None:
        yield Failure(f"{path}.name", f"{given.name!r} is no name of the article")
    elif not _are_mentions(marked, given, party):
        yield Failure(f"{path}.mentions", f"are not the mentions of {party.name!r}")


def _are_mentions(marked: MarkedArticle, given: Named | Stakeholder, party: Party) -> bool:
    """Whether the mentions are all those of the party, or also those of another name that the words are.

    A model may have given words that stand within a longer name (« Canada », « Canada-UE »).
    """
    places = [(span.start, span.end) for span in given.mentions]
    known = [(mention.start, mention.end) for mention in party.mentions]
    if places == known:
        return True
    own = {*locate_all(given.name, marked.text, any_case=True), *known}
    for name in marked.names.values():
        mentions = {(mention.start, mention.end) for mention in name.mentions}
        if mentions & own & set(places):
            own |= mentions
    whole = set(places) > set(known) if party.name == given.name else bool(own.intersection(places))
    return whole and len(set(places)) == len(places) and own.issuperset(places)


def _is_english_form(english: str, name: str) -> list[Issue]:
    """What speaks against an English form: a French common noun that it leaves, a sentence in its place."""
    shown = " ".join(english.split())
    if not shown:
        return [Issue("name", name, f"« {name} » has no English form; give one.", "hard")]
    if len(shown) > _LONGEST:
        return [Issue("name", shown, f"“{shown}” is no name; give how English calls « {name} ».", "hard")]
    if shown.islower() and not is_english(shown):
        return [Issue("language", shown, f"“{shown}” is French; say it in English.", "hard")]
    return []
