"""Several briefs together: events, figures that differ between papers, who said what.

    from summarizer.digest import digest
    from summarizer.output.brief_files import find_briefs

    for event in digest(find_briefs(Path("out"))).events:
        print(event.headline, [row.relation for row in event.rows])

No model is needed. `Digester` takes briefs in bit by bit and gives the same digest whatever their order.
"""

from summarizer.digest.digester import Digester, digest
from summarizer.digest.filters import select
from summarizer.digest.folder import digest_folder

__all__ = ["Digester", "digest", "digest_folder", "select"]
