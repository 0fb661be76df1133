"""Prompt templates: Markdown files whose second-level headings name the turns of a conversation.

`## System`, then worked examples as pairs of `## User` and `## Assistant`, and a last `## User` that
holds `{passage}`. Article text is put in by one replacement, after everything else; no template
engine ever sees it. An assistant's turn is JSON in the normal form, `{id: entry}`.
"""

import hashlib
import re
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from importlib.resources import files

from summarizer.models.wires import Message

SLOT = "{passage}"
FRAMES = ("whole", "second_reader", "choose")
"""Prompts that belong to no single section."""


@dataclass(frozen=True, slots=True)
class Template:
    """The turns of a section's prompt, as (role, words); the last is the user's, with the slot."""

    turns: tuple[tuple[str, str], ...]

    def messages(self, passage: str) -> list[Message]:
        """The conversation for one passage, with the worked answers."""
        role, last = self.turns[-1]
        before, after = last.split(SLOT)
        shown = [{"role": r, "content": words} for r, words in self.turns[:-1]]
        return [*shown, {"role": role, "content": before + passage + after}]


def parse_template(text: str) -> Template:
    """Read a template.

    Raises ValueError where the turns are not system, then pairs, then the user's with one slot.
    """
    parts = re.split(r"^## (System|User|Assistant)[ \t]*$", text, flags=re.MULTILINE)
    turns = tuple((role.lower(), words.strip()) for role, words in zip(parts[1::2], parts[2::2], strict=True))
    roles = [role for role, _ in turns]
    pairs = ["user", "assistant"] * ((len(roles) - 2) // 2)
    if roles != ["system", *pairs, "user"]:
        raise ValueError(f"a template's turns are system, user/assistant pairs, user; found {roles}")
    if turns[-1][1].count(SLOT) != 1:
        raise ValueError(f"a template's last turn holds {SLOT} once")
    return Template(turns)


@cache
def load_template(section: str) -> Template:
    """The template of a section, from `prompts/<section>.md`."""
    return parse_template(read_prompt(section))


@cache
def package_version() -> str:
    """The package's version; reading it takes some milliseconds."""
    return version("grounded-summarizer")


@cache
def prompts_fingerprint(sections: tuple[str, ...]) -> str:
    """SHA-256, shortened to 16 hexadecimal digits, of the sections' templates."""
    return _digest([read_prompt(name) for name in (*sections, *FRAMES)])


@cache
def schemas_fingerprint(sections: tuple[str, ...]) -> str:
    """SHA-256, shortened to 16 hexadecimal digits, of the sections' schemas and the brief's."""
    return _digest([_file("schemas", f"{name}.py") for name in (*sections, "brief")])


@cache
def read_prompt(name: str) -> str:
    """The words of `prompts/<name>.md`."""
    return _file("prompts", f"{name}.md")


def _digest(contents: list[str]) -> str:
    return hashlib.sha256("\0".join(contents).encode()).hexdigest()[:16]


def _file(folder: str, name: str) -> str:
    return files("summarizer").joinpath(folder, name).read_text(encoding="utf-8")
