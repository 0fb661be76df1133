"""The digest of a folder of briefs."""

import os
from pathlib import Path

from summarizer.digest.digester import MOST_WITH_VECTORS, Digester
from summarizer.digest.likeness import Likeness, Words, best_likeness
from summarizer.digest.reading import count_at_most, read_into
from summarizer.digest.state import NAME, State
from summarizer.errors import SummarizerError
from summarizer.schemas.digest import Digest


def likeness_for(place: Path, *, words: bool = False) -> Likeness:
    """Give what compares the labels of a place's briefs: sentence vectors, or words where they are many."""
    many = place.exists() and count_at_most(place) > MOST_WITH_VECTORS
    return Words() if words or many else best_likeness()


def digest_folder(place: Path, *, words: bool = False, keep: bool = False) -> Digest:
    """Make the digest of all briefs of a folder, or of a briefs.jsonl; what cannot be read is in `skipped`.

    With `words` labels are compared by words alone, as they are where there are more than
    `MOST_WITH_VECTORS` briefs. With `keep` a state stays beside the briefs, so that the next call reads only
    what is new. Raises SummarizerError where there is no brief.
    """
    likeness = likeness_for(place, words=words)
    beside = place if place.is_dir() else place.parent
    kept = beside / NAME if keep and os.access(beside, os.W_OK) else None
    made = Digester(likeness=likeness, state=State(kept, likeness=f"{likeness.name} {place.name}"))
    read_into(made, place)
    if not len(made):
        left_out = f"; {len(made.skipped)} files could not be read" if made.skipped else ""
        raise SummarizerError(
            f"no brief in {str(place)!r}{left_out}; give a folder that `summarizer brief -o` or `batch` wrote"
        )
    return made.digest()
