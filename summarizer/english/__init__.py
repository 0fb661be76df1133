"""The room that knows English: numbers read and rendered, names, and whether a text is English."""

from summarizer.english.figures import render_number
from summarizer.english.numbers import find_numbers

__all__ = ["find_numbers", "render_number"]
