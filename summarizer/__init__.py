"""French news articles to structured English briefs in which no quotation and no number can be wrong.

from summarizer import summarize
brief = summarize(open("article.txt").read())
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from summarizer.articles.read import read_article, read_articles
    from summarizer.batch.many import Result, summarize_many
    from summarizer.errors import (
        ArticleError,
        ArticleTooLong,
        BatchError,
        ModelError,
        ModelOutputError,
        ModelRefused,
        ModelUnavailable,
        SummarizerError,
    )
    from summarizer.faithfulness import check_statement
    from summarizer.models.choice import Choice, choose_model, open_model
    from summarizer.output.export.frame import briefs_frame
    from summarizer.pipeline import Options, asummarize, summarize
    from summarizer.schemas.brief import Article, Brief

__all__ = [
    "Article",
    "ArticleError",
    "ArticleTooLong",
    "BatchError",
    "Brief",
    "Choice",
    "ModelError",
    "ModelOutputError",
    "ModelRefused",
    "ModelUnavailable",
    "Options",
    "Result",
    "SummarizerError",
    "asummarize",
    "briefs_frame",
    "check_statement",
    "choose_model",
    "open_model",
    "read_article",
    "read_articles",
    "summarize",
    "summarize_many",
]

_HOMES = {
    "summarizer.articles.read": ("read_article", "read_articles"),
    "summarizer.models.choice": ("Choice", "choose_model", "open_model"),
    "summarizer.faithfulness": ("check_statement",),
    "summarizer.output.export.frame": ("briefs_frame",),
    "summarizer.batch.many": ("Result", "summarize_many"),
    "summarizer.pipeline": ("Options", "asummarize", "summarize"),
    "summarizer.schemas.brief": ("Article", "Brief"),
}


def __getattr__(name: str) -> Any:
    """Public names are imported when they are first used: `summarizer --help` answers at once."""
    from importlib import import_module  # noqa: PLC0415

    if name not in __all__:
        raise AttributeError(f"module 'summarizer' has no attribute {name!r}")
    home = next((module for module, names in _HOMES.items() if name in names), "summarizer.errors")
    return getattr(import_module(home), name)
