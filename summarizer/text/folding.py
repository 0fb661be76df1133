"""Letters, whatever the language."""


def small_letters(text: str) -> str:
    """Lower case of the same length, so that offsets hold: « İ », two characters in lower case, stays."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(small if len(small := letter.lower()) == 1 else letter for letter in text)
