"""Words that bear a capital only because they begin a sentence, and verbs that show who acts.

Data alone; closed classes of French grammar and frequent openers of news sentences.
"""

from summarizer.french.lexicon import entries

OPENERS = frozenset(entries("sentence_openers"))
"""Words, in lower case, that are no name when they begin a sentence."""

AUXILIARIES = frozenset(entries("verb_forms_behind_names"))
"""Frequent finite forms, third person, of irregular verbs."""

CLITICS = frozenset({"en", "l'", "leur", "lui", "l’", "n'", "ne", "n’", "s'", "se", "s’", "y"})
"""Words that only stand before a verb (or, of `l'` and `leur`, mostly)."""


def _verb_forms() -> frozenset[str]:
    """Third-person forms of the regular verbs (present, imperfect, future, conditional, past historic)."""
    endings = ("e", "ent", "ait", "aient", "era", "eront", "erait", "eraient", "a", "èrent")
    return AUXILIARIES | {
        stem + ending for stem in entries("verb_stems_behind_names") for ending in endings
    } - {
        "porta",
        "table",
    }


ACTION_VERBS = _verb_forms()
"""Finite third-person forms that show the noun before them to be a subject."""

SPEECH_STEMS = entries("speech_stems_behind_names")
"""Beginnings of the forms of verbs of speech, for a subject that follows its verb (« a déclaré X »)."""
