"""One statement, held against its evidence by every rule, in a fixed order of precedence."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from summarizer.faithfulness.codes import RULES
from summarizer.faithfulness.evidence import Evidence, read_evidence
from summarizer.faithfulness.form import form_issues
from summarizer.faithfulness.issue import Issue
from summarizer.faithfulness.likeness import likeness
from summarizer.faithfulness.names.additions import invented_names, is_added
from summarizer.faithfulness.names.holders import holder_issues
from summarizer.faithfulness.names.missing import missing_names
from summarizer.faithfulness.names.offices import office_issues
from summarizer.faithfulness.names.spelling import is_spelt_apart
from summarizer.faithfulness.names.things import thing_issues
from summarizer.faithfulness.numbers.bounds import bounds_agree
from summarizer.faithfulness.numbers.counted import counted_issues, noun_issues
from summarizer.faithfulness.numbers.crossed import crossed_issues
from summarizer.faithfulness.numbers.deadlines import deadline_issues, dropped_deadline_issues
from summarizer.faithfulness.numbers.displaced import displaced_issues
from summarizer.faithfulness.numbers.ends import ends_issues
from summarizer.faithfulness.numbers.implied_measures import marker_issues, measure_issues
from summarizer.faithfulness.numbers.multiples import multiple_issues
from summarizer.faithfulness.numbers.ranks import rank_issues
from summarizer.faithfulness.numbers.rates import rate_issues
from summarizer.faithfulness.numbers.repeated import repeated_issues
from summarizer.faithfulness.numbers.shares import share_issues
from summarizer.faithfulness.numbers.signs import sign_issues
from summarizer.faithfulness.numbers.time_sides import elapsed_issues
from summarizer.faithfulness.numbers.times_told import afternoon_issues, since_issues, term_issues
from summarizer.faithfulness.numbers.units import currency_issues
from summarizer.faithfulness.numbers.values import number_issues
from summarizer.faithfulness.said import Said, read_statement
from summarizer.faithfulness.senses.absolutes import absolute_issues
from summarizer.faithfulness.senses.agents import agent_issues
from summarizer.faithfulness.senses.contests import contest_issues
from summarizer.faithfulness.senses.denied_clauses import denied_clause_issues
from summarizer.faithfulness.senses.direction import direction_issues
from summarizer.faithfulness.senses.doers import doer_issues
from summarizer.faithfulness.senses.false_friends import false_friend_issues
from summarizer.faithfulness.senses.modality import modality_issues
from summarizer.faithfulness.senses.negation import is_dropped, negation_issues
from summarizer.faithfulness.senses.parts_played import part_issues
from summarizer.faithfulness.senses.periods import period_issues
from summarizer.faithfulness.senses.prefixes import prefix_issues
from summarizer.faithfulness.senses.speaker_changes import speaker_issues
from summarizer.faithfulness.senses.steps import moment_issues, step_issues
from summarizer.faithfulness.senses.tenses import tense_issues
from summarizer.faithfulness.senses.trends import trend_issues
from summarizer.faithfulness.untranslated import copy_issues, language_issues

_Find = Callable[[Said, Evidence], list[Issue]]


@dataclass(frozen=True, slots=True)
class _Rule:
    """A rule about senses. Of the rules of one `group`, the first that speaks is heard alone."""

    name: str
    group: str
    find: _Find


_RULES = (
    _Rule("currency", "measure", lambda said, evidence: currency_issues(said.text, evidence)),
    _Rule("marker", "measure", marker_issues),
    _Rule("measure", "measure", measure_issues),
    _Rule("sign", "sign", sign_issues),
    _Rule("rate", "rate", rate_issues),
    _Rule("share", "share", share_issues),
    _Rule("ends", "ends", ends_issues),
    _Rule("multiple", "multiple", multiple_issues),
    _Rule("counted", "counted", counted_issues),
    _Rule("counted_noun", "counted", noun_issues),
    _Rule("place", "place", rank_issues),
    _Rule("parts", "parts", part_issues),
    _Rule("agent", "parts", agent_issues),
    _Rule("doer", "parts", doer_issues),
    _Rule("contest", "parts", contest_issues),
    _Rule("speaker", "speaker", speaker_issues),
    _Rule("office", "office", office_issues),
    _Rule("holder", "office", holder_issues),
    _Rule("step", "step", step_issues),
    _Rule("elapsed", "deadline", elapsed_issues),
    _Rule("crossed", "deadline", crossed_issues),
    _Rule("deadline", "deadline", deadline_issues),
    _Rule("dropped_deadline", "deadline", dropped_deadline_issues),
    _Rule("since", "deadline", since_issues),
    _Rule("term", "term", term_issues),
    _Rule("half_day", "half_day", afternoon_issues),
    _Rule("repeated", "repeated", repeated_issues),
    _Rule("tense", "tense", tense_issues),
    _Rule("period", "period", period_issues),
    _Rule("moment", "period", moment_issues),
    _Rule("direction", "direction", direction_issues),
    _Rule("trend", "direction", trend_issues),
    _Rule("false_friend", "false_friend", false_friend_issues),
    _Rule("prefix", "negation", prefix_issues),
    _Rule("negation", "negation", negation_issues),
    _Rule("denied_clause", "negation", denied_clause_issues),
    _Rule("modality", "modality", modality_issues),
    _Rule("absolute", "absolute", absolute_issues),
)
"""The rules about senses, in order of precedence."""
_CONTEXT = 0.5
"""The share of a statement's words from which on it renders the sentences before the cited ones."""
_BOUNDS = frozenset({"direction", "qualifier"})
_NUMBER_RULES = {"number": "number", "unit": "unit", "direction": "bound", "qualifier": "rounding"}
"""Which rule a finding about a number comes from, by its code."""


def check(
    english: str, evidence: Sequence[str], *, article: str | None = None, before: Sequence[str] = ()
) -> list[Issue]:
    """Return what is wrong with an English statement, compared with the French text that it rests on.

    `evidence` are the cited sentences and `before` the sentence before each, which may supply what the
    cited ones leave out. Numbers, dates, ages and names are looked for in all of `article`: one that
    stands elsewhere in it is no issue (`widen` gives the sentences to add to the evidence), one that
    stands nowhere in it is. Deterministic; never raises.
    """
    cited = read_evidence(evidence)
    around = read_evidence([*before, *evidence]) if before else cited
    whole = around if article is None else _whole(article, evidence)
    wrong_form = form_issues(english, whole.text) or _not_english(english, around)
    if wrong_form:
        return [_graded(issue, issue.rule or issue.code) for issue in wrong_form]
    statement = read_statement(english)
    found = _numbers(statement, cited, around, whole)
    if article is not None and cited is not whole:
        found += _displaced(statement, found, around, article)
    numbers = [_graded(issue, issue.rule or _NUMBER_RULES[issue.code]) for issue in found]
    names = _names(english, around, whole)
    things = [_graded(issue, "thing") for issue in thing_issues(statement, whole)]
    units = all(issue.code != "unit" for issue in numbers)
    senses = [
        issue
        for issue in _senses(statement, cited, around, renders_context=_renders(english, before))
        if (units or issue.rule not in {"currency", "measure"})
        and not any(_covers(other, issue) for other in numbers)
    ]
    return [*numbers, *names, *things, *senses]


def _whole(article: str, evidence: Sequence[str]) -> Evidence:
    """The article, and what is cited and stands nowhere in it: one text for all of its statements."""
    return read_evidence([article, *(piece for piece in evidence if piece not in article)])


def _names(english: str, around: Evidence, whole: Evidence) -> list[Issue]:
    """The names that the French does not have; what explains another name is a remark."""
    rules = dict.fromkeys(invented_names(english, around, whole), "invented_name")
    for name in missing_names(english, [around, whole]):
        if is_spelt_apart(name, english, whole):
            rules[name] = "spelling"
        else:
            rules[name] = "added_name" if is_added(name, english, around, whole) else "name"
    return [
        _graded(Issue("name", name, f"“{name}” is not in the French text."), rule)
        for name, rule in rules.items()
    ]


def _not_english(english: str, french: Evidence) -> list[Issue]:
    return copy_issues(english, french) or language_issues(english)


def _numbers(statement: Said, *scopes: Evidence) -> list[Issue]:
    """The issues about numbers that remain in every scope, as the narrowest scope puts them.

    A wider scope can also turn one into a remark: the number stands there with another bound.
    """
    issues = number_issues(statement, scopes[0])
    for scope in dict.fromkeys(scopes[1:]):
        if not issues or scope is scopes[0]:
            continue
        wider = {issue.words: issue for issue in number_issues(statement, scope)}
        issues = [
            found if (found := wider.get(issue.words, issue)).code == "qualifier" else issue
            for issue in issues
            if issue.words in wider
            or (issue.code == "unit" and not _has_unit(statement, issue, scope))
            or (issue.code in _BOUNDS and not _has_bound(statement, issue, scope))
        ]
    return issues


def _displaced(statement: Said, found: Sequence[Issue], around: Evidence, article: str) -> list[Issue]:
    """The numbers that are in the article alone, in a sentence about something else."""
    if not statement.numbers:
        return []
    lacking = {issue.words for issue in number_issues(statement, around) if issue.code == "number"}
    return displaced_issues(statement, lacking - {issue.words for issue in found}, around, article)


def _has_bound(statement: Said, issue: Issue, scope: Evidence) -> bool:
    """Whether a number of the statement stands in the French with its own unit and a bound of its kind."""
    said = [each for each in statement.numbers if each.text == issue.words]
    return any(
        (one.value, one.unit) == (each.value, each.unit) and bounds_agree(one.qualifier, each.qualifier)
        for one in said
        for each in scope.numbers
    )


def _has_unit(statement: Said, issue: Issue, scope: Evidence) -> bool:
    """Whether a number of the statement stands in the French with its own unit, which may leave out none."""
    said = [(each.value, each.unit) for each in statement.numbers if each.text == issue.words]
    return any((each.value, each.unit) in said for each in scope.numbers)


def _renders(english: str, before: Sequence[str]) -> bool:
    """Whether a statement says what the sentences before the cited ones say."""
    return bool(before) and (likeness(english, before) or 0) >= _CONTEXT


def _senses(statement: Said, cited: Evidence, around: Evidence, *, renders_context: bool) -> Iterator[Issue]:
    """The issues about senses that the cited sentences raise and what stands around them does not settle.

    A denial of another sentence does not excuse one that is missing in the cited clause.
    """
    heard: set[str] = set()
    for rule in _RULES:
        if rule.group in heard or not (issues := rule.find(statement, cited)):
            continue
        if rule.find is negation_issues and is_dropped(issues[0]) and not renders_context:
            heard.add(rule.group)
            yield from (_graded(issue, rule.name) for issue in issues)
            continue
        if around is cited or rule.find(statement, around):
            heard.add(rule.group)
            yield from (_graded(issue, rule.name) for issue in issues)


def _graded(issue: Issue, rule: str) -> Issue:
    code, severity = RULES[rule]
    return replace(issue, code=code, rule=rule, severity=severity)


def _covers(number: Issue, sense: Issue) -> bool:
    """Whether a finding about a number already speaks of the same thing (« three weeks », « weeks »)."""
    return number.code == sense.code or bool(sense.words and sense.words in number.words)
