"""The briefs of a folder as a pandas DataFrame. pandas is imported here alone."""

from pathlib import Path
from typing import TYPE_CHECKING

from summarizer.errors import SummarizerError
from summarizer.output.brief_files import find_briefs
from summarizer.output.export.rows import TABLES, rows

if TYPE_CHECKING:
    import pandas as pd

_TYPES = {"text": "str", "integer": "Int64", "real": "Float64", "boolean": "boolean", "decimal": "object"}
"""pandas' type of each type of a column; amounts stay exact, as `decimal.Decimal`."""


def briefs_frame(path: str | Path, table: str = "briefs") -> "pd.DataFrame":
    """Return one table of the briefs of a folder, of a `briefs.jsonl`, or of one file, as a DataFrame.

    `table` is a key of `summarizer.output.export.TABLES`: briefs, key_points, key_figures, quotes,
    stakeholders, disputes, extensions or findings; `brief_id` joins them. Raises SummarizerError if there
    is no such table, no brief, or no pandas.

    >>> frame = briefs_frame("out", "key_figures")  # doctest: +SKIP
    >>> frame[frame.unit == "EUR"].sort_values("value")  # doctest: +SKIP
    """
    if table not in TABLES:
        raise SummarizerError(f"no table {table!r}; there are {', '.join(TABLES)}")
    try:
        import pandas as pd  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise SummarizerError("this needs pandas: pip install 'grounded-summarizer[pandas]'") from error
    columns = TABLES[table]
    found = [row for brief in find_briefs(Path(path)) for name, row in rows(brief) if name == table]
    frame = pd.DataFrame(found, columns=list(columns), dtype="object")
    return frame.astype({name: _TYPES[kind] for name, kind in columns.items()})
