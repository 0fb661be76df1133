"""How many tokens a text has, about: counted from its characters, because each model counts its own way."""

from collections.abc import Mapping, Sequence

CHARACTERS_A_TOKEN = 3.0
"""Of French and of JSON Schema, at the least: what is counted by it is counted too high, not too low."""


def count_tokens(messages: Sequence[Mapping[str, str]], schema: str = "") -> int:
    """Return about how many tokens messages have, and a schema that is shown with them."""
    shown = sum(len(message["content"]) for message in messages)
    return int((shown + len(schema)) / CHARACTERS_A_TOKEN)
