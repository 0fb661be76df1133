"""Sections that a user brings: declared in TOML, written in Python, or installed with another package."""

from summarizer.faithfulness.issue import Issue
from summarizer.sections.own.definition import OwnField
from summarizer.sections.own.loading import find_section, read_section, refuse_twice
from summarizer.sections.own.section import Draft, OwnSection

__all__ = ["Draft", "Issue", "OwnField", "OwnSection", "find_section", "read_section", "refuse_twice"]
