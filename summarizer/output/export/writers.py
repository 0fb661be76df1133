"""How rows are put into files of each form; what is not exact there, and what a reader would run.

Amounts are exact: decimals in Parquet, their digits as text in SQLite and CSV, which have no exact decimals
of their own. Some hundred rows of each table are in memory at most.
"""

import csv
import json
import re
import sqlite3
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from decimal import ROUND_HALF_EVEN, Decimal
from pathlib import Path
from typing import Any

from summarizer.errors import SummarizerError
from summarizer.output.export.rows import Row, Type

Put = Callable[[str, Row], None]
Tables = Mapping[str, Mapping[str, Type]]
"""Names of tables, each with its columns and their types."""

PRECISION, SCALE = 38, 12
"""Of decimals in Parquet. What does not fit is an error but for endless fractions (a third), rounded."""
_BATCH = 500
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""How a cell begins that a spreadsheet may run as a formula (OWASP, CSV Injection)."""
_INNER = re.compile(r"([;\t\r\n][\s\";]*+)([=+\-@＝＋－＠]?)")
# Where a spreadsheet starts a new cell that splits at semicolons, as French ones do, or at tabs. It sees no
# quotation mark before the cell, so a line break starts a new row there.


def _jsonl(folder: Path, stack: ExitStack, tables: Tables) -> Put:
    open_files = {
        name: stack.enter_context((folder / f"{name}.jsonl").open("w", encoding="utf-8", newline="\n"))
        for name in tables
    }

    def put(table: str, row: Row) -> None:
        record = dict(zip(tables[table], map(_plain, row), strict=True))
        open_files[table].write(json.dumps(record, ensure_ascii=False) + "\n")

    return put


def _csv(folder: Path, stack: ExitStack, tables: Tables) -> Put:
    writers = {}
    for name, columns in tables.items():
        file = stack.enter_context((folder / f"{name}.csv").open("w", encoding="utf-8-sig", newline=""))
        writers[name] = csv.writer(file)
        writers[name].writerow(columns)

    def put(table: str, row: Row) -> None:
        types = tables[table].values()
        writers[table].writerow([_cell(value, kind) for value, kind in zip(row, types, strict=True)])

    return put


def _cell(value: Any, kind: Type) -> Any:
    """Write a cell; words that a spreadsheet would run get an apostrophe before them, as it shows text."""
    if kind == "text" and isinstance(value, str):
        value = _INNER.sub(lambda found: f"{found[1]}'{found[2]}" if found[2] else found[1], value)
        return f"'{value}" if value.lstrip(' "').startswith(FORMULA) else value
    return str(value).lower() if kind == "boolean" else _plain(value)


def _plain(value: Any) -> Any:
    return f"{value:f}" if isinstance(value, Decimal) else value


def _sqlite(path: Path, stack: ExitStack, tables: Tables) -> Put:
    base = sqlite3.connect(path)
    stack.callback(base.close)

    def end(kind: object, *_: object) -> None:
        if kind is None:
            base.commit()

    stack.push(end)
    kinds = {"integer": "INTEGER", "real": "REAL", "boolean": "INTEGER"}
    for name, columns in tables.items():
        base.execute(f'DROP TABLE IF EXISTS "{name}"')
        fields = ", ".join(f'"{column}" {kinds.get(kind, "TEXT")}' for column, kind in columns.items())
        base.execute(f'CREATE TABLE "{name}" ({fields})')
        if "brief_id" in columns:
            base.execute(f'CREATE INDEX "{name}_brief" ON "{name}" (brief_id)')
    into = {
        name: f'INSERT INTO "{name}" VALUES ({", ".join("?" * len(columns))})'  # noqa: S608 - our own names
        for name, columns in tables.items()
    }

    def put(table: str, row: Row) -> None:
        base.execute(into[table], [_plain(value) for value in row])

    return put


def _parquet(folder: Path, stack: ExitStack, tables: Tables) -> Put:
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
        for name, columns in tables.items()
    }
    files = {
        name: stack.enter_context(parquet.ParquetWriter(folder / f"{name}.parquet", schema))
        for name, schema in schemas.items()
    }
    waiting: dict[str, list[Row]] = {name: [] for name in tables}

    def flush(table: str) -> None:
        columns = [*zip(*waiting[table], strict=True)] or [() for _ in tables[table]]
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
            for table in tables:
                flush(table)

    stack.push(end)
    return put


def _fitting(value: Any) -> Any:
    """Return an amount as Parquet stores it. Raises SummarizerError for one with more digits than it has."""
    if not isinstance(value, Decimal):
        return value
    if value.adjusted() >= PRECISION - SCALE:
        raise SummarizerError(f"{value} has too many digits for Parquet; export to csv or sqlite")
    step = Decimal(1).scaleb(-SCALE)
    exponent = value.as_tuple().exponent
    short = isinstance(exponent, int) and exponent >= -SCALE
    return value if short else value.quantize(step, rounding=ROUND_HALF_EVEN)


OPENERS: dict[str, Callable[[Path, ExitStack, Tables], Put]] = {
    "jsonl": _jsonl,
    "csv": _csv,
    "sqlite": _sqlite,
    "parquet": _parquet,
}
