"""A brief is shown: for programs (`to_json`), pages (`to_markdown`, `to_html`), files (`to_text`)
and terminals.

What a marked article looks like is in `summarizer.output.render.article_marks`, which needs the French room.
"""

from summarizer.output.render.json import to_json
from summarizer.output.render.markdown import to_markdown
from summarizer.output.render.terminal import print_brief, to_text

__all__ = ["print_brief", "to_json", "to_markdown", "to_text"]
