"""A run on Ray in words, at its end and later: what is in OUT is counted, and no cluster is needed."""

from collections.abc import Mapping

from summarizer.batch.journal_file import FILE
from summarizer.batch.status import RunStatus, figures, last_status, spending
from summarizer.engines.ray_rows import Output
from summarizer.errors import BatchError


def summary(status: RunStatus, out: str) -> list[str]:
    """Describe the end of a run in lines."""
    lines = [figures(status), *_details(out, status.causes)]
    return [*lines, f"stopped: {status.stopped}"] if status.stopped else lines


def stored(out: str) -> list[str]:
    """Describe in lines what runs have left in OUT. Raises BatchError if that is nothing.

    How many articles wait is not known: a run reads that from IN.
    """
    output = Output.at(out)
    if not output.parts():
        raise BatchError(f"{out!r} is not the OUT of a batch: it has no briefs/part-*.parquet")
    done, _, causes = output.count()
    counts = f"{done:,} done, {sum(causes.values()):,} failed"
    path = output.journal / FILE
    if not path.is_file():
        return [counts, *_details(out, causes), "  journal: on another machine, with calls and cost"]
    return [
        f"{counts}; {spending(last_status(output.journal))}",
        *_details(out, causes),
        f"  journal: {path}",
    ]


def _details(out: str, causes: Mapping[str, int]) -> list[str]:
    lines = [f"  failed, {cause}: {count:,}" for cause, count in causes.items()]
    lines.append(f"  briefs: {out.rstrip('/')}/briefs/part-*.parquet")
    if causes:
        lines.append("  failures: the rows with an error (--retry-failed tries them again)")
    return lines
