"""The verbs that report words: every form that is generated is French."""

import pytest

from summarizer.french.conjugation import Form, conjugate_first_group, conjugate_second_group, read_irregular
from summarizer.french.lexicon import entries
from summarizer.french.quotations.verbs import form_of, verb_forms
from summarizer.text.dictionary import is_known_french

NEW = {"tweeter", "retweeter", "twitter", "tacler", "recontextualiser"}
"""Verbs of the press that the dictionary does not have; they are conjugated as « aimer »."""
REPORTING = """
rejette riposte concède argue fulmine tacle tweete lâche répète considère appelle rejettera protège modère
grommelle retweete jette garantit surenchérit relance nuance
"""
FIRST_GROUP = [
    verb
    for name in ("verbs_of_saying_er", "verbs_of_saying_reflexive", "verbs_of_judging", "verbs_of_intention")
    for verb in entries(name)
]


def is_french(form, infinitive):
    """Whether a dictionary has a form, or it has the stem of an infinitive that the dictionary has."""
    regular = (
        infinitive and form.startswith(infinitive[:-2]) and (is_known_french(infinitive) or infinitive in NEW)
    )
    new_future = form.replace("è", "é") if form.endswith(("era", "eront", "erait", "eraient")) else form
    return (
        is_known_french(form)
        or is_known_french(new_future)
        or (regular and form[len(infinitive) - 2 :].lstrip("e")[:2] not in {"tt", "ll"})
    )


@pytest.mark.parametrize("infinitive", sorted(set(FIRST_GROUP)))
def test_first_group(infinitive):
    """« Rejeter » gives « rejette », never « rejète »."""
    assert infinitive.endswith("er")
    assert [form for form in conjugate_first_group(infinitive) if not is_french(form, infinitive)] == []


@pytest.mark.parametrize("infinitive", FIRST_GROUP)
def test_changed_stems(infinitive):
    """A form whose stem differs from the infinitive's is one that the dictionary has."""
    stem = infinitive[:-2]
    changed = [form for form in conjugate_first_group(infinitive) if not form.startswith(stem)]
    assert [form for form in changed if not is_french(form, "")] == []


@pytest.mark.parametrize("infinitive", entries("verbs_of_saying_ir"))
def test_second_group(infinitive):
    """« Garantir » gives « garantissait »."""
    forms = conjugate_second_group(infinitive)
    assert is_known_french(infinitive)
    assert [form for form in forms if not is_french(form, infinitive[:-1] + "r")] == []


@pytest.mark.parametrize("entry", entries("verbs_of_saying_irregular"))
def test_irregular(entry):
    """Forms that are listed are in the dictionary, with the circumflex before 1990."""
    _, forms = read_irregular(entry)
    assert [form for form in forms if not is_known_french(form) and form != "reconnait"] == []


@pytest.mark.parametrize("form", REPORTING.split())
def test_reporting_forms(form):
    """Forms that were missing, or wrong, report words now."""
    reports = Form.FINITE in form_of(form) and Form.SAYS in form_of(form)
    assert reports == (form not in {"protège", "jette"})


@pytest.mark.parametrize("form", ["rejète", "tweète", "défenda", "rappele", "promettèrent", "suggére"])
def test_no_french_forms(form):
    """What is not French is no form."""
    assert form not in verb_forms()
