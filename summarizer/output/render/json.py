"""A brief as JSON, for other programs."""

from summarizer.schemas.brief import Brief


def to_json(brief: Brief, *, indent: int | None = 2) -> str:
    """Write `brief` as JSON, French letters as they are and decimals as strings.

    `Brief.model_validate_json` reads it back as it was. `indent=None` gives one line, for JSON Lines.
    """
    return brief.model_dump_json(indent=indent)
