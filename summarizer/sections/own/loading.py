"""Where sections of a user's own come from: a file in TOML, a file in Python, an installed package."""

import tomllib
from collections.abc import Sequence
from importlib.metadata import entry_points
from pathlib import Path
from types import ModuleType
from typing import Any

from pydantic import ValidationError

from summarizer.errors import SummarizerError
from summarizer.sections.own.section import OwnSection

GROUP = "grounded_summarizer.sections"
"""The group of entry points in which a package names its sections, each an `OwnSection`."""
NAME = "SECTION"
"""What a file in Python calls its section."""
MOST_BYTES = 1_000_000


def find_section(name: str) -> OwnSection:
    """Return a section by its file, or by the name under which a package has installed it.

    Raises SummarizerError.
    """
    if name.endswith((".toml", ".py")):
        return read_section(Path(name))
    installed = {point.name: point for point in entry_points(group=GROUP)}
    if name not in installed:
        there = f"installed: {', '.join(sorted(installed))}" if installed else "none is installed"
        raise SummarizerError(f"no section {name!r}: name a .toml or .py file, or an installed one ({there})")
    try:
        found = installed[name].load()
    except (Exception, SystemExit) as error:  # somebody else's code
        raise SummarizerError(_failed(name, error)) from error
    return _checked(found, name, installed[name].value).named(name)


def read_section(path: Path) -> OwnSection:
    """Return the section in a file: in TOML, or `SECTION` of a file in Python, which is run.

    Raises SummarizerError if there is no such file, it is broken, or its section cannot be one.
    """
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise SummarizerError(f"cannot read the section {str(path)!r}: {error.strerror}") from error
    if len(data) > MOST_BYTES:
        raise SummarizerError(f"the section {str(path)!r} is larger than {MOST_BYTES // 1_000_000} MB")
    if path.suffix == ".toml":
        return _from_toml(data, str(path))
    if path.suffix == ".py":
        return _checked(_run(data, path), str(path), NAME).named(str(path.resolve()))
    raise SummarizerError(f"{str(path)!r} is no section; a section is a .toml or a .py file")


def _from_toml(data: bytes, name: str) -> OwnSection:
    try:
        values = tomllib.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise SummarizerError(f"the section {name!r} is not UTF-8; save it as UTF-8") from error
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise SummarizerError(f"the section {name!r} is no TOML: {error}") from error
    if "rule" in values:
        raise SummarizerError(f"the section {name!r} cannot be used: a rule needs a .py file")
    try:
        return OwnSection(**values)
    except ValidationError as error:
        raise SummarizerError(f"the section {name!r} cannot be used: {_first(error)}") from error


def _run(data: bytes, path: Path) -> Any:
    """What a file in Python calls `SECTION`; its imports and lines are run."""
    module = ModuleType(f"own_section_{path.stem}")
    module.__file__ = str(path)
    try:
        exec(compile(data, str(path), "exec"), module.__dict__)  # noqa: S102 - it is named to be run
    except (Exception, SystemExit) as error:
        raise SummarizerError(_failed(str(path), error)) from error
    return module.__dict__.get(NAME)


def _checked(found: Any, name: str, what: str) -> OwnSection:
    if not isinstance(found, OwnSection):
        raise SummarizerError(f"{name!r} has no section: {what} must be an OwnSection")
    return found


def _failed(name: str, error: BaseException) -> str:
    why = _first(error) if isinstance(error, ValidationError) else f"{type(error).__name__}: {error}"
    return f"the section {name!r} cannot be used: {why}"


def _first(error: ValidationError) -> str:
    """The first fault, with its place."""
    fault = error.errors()[0]
    place = ".".join(str(part) for part in fault["loc"] if part != "[key]")
    said = fault["msg"].removeprefix("Value error, ")
    return f"{place}: {said}" if place else said


def refuse_twice(sections: Sequence[OwnSection]) -> None:
    """Raise SummarizerError if two sections have one name or one title."""
    for n, section in enumerate(sections):
        for other in sections[:n]:
            if section.name == other.name or section.title.casefold() == other.title.casefold():
                raise SummarizerError(
                    f"two sections are called {section.name!r} or {section.title!r}; rename one of them"
                )
