"""The names of a text, as the tests of names ask for them."""

from summarizer.french import Name, find_names


def named(text: str) -> dict[str, Name]:
    """The names of a text by their most complete form."""
    return {name.text: name for name in find_names(text)}


def mentions(text: str, name: str) -> list[str]:
    """The mentions of the party that bears `name`."""
    return [mention.text for mention in named(text)[name].mentions]
