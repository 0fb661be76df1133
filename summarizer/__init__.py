"""French news articles to structured English briefs; figures and quotations are the article's own.

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
    "Article": "schemas.brief",
    "Brief": "schemas.brief",
    "Choice": "models.choice",
    "Options": "pipeline",
    "Result": "batch.many",
    "asummarize": "pipeline",
    "briefs_frame": "output.export.frame",
    "check_statement": "faithfulness",
    "choose_model": "models.choice",
    "open_model": "models.choice",
    "read_article": "articles.read",
    "read_articles": "articles.read",
    "summarize": "pipeline",
    "summarize_many": "batch.many",
}
# The module of each public name; that of an error is `errors`.


def __getattr__(name: str) -> Any:
    """Import a public name when it is first used, so that `summarizer --help` answers at once."""
    from importlib import import_module  # noqa: PLC0415

    if name not in __all__:
        raise AttributeError(f"module 'summarizer' has no attribute {name!r}")
    return getattr(import_module(f"summarizer.{_HOMES.get(name, 'errors')}"), name)
