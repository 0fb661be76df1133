"""What a section of a user's own is, as data: its name, what is asked, and the fields of an entry.

A file in TOML has the same names:

    name = "risks"
    title = "Risks"
    instruction = "what may still go wrong, as the article reports it"

    [fields.risk]
    type = "text"
    about = "what may happen, to whom"
"""

import hashlib
import inspect
import json
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, PrivateAttr, StringConstraints, model_validator

from summarizer.articles.article import make_article
from summarizer.asking.templates import read_prompt
from summarizer.errors import SummarizerError
from summarizer.faithfulness.issue import Issue
from summarizer.marking.marked_article import MarkedArticle, mark
from summarizer.schemas.brief import Brief, FieldName

Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=4000)]
Label = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=60)]
Rule = Callable[[MarkedArticle, Any], Iterable[Issue]]
"""Called with the article and a draft, which has the section's fields; gives what speaks against it."""

_ALWAYS = frozenset({"sentences", "evidence", "applies"})
"""What every entry has, and what a small model is asked first."""
_ANSWERS = frozenset({"whole", "correction", "choose", "second_reader", "article"})
"""Names of questions, and of a frame of the prompt."""
_KNOWN: "dict[str, Definition]" = {}
"""The sections of this process by fingerprint. One that comes back from another process, which may be unable
to import its rule, is found here."""


class OwnField(BaseModel):
    """A field of an entry. `about` tells a model what it is; `label` is how a brief calls it.

    `choices`: what a field of the type `choice` is one of. `optional`: whether a model may answer null.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    type: Literal["text", "choice", "figure", "quotation", "name"]
    about: Annotated[str, StringConstraints(strip_whitespace=True, max_length=400)] = ""
    label: Label | None = None
    choices: Annotated[tuple[Label, ...], Field(max_length=20)] = ()
    optional: bool = False

    @model_validator(mode="after")
    def _choices_fit(self) -> Self:
        if (self.type == "choice") != bool(self.choices):
            raise ValueError('a field has choices if its type is "choice", and then at least one')
        if len(set(self.choices)) < len(self.choices):
            raise ValueError("a choice is given twice")
        return self


class Definition(BaseModel):
    """What a section asks for. Each entry has its fields, and `sentences`, the ids that it rests on.

    `most`: entries, at most. `example`: entries for the article that the prompt works through
    (prompts/whole.md), so that a model sees one. `words`: beginnings of French words, by which code chooses
    the sentences that a small model is asked about; without them, those that carry the story. `rule`: what
    else speaks against an entry.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: FieldName
    title: Label
    instruction: Words
    fields: Annotated[dict[FieldName, OwnField], Field(min_length=1, max_length=12)]
    most: Annotated[int, Field(ge=1, le=50)] = 10
    example: tuple[dict[str, Any], ...] = ()
    words: Annotated[tuple[Label, ...], Field(max_length=200)] = ()
    rule: Annotated[Rule | None, Field(exclude=True)] = None
    _fingerprint: str = PrivateAttr("")
    _origin: str = PrivateAttr("")

    @model_validator(mode="after")
    def _names_are_free(self) -> Self:
        taken = {*Brief.model_fields, "overview", *_ANSWERS}
        if self.name in taken or self.title.casefold() in _TITLES:
            raise ValueError(
                f"the brief has {self.title!r} ({self.name}) already; give another name and title"
            )
        if hasattr(BaseModel, self.name):
            raise ValueError(f"{self.name!r} cannot be a section's name; give another")
        answers = [
            answer
            for name, field in self.fields.items()
            for answer in ([name, f"{name}_en"] if field.type in {"quotation", "name"} else [name])
        ]
        for name in answers:
            if name in _ALWAYS or hasattr(BaseModel, name) or answers.count(name) > 1:
                raise ValueError(f"{name!r} cannot be a field's name: it has another meaning; give another")
        return self

    def model_post_init(self, _context: Any, /) -> None:
        """Compute the fingerprint, and remember the section under it."""
        values = json.dumps(self.model_dump(mode="json"), sort_keys=True)
        self._fingerprint = hashlib.sha256(f"{values}\0{_source(self.rule)}".encode()).hexdigest()[:16]
        _KNOWN[self._fingerprint] = self

    def named(self, origin: str) -> Self:
        """The section, with the file or name by which another process can find it."""
        self._origin = origin
        return self

    @property
    def fingerprint(self) -> str:
        """SHA-256, shortened to 16 hexadecimal digits, of everything that the section is, its rule too."""
        return self._fingerprint

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Definition) and self.fingerprint == other.fingerprint

    def __hash__(self) -> int:
        return hash(self.fingerprint)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.name!r}, {self.fingerprint})"

    def __reduce__(self) -> tuple[Any, ...]:
        return _restored, (
            type(self),
            self.model_dump(),
            self.fingerprint,
            None if self.rule is None else self._origin,
        )


_TITLES = frozenset({
    "headline", "overview", "key points", "key figures", "quotes", "stakeholders", "disputes", "findings",
})  # fmt: skip


def _restored(
    kind: type[Definition], values: dict[str, Any], fingerprint: str, origin: str | None
) -> Definition:
    """A section that was pickled: the one that this process knows, or finds where it came from.

    `origin` is None if it has no rule. A rule that is not to be found here says so when it is called.
    """
    if fingerprint not in _KNOWN and origin:
        from summarizer.sections.own.loading import find_section  # noqa: PLC0415 - it imports this module

        with suppress(SummarizerError):
            find_section(origin)
    if fingerprint not in _KNOWN:
        found = kind(**values, rule=None if origin is None else _elsewhere)
        found._fingerprint = fingerprint  # noqa: SLF001 - it is the same section
        _KNOWN[fingerprint] = found
    return _KNOWN[fingerprint]


def _elsewhere(_marked: MarkedArticle, _draft: Any) -> Iterable[Issue]:
    """Stand for a rule that this process does not have."""
    raise SummarizerError("this process cannot find it; keep the section in a file that all machines have")


def _source(rule: Rule | None) -> str:
    """The text of the file that a rule is in, so that a change of it is a change of the section."""
    if rule is None:
        return ""
    try:
        return Path(inspect.getsourcefile(rule) or "").read_text("utf-8")
    except (OSError, TypeError, ValueError):
        pass
    try:
        return inspect.getsource(rule)  # of a notebook's cell
    except (OSError, TypeError):
        return repr(getattr(rule, "__qualname__", type(rule)))


@cache
def worked_article() -> MarkedArticle:
    """The article that the prompt of the plan `whole` works through."""
    return mark(make_article(read_prompt("whole").partition("## Example")[2].strip()))
