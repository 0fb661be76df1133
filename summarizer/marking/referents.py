"""For whom a common noun or a pronoun of the article stands."""

import re
from collections import defaultdict

from summarizer.marking.marked_article import MarkedArticle

_PARTIES = frozenset({"person", "organisation", "group"})
_PRONOUN = re.compile(
    r"(?:Il|Elle)\b(?! (?:faut|fallait|faudra|y a|s['’]agit|est (?:vrai|possible|clair|temps)))"
)


def referents(marked: MarkedArticle) -> list[tuple[int, str]]:
    """Where a common noun or a pronoun stands for a name, and which: (end of the words, name).

    A noun is one that `find_names` has joined to a name of its own. « Il » or « elle » at a sentence's
    start is the one person of that gender in the sentence before, in the same paragraph, or whom that
    sentence's own pronoun stands for; where there are two, nobody.
    """
    people = [name for name in marked.names.values() if name.kind == "person" and _is_proper(name.text)]
    parties = [name for name in marked.names.values() if name.kind in _PARTIES and _is_proper(name.text)]
    found = [
        (mention.end, name.text)
        for name in parties
        for mention in name.mentions
        if mention.text == mention.text.lower()
    ]
    there_by_sentence: defaultdict[str, dict[str, str | None]] = defaultdict(dict)
    for name in people:
        for mention in name.mentions:
            there_by_sentence[marked.sentence_at(mention.start)][name.text] = name.gender
    stood_for: dict[str, str] = {}
    for key, sentence in marked.sentences.items():
        before = marked.sentence_before(key)
        pronoun = _PRONOUN.match(sentence.text)
        if pronoun is None or before is None:
            continue
        gender = "m" if pronoun[0].lower() == "il" else "f"
        there = {text for text, its in there_by_sentence[before].items() if its in {gender, None}}
        if not there and before in stood_for:
            there = {stood_for[before]}
        known = {its for text, its in there_by_sentence[before].items() if text in there}
        if len(there) == 1 and known <= {gender}:  # of whom the gender is not known may be meant or not
            stood_for[key] = there.pop()
            found.append((sentence.start + pronoun.end(), stood_for[key]))
    return found


def _is_proper(name: str) -> bool:
    return name != name.lower()
