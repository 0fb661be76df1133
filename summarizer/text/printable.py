"""Text from outside is made printable: what acts on a terminal or a page, and is not seen, is removed.

Files, models, servers and other people's briefs pass through here before anything of them is shown.
"""

import re

_ESCAPES = re.compile(
    r"\x1b(?:\[[0-?]*[ -/]*[@-~]"  # CSI: colours, cursor (ECMA-48, 5.4)
    r"|[\]PX^_][^\x07\x1b\x9c]*(?:\x07|\x1b\\|\x9c)"  # OSC, DCS, SOS, PM, APC up to their end (5.6)
    r"|[ -/]*[0-~])?"
    r"|\x9b[0-?]*[ -/]*[@-~]"
)
_CONTROLS = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2028\u2029\u2066-\u2069\ufeff]"
)
_HALVES = re.compile("[\ud800-\udfff]")
# What Python makes of bytes in a file's name that are no UTF-8; no terminal takes them.


def printable(text: str) -> str:
    r"""Remove from `text` what is not seen but acts on the display: escape codes, controls, direction marks.

    Newlines stay, a tab becomes a space; spaces of every width stay. A spoofed direction (U+202E) could
    make a figure read backwards.

    >>> printable("\x1b[31mred\x1b[0m \u202etxt.exe")
    'red txt.exe'
    """
    if text.isprintable() or text.replace("\u00a0", " ").replace("\u202f", " ").isprintable():
        return text  # nearly all; the patterns take four times as long
    text = _CONTROLS.sub("", _ESCAPES.sub("", text).replace("\t", " "))
    return _HALVES.sub("\ufffd", text)


def one_line(text: str) -> str:
    """Return what is seen of `text` on one line: each run of newlines and plain spaces is one space."""
    shown = printable(text)
    return (re.sub(r"[ \n]+", " ", shown) if "  " in shown or "\n" in shown else shown).strip()
