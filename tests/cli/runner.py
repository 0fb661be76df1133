"""The command line, run in this process."""

from typer.testing import CliRunner

from summarizer.cli.main import app


def run(*arguments, stdin=None):
    """Run the command line."""
    return CliRunner().invoke(app, [str(argument) for argument in arguments], input=stdin)
