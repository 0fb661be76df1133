"""The articles of a batch, found in folders, files, patterns, JSONL and files of several articles."""

import glob
import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from summarizer.articles.kinds import SUFFIXES, foreign, kind_of
from summarizer.articles.read import read_head
from summarizer.batch.entries import Entry, entries_of
from summarizer.errors import BatchError

OUTSIDE = ": a link that leads out of the folder; name what it leads to beside it"

PassedOver = Callable[[str, str], None]
# Called with a file that contains no article, and with the reason if its name does not show it.


def find_entries(
    given: Sequence[str], *, leave_out: Path, inbox: Path | None = None, passed_over: PassedOver | None = None
) -> Iterator[Entry]:
    """Find every article in `given`, each name once; files in the folder `leave_out` are skipped.

    A name is the path below the given folder, or below the common folder of the given files. `inbox` is the
    folder of articles from the web, in `leave_out` or not. Hidden files are skipped. Files that contain no
    article, and links that lead out of their folder, are skipped and reported to `passed_over`. Raises
    BatchError if there is no article.
    """
    _check(given, leave_out)
    told, found = passed_over or (lambda _path, _why: None), False
    for entry in _all_entries(given, leave_out.resolve(), inbox, told):
        found = True
        yield entry
    if not found and inbox is None:
        kinds = ", ".join(SUFFIXES)
        raise BatchError(
            f"no article in {', '.join(map(repr, given))}; articles are files of {kinds}, also with .gz"
        )


def _check(given: Sequence[str], leave_out: Path) -> None:
    for word in given:
        if not _matches(word):
            raise BatchError(f"no file or folder {word!r}; check the name")
        if os.path.realpath(word) == os.path.realpath(leave_out):  # resolve() fails on a link to itself
            raise BatchError(f"{word!r} is both IN and OUT; give the briefs a folder of their own")


def _all_entries(
    given: Sequence[str], leave_out: Path, inbox: Path | None, passed_over: PassedOver
) -> Iterator[Entry]:
    roots = [Path(word) for word in given if Path(word).is_dir()]
    loose = [Path(match) for word in given if not Path(word).is_dir() for match in _matches(word)]
    shared = Path(os.path.commonpath([path.absolute().parent for path in loose])) if loose else Path()
    seen: set[str] = set()
    for root in roots:
        above = len(os.path.join(root, ""))  # noqa: PTH118 - a hundred thousand names: text is quicker
        for path in _walk(str(root), leave_out, (), passed_over):
            yield from entries_of(path, path[above:].replace(os.sep, "/"), seen)
    for file in loose:
        if not file.is_dir() and leave_out not in file.absolute().parents:
            yield from entries_of(str(file), file.absolute().relative_to(shared).as_posix(), seen)
    if inbox is not None and inbox.is_dir():
        above = len(os.path.join(inbox, ""))  # noqa: PTH118 - as above
        for path in _walk(str(inbox), None, (), passed_over):
            yield from entries_of(
                path, path[above:].removesuffix(".json").replace(os.sep, "/"), seen, alone=True
            )


def _matches(word: str) -> list[str]:
    if os.path.lexists(word):
        return [word]
    return sorted(glob.glob(word, recursive=True))  # noqa: PTH207 - the word may be an absolute pattern


def _walk(
    folder: str, leave_out: Path | None, above: tuple[Path, ...], passed_over: PassedOver
) -> Iterator[str]:
    """Yield the files below a folder that may be articles.

    Links are followed, but not to a folder of `above`, nor out of the first one.
    """
    try:
        here = Path(folder).resolve()
        found = sorted(os.scandir(folder), key=lambda item: item.name)
    except OSError as error:
        raise BatchError(f"cannot list {folder!r}: {error.strerror}") from error
    if here in above or here == leave_out:
        return
    above = (*above, here)
    for item in found:
        if item.name.startswith("."):
            continue
        if item.is_symlink() and _leads_out(item.path, above[0]):
            passed_over(item.path, OUTSIDE)
        elif _is_folder(item):
            yield from _walk(item.path, leave_out, above, passed_over)
        elif _may_be_article(item):
            yield item.path
        else:
            passed_over(item.path, "")


def _leads_out(link: str, root: Path) -> bool:
    """Whether a link leads out of `root`. A link that leads nowhere fails later as an article."""
    try:
        return not Path(link).resolve(strict=True).is_relative_to(root)
    except (OSError, RuntimeError):
        return False


def _may_be_article(item: os.DirEntry[str]) -> bool:
    """Whether a file may be an article: by its name, or else by its first bytes."""
    name = item.name.lower().removesuffix(".gz")
    if name.endswith(SUFFIXES):
        return True
    if not _is_file(item):
        return False
    head = read_head(item.path)
    if not head.strip() or foreign(head):
        return False
    kind = kind_of(head)
    # text under another name (.csv, .py, .log) is no article; without any ending, it may be one
    return kind is not None and (kind != "text" or ("." not in name and b"\0" not in head))


def _is_file(item: os.DirEntry[str]) -> bool:
    try:
        return item.is_file()
    except OSError:
        return False


def _is_folder(item: os.DirEntry[str]) -> bool:
    try:
        return item.is_dir()
    except OSError:  # a link that leads to itself; it fails later as an article
        return False
