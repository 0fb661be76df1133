"""The digest of a folder of briefs."""

from pathlib import Path

from summarizer.digest.digester import Digester
from summarizer.digest.reading import read_briefs
from summarizer.digest.records import record_of
from summarizer.errors import SummarizerError
from summarizer.schemas.digest import Digest


def digest_folder(place: Path) -> Digest:
    """Make the digest of all briefs of a folder, or of a briefs.jsonl; what cannot be read is in `skipped`.

    Raises SummarizerError where there is no brief.
    """
    made = Digester()
    for brief, page in read_briefs(place, made.skip):
        made.take(record_of(brief, page=page))
    if not made.records:
        left_out = f"; {len(made.skipped)} files could not be read" if made.skipped else ""
        raise SummarizerError(
            f"no brief in {str(place)!r}{left_out}; give a folder that `summarizer brief -o` or `batch` wrote"
        )
    return made.digest()
