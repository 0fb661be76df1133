"""Builds the wheel, installs it into an empty environment and runs it outside the checkout.

Run as `python tests/smoke_wheel.py`; exit code 1 with a line where anything fails.
"""

import json
import shutil
import subprocess
import sys
import tempfile
import venv
import zipfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
SEED = ROOT / "seeds" / "openai-400-millions.fr.txt"
PAGE = """<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Le port</title></head><body>
<nav><a href="/">Accueil</a></nav><article><h1>Le port de Brémont rouvre</h1>
<p>Le port de Brémont rouvre lundi après trois mois de travaux, a annoncé la mairie.</p>
<p>Le chantier a coûté 12,5 millions d'euros et occupé 140 personnes.</p></article></body></html>
"""


def run(*command: str | Path, cwd: Path) -> str:
    """A command's output; where it fails, its error and the end."""
    done = subprocess.run(
        [str(part) for part in command], cwd=cwd, capture_output=True, text=True, check=False
    )
    if done.returncode:
        print(f"{' '.join(map(str, command))}\n{done.stdout}\n{done.stderr}", file=sys.stderr)
        raise SystemExit(1)
    return done.stdout


def check_extras(away: Path, wheel: Path, python: Path, command: Path) -> None:
    """The servers say what they need; with it they load, and so do spans and llm's plugin."""
    bare = subprocess.run([command, "serve", "mcp"], cwd=away, capture_output=True, text=True, check=False)
    assert "pip install 'grounded-summarizer[mcp]'" in bare.stderr, bare.stderr
    run(sys.executable, "-m", "build", "--wheel", "--outdir", away, ROOT / "plugins" / "llm", cwd=away)
    (plugin,) = away.glob("llm_grounded_summarizer-*.whl")
    pip = (
        python,
        "-m",
        "pip",
        "--disable-pip-version-check",
        "install",
        "-q",
        "-c",
        ROOT / "constraints.txt",
    )
    run(*pip, f"{wheel}[http,mcp,otel]", plugin, cwd=away)
    run(python, "-c", "import summarizer.serve.mcp_server, summarizer.serve.http_app", cwd=away)
    assert "French news article" in run(away / "env" / "bin" / "llm", "brief", "--help", cwd=away)


def main() -> None:
    """Build, look inside, install, run."""
    with tempfile.TemporaryDirectory() as folder:
        away = Path(folder)
        run(sys.executable, "-m", "build", "--wheel", "--outdir", away, ROOT, cwd=away)
        (wheel,) = away.glob("grounded_summarizer-*.whl")
        names = zipfile.ZipFile(wheel).namelist()
        tops = {name.split("/")[0] for name in names}
        assert tops == {"summarizer", next(top for top in tops if top.endswith(".dist-info"))}, tops
        for kept in (
            "summarizer/schemas/brief.py",
            "summarizer/prompts/quotes.md",
            "summarizer/py.typed",
            "summarizer/schemas/brief.v1.json",
            "summarizer/schemas/digest.v1.json",
            "summarizer/schemas/trace.v1.json",
            "summarizer/digest/lexicon/common.txt",
            "summarizer/output/render/templates/page.html",
            "summarizer/output/render/templates/index_charts.js",
        ):
            assert names.count(kept) == 1, kept
        venv.create(away / "env", with_pip=True)
        python = away / "env" / "bin" / "python"
        pip = (python, "-m", "pip", "--disable-pip-version-check", "install", "-q")
        run(*pip, "-c", ROOT / "constraints.txt", wheel, cwd=away)
        shutil.copy(SEED, away / "article.txt")
        command = away / "env" / "bin" / "summarizer"
        assert "mark" in run(command, "--help", cwd=away)
        assert "97,4" in run(command, "mark", "article.txt", cwd=away)
        assert json.loads(run(command, "schema", "brief", cwd=away))["title"] == "Brief"
        (away / "page.html").write_text(PAGE, "utf-8")
        assert "12,5 millions" in run(command, "mark", "page.html", cwd=away)
        check_extras(away, wheel, python, command)
    print(f"{wheel.name} installs and runs outside the checkout")


if __name__ == "__main__":
    main()
