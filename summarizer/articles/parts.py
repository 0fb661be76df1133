"""Parts of an article: the posts of a live blog, the questions and answers of an interview."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from summarizer.schemas.brief import Part

MIN_POSTS = 4
MIN_TURNS = 3
QUESTION_WORDS = 70
"""Words that a question has at most; longer ones are answers that end on a rhetorical question."""
_BLOCK = re.compile(r"[^\n][^\n]*(?:\n(?!\n)[^\n]+)*")
_TIME = re.compile(
    r"(?:Le \d{1,2}/\d{1,2} à )?(?P<hour>[01]?\d|2[0-3])\s?(?:[h:]|heures?)\s?(?P<minute>[0-5]\d)"
    r"(?!\d)(?P<rest>.{0,3})"
)
_NAME = r"[A-ZÀ-Ý][\w’'-]+(?: (?:de |du |d['’]|la |le |von |van |El |Ben )?[A-ZÀ-Ý][\w’'-]+){1,3}"
_LABEL = re.compile(rf"(?P<name>{_NAME})\s?(?::|\.\s?[-–—])\s")
_WITH = re.compile(
    r"(?:[Ee]ntretien|[Ii]nterview|[Rr]encontre)(?: exclusive?)? (?:avec|de|d['’])\s?"
    rf"(?:l['’][a-zé]+ |le [a-zé]+ |la [a-zé]+ )?(?P<name>{_NAME})"
)
_HEADLINE = re.compile(
    rf"(?:(?:Interview|Entretien)[ .:–-]{{1,4}})?(?P<name>{_NAME})(?:, [^:«]{{1,80}})?\s?:\s?[«\"“]"
)
_INTERVIEW = re.compile(
    r"\b(?:entretien|interview|propos recueillis|questions?[ /-](?:et )?réponses)", re.IGNORECASE
)


def find_parts(text: str, title: str | None = None) -> tuple[Part, ...]:
    """Find the posts of a live blog, or the questions and answers of an interview; nothing in another text.

    Posts are stretches that each begin with a time of the clock. An interview is told by questions, each a
    block of its own that ends in a question mark, with an answer behind it.
    """
    blocks = [(found.start(), found.end()) for found in _BLOCK.finditer(text)]
    return tuple(_posts(text, blocks)) or tuple(_turns(text, blocks, title))


def _posts(text: str, blocks: Sequence[tuple[int, int]]) -> Iterator[Part]:
    starts = [
        (start, found)
        for start, end in blocks
        if (found := _TIME.match(text, start, end)) and _is_stamp(found)
    ]
    if len(starts) < MIN_POSTS or blocks[-1][1] - starts[0][0] < 0.5 * len(text):
        return
    minutes = [60 * int(found["hour"]) + int(found["minute"]) for _, found in starts]
    falling = sum(later <= earlier for earlier, later in pairwise(minutes))
    if falling not in {0, len(minutes) - 1} and min(falling, len(minutes) - 1 - falling) > 0.2 * len(minutes):
        return  # a programme or a timetable goes up and down
    ends = [start for start, _ in starts[1:]] + [blocks[-1][1]]
    for (start, found), end in zip(starts, ends, strict=True):
        time = f"{int(found['hour']):02}:{found['minute']}"
        yield Part(kind="post", start=start, end=start + len(text[start:end].rstrip()), published=time)


def _is_stamp(found: re.Match[str]) -> bool:
    """Whether a time at a block's start is its stamp: a sentence does not go on behind it."""
    rest = found["rest"].lstrip()
    return not rest or not (rest[0].islower() or rest[0] in ",)")


def _turns(text: str, blocks: Sequence[tuple[int, int]], title: str | None) -> Iterator[Part]:
    asked: list[int] = []
    for number, (start, end) in enumerate(blocks[:-1]):
        if asked[-1:] != [number - 1] and _is_question(text[start:end]):  # behind a question comes its answer
            asked.append(number)
    if len(asked) < MIN_TURNS or blocks[-1][1] - blocks[asked[0]][0] < 0.5 * len(text):
        return
    name = find_interviewee(text, title)
    if name is None and not _INTERVIEW.search(f"{title or ''} {text[:1500]} {text[-300:]}"):
        return  # an essay asks questions, too
    ends = [*asked[1:], len(blocks)]
    for number, after in zip(asked, ends, strict=True):
        start, end = blocks[number]
        yield Part(kind="question", start=start, end=end)
        yield Part(kind="answer", start=blocks[number + 1][0], end=blocks[after - 1][1], speaker=name)


def _is_question(block: str) -> bool:
    words = block.rstrip(' »”"*_\u00a0')
    said = block.lstrip()[:1] in '«“"'
    return (
        words.endswith("?")
        and len(words.split()) <= QUESTION_WORDS
        and not (said and block.rstrip()[-1:] in "»”")
    )


def find_interviewee(text: str, title: str | None) -> str | None:
    """Name who answers in an interview, where one name alone is given: by the answers, the title or the head.

    >>> find_interviewee("", "Léa Morin : « Le port rouvrira lundi »")
    'Léa Morin'
    """
    labels = Counter(found["name"] for block in _BLOCK.finditer(text) if (found := _LABEL.match(block[0])))
    often = {name for name, times in labels.items() if times >= MIN_TURNS}
    if len(often) == 1:
        return often.pop()
    head = " ".join(text[:1500].split("\n\n")[:3])
    named = [_HEADLINE.match(title or ""), _WITH.search(title or ""), _WITH.search(head)]
    names = [match["name"] for match in named if match]
    return names[0] if names and len(set(names)) == 1 else None
