"""The sections of a user's own that a finished brief has: those given, else as the brief describes them."""

from collections.abc import Sequence

from pydantic import ValidationError

from summarizer.schemas.brief import Brief, Extension
from summarizer.sections.base import Failure, numbered
from summarizer.sections.own.section import OwnSection


def described(brief: Brief, given: Sequence[OwnSection] = ()) -> tuple[tuple[OwnSection, ...], list[Failure]]:
    """Return the sections of a brief's extensions, and what does not fit in how it describes them.

    `given`: sections that the receiver has; the brief must have been made with just these.
    """
    known = {section.name: section for section in given}
    found: dict[str, OwnSection] = {}
    failures: list[Failure] = []
    for path, extension in numbered("extensions", brief.extensions):
        if extension.name in found:
            failures.append(Failure(f"{path}.name", f"{extension.name!r} stands twice"))
            continue
        try:
            found[extension.name] = known.get(extension.name) or OwnSection.of(extension)
        except ValidationError:
            failures.append(Failure(path, f"is no section that {extension.name!r} can be called"))
            continue
        if extension.name in known:
            failures += _compared(path, extension, brief, known[extension.name])
    listed = [extension.name for extension in brief.extensions]
    failures += [Failure("extensions", f"have no {name!r}") for name in known if name not in listed]
    if sorted(brief.provenance.sections) != sorted(listed):
        failures.append(Failure("provenance.sections", "are not those of the extensions"))
    return tuple(found.values()), failures


def _compared(path: str, extension: Extension, brief: Brief, section: OwnSection) -> list[Failure]:
    """What of an extension is not as the section at hand would have it."""
    if (extension.title, extension.fields) != (section.title, section.header):
        return [Failure(f"{path}.fields", f"are not those of the section {section.name!r} given")]
    if brief.provenance.sections.get(section.name) != section.fingerprint:
        return [
            Failure("provenance.sections", f"names another version of {section.name!r} than the one given")
        ]
    if len(extension.entries) > section.most:
        return [Failure(f"{path}.entries", f"are more than the {section.most} that it may have")]
    return []
