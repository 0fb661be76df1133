"""The seal of a brief, its signature, and what a brief leaves out of its article."""

import json

import pytest
from typer.testing import CliRunner

from summarizer.batch.outputs import patched
from summarizer.cli.main import app
from summarizer.not_listed import not_listed
from summarizer.schemas.brief import Brief
from summarizer.seal import check_seal, fingerprint, sealed
from tests.sample_brief import sample
from tests.sound import summarized

KEY = b"a key of thirty bytes or so !!"

CHANGES = {
    "title": ("article", "title", "Another title"),
    "date": ("article", "published", "2001-01-01"),
    "site": ("article", "site", "another.example"),
    "model": ("provenance", "model", "another/model"),
    "seconds": ("provenance", "seconds", 1.5),
    "headline": ("headline", "en", "Something else"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=list(CHANGES))
def test_a_change_does_not_fit_the_seal(change):
    """Whatever is changed, also what no rule can check."""
    part, name, value = change
    values = sealed(sample()).model_dump(mode="json")
    values[part][name] = value
    [failure] = check_seal(Brief.model_validate(values))
    assert failure.path == "seal.sha256"


@pytest.mark.parametrize("field", ["key_points", "key_figures", "stakeholders", "quotes"])
def test_a_dropped_entry_does_not_fit_the_seal(field):
    """Every list is under the seal."""
    values = sealed(sample()).model_dump(mode="json")
    values[field] = values[field][:-1]
    assert check_seal(Brief.model_validate(values))


def test_the_seal_outlives_its_file():
    """Written as JSON in another order and read again, the brief is the same."""
    brief = sealed(sample())
    values = json.loads(brief.model_dump_json())
    again = Brief.model_validate(dict(reversed(values.items())))
    assert fingerprint(again) == fingerprint(brief)
    assert check_seal(again) == []


def test_every_brief_is_sealed_as_it_is_made():
    """Whatever made it: a change of what no rule can check shows without anybody having sealed it."""
    brief = summarized("tramway-valmerac.fr.txt")
    assert brief.seal is not None
    assert check_seal(brief) == []
    renamed = brief.article.model_copy(update={"title": "Another title"})
    assert check_seal(brief.model_copy(update={"article": renamed}))


def test_an_identical_article_has_a_seal_of_its_own():
    """With its own source, title and date; a brief that was changed in between is no one's."""
    brief = sealed(sample())
    twin = Brief.model_validate_json(patched(brief.model_dump_json(), "b.txt", "Another title", None))
    assert (twin.article.source, twin.article.title) == ("b.txt", "Another title")
    assert check_seal(twin) == []
    assert twin.seal
    assert brief.seal
    assert twin.seal.sha256 != brief.seal.sha256
    changed = brief.model_copy(update={"quotes": ()})
    with pytest.raises(ValueError, match="seal"):
        patched(changed.model_dump_json(), "b.txt", None, None)


def test_a_brief_without_a_seal_is_no_failure():
    """Briefs of earlier versions have none."""
    assert sample().seal is None
    assert check_seal(sample()) == []


SIGNATURES = {
    "own-key": (KEY, KEY, []),
    "no-key-asked": (KEY, None, []),
    "other-key": (KEY, KEY + b"2", ["seal.hmac"]),
    "not-signed": (None, KEY, ["seal.hmac"]),
}


@pytest.mark.parametrize(("signed", "asked", "paths"), SIGNATURES.values(), ids=list(SIGNATURES))
def test_signatures(signed, asked, paths):
    """A signature fits its own key alone; with a key, one must be there."""
    assert [failure.path for failure in check_seal(sealed(sample(), signed), asked)] == paths


def test_a_new_fingerprint_needs_the_key():
    """Whoever changes a brief can seal it again, but not sign it."""
    brief = sealed(sample(), KEY)
    changed = sealed(brief.model_copy(update={"quotes": ()}))
    assert changed.seal
    assert brief.seal
    forged = changed.model_copy(update={"seal": changed.seal.model_copy(update={"hmac": brief.seal.hmac})})
    assert check_seal(changed) == []
    assert [failure.path for failure in check_seal(forged, KEY)] == ["seal.hmac"]


def test_lists_what_the_brief_leaves_out():
    """Each figure and quotation is listed or left out, never both."""
    brief = sample()
    bare = brief.model_copy(update={"key_figures": (), "quotes": ()})
    with_entries, without = list(not_listed(brief)), list(not_listed(bare))
    assert len(without) > len(with_entries)
    assert {kind for kind, _ in without} == {"figure", "quotation"}
    listed = {entry.source.start for entry in brief.key_figures} | {q.source.start for q in brief.quotes}
    assert listed.isdisjoint(span.start for _, span in with_entries)


@pytest.fixture
def files(tmp_path):
    """Give a brief and a key as files."""
    brief, key = tmp_path / "brief.json", tmp_path / "key"
    brief.write_text(sealed(sample()).model_dump_json(), "utf-8")
    key.write_bytes(KEY + b"\n")
    return brief, key


def test_the_command_signs_and_checks(files):
    """`check --seal --key` writes the signature; `check --key` wants it; the key is shown nowhere."""
    brief, key = files
    run = CliRunner().invoke
    unsigned = run(app, ["check", str(brief), "--key", str(key)])
    signed = run(app, ["check", str(brief), "--seal", "--key", str(key)])
    again = run(app, ["check", str(brief)], env={"SUMMARIZER_KEY_FILE": str(key)})
    assert [each.exit_code for each in (unsigned, signed, again)] == [1, 0, 0]
    assert "not signed" in unsigned.output
    assert KEY.decode() not in unsigned.output + signed.output + again.output


def test_the_command_seals_without_a_key(files):
    """Then a change shows, and nothing else is needed."""
    brief, _ = files
    brief.write_text(sample().model_dump_json(), "utf-8")
    assert CliRunner().invoke(app, ["check", str(brief), "--seal"]).exit_code == 0
    values = json.loads(brief.read_text("utf-8"))
    values["article"]["title"] = "Another title"
    brief.write_text(json.dumps(values), "utf-8")
    result = CliRunner().invoke(app, ["check", str(brief)])
    assert (result.exit_code, "seal.sha256" in result.output) == (1, True)


@pytest.mark.parametrize(("written", "said"), [(b"short", "fewer than 16"), (None, "give a file")])
def test_a_key_of_no_use_is_refused(files, written, said):
    """With one line that says what to do."""
    brief, key = files
    key.unlink()
    if written is not None:
        key.write_bytes(written)
    result = CliRunner().invoke(app, ["check", str(brief), "--seal", "--key", str(key)])
    assert result.exit_code == 2
    assert said in " ".join(result.output.replace("│", " ").split())


def test_the_command_lists_what_is_left_out(files):
    """Listed, not failed."""
    result = CliRunner().invoke(app, ["check", str(files[0]), "--left-out"])
    assert result.exit_code == 0
    assert result.output.count("left out: ") == len(list(not_listed(sample())))
