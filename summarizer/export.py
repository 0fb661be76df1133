"""Briefs as tables, one each of briefs, figures, quotes and the rest, for programs that know nothing of us.

Column names and types stand in `TABLES` and are part of the contract. Amounts are exact: decimals in
Parquet, their digits as text in SQLite and CSV, which have no exact decimals of their own. One brief is
in memory at a time, and some hundred rows of each table. pandas was looked at: it takes all rows at once.
"""

import csv
import json
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal
from pathlib import Path
from typing import Any, Literal

from summarizer.brief_files import find_briefs
from summarizer.errors import SummarizerError
from summarizer.render.markdown import to_markdown
from summarizer.schemas.brief import Brief, Span

Type = Literal["text", "integer", "real", "decimal", "boolean"]
Row = Sequence[Any]
Put = Callable[[str, Row], None]

_ENTRY: dict[str, Type] = {"brief_id": "text", "position": "integer"}
_SPAN: dict[str, Type] = {"start": "integer", "end": "integer", "text": "text"}
TABLES: dict[str, dict[str, Type]] = {
    "briefs": {
        "brief_id": "text", "schema_version": "text", "source": "text", "title": "text", "published": "text",
        "language": "text", "words": "integer", "headline": "text", "model": "text", "created": "text",
        "version": "text", "calls": "integer", "tokens_in": "integer", "tokens_out": "integer",
        "seconds": "real", "cost": "decimal",
    },
    "key_points": {**_ENTRY, "en": "text", "evidence": "text"},
    "key_figures": {
        **_ENTRY, "value": "decimal", "upper": "decimal", "unit": "text", "qualifier": "text", "en": "text",
        "subject": "text", "measure": "text", **_SPAN,
    },
    "quotes": {**_ENTRY, "en": "text", "speaker": "text", "partial": "boolean", **_SPAN},
    "stakeholders": {
        **_ENTRY, "name": "text", "kind": "text", "role": "text", "mentions": "integer", "evidence": "text",
    },
    "disputes": {
        **_ENTRY, "side": "integer", "issue": "text", "party": "text", "stance": "text", "evidence": "text",
    },
    "findings": {
        **_ENTRY, "code": "text", "section": "text", "item": "text", "words": "text", "message": "text",
        "action": "text",
    },
}  # fmt: skip
"""Each table's columns and their types. `brief_id` is the article's SHA-256; `position` counts from 1 in
the order of the brief; `start` and `end` are code points of the article's text, end exclusive; `evidence`
holds the French sentences, one a line. A dispute has a row for each of its sides."""

PRECISION, SCALE = 38, 12
"""Of decimals in Parquet. What does not fit is an error but for endless fractions (a third), rounded."""
_BATCH = 500
FORMULA = ("=", "+", "-", "@", "\t")
"""How a cell begins that a spreadsheet would run as a formula (OWASP, CSV Injection)."""


@dataclass(frozen=True, slots=True)
class Written:
    """How many briefs were exported, and where they are."""

    briefs: int
    place: Path


def export_briefs(source: Path, *, to: str, output: Path) -> Written:
    """Write the briefs of `source` (see `find_briefs`) as `to`: jsonl, csv, parquet, sqlite or md.

    `output` is a folder, for sqlite a file or a folder, made where it is not there; tables of an earlier
    export are replaced. Raises SummarizerError where there are no briefs, a file cannot be written, or
    pyarrow is missing for Parquet.
    """
    briefs = find_briefs(source)
    try:
        if to == "md":
            return _documents(briefs, output)
        place = output / "briefs.sqlite" if to == "sqlite" and not output.suffix else output
        (place.parent if to == "sqlite" else place).mkdir(parents=True, exist_ok=True)
        return Written(_tables(briefs, _OPENERS[to], place), place)
    except (OSError, sqlite3.Error) as error:
        raise SummarizerError(f"cannot write {str(output)!r}: {error}; choose another --output") from error


def rows(brief: Brief) -> Iterator[tuple[str, Row]]:
    """Give the rows of a brief, each with its table's name, values in the order of its columns."""
    article, made, key = brief.article, brief.provenance, brief.article.id
    yield (
        "briefs",
        (
            *(key, brief.schema_version, article.source, article.title, article.published, article.language),
            *(article.words, brief.headline.en, made.model, made.created.isoformat(), made.version),
            *(made.calls, made.tokens_in, made.tokens_out, made.seconds, made.cost),
        ),
    )
    for n, point in enumerate(brief.key_points, 1):
        yield "key_points", (key, n, point.en, _words(point.evidence))
    for n, f in enumerate(brief.key_figures, 1):
        said = (f.value, f.upper, f.unit, f.qualifier, f.en, f.subject, f.measure)
        yield "key_figures", (key, n, *said, f.source.start, f.source.end, f.source.text)
    for n, quote in enumerate(brief.quotes, 1):
        span = quote.source
        yield "quotes", (key, n, quote.en, quote.speaker, quote.partial, span.start, span.end, span.text)
    for n, who in enumerate(brief.stakeholders, 1):
        role = (who.role.en, len(who.mentions), _words(who.role.evidence))
        yield "stakeholders", (key, n, who.name, who.kind, *role)
    for n, dispute in enumerate(brief.disputes, 1):
        for m, side in enumerate(dispute.sides, 1):
            position = (side.party, side.position.en, _words(side.position.evidence))
            yield "disputes", (key, n, m, dispute.issue.en, *position)
    for n, found in enumerate(brief.findings, 1):
        about = (found.code, found.section, found.item, found.words, found.message, found.action)
        yield "findings", (key, n, *about)


def _words(spans: Sequence[Span]) -> str:
    return "\n".join(span.text for span in spans)


def _documents(briefs: Iterator[Brief], folder: Path) -> Written:
    folder.mkdir(parents=True, exist_ok=True)
    count = 0
    for count, brief in enumerate(briefs, 1):  # noqa: B007 - counted
        (folder / f"{brief.article.id}.md").write_text(to_markdown(brief), encoding="utf-8", newline="\n")
    return Written(count, folder)


def _tables(briefs: Iterator[Brief], opened: Callable[[Path, ExitStack], Put], place: Path) -> int:
    count = 0
    with ExitStack() as stack:
        first = next(briefs)  # where there is none, nothing is written
        put = opened(place, stack)
        for brief in _chain(first, briefs):
            for table, row in rows(brief):
                put(table, row)
            count += 1
    return count


def _chain(first: Brief, others: Iterator[Brief]) -> Iterator[Brief]:
    yield first
    yield from others


def _jsonl(folder: Path, stack: ExitStack) -> Put:
    open_files = {
        name: stack.enter_context((folder / f"{name}.jsonl").open("w", encoding="utf-8", newline="\n"))
        for name in TABLES
    }

    def put(table: str, row: Row) -> None:
        record = dict(zip(TABLES[table], map(_plain, row), strict=True))
        open_files[table].write(json.dumps(record, ensure_ascii=False) + "\n")

    return put


def _csv(folder: Path, stack: ExitStack) -> Put:
    writers = {}
    for name, columns in TABLES.items():
        file = stack.enter_context((folder / f"{name}.csv").open("w", encoding="utf-8-sig", newline=""))
        writers[name] = csv.writer(file)
        writers[name].writerow(columns)

    def put(table: str, row: Row) -> None:
        types = TABLES[table].values()
        writers[table].writerow([_cell(value, kind) for value, kind in zip(row, types, strict=True)])

    return put


def _cell(value: Any, kind: Type) -> Any:
    """Write a cell; words that a spreadsheet would run get an apostrophe before them, as it shows text."""
    if kind == "text" and isinstance(value, str) and value.startswith(FORMULA):
        return f"'{value}"
    return str(value).lower() if kind == "boolean" else _plain(value)


def _plain(value: Any) -> Any:
    return f"{value:f}" if isinstance(value, Decimal) else value


def _sqlite(path: Path, stack: ExitStack) -> Put:
    base = sqlite3.connect(path)
    stack.callback(base.close)

    def end(kind: object, *_: object) -> None:
        if kind is None:
            base.commit()

    stack.push(end)
    kinds = {"integer": "INTEGER", "real": "REAL", "boolean": "INTEGER"}
    for name, columns in TABLES.items():
        base.execute(f'DROP TABLE IF EXISTS "{name}"')
        fields = ", ".join(f'"{column}" {kinds.get(kind, "TEXT")}' for column, kind in columns.items())
        base.execute(f'CREATE TABLE "{name}" ({fields})')
        base.execute(f'CREATE INDEX "{name}_brief" ON "{name}" (brief_id)')
    into = {
        name: f'INSERT INTO "{name}" VALUES ({", ".join("?" * len(columns))})'  # noqa: S608 - our own names
        for name, columns in TABLES.items()
    }

    def put(table: str, row: Row) -> None:
        base.execute(into[table], [_plain(value) for value in row])

    return put


def _parquet(folder: Path, stack: ExitStack) -> Put:
    try:
        import pyarrow as pa  # noqa: PLC0415
        from pyarrow import parquet  # noqa: PLC0415
    except ImportError as error:
        raise SummarizerError(
            "Parquet needs pyarrow: pip install 'grounded-summarizer[export]', or export to csv or sqlite"
        ) from error
    types: Mapping[Type, Any] = {
        "text": pa.string(),
        "integer": pa.int64(),
        "real": pa.float64(),
        "decimal": pa.decimal128(PRECISION, SCALE),
        "boolean": pa.bool_(),
    }
    schemas = {
        name: pa.schema([(column, types[kind]) for column, kind in columns.items()])
        for name, columns in TABLES.items()
    }
    files = {
        name: stack.enter_context(parquet.ParquetWriter(folder / f"{name}.parquet", schema))
        for name, schema in schemas.items()
    }
    waiting: dict[str, list[Row]] = {name: [] for name in TABLES}

    def flush(table: str) -> None:
        columns = [*zip(*waiting[table], strict=True)] or [() for _ in TABLES[table]]
        files[table].write_table(pa.Table.from_arrays(
            [pa.array(column, field.type) for column, field in zip(columns, schemas[table], strict=True)],
            schema=schemas[table],
        ))  # fmt: skip
        waiting[table].clear()

    def put(table: str, row: Row) -> None:
        waiting[table].append([_fitting(value) for value in row])
        if len(waiting[table]) >= _BATCH:
            flush(table)

    def end(kind: object, *_: object) -> None:
        if kind is None:
            for table in TABLES:
                flush(table)

    stack.push(end)
    return put


def _fitting(value: Any) -> Any:
    """Give an amount as Parquet holds it. Raises SummarizerError for one with more digits than it has."""
    if not isinstance(value, Decimal):
        return value
    if value.adjusted() >= PRECISION - SCALE:
        raise SummarizerError(f"{value} has too many digits for Parquet; export to csv or sqlite")
    step = Decimal(1).scaleb(-SCALE)
    exponent = value.as_tuple().exponent
    short = isinstance(exponent, int) and exponent >= -SCALE
    return value if short else value.quantize(step, rounding=ROUND_HALF_EVEN)


_OPENERS: dict[str, Callable[[Path, ExitStack], Put]] = {
    "jsonl": _jsonl,
    "csv": _csv,
    "sqlite": _sqlite,
    "parquet": _parquet,
}
