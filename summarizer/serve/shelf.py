"""The briefs that a server can show: those it made, and those of a folder, by `brief_id`."""

import json
import time
from collections import OrderedDict
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from summarizer.output.brief_files import brief_id, read_brief
from summarizer.schemas.brief import Brief

KEPT = 200
"""Briefs made here that are kept in memory; the oldest goes first."""
LOOKED_EVERY = 2.0
"""Seconds between two looks at the folder."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A brief of the shelf: its id, its headline, and what its article is called."""

    id: str
    headline: str
    source: str


@dataclass(frozen=True, slots=True)
class _File:
    modified: int
    listed: Listed | None
    """None: a JSON file that is no brief."""


class Shelf:
    """Briefs by id. `folder`: briefs as `brief -o` or `batch` left them; read anew when files change."""

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder
        self._made: OrderedDict[str, Brief] = OrderedDict()
        self._files: dict[Path, _File] = {}
        self._looked = float("-inf")

    def put(self, brief: Brief) -> str:
        """Keep a brief that was made here; return its id."""
        key = brief_id(brief)
        self._made[key] = brief
        self._made.move_to_end(key)
        while len(self._made) > KEPT:
            self._made.popitem(last=False)
        return key

    def find(self, key: str) -> Brief | None:
        """Return the brief with this id. Raises SummarizerError if its file cannot be read any more."""
        if key in self._made:
            return self._made[key]
        self._look()
        path = next(
            (path for path, file in self._files.items() if file.listed and file.listed.id == key), None
        )
        return None if path is None else read_brief(path)

    def listed(self) -> list[Listed]:
        """List all briefs, those made here first, each id once."""
        self._look()
        found = {
            key: Listed(key, brief.headline.en, brief.article.source or "")
            for key, brief in reversed(self._made.items())
        }
        for file in self._files.values():
            if file.listed is not None:
                found.setdefault(file.listed.id, file.listed)
        return list(found.values())

    def version(self) -> str:
        """Return what changes when a file of the folder does."""
        self._look()
        seen = [(str(path), file.modified) for path, file in sorted(self._files.items())]
        return sha256(repr(seen).encode()).hexdigest()

    def _look(self) -> None:
        """Read the files of the folder that are new or changed; forget those that are gone."""
        now = time.monotonic()
        if self.folder is None or now - self._looked < LOOKED_EVERY:
            return
        inside = self.folder / "briefs"
        files = {}
        for path in sorted((inside if inside.is_dir() else self.folder).rglob("*.json")):
            try:
                modified = path.stat().st_mtime_ns
                known = self._files.get(path)
                same = known is not None and known.modified == modified
                files[path] = known if known and same else _File(modified, _listed(path))
            except OSError:  # gone since it was listed
                continue
        self._files, self._looked = files, time.monotonic()


def _listed(path: Path) -> Listed | None:
    """Read a brief's id and headline without validating it; None if it is no brief."""
    try:
        found = json.loads(path.read_bytes())
        article, source = found["article"]["id"], found["article"]["source"]
        key = sha256(f"{article}\n{source}".encode()).hexdigest()[:16]
        return Listed(key, str(found["headline"]["en"]), str(source or ""))
    except (ValueError, KeyError, TypeError):
        return None
