"""The systems that the benchmarks run beside this project's, on the same embedded model.

`plain_brief` is what one writes first: one instructor call, a pydantic schema of the whole brief,
lists and strings bounded (unbounded, the embedded model does not end a list), the article as it
stands. `langextract_brief` runs benchmarks/peer_langextract.py in an environment of its own.
"""

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any, Literal

import instructor
import openai
from instructor.core.exceptions import InstructorRetryException
from pydantic import BaseModel, Field

from benchmarks.outcome import Amount, Claim, Outcome, Party, Place, Quoted, find_words, read_amount

MAX_TOKENS = 2500
PROMPT = (
    "You write a structured brief in English of a French news article. Give a headline, the key points, "
    "the key figures (each with the French words it stands in, its value in full as a plain number, its "
    "unit and what it measures), the stakeholders with their role, the disputes with each side's "
    "position, and the quotations (each with its French words exactly as in the article, its English "
    "translation and its speaker). Use only what the article says."
)

Line = Annotated[str, Field(max_length=300)]
Name = Annotated[str, Field(max_length=80)]


class PlainFigure(BaseModel):
    """A key figure, copied and read by the model itself."""

    words_in_article: Annotated[str, Field(max_length=120)]
    value: float
    unit: Annotated[str, Field(max_length=40)]
    measure: Annotated[str, Field(max_length=160)]


class PlainStakeholder(BaseModel):
    """A stakeholder."""

    name: Name
    kind: Literal["person", "organisation", "group"]
    role: Annotated[str, Field(max_length=120)]


class PlainSide(BaseModel):
    """A side of a dispute."""

    party: Name
    position: Annotated[str, Field(max_length=200)]


class PlainDispute(BaseModel):
    """A dispute."""

    issue: Annotated[str, Field(max_length=200)]
    sides: Annotated[list[PlainSide], Field(max_length=4)]


class PlainQuote(BaseModel):
    """A quotation."""

    quotation_in_french: Annotated[str, Field(max_length=600)]
    translation_in_english: Annotated[str, Field(max_length=600)]
    speaker: Name


class PlainBrief(BaseModel):
    """The whole brief, as one answer."""

    headline: Line
    key_points: Annotated[list[Line], Field(max_length=6)]
    key_figures: Annotated[list[PlainFigure], Field(max_length=12)]
    stakeholders: Annotated[list[PlainStakeholder], Field(max_length=10)]
    disputes: Annotated[list[PlainDispute], Field(max_length=3)]
    quotes: Annotated[list[PlainQuote], Field(max_length=8)]


def plain_brief(text: str, *, base_url: str) -> Outcome:
    """What one plain call says of an article, in the form that is scored."""
    answer = ask_plainly(text, base_url=base_url)
    return Outcome(failure=answer) if isinstance(answer, str) else of_plain(answer, text)


def ask_plainly(text: str, *, base_url: str, model: str = "local") -> PlainBrief | str:
    """What one plain call says of an article; why there is none, as words, if there is none."""
    with openai.OpenAI(base_url=base_url, api_key="none", max_retries=0, timeout=1800) as client:
        asking = instructor.from_openai(client, mode=instructor.Mode.JSON_SCHEMA)
        try:
            return asking.chat.completions.create(
                model=model,
                response_model=PlainBrief,
                messages=[{"role": "system", "content": PROMPT}, {"role": "user", "content": text}],
                max_retries=0,
                max_tokens=MAX_TOKENS,
                temperature=0,
                seed=1,
            )
        except (InstructorRetryException, instructor.core.exceptions.IncompleteOutputException) as error:
            return " ".join(str(error).split())[:200] or type(error).__name__


def of_plain(brief: PlainBrief, text: str) -> Outcome:
    """The plain answer in the form that is scored; its statements rest on the whole article."""
    sides = [side for dispute in brief.disputes for side in dispute.sides]
    issues = [dispute.issue for dispute in brief.disputes]
    told = [brief.headline, *brief.key_points, *issues, *(side.position for side in sides)]
    quoted = [quote.translation_in_english for quote in brief.quotes]
    measured = [f"{figure.value:g} {figure.unit}: {figure.measure}" for figure in brief.key_figures]
    labels = [figure.measure for figure in brief.key_figures]
    roles = [each.role for each in brief.stakeholders]
    return Outcome(
        claims=tuple(Claim(en=each) for each in (*told, *quoted, *measured)),
        quotes=tuple(_quoted(text, [(quote.quotation_in_french, quote.speaker) for quote in brief.quotes])),
        amounts=tuple(_amounts(text, brief.key_figures)),
        parties=tuple(Party(name=each.name, kind=each.kind) for each in brief.stakeholders),
        disputes=tuple(tuple(side.party for side in dispute.sides) for dispute in brief.disputes),
        checked=tuple(Claim(en=each) for each in (*told, *roles, *quoted, *labels)),
    )


def _quoted(text: str, quotes: list[tuple[str, str | None]]) -> Iterator[Quoted]:
    taken: set[Place] = set()
    for french, speaker in quotes:
        place = find_words(text, french, taken=taken)
        if place:
            taken.add(place)
        yield Quoted(text=french, place=place, speaker=speaker)


def _amounts(text: str, figures: list[PlainFigure]) -> Iterator[Amount]:
    taken: set[Place] = set()
    for figure in figures:
        place = find_words(text, figure.words_in_article, taken=taken)
        if place:
            taken.add(place)
        value, unit = read_amount(f"{figure.value:f}".rstrip("0").rstrip("."), figure.unit)
        yield Amount(text=figure.words_in_article, place=place, value=value, unit=unit, label=figure.measure)


class PeerMissing(Exception):  # noqa: N818 - reads as what happened
    """A peer is not installed where it was looked for."""


def langextract_version(python: str) -> str:
    """The version of langextract in the environment of `python`; raises PeerMissing where there is none."""
    ask = "from importlib.metadata import version; import openai; print(version('langextract'))"
    try:
        done = subprocess.run([python, "-c", ask], capture_output=True, text=True, check=True)  # noqa: S603
    except (OSError, subprocess.CalledProcessError) as error:
        raise PeerMissing(f"no langextract with openai for {Path(python).name!r}") from error
    return done.stdout.strip()


def langextract_brief(text: str, *, base_url: str, python: str) -> Outcome:
    """What langextract says of an article; `python` is that of its environment.

    The server behind `base_url` bounds its time: langextract itself bounds nothing.
    """
    script = str(Path(__file__).with_name("peer_langextract.py"))
    done = subprocess.run(  # noqa: S603 - our own script
        [python, script, base_url], input=text, capture_output=True, text=True, check=False
    )
    if done.returncode:
        lines = done.stderr.strip().splitlines() or [f"exit code {done.returncode}"]
        return Outcome(failure=lines[-1][:200])
    return of_extractions(json.loads(done.stdout), text)


def of_extractions(found: list[dict[str, Any]], text: str) -> Outcome:
    """The answer of langextract in the form that is scored; its own alignment places what it found."""
    kinds: dict[str, list[dict[str, Any]]] = {}
    for each in found:
        kinds.setdefault(each["kind"], []).append(each)
    points = [(each, _said(each, "english")) for each in kinds.get("key_point", [])]
    sides = [(each, _said(each, "position")) for each in kinds.get("dispute_side", [])]
    quoted = [(each, _said(each, "english")) for each in kinds.get("quote", [])]
    labels = [_said(each, "measure") for each in kinds.get("figure", [])]
    roles = [_said(each, "role") for each in kinds.get("stakeholder", [])]
    told = [Claim(en=en, evidence=_evidence(each)) for each, en in (*points, *sides, *quoted) if en]
    issues: dict[str, list[str]] = {}
    for each, _ in sides:
        issues.setdefault(_said(each, "issue"), []).append(_said(each, "party"))
    return Outcome(
        claims=(*told, *(Claim(en=label) for label in labels if label)),
        quotes=tuple(_quoted(text, [(each["text"], _said(each, "speaker")) for each, _ in quoted])),
        amounts=tuple(map(_extracted_amount, kinds.get("figure", []))),
        parties=tuple(
            Party(name=each["text"], kind=_said(each, "kind")) for each in kinds.get("stakeholder", [])
        ),
        disputes=tuple(tuple(parties) for parties in issues.values()),
        checked=(*told, *(Claim(en=en) for en in (*labels, *roles) if en)),
    )


def _said(extraction: dict[str, Any], name: str) -> str:
    value = extraction["attributes"].get(name)
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value or "")


def _evidence(extraction: dict[str, Any]) -> tuple[Place, ...]:
    place = _interval(extraction)
    return (place,) if place else ()


def _interval(extraction: dict[str, Any]) -> Place | None:
    start, end = extraction["start"], extraction["end"]
    return None if start is None or end is None else (start, end)


def _extracted_amount(extraction: dict[str, Any]) -> Amount:
    value, unit = read_amount(_said(extraction, "value"), _said(extraction, "unit"))
    return Amount(
        text=extraction["text"],
        place=_interval(extraction),
        value=value,
        unit=unit,
        label=_said(extraction, "measure"),
    )
