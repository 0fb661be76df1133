"""A section of a user's own, which does for its entries what the modules of the other sections do."""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any, Self

from pydantic import BaseModel, ConfigDict, ValidationError, create_model, model_validator

from summarizer.faithfulness.issue import Issue
from summarizer.marking.marked_article import MarkedArticle
from summarizer.marking.references import known_sentences
from summarizer.schemas.brief import Brief, Extension, ExtensionEntry, ExtensionField, Finding
from summarizer.sections.base import (
    Assembled,
    Claim,
    Failure,
    Judge,
    check_ids,
    cited_ids,
    left_out,
    numbered,
    verify_evidence,
)
from summarizer.sections.own.definition import Definition, OwnField, worked_article
from summarizer.sections.own.kinds import KINDS, Kind, Said
from summarizer.text.printable import one_line


class Draft(BaseModel):
    """What the drafts of all such sections have in common."""

    model_config = ConfigDict(extra="forbid")


class OwnSection(Definition):
    """A section of a user's own: what it asks for (see `Definition`), and what becomes of the answers.

    >>> risks = OwnSection(
    ...     name="risks",
    ...     title="Risks",
    ...     instruction="what may still go wrong, as the article reports it",
    ...     fields={"risk": OwnField(type="text"), "cost": OwnField(type="figure", optional=True)},
    ... )
    >>> list(risks.draft_type.model_fields)
    ['risk', 'cost', 'sentences']
    """

    @model_validator(mode="after")
    def _example_is_sound(self) -> Self:
        """Hold the worked entries to the rules for a model's; no model should copy a fault."""
        marked = worked_article() if self.example else None
        for n, entry in enumerate(self.example, 1):
            try:
                found = (
                    self.check(marked, self.draft_type.model_validate(self.worked(entry))) if marked else []
                )
            except ValidationError as error:
                first = error.errors()[0]
                raise ValueError(
                    f"example {n}: {'.'.join(map(str, first['loc']))}: {first['msg']}"
                ) from error
            for issue in found:
                if issue.severity != "soft":
                    raise ValueError(f"example {n}: {issue.message}")
        return self

    @classmethod
    def of(cls, given: Extension) -> "OwnSection":
        """The section as a brief describes it, for one who has no more of it.

        Raises ValidationError if that is no section.
        """
        fields = {name: OwnField(**field.model_dump()) for name, field in given.fields.items()}
        return cls(name=given.name, title=given.title, instruction="unknown", fields=fields, most=50)

    @property
    def SECTION(self) -> str:  # noqa: N802 - the name that all sections have
        """The section's name."""
        return self.name

    @property
    def FIELDS(self) -> dict[str, type[BaseModel]]:  # noqa: N802
        """The one field of an answer: its entries."""
        return {self.name: self.draft_type}

    @property
    def draft_type(self) -> type[Draft]:
        """What a model answers for an entry."""
        return _draft_type(self)

    @property
    def kinds(self) -> list[tuple[str, OwnField, Kind]]:
        """Each field with its name and what its type does."""
        return [(name, field, KINDS[field.type]) for name, field in self.fields.items()]

    def worked(self, entry: Mapping[str, Any]) -> dict[str, Any]:
        """An entry of the example as a model would answer it, with everything that it may leave out."""
        return dict.fromkeys(self.draft_type.model_fields) | dict(entry)

    def label(self, name: str) -> str:
        """How a brief calls a field."""
        return self.fields[name].label or name.replace("_", " ").capitalize()

    @property
    def asks(self) -> str:
        """How a model is told which fields an entry has."""
        told = []
        for name, field, kind in self.kinds:
            null = " or null" if field.optional else ""
            told.append(f"{kind.asked(name, field.choices)}{null}{field.about and f' ({field.about})'}")
        return "; ".join(told)

    def check(self, marked: MarkedArticle, draft: Draft) -> list[Issue]:
        """What speaks against an entry: its sentences, each of its fields, and the section's own rule."""
        said = draft.model_dump()
        wrong = check_ids(marked, said["sentences"])
        if wrong:
            return wrong
        found = [issue for name, kind in self._given(said) for issue in kind.check(marked, name, said)]
        if all(issue.severity == "soft" for issue in found):
            found += self.ruled(marked, draft)
        return list(dict.fromkeys(found))

    def ruled(self, marked: MarkedArticle, draft: Draft) -> list[Issue]:
        """What the section's own rule says; a rule that fails is a remark, and costs no answer."""
        if self.rule is None:
            return []
        try:
            found = [*self.rule(marked, draft)]
            if all(isinstance(issue, Issue) for issue in found):
                return found
            why = "it must give issues"
        except Exception as error:  # noqa: BLE001 - it is somebody else's code
            why = f"{type(error).__name__}: {error}"
        return [Issue("rule", "", one_line(f"The rule of the section {self.name!r} failed: {why}"))]

    def _given(self, said: Said) -> list[tuple[str, Kind]]:
        """The fields that a draft has a value for; a model may leave an optional one empty."""
        return [
            (name, kind)
            for name, field, kind in self.kinds
            if said[name] is not None and (said[name].strip() or not field.optional)
        ]

    def claims(self, marked: MarkedArticle, draft: Draft) -> list[Claim]:
        """The entry as a whole under its first words, further words each alone, and what it translates."""
        said = draft.model_dump()
        given = {name: kind.words(marked, name, said) for name, kind in self._given(said)}
        texts = [name for name in given if self.fields[name].type == "text"]
        shown = [f"{self.label(name)}: {words}" for name, words in given.items() if name not in texts[1:]]
        ids = self._sentences(marked, said)
        first = said[texts[0]] if texts else "; ".join(given.values())
        return [
            Claim(f"{self.title}: {'; '.join(shown)}", first, ids),
            *(
                Claim(f"{self.title}: {self.label(name)}: {given[name]}", said[name], ids)
                for name in texts[1:]
            ),
        ]

    def _sentences(self, marked: MarkedArticle, said: Said) -> tuple[str, ...]:
        """The sentences that an entry cites, and those in which its figures and quotations stand."""
        referred = [key for name, kind in self._given(said) for key in kind.sentences(marked, name, said)]
        return known_sentences(marked, (*said["sentences"], *referred))

    def assemble(self, marked: MarkedArticle, drafts: Mapping[str, Sequence[Draft]]) -> Assembled:
        """The section's entries in the order of the drafts, each once."""
        entries: list[ExtensionEntry] = []
        findings: list[Finding] = []
        for draft in drafts.get(self.name, ()):
            said = draft.model_dump()
            values = dict.fromkeys(self.fields)
            values |= {name: kind.value(marked, name, said) for name, kind in self._given(said)}
            entry = ExtensionEntry(values=values, evidence=marked.spans(self._sentences(marked, said)))
            again = any(entry.values == other.values for other in entries)
            if again or len(entries) >= self.most:
                words = self.claims(marked, draft)[0].words
                findings.append(left_out(self.name, words, most=self.most, listed=len(entries)))
            elif entry.evidence and all(values[name] is not None for name, _ in self._given(said)):
                entries.append(entry)
        made = Extension(name=self.name, title=self.title, fields=self.header, entries=tuple(entries))
        return Assembled(extensions=(made,), findings=tuple(findings))

    @property
    def header(self) -> dict[str, ExtensionField]:
        """The fields as a brief says that it has them."""
        return {
            name: ExtensionField(
                type=field.type, label=self.label(name), optional=field.optional, choices=field.choices
            )
            for name, field in self.fields.items()
        }

    def drafts_of(self, marked: MarkedArticle, brief: Brief) -> dict[str, list[Draft]]:
        """The drafts as which a finished brief's entries can be read."""
        return {self.name: [draft for _, draft in self._drafts(marked, brief)]}

    def _drafts(self, marked: MarkedArticle, brief: Brief) -> Iterator[tuple[str, Draft]]:
        for path, entry in self._entries(brief):
            said: dict[str, Any] = {"sentences": cited_ids(marked, entry.evidence)}
            for name, _, kind in self.kinds:
                value = entry.values.get(name)
                said |= dict.fromkeys(kind.answers(name, ()))
                said |= kind.said_in(marked, name, value) if isinstance(value, kind.record) else {}
            yield path, self.draft_type.model_construct(**said)

    def _entries(self, brief: Brief) -> Iterator[tuple[str, ExtensionEntry]]:
        """The entries that a brief has of this section, each with its path."""
        for path, given in numbered("extensions", brief.extensions):
            if given.name == self.name:
                yield from numbered(f"{path}.entries", given.entries)

    def verify(self, marked: MarkedArticle, brief: Brief, judge: Judge) -> Iterator[Failure]:
        """What in the brief's entries of this section its fields, or the article, do not bear out."""
        kept = {(finding.code, finding.words) for finding in brief.findings if finding.action == "kept"}
        entries = [*self._entries(brief)]
        for n, (path, entry) in enumerate(entries):
            if any(entry.values == other.values for _, other in entries[:n]):
                yield Failure(path, "says again what an entry before it says")
            yield from verify_evidence(marked, path, entry.evidence)
            if list(entry.values) != list(self.fields):
                yield Failure(f"{path}.values", f"are not those of {self.name!r}: {', '.join(self.fields)}")
                continue
            for name, field, kind in self.kinds:
                at, value = f"{path}.values.{name}", entry.values[name]
                if value is None and field.optional:
                    continue
                if not isinstance(value, kind.record) or (field.choices and value not in field.choices):
                    yield Failure(at, " ".join(("is no", field.type, *field.choices)))
                    continue
                yield from kind.verify(marked, at, value, judge)
        for path, draft in self._drafts(marked, brief) if self.rule else ():
            for issue in self.ruled(marked, draft):
                if issue.severity == "hard" or (issue.code, issue.words) not in kept:
                    yield Failure(path, f"{issue.message} ({issue.code})")


@lru_cache(64)
def _draft_type(section: OwnSection) -> type[Draft]:
    fields: dict[str, Any] = {}
    for name, field, kind in section.kinds:
        for answer, type_ in kind.answers(name, field.choices).items():
            fields[answer] = (type_ | None if field.optional else type_, ...)
    fields["sentences"] = (list[str], ...)
    title = "".join(part.capitalize() for part in section.name.split("_"))
    return create_model(f"{title}Draft", __base__=Draft, **fields)
