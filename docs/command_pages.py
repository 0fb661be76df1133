"""A page per command, from its `--help`: docs/commands/NAME.md.

    python docs/command_pages.py

`tests/test_docs.py` says whether they are up to date.
"""

from collections.abc import Iterator
from pathlib import Path

import typer
from typer.testing import CliRunner

from summarizer.cli.main import app

FOLDER = Path(__file__).resolve().parent / "commands"
WIDTH = 100


def commands() -> Iterator[tuple[str, ...]]:
    """Give the words of every command: `("brief",)`, `("serve", "http")`."""
    for name, command in sorted(typer.main.get_group(app).commands.items()):
        inner = sorted(getattr(command, "commands", {}))
        yield from ((name, one) for one in inner)
        if not inner:
            yield (name,)


def page_of(words: tuple[str, ...]) -> str:
    """Return the page of a command."""
    shown = CliRunner().invoke(
        app, [*words, "--help"], prog_name="summarizer", terminal_width=WIDTH, max_content_width=WIDTH
    )
    name = " ".join(("summarizer", *words))
    text = "\n".join(line.rstrip() for line in shown.stdout.strip().splitlines())
    return f"# {name}\n\nWhat `{name} --help` prints.\n\n```text\n{text}\n```\n\n[All commands](README.md)\n"


def pages() -> dict[str, str]:
    """Return every page by its file's name; README.md lists them."""
    every = {f"{'-'.join(words)}.md": page_of(words) for words in commands()}
    lines = [f"- [{page.splitlines()[0].removeprefix('# ')}]({name})" for name, page in every.items()]
    index = (
        "# Commands\n\nGenerated from `--help` by `make commands`.\n\n"
        + "\n".join(lines)
        + "\n\nExit codes: 0 done, 1 something failed, 2 wrong usage, 3 `--strict` dropped something,"
        " 130 stopped by Ctrl-C.\n"
    )
    return every | {"README.md": index}


def main() -> None:
    """Write the pages, and remove those of commands that are gone."""
    FOLDER.mkdir(exist_ok=True)
    every = pages()
    for path in FOLDER.glob("*.md"):
        if path.name not in every:
            path.unlink()
    for name, page in every.items():
        (FOLDER / name).write_text(page, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
