"""What JSON-LD gives as an article's text bears witness to which blocks of the page are the article's.

The witness itself is not taken: it has no paragraphs, and behind a paywall it may say more than is shown.
"""

from collections.abc import Sequence

from summarizer.articles.boilerplate import ends_a_sentence, is_boilerplate
from summarizer.articles.markup import Element, blocks_of

COVERED = 0.85
"""Share of the witness's letters in the text found from which on what it does not have is foreign to it."""
FOREIGN = 0.3
"""Share of a text found that may be foreign to it; where it is more, the witness is not of the whole."""
LONG = 60
"""Letters from which on a block is a paragraph; headings and a table's rows may be missing in a witness."""


def held_to_witness(blocks: Sequence[str], root: Element, body: str | None) -> list[str]:
    """Give the blocks of the article: those found, held to what JSON-LD says is its text (`body`).

    Paragraphs that the page shows and the witness has are added where they were lost; paragraphs that it
    does not have go, where it has nearly all the rest.
    """
    witness = letters(body or "")
    if len(witness) < 2 * LONG:
        return list(blocks)
    found = sum(len(letters(block)) for block in blocks if letters(block) in witness)
    if found < COVERED * len(witness):
        shown = _shown(root, witness)
        much = sum(len(letters(block)) for block in shown) > 1.1 * found
        return shown if much else _with_lost(blocks, shown)
    kept = [
        block
        for number, block in enumerate(blocks)
        if len(letters(block)) < LONG
        or letters(block) in witness
        or " | " in block
        or _is_standfirst(blocks, number, witness)
    ]
    # a witness of the first lines alone says nothing of the others
    whole = sum(len(letters(block)) for block in blocks)
    return kept if sum(len(letters(block)) for block in kept) > (1 - FOREIGN) * whole else list(blocks)


def _with_lost(blocks: Sequence[str], shown: Sequence[str]) -> list[str]:
    """The blocks with the paragraphs that page and witness share, each behind the one before it."""
    places = {letters(block): number for number, block in enumerate(blocks)}
    there = letters("".join(blocks))
    added: dict[int, list[str]] = {}
    behind = next((places[own] - 1 for own in map(letters, shown) if own in places), len(blocks) - 1)
    for block in shown:
        own = letters(block)
        if own in places:
            behind = places[own]
        elif len(own) >= LONG and own not in there:
            added.setdefault(behind, []).append(block)
    numbered = enumerate(blocks)
    return [
        *added.get(-1, ()),
        *(each for number, block in numbered for each in (block, *added.get(number, ()))),
    ]


def _is_standfirst(blocks: Sequence[str], number: int, witness: str) -> bool:
    """Whether a sentence stands right above the text that the witness has, which often begins below it."""
    below = blocks[number + 1] if number + 1 < len(blocks) else ""
    return ends_a_sentence(blocks[number]) and len(own := letters(below)) >= LONG and witness.startswith(own)


def _shown(root: Element, witness: str) -> list[str]:
    """The blocks of the page that the witness has, each once."""
    kept: dict[str, str] = {}
    for block in blocks_of(root):
        own = letters(block)
        if len(own) >= LONG / 2 and own in witness and not is_boilerplate(block):
            kept.setdefault(own, block)
    return list(kept.values())


def letters(text: str) -> str:
    """The letters and digits of a text in lower case: what two ways of writing it share."""
    return "".join(filter(str.isalnum, text.casefold()))
