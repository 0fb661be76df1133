"""One module a section: how a model's drafts are checked, and how they become entries of the brief.

`SECTIONS` is their order in the prompt and in the brief. `piecewise/` has what the plan for small models asks
for each of them. `own/`: sections that a user brings.
"""

from collections.abc import Sequence
from typing import cast

from summarizer.sections import disputes, key_figures, overview, quotes, stakeholders
from summarizer.sections.base import Section
from summarizer.sections.own.section import OwnSection

SECTIONS: dict[str, Section] = {
    module.SECTION: cast("Section", module)
    for module in (overview, key_figures, quotes, stakeholders, disputes)
}


def sections_with(own: Sequence[OwnSection] = ()) -> dict[str, Section]:
    """The sections of a brief: those of the contract, and those that a user brings."""
    return SECTIONS | {section.name: cast("Section", section) for section in own}
