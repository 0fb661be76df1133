"""The readers of French numbers and quotations that are measured beside this project's.

`recognizers` runs in an environment of its own (benchmarks/peer_recognizers.py), made on demand under
benchmarks/out/; where it cannot be installed it is left out, loudly.
"""

import json
import re
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

import text_to_num

from benchmarks.french_gold import Reader
from summarizer.french import find_numbers
from summarizer.text.number import Number

HERE = Path(__file__).parent
PLAIN_NUMBER = re.compile(r"\d+(?:[ .\u00a0\u202f]\d{3})*(?:,\d+)?")
PLAIN_QUOTATION = re.compile(r"«\s*([^»]*?)\s*»|“([^”]*)”|\"([^\"]*)\"")
CODES = {"Euro": "EUR", "Dollar": "USD", "Kilomètre": "km", "Mètre": "m", "Année": "year", "Mois": "month"}


@dataclass(frozen=True, slots=True)
class Peer:
    """A system that finds numbers: `seconds` gives the processor time that it has used so far."""

    name: str
    read: Reader
    seconds: Callable[[], float]


def _number(text: str, span: tuple[int, int], value: Decimal | None, unit: str | None = None) -> Number:
    start, end = span
    return Number(
        start=start,
        end=end,
        text=text[start:end],
        core_start=start,
        core_end=end,
        kind="count",
        value=value,
        unit=unit,
    )


def read_plainly(text: str) -> list[Number]:
    """Find digits by a regular expression."""
    found = []
    for match in PLAIN_NUMBER.finditer(text):
        digits = re.sub(r"[ .\u00a0\u202f]", "", match[0]).replace(",", ".")
        found.append(_number(text, match.span(), Decimal(digits)))
    return found


@dataclass(frozen=True, slots=True)
class _Word:
    """A word as text2num asks for it; its methods are that library's protocol."""

    start: int
    end: int
    word: str

    def text(self) -> str:
        return self.word.lower()

    def nt_separated(self, _before: "_Word") -> bool:
        return False

    def not_a_number_part(self) -> bool:
        return False


def read_text2num(text: str) -> list[Number]:
    """Find numerals in words as text2num does, word by word."""
    words = [_Word(*match.span(), match[0]) for match in re.finditer(r"[\w-]+|[^\w\s]", text)]
    found = []
    for numeral in text_to_num.find_numbers(words, "fr"):
        span = (words[numeral.start].start, words[numeral.end - 1].end)
        found.append(_number(text, span, Decimal(str(numeral.value))))
    return found


def quote_plainly(text: str) -> set[tuple[int, int]]:
    """Find what stands between marks by a regular expression."""
    return {match.span(match.lastindex or 0) for match in PLAIN_QUOTATION.finditer(text)}


def recognizers() -> Peer | None:
    """Start recognizers-text-suite in its own environment; None, said loudly, where that cannot be made."""
    home = HERE / "out" / "recognizers"
    python = home / "bin" / "python"
    try:
        if not python.exists():
            subprocess.run([sys.executable, "-m", "venv", home], check=True)  # noqa: S603 - fixed words
            packages = ["recognizers-text-suite", "emoji<2", "setuptools<80"]
            subprocess.run([python, "-m", "pip", "install", "--quiet", *packages], check=True)  # noqa: S603
        script = [str(python), "-W", "ignore", str(HERE / "peer_recognizers.py")]
        process = subprocess.Popen(script, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)  # noqa: S603
        read = _reader(process)
        read("12 euros")
    except (OSError, subprocess.CalledProcessError, ValueError) as error:
        print(f"!!! SKIPPED: recognizers-text-suite cannot be run here ({error})", file=sys.stderr)
        return None
    return Peer("recognizers", read, lambda: _seconds_of(process.pid))


def _reader(process: "subprocess.Popen[str]") -> Reader:
    def read(text: str) -> list[Number]:
        if process.stdin is None or process.stdout is None:
            return []
        process.stdin.write(json.dumps({"text": text}) + "\n")
        process.stdin.flush()
        answer = json.loads(process.stdout.readline())
        return [_recognized(text, found) for found in answer]

    return read


def _recognized(text: str, found: dict[str, Any]) -> Number:
    start, end = found["core"]
    try:
        value = Decimal(str(found["value"]).replace(",", "."))
    except InvalidOperation:
        value = None
    unit = found["unit"]
    return _number(text, (start, end), value, CODES.get(str(unit), str(unit)) if unit else None)


def _seconds_of(pid: int) -> float:
    """Read the processor time of a running process (Linux); elsewhere that of ended children."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rsplit(")", 1)[1].split()
    except OSError:
        return resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    return (int(fields[11]) + int(fields[12])) / 100


def peers(*, alone: bool) -> list[Peer]:
    """Give this project first, then, unless it is to be `alone`, those that can be run here."""
    own = Peer("summarizer", find_numbers, time.process_time)
    if alone:
        return [own]
    mine = [
        own,
        Peer("text2num", read_text2num, time.process_time),
        Peer("plain regex", read_plainly, time.process_time),
    ]
    other = recognizers()
    return [*mine, other] if other else mine
