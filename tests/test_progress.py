"""Progress: a bar in a terminal, lines elsewhere, nothing but errors where quiet is asked for."""

import pytest

from summarizer.articles.article import make_article
from summarizer.cli import progress
from summarizer.cli.progress import article_progress


@pytest.fixture
def every(monkeypatch):
    """Every step is worth a line."""
    monkeypatch.setattr(progress, "EVERY", 0.0)


@pytest.mark.usefixtures("every")
def test_lines_say_what_and_how_far(capsys):
    """On standard error; names of sections as words."""
    with article_progress(quiet=False) as report:
        report.say("model: local [why]")
        report.asked("a.txt")("key_figures", 1, 4)
        report.bytes_joined(1, 2)
        report.clear()
    out, err = capsys.readouterr()
    assert out == ""
    assert err.splitlines() == [
        "model: local [why]",
        "a.txt: key figures (25 %)",
        "joining the parts of the embedded model (50 %)",
    ]


def test_lines_are_few(capsys):
    """One in a while, and the last."""
    with article_progress(quiet=False) as report:
        for done in range(1, 101):
            report.asked("a.txt")("quotes", done, 100)
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) <= 2
    assert lines[-1] == "a.txt: quotes (100 %)"


def test_nothing_in_all_is_no_division_by_zero(capsys):
    """An article that asks nothing."""
    with article_progress(quiet=False) as report:
        report.asked("a.txt")("quotes", 0, 0)
    assert "0 %" in capsys.readouterr().err


@pytest.mark.usefixtures("every")
def test_quiet_means_errors_alone(capsys):
    """They are said all the same."""
    with article_progress(quiet=True) as report:
        report.say("model: local")
        report.asked("a.txt")("quotes", 1, 1)
        report.say("summarizer: no file", error=True)
        report.clear()
    assert capsys.readouterr().err == "summarizer: no file\n"


def test_a_terminal_has_a_bar_that_goes_away(capsys, monkeypatch):
    """It names the section, and can be taken away before the brief is printed."""
    monkeypatch.setenv("FORCE_COLOR", "1")
    with article_progress(quiet=False) as report:
        report.clear()
        report.asked("a[b].txt")("key_figures", 1, 2)
        report.asked("a[b].txt")("quotes", 2, 2)
        report.clear()
        report.asked("c.txt")("overview", 1, 3)
        report.say("wrote c.json")
    shown = capsys.readouterr().err
    assert "a[b].txt: key figures" in shown
    assert "wrote c.json" in shown
    assert "\x1b[" in shown


def test_what_code_finds_is_said_before_a_model_answers():
    """Figures in English, quotations with their speakers, names: no model, so within a second or two."""
    from summarizer.cli.preview import preview  # noqa: PLC0415
    from tests.articles import BARE, STORY  # noqa: PLC0415

    figures, quoted, names = preview(make_article(STORY))
    assert "€2.4 million" in figures
    assert "(Marie Kervadec)" in quoted
    assert "Ostrelec" in names
    assert list(preview(make_article(BARE))) == []
