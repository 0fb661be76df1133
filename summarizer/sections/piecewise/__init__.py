"""What the plan for small models asks for each section: little at a time, about what code has chosen."""

from typing import cast

from summarizer.sections.piecewise import disputes, key_figures, overview, quotes, stakeholders
from summarizer.sections.piecewise.base import PiecewiseSection

PIECEWISE: dict[str, PiecewiseSection] = {
    module.SECTION: cast("PiecewiseSection", module)
    for module in (overview, key_figures, quotes, stakeholders, disputes)
}
"""In the order in which they are asked."""
