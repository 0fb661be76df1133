"""Quotations: the same words once, however many papers have them, with other wordings beside."""

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from summarizer.digest.dates import apart, days
from summarizer.digest.records import Said
from summarizer.digest.words import stem, tokens, weight
from summarizer.schemas.digest import Change, Place, Saying, Wording

ALTERED = 0.6
"""Share of words in their order that two wordings of one saying have in common, at least."""
CARRIED = 0.75
"""Share of the shorter wording's words that the longer one has, in order, from which it is a shortening."""
FEW = 3
"""Words from which a wording is told by itself; shorter ones need the same speaker, and both to be whole."""
UNMISTAKABLE = 5
"""Words that two people do not both say: where articles name different speakers, one of them is wrong."""
AGAIN = 14
"""Days within which one person's words in two events, also in another wording, are one saying."""
ELSEWHERE = 7
"""Words from which the same words are, whenever they are said."""
TURNED = 6
"""Words from which one person's words in another order are the same saying."""
SEEN = 100
"""Quotations that are compared because of one word they share; a word that more have says nothing."""
NEAREST = 8
"""Quotations that one is compared with, those that share most words."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """A quotation, its event, its words and who says it, as the digest knows them."""

    said: Said
    event: str
    words: tuple[str, ...]
    entity: str | None
    speaker: str | None
    person: bool = False
    """Whether the speaker is known to be a person."""


def sayings_of(spoken: Sequence[Spoken]) -> list[Saying]:
    """Join the quotations of one event."""
    return [make_saying(group) for group in join_in_event(spoken)]


def join_events(
    events: Iterable[Sequence[Saying]], shared: Container[str]
) -> list[tuple[Saying, tuple[str, ...]]]:
    """Join what one person says again in another event; gives each saying with its events.

    `shared` are the people who are in several events.
    """
    groups: list[list[Saying]] = []
    by_person: dict[str, list[Saying]] = {}
    for saying in (saying for sayings in events for saying in sayings):
        if saying.entity and saying.entity in shared and len(_whole(saying)) >= UNMISTAKABLE:
            by_person.setdefault(saying.entity, []).append(saying)
        else:
            groups.append([saying])
    groups += (group for sayings in by_person.values() for group in _repeated(sayings))
    return [
        (same[0] if len(same) == 1 else _merged(same), tuple(dict.fromkeys(each.event for each in same)))
        for same in groups
    ]


def _whole(saying: Saying) -> tuple[str, ...]:
    """Give the words of a saying's longest wording."""
    return words_of(saying.wordings[0].fr)


def _repeated(sayings: Sequence[Saying]) -> Iterator[list[Saying]]:
    """Group the sayings of one person: the same words whenever, other wordings within `AGAIN` days."""
    own = {_as_spoken(saying).said: saying for saying in sayings}
    for group in join_in_event([_as_spoken(saying) for saying in sayings]):
        first = group[0]
        long = len(first.words) >= ELSEWHERE
        near = [one for one in group if _gap(one, first) <= AGAIN or (long and one.words == first.words)]
        yield [own[one.said] for one in near]
        yield from ([own[one.said]] for one in group if one not in near)


def _as_spoken(saying: Saying) -> Spoken:
    place = saying.wordings[0].places[0]
    said = Said(place.brief, place.quote, place.published, place.source, "", saying.speaker)
    return Spoken(said, saying.event, _whole(saying), saying.entity, saying.speaker, person=True)


def _gap(one: Spoken, other: Spoken) -> int:
    return apart(days(one.said.published), days(other.said.published))


def _merged(sayings: Sequence[Saying]) -> Saying:
    """Make one of sayings of several events, the longest wording first."""
    by_words: dict[tuple[str, ...], list[Wording]] = {}
    for wording in (wording for saying in sayings for wording in saying.wordings):
        by_words.setdefault(words_of(wording.fr), []).append(wording)
    first = min(sayings, key=lambda saying: (saying.first or "9999", saying.id))
    ordered = sorted(by_words, key=lambda words: (-len(words), words))
    wordings = (_one_wording(by_words[words], _change(words, ordered[0])) for words in ordered)
    return first.model_copy(update={"wordings": tuple(wordings)})


def _one_wording(same: Sequence[Wording], change: Change) -> Wording:
    first = min(same, key=lambda wording: _when(wording.places[0]))
    places = sorted((place for wording in same for place in wording.places), key=_when)
    return first.model_copy(update={"places": tuple(places), "change": change})


def _when(place: Place) -> tuple[str, str, int]:
    return (place.published or "9999", place.brief, place.quote)


@lru_cache(maxsize=10_000)
def words_of(text: str) -> tuple[str, ...]:
    """Give the words of a quotation as they are compared."""
    return tuple(stem(word) for word in tokens(text))


def join_in_event(spoken: Sequence[Spoken]) -> list[list[Spoken]]:
    """Group the quotations of one event, each group one saying, in the order of the first."""
    order = sorted(
        spoken, key=lambda s: (-len(s.words), s.said.published or "9999", s.said.brief, s.said.position)
    )
    leaders: list[list[Spoken]] = []
    held: defaultdict[str, list[int]] = defaultdict(list)
    for one in order:
        shared = Counter(n for word in dict.fromkeys(one.words) if len(held[word]) < SEEN for n in held[word])
        near = sorted(shared, key=lambda n: (-shared[n], n))[:NEAREST]
        best = max(near, key=lambda n: (_alike(one, leaders[n][0]), -n), default=None)
        if best is not None and _alike(one, leaders[best][0]) > 0:
            leaders[best].append(one)
            continue
        for word in dict.fromkeys(one.words):
            if weight(word) > 0.3 or len(one.words) < FEW:
                held[word].append(len(leaders))
        leaders.append([one])
    return leaders


def _alike(one: Spoken, whole: Spoken) -> float:
    """Score how likely one quotation is another one, or a part of it; 0: it is not."""
    if one.entity and whole.entity and one.entity != whole.entity:
        return 1.0 if len(one.words) >= UNMISTAKABLE and _holds(whole.words, one.words) else 0.0
    if one.words == whole.words:
        return 2.0 if len(one.words) >= FEW or _known(one, whole) else 0.0
    if len(one.words) < FEW:
        inside = _holds(whole.words, one.words)
        return 1.0 if inside and _known(one, whole) and weight(one.words[0]) >= 0.5 else 0.0
    carried = _in_order(one.words, whole.words)
    if carried >= CARRIED * len(one.words) and (_known(one, whole) or _holds(whole.words, one.words)):
        return 1.0 + carried / len(whole.words)
    if _known(one, whole) and min(len(one.words), len(whole.words)) >= TURNED:
        same = (Counter(one.words) & Counter(whole.words)).total()
        carried = max(carried, same if same >= CARRIED * max(len(one.words), len(whole.words)) else 0)
    share = 2 * carried / (len(one.words) + len(whole.words))
    return share if share >= ALTERED else 0.0


def _known(one: Spoken, other: Spoken) -> bool:
    return one.entity is not None and one.entity == other.entity


def _holds(whole: Sequence[str], part: Sequence[str]) -> bool:
    size = len(part)
    return any(tuple(whole[at : at + size]) == tuple(part) for at in range(len(whole) - size + 1))


def _in_order(one: Sequence[str], other: Sequence[str]) -> int:
    """Give how many words two quotations share in runs of their order."""
    blocks = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks)


def make_saying(group: Sequence[Spoken]) -> Saying:
    """Make the saying of quotations that are one."""
    first = min(group, key=lambda one: (one.said.published or "9999", one.said.brief, one.said.position))
    by_text: dict[tuple[str, ...], list[Spoken]] = {}
    for one in group:
        by_text.setdefault(one.words, []).append(one)
    longest = max(by_text, key=len)
    named = _speaker(group)
    return Saying(
        id=f"Q-{first.said.brief[:8]}-{first.said.position}",
        event=first.event,
        speaker=named.speaker if named else None,
        entity=named.entity if named else None,
        first=first.said.published,
        wordings=tuple(_wording(same, _change(words, longest)) for words, same in by_text.items()),
    )


def _speaker(group: Sequence[Spoken]) -> Spoken | None:
    """Give the quotation whose speaker is that of most of its group: known people before mere words."""
    counts = Counter(one.entity or str(one.speaker) for one in group if one.speaker)
    speaking = [one for one in group if one.speaker]
    return max(
        speaking,
        key=lambda one: (one.entity is not None, one.person, counts[one.entity or str(one.speaker)]),
        default=None,
    )


def _change(words: Sequence[str], longest: Sequence[str]) -> Change:
    if words == longest:
        return "whole"
    return "shortened" if _holds(longest, words) else "altered"


def _wording(same: Iterable[Spoken], change: Change) -> Wording:
    ordered = sorted((one.said for one in same), key=lambda s: (s.published or "9999", s.brief, s.position))
    return Wording(
        fr=ordered[0].source.text,
        en=ordered[0].en,
        change=change,
        places=tuple(
            Place(brief=said.brief, quote=said.position, published=said.published, source=said.source)
            for said in ordered
        ),
    )
