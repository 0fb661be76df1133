"""Records cassettes anew, plays them, and shows what changed.

Run as `python tests/record.py [TEST …]`, as `make record` does; without tests, all that have cassettes of the
embedded model. With RECORD_URL, the address of an OpenAI-compatible server, those of a large model instead.
"""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]


def main(tests: list[str]) -> int:
    """Record, replay, diff; returns the exit code."""
    large = "tests/test_recorded_whole.py"
    default = [large] if "RECORD_URL" in os.environ else ["tests", f"--ignore={large}"]
    chosen = ["-m", "vcr", "-q", *(tests or default)]
    for mode in ("rewrite", "none"):
        # S603: our own interpreter
        done = subprocess.run([sys.executable, "-m", "pytest", f"--record-mode={mode}", *chosen], cwd=ROOT)  # noqa: PLW1510
        if done.returncode:
            return done.returncode
    return subprocess.run(["git", "diff", "--stat", "cassettes"], cwd=ROOT).returncode  # noqa: S607, PLW1510


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
