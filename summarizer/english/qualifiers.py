"""What English says before or behind a number about how exactly it holds."""

import re

from summarizer.schemas.brief import Qualifier

_BEFORE: dict[Qualifier, str] = {
    "less_than": r"less\sthan|fewer\sthan|lower\sthan|smaller\sthan|under|below|short\sof|shy\sof|not\squite",
    "more_than": r"more\sthan|over|above|upwards?\sof|in\sexcess\sof|exceed(?:s|ed|ing)?|north\sof"
    r"|greater\sthan|higher\sthan|larger\sthan|beyond|surpass(?:es|ed|ing)?|tops|topped|topping|better\sthan",
    "at_least": r"at\s(?:the\svery\s)?least|(?:no|not)\s(?:fewer|less)\sthan|a\sminimum\sof|minimum",
    "at_most": r"at\s(?:the\svery\s)?most|up\sto|(?:no|not)\smore\sthan|(?:not|never)\sexceed"
    r"|a\smaximum\sof|maximum"
    r"|as\s(?:many|much|high|long|far)\sas|limited\sto|capped\sat",
    "nearly": r"nearly|almost|close\sto|near(?:ing|s|ed)?|approaching|just\sunder|just\sbelow|practically"
    r"|virtually|a\slittle\sunder|just\sshort\sof|next\sto",
    "about": r"about|around|approximately|roughly|some|circa|an?\sestimated|estimated\sat|more\sor\sless"
    r"|in\sthe\s(?:region|order|neighbou?rhood|vicinity)\sof|on\sthe\sorder\sof|somewhere|barely|scarcely|approx\.?|~|≈|ca?\.",
}
_NEARLY_FIRST = ("nearly", "at_least", "at_most", "less_than", "more_than", "about")
_BEFORE_PATTERN = re.compile(
    r"(?:^|(?<=[\s(\[“\"«—–-]))(?:"
    + "|".join(f"(?P<{name}>{_BEFORE[name]})" for name in _NEARLY_FIRST)  # type: ignore[index]
    + r")[\s\u00a0]*(?:(?:a|an|the|its|their|his|her|about|between|from|whole|full|another)\s)?\Z",
    re.IGNORECASE,
)
_AFTER_PATTERN = re.compile(
    r"(?P<at_least>\sor\s(?:more|over|older|above)\b|\sat\sleast\b|\+(?!\w)|\sand\s(?:over|older|above)\b)"
    r"|(?P<at_most>\sor\s(?:less|fewer|under)\b|\sat\smost\b)|(?P<about>\sor\sso\b|(?:,\s|\s)approximately\b)"
    r"|(?P<more_than>\sand\smore\b)",
    re.IGNORECASE,
)
_REACH = 34  # characters: the longest phrase above with an article behind it
_LAST_WORDS = """
    than under below of quite over above exceed exceeds exceeded exceeding beyond surpass surpasses surpassed
    surpassing tops topped topping least minimum most to maximum as at nearly almost near nearing nears neared
    approaching practically virtually about around approximately roughly some circa estimated less somewhere
    barely scarcely approx c ca a an the its their his her between from whole full another"""
_MAY_END = frozenset(_LAST_WORDS.split())
"""The words on which such a phrase ends."""


def qualifier_at(text: str, start: int, end: int) -> Qualifier:
    """The qualifier of the number at `text[start:end]`, `exact` where nothing says otherwise."""
    before = text[max(0, start - _REACH) : start]
    last = before.rstrip(" .\u00a0\n").rpartition(" ")[2]
    may_end = not last.isalpha() or last.lower() in _MAY_END
    match = (_BEFORE_PATTERN.search(before) if may_end else None) or _AFTER_PATTERN.match(text, end)
    return match.lastgroup if match else "exact"  # type: ignore[return-value]
