"""One module a section: how a model's drafts are checked, and how they become entries of the brief.

`SECTIONS` is their order in the prompt and in the brief. `piecewise/` has what the plan for small models asks
for each of them.
"""

from typing import cast

from summarizer.sections import disputes, key_figures, overview, quotes, stakeholders
from summarizer.sections.base import Section

SECTIONS: dict[str, Section] = {
    module.SECTION: cast("Section", module)
    for module in (overview, key_figures, quotes, stakeholders, disputes)
}
