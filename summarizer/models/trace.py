"""What was sent and answered, one JSON object a line, for whoever tunes a prompt or wonders at a brief.

`asking/check_loop` says what goes into a line, this module adds when (UTC) and writes it. Keys are taken out.
`schemas/trace.py` says what a line contains.
"""

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from summarizer.errors import SummarizerError
from summarizer.text.secrets import without_secrets


@dataclass(frozen=True, slots=True)
class Trace:
    """A file to which each request and its answer are added.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     path = Path(folder) / "trace.jsonl"
    ...     Trace(path).add({"section": "quotes", "answer": "{}"})
    ...     sorted(json.loads(path.read_text()))
    ['answer', 'at', 'section']
    """

    path: Path

    def add(self, record: dict[str, Any]) -> None:
        """Add a line. Raises SummarizerError if it cannot be written."""
        line = json.dumps({"at": datetime.now(UTC).isoformat(), **record}, ensure_ascii=False)
        try:
            with self.path.open("a", encoding="utf-8") as file:
                file.write(without_secrets(line) + "\n")
        except OSError as error:
            raise SummarizerError(
                f"cannot write the trace {str(self.path)!r}: {error.strerror}; choose another --trace"
            ) from error
