"""Looks every cassette over: none that no test plays, nothing in one that must not be kept.

Run as `python tests/audit_cassettes.py`; one line a fault, exit code 1 if there is any.
"""

import re
import subprocess
import sys
from pathlib import Path

import yaml

ROOT = Path(__file__).parents[1]
CASSETTES = ROOT / "cassettes"
HEADERS = {"content-type"}
SECRET = re.compile(r"sk-[A-Za-z0-9_-]{8,}|Bearer\s|api[_-]?key|hf_[A-Za-z0-9]{20,}|AKIA[0-9A-Z]{12,}")
HOST = re.compile(r"127\.0\.0\.1|localhost|/(?:root|home|tmp|work|Users)/")


def faults(path: Path) -> list[str]:
    """What is wrong with one cassette."""
    text = path.read_text(encoding="utf-8")
    found = [f"looks like a key: {match[0][:6]}…" for match in [SECRET.search(text)] if match]
    found += [f"a host or path of a machine: {match[0]}" for match in [HOST.search(text)] if match]
    interactions = yaml.safe_load(text)["interactions"]
    if not interactions:
        found.append("no interaction")
    for interaction in interactions:
        for side in ("request", "response"):
            extra = {name.lower() for name in interaction[side]["headers"]} - HEADERS
            found += [f"header {name!r} in a {side}" for name in sorted(extra)]
    return found


def expected() -> set[Path]:
    """The cassettes that the marked tests play, by pytest's own account of them.

    Only files with the mark are loaded: to load all tests takes longer than the rest of the audit.
    """
    marked = [
        path for path in sorted((ROOT / "tests").rglob("test_*.py")) if "vcr" in path.read_text("utf-8")
    ]
    listed = subprocess.run(
        [sys.executable, "-m", "pytest", "--collect-only", "-q", "-m", "vcr", *map(str, marked)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    tests = [line for line in listed.stdout.splitlines() if "::" in line]
    paths = set()
    for test in tests:
        module, *inside = test.split("::")
        name = ".".join(inside)
        for character in r"<>?%*:|\"'/\\":
            name = name.replace(character, "-")
        paths.add(CASSETTES / Path(module).stem / f"{name}.yaml")
    return paths


def main() -> int:
    """Audit all; returns the exit code."""
    kept = set(CASSETTES.rglob("*.yaml"))
    played = expected()
    lines = [f"{path.relative_to(ROOT)}: no test plays it" for path in sorted(kept - played)]
    lines += [f"{path.relative_to(ROOT)}: not recorded; make record" for path in sorted(played - kept)]
    lines += [f"{path.relative_to(ROOT)}: {fault}" for path in sorted(kept) for fault in faults(path)]
    print("\n".join(lines) or f"{len(kept)} cassettes are in order")
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main())
