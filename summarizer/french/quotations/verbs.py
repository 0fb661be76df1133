"""What a word can do as a verb that reports words; the verbs stand in lexicon/verbs_*.txt."""

from functools import cache

from summarizer.french.conjugation import (
    Form,
    conjugate_first_group,
    conjugate_second_group,
    read_irregular,
)
from summarizer.french.lexicon import entries

__all__ = ["Form", "form_of"]

_FIRST_GROUP = {
    "verbs_of_saying_er": Form.SAYS,
    "verbs_of_saying_reflexive": Form.SAYS,
    "verbs_of_judging": Form.JUDGES,
    "verbs_of_intention": Form.INTENDS,
}
_IRREGULAR_USE = {
    **dict.fromkeys(("vouloir", "entendre", "prévoir"), Form.INTENDS),
    **dict.fromkeys(("décrire", "défendre", "promettre", "craindre"), Form.SAYS | Form.JUDGES),
    **dict.fromkeys(("promouvoir", "ressentir"), Form.JUDGES),
    "faire": Form.SAYS | Form.JUDGES,
    **dict.fromkeys(("voir", "inscrire"), Form.JUDGES),
    **dict.fromkeys(("ouvrir", "offrir", "lire", "retenir"), Form(0)),
}


@cache
def verb_forms() -> dict[str, Form]:
    """Return every form with what it can be."""
    table: dict[str, Form] = {}

    def add(forms: dict[str, Form], use: Form) -> None:
        for word, form in forms.items():
            table[word] = table.get(word, Form(0)) | form | use

    for name, use in _FIRST_GROUP.items():
        for infinitive in entries(name):
            add(conjugate_first_group(infinitive), use)
    for infinitive in entries("verbs_of_saying_ir"):
        add(conjugate_second_group(infinitive), Form.SAYS)
    for entry in entries("verbs_of_saying_irregular"):
        infinitive, forms = read_irregular(entry)
        add(forms, _IRREGULAR_USE.get(infinitive, Form.SAYS))
    return table


_NO_FORM = Form(0)


def form_of(word: str) -> Form:
    """Return what a word can be as a reporting verb; `Form(0)` where it is none. Case does not count.

    >>> Form.SAYS in form_of("rejette")
    True
    """
    return verb_forms().get(word.lower(), _NO_FORM)
