"""The part of a long French sentence that says its main point: a small model gets a short one right."""

import re

from summarizer.english.lemmas import is_finite

LONGEST = 20
"""Words up to which a sentence is left whole."""
TOO_LONG = 32
"""Words beyond which a small model is hardly ever sure of a whole sentence."""
SHORTEST = 8
_TAIL = re.compile(
    r"\s?,\s(?:(?:qui|dont|où|alors qu[e'’]|tandis qu[e'’]|ce qu[ei])(?!\w)"
    r"|(?:notamment|afin|après|grâce|soit|tout en|contre \d+"
    r"|(?:en )?(?!\w*avant|pourtant|cependant)[^\W\d_]+ant"
    r"|(?:les?\s|la\s|l['’])(?:[^\W\d_]+\s){1,3}(?:étant|ayant))\b(?=[^,]*$))"
    r"|\safin (?:de\s|d['’])(?=[^,]*$)"
)
"""What adds to what was said: a relative clause or a contrast, other words only at the end of a sentence.
A condition (« à condition que ») and a source (« selon ») limit what is said, and stay."""
_RESUMES = re.compile(r",\s(?:qu[e'’]|a|ont|est|sont|était|avait|étaient|avaient)(?!\w)")
"""The clause before the tail goes on behind it."""
_DENIES = re.compile(r"\b(?:ne\b|n['’])", re.IGNORECASE)
"""« n'a pas vendu le port afin de grandir »: it may have sold it."""
_ASIDE = re.compile(r"«[^«»]*»|\([^()]*\)|“[^“”]*”|\[[^\[\]]*\]|\"[^\"]*\"")
_BOUND = re.compile(
    r"\b(?:qui|que|dont|où|si|lorsque|quand|comme|puisque|(?:la|les|aux|du|des)?quel(?:le)?s?)\b"
    r"|\b(?:qu|s|lorsqu|puisqu)['’]",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+")
_AUXILIARIES = frozenset({
    "a", "ont", "est", "sont", "était", "étaient", "avait", "avaient", "sera", "seront", "va", "vont", "fut",
    "furent", "doit", "doivent", "peut", "peuvent",
})  # fmt: skip
_MARKS = (("«", "»"), ("(", ")"), ("“", "”"), ("[", "]"))


def main_clause_end(french: str) -> int:
    """Where a sentence can end early: before a relative clause or a contrast; its length where it cannot.

    >>> french = "Le port a vendu hier deux de ses grues à la ville de Brest, qui va les payer en dix mois."
    >>> french[main_clause_end(french) :]
    ', qui va les payer en dix mois.'
    """
    if len(french.split()) <= LONGEST:
        return len(french)
    for tail in _TAIL.finditer(french):
        kept = french[: tail.start()]
        if _RESUMES.search(french, tail.end()) or ("," not in tail[0] and _DENIES.search(kept)):
            continue
        if len(kept.split()) >= SHORTEST and _is_whole(kept):
            return tail.start()
    return len(french)


def _is_whole(kept: str) -> bool:
    """Whether what is left has its verb, and ends within no clause, quotation or bracket."""
    if any(kept.count(left) != kept.count(right) for left, right in _MARKS) or kept.count('"') % 2:
        return False
    kept = _ASIDE.sub(" ", kept)
    bounds = [match.start() for match in _BOUND.finditer(kept)]
    verbs = [match.start() for match in _WORD.finditer(kept) if _is_verb(match[0])]
    if not verbs or (bounds and bounds[0] < verbs[0]):
        return False
    return not bounds or bounds[-1] < verbs[-1]


def _is_verb(word: str) -> bool:
    return word in _AUXILIARIES or is_finite(word)
