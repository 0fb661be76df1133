"""What comes of the entries of an answer: accepted, rejected, asked again, kept with a warning."""

import pytest

from summarizer.asking.answer_state import WHOLE, AnswerState
from summarizer.asking.findings import findings_of
from summarizer.faithfulness.issue import Issue, Severity

SEVERITIES: dict[str, Severity] = {"wrong": "hard", "doubtful": "firm", "odd": "soft"}


def _check(_key, entry):
    found = [
        Issue(word, word, f"{word}.", severity) for word, severity in SEVERITIES.items() if word in entry
    ]
    return found + [Issue("qualifier", "about", "It says about.", "soft")] * ("about" in entry)


def _state(*ids, **options):
    return AnswerState(ids=ids or None, check=_check, **options)


def test_what_passed_stays():
    """Whatever a later answer says in its place; only what failed is asked again."""
    state = _state("N1", "N2")
    state.enter([("N1", "a"), ("N2", "wrong")])
    assert (state.reasons, state.failing) == ({"N2": ["wrong."]}, ("N2",))
    state.enter([("N1", "wrong"), ("N2", "b")])
    assert state.accepted == {"N1": "a", "N2": "b"}
    assert not state.rejected
    assert not state.reasons
    assert list(state.reasked) == ["N2"]


@pytest.mark.parametrize(
    ("entries", "reason"),
    [
        ([("N1", "a")], {"N2": ["there is no entry for it."]}),
        ([("N1", "a"), ("N2", "b"), ("N2", "c")], {"N2": ["stands twice."]}),
    ],
    ids=["missing", "twice"],
)
def test_ids_that_are_not_answered_once_are_asked_again(entries, reason):
    """Neither of two entries for one id is taken: which is meant cannot be known."""
    state = _state("N1", "N2")
    state.enter(entries)
    assert state.reasons == reason
    assert state.missing == ("N2",)


def test_an_id_that_was_not_asked_is_noted_and_left_out():
    """It asks nothing again: the model cannot mend an entry that nobody wants."""
    state = _state("N1")
    state.enter([("N1", "a"), ("N9", "b")])
    assert (state.accepted, state.reasons, state.unknown) == ({"N1": "a"}, {}, ("N9",))


def test_a_list_that_never_ends_is_not_looked_at():
    """It is refused for its length."""
    state = _state("N1")
    state.enter([(f"N{n}", "a") for n in range(1, 9)])
    assert state.reasons == {WHOLE: ["There are 8 entries for 1 ids; give one for each."]}
    assert state.failing == ("N1",)
    assert not state.accepted


@pytest.mark.parametrize("word", ["wrong", "doubtful"])
def test_what_is_no_remark_asks_again_where_severities_do_not_count(word):
    """What still fails at the end stays rejected, for its section to drop or keep."""
    state = _state("N1")
    state.enter([("N1", word)])
    state.settle()
    assert state.failing == ("N1",)
    assert list(state.rejected) == ["N1"]


def test_a_remark_never_asks_again():
    """The entry is accepted with a warning."""
    state = _state("N1")
    state.enter([("N1", "odd")])
    assert list(state.accepted) == ["N1"]
    assert [issue.severity for issue in state.warnings["N1"]] == ["soft"]


@pytest.mark.parametrize(
    ("word", "asked_again", "kept"),
    [("wrong", 2, False), ("doubtful", 1, True), ("odd", 0, True)],
    ids=["hard", "firm", "soft"],
)
def test_severity_says_how_often_and_to_what_end(word, asked_again, kept):
    """A model that stays with it: hard is dropped, firm and soft are kept with a warning."""
    state = _state("N1", by_severity=True)
    times = 0
    for _ in range(3):
        state.enter([("N1", word)])
        if not state.failing:
            break
        times += 1
    state.settle()
    assert min(times, 2) == asked_again
    assert ("N1" in state.accepted) is kept
    assert ("N1" in state.warnings) is kept


def test_a_firm_issue_is_kept_if_nothing_is_asked_again():
    """`settle` closes a question that may not be asked twice."""
    state = _state("N1", "N2", by_severity=True)
    state.enter([("N1", "doubtful"), ("N2", "wrong and doubtful")])
    state.settle()
    assert list(state.accepted) == ["N1"]
    assert list(state.rejected) == ["N2"]


def test_the_answer_itself_may_say_which_entries_there_are():
    """A list of key points: nothing is missing, and a failing one is asked again by its key."""
    state = _state()
    state.enter([("key_points.1", "a"), ("key_points.2", "wrong")])
    assert state.failing == ("key_points.2",)
    assert state.missing == ()
    state.enter([("key_points.2", "b")])
    assert list(state.accepted) == ["key_points.1", "key_points.2"]


def test_an_entry_that_is_not_given_again_stays_rejected():
    """It is not lost from sight, and not accepted."""
    state = _state()
    state.enter([("key_points.1", "wrong")])
    state.enter([])
    assert list(state.rejected) == ["key_points.1"]
    assert state.reasons == {"key_points.1": ["there is no entry for it."]}


def test_the_same_wrong_answer_twice_is_stuck():
    """One that differs is not."""
    state = _state("N1")
    state.enter([("N1", "wrong")])
    assert not state.stuck
    state.enter([("N1", "wrong still")])
    assert not state.stuck
    state.enter([("N1", "wrong still")])
    assert state.stuck


def test_nothing_doubtful_is_left_when_strict():
    """Also what was kept with a warning goes."""
    state = _state("N1", "N2", by_severity=True)
    state.enter([("N1", "odd"), ("N2", "a")])
    state.drop_doubtful()
    assert list(state.accepted) == ["N2"]
    assert not state.doubtful


@pytest.mark.parametrize("again", ["odd", "doubtful still"])
def test_strictly_what_was_asked_again_and_stays_doubtful_goes(again):
    """A remark is left after the second try, or the same complaint; without `strict` it is kept with it."""
    for strict in (False, True):
        state = _state("N1", "N2", by_severity=True)
        state.enter([("N1", "doubtful"), ("N2", "a")])
        assert state.failing == ("N1",)
        state.enter([("N1", again)])
        assert not state.reasons
        if strict:
            state.drop_doubtful()
        state.settle()
        actions = {f.action for f in findings_of([state], section_of=str) if f.words == again.split()[0]}
        assert actions == {"dropped" if strict else "kept"}
        assert list(state.accepted) == (["N2"] if strict else ["N2", "N1"])
