"""What has come of one question so far, entry by entry, and what is to be asked again."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from summarizer.faithfulness.issue import Issue

E = TypeVar("E")
Check = Callable[[str, E], list[Issue]]
"""What speaks against an entry, by its id; an empty list if nothing does."""

MOST_AN_ID = 4
# A list that never ends is not held against the French: so many entries for an id are looked at.

WHOLE = ""
"""The key under which `reasons` has what concerns the answer as a whole."""


@dataclass(slots=True, kw_only=True)
class AnswerState(Generic[E]):
    """The entries of one question: accepted for good, or rejected so far.

    An entry that has passed stays, whatever a later answer says in its place: only the failing ones are
    asked again. `ids` are the entries that are asked for; None if the answer itself decides how many there
    are, as in a list of key points.

    Soft issues never ask again; an entry with no others is accepted with `warnings`. `by_severity` says what
    happens to the rest. If it is false, hard and firm issues ask again, and what still fails stays in
    `rejected`. If it is true, firm ones ask again once, and what a model stays with is accepted unless it is
    hard.

    >>> def check(key, entry):
    ...     return [Issue("form", "…", "Write words.", "hard")] if entry == "…" else []
    >>> state = AnswerState(ids=("S1", "S2"), check=check)
    >>> state.enter([("S1", "It rained."), ("S2", "…")])
    >>> state.accepted, state.reasons
    ({'S1': 'It rained.'}, {'S2': ['Write words.']})
    >>> state.enter([("S2", "It snowed.")])
    >>> state.failing, list(state.accepted), list(state.reasked)
    ((), ['S1', 'S2'], ['S2'])
    """

    ids: tuple[str, ...] | None
    check: Check[E]
    passage: tuple[str, ...] = ()
    """The ids of the sentences that the question shows."""
    by_severity: bool = False
    recall: Callable[[Mapping[str, E]], str] | None = None
    """Writes entries as the answer that they came in; see `recalled`."""
    final: frozenset[str] = frozenset()
    """Rules whose issues drop an entry without asking again."""
    accepted: dict[str, E] = field(default_factory=dict)
    rejected: dict[str, tuple[E, list[Issue]]] = field(default_factory=dict)
    """Entries that failed last, with what speaks against each."""
    warnings: dict[str, list[Issue]] = field(default_factory=dict)
    """What speaks against accepted entries."""
    reasked: dict[str, list[Issue]] = field(default_factory=dict)
    """Why an entry was asked again for the first time."""
    unknown: tuple[str, ...] = ()
    """Ids that the model answered for and that were not asked."""
    reasons: dict[str, list[str]] = field(default_factory=dict)
    """Why the last answer is not enough, by id; see `WHOLE`."""
    answers: list[str] = field(default_factory=list)
    """The answers that were read, as JSON text, in their order."""
    confidence: dict[str, float] = field(default_factory=dict)
    """How sure the model was of each string of its answers, by its words; see `asking.doubt`."""
    reasks: int = 0
    """How often the question was asked again."""
    failure: str | None = None
    """Why no answer, or no further one, could be read."""
    stuck: bool = False
    """Whether the last answer failed word for word as the one before it did."""
    strict: bool = False
    """Whether nothing with an issue is kept; see `drop_doubtful`."""

    def enter(self, entries: Iterable[tuple[str, E]]) -> None:
        """Check the entries that are not accepted yet; `reasons` then says what to ask again."""
        self.reasons = {}
        before = {key: entry for key, (entry, _) in self.rejected.items()}
        given: dict[str, list[E]] = {}
        listed = list(entries)
        for key, entry in listed:
            given.setdefault(key, []).append(entry)
        wanted = tuple(given) if self.ids is None else self.ids
        if self.ids is not None and len(listed) > MOST_AN_ID * max(len(wanted), 1):
            count = f"There are {len(listed)} entries for {len(wanted)} ids; give one for each."
            self.reasons[WHOLE] = [count]
            return
        strange = (key for key in given if key not in wanted)
        self.unknown = tuple(dict.fromkeys((*self.unknown, *strange)))
        for key in dict.fromkeys((*wanted, *self.rejected)):
            if key not in self.accepted:
                self._enter(key, given.get(key, []))
        now = {key: entry for key, (entry, _) in self.rejected.items()}
        self.stuck = bool(before) and before == now

    def _enter(self, key: str, given: list[E]) -> None:
        if len(given) != 1:
            self.reasons[key] = ["stands twice." if given else "there is no entry for it."]
            return
        [entry] = given
        issues = self.check(key, entry)
        against = [issue for issue in issues if self._asks_again(key, issue)]
        if against:
            self.rejected[key] = entry, against
            if any(issue.rule in self.final for issue in against):
                return
            self.reasked.setdefault(key, against)
            self.reasons[key] = [issue.message for issue in against]
            return
        self.accepted[key] = entry
        self.rejected.pop(key, None)
        if issues:
            self.warnings[key] = issues

    def _asks_again(self, key: str, issue: Issue) -> bool:
        if issue.severity == "firm":
            return not self.by_severity or key not in self.reasked
        return issue.severity == "hard"

    def recalled(self, answer: str) -> str:
        """What a model is shown of its last answer when it is asked again; `recall` says what fails alone."""
        failing = {key: entry for key, (entry, _) in self.rejected.items()}
        return (self.recall(failing) if self.recall and failing else "") or answer

    def refuse(self, reason: str) -> None:
        """Note that the last answer could not be read, and why."""
        self.reasons = {WHOLE: [reason]}

    def settle(self) -> None:
        """Close the question: where severities count, what has no hard issue is kept with a warning."""
        if not self.by_severity or self.strict:
            return
        for key, (entry, issues) in list(self.rejected.items()):
            if all(issue.severity != "hard" for issue in issues):
                self.accepted[key] = entry
                self.warnings[key] = issues
                del self.rejected[key]

    def drop_doubtful(self) -> None:
        """Reject what was accepted with a warning, and let nothing rejected be kept."""
        self.strict = True
        for key, issues in self.warnings.items():
            self.rejected[key] = self.accepted.pop(key), issues
        self.warnings = {}

    @property
    def failing(self) -> tuple[str, ...]:
        """The ids to ask again; all of them if an answer as a whole was no use, none if all passed."""
        if WHOLE in self.reasons:
            wanted = tuple(self.rejected) if self.ids is None else self.ids
            return tuple(key for key in wanted if key not in self.accepted)
        return tuple(key for key in self.reasons if key not in self.accepted)

    @property
    def doubtful(self) -> Mapping[str, E]:
        """The rejected entries, which a section may keep where dropping them would leave a hole."""
        return {} if self.strict else {key: entry for key, (entry, _) in self.rejected.items()}

    @property
    def missing(self) -> tuple[str, ...]:
        """The ids for which no usable entry came."""
        return tuple(key for key in self.ids or () if key not in self.accepted and key not in self.rejected)
