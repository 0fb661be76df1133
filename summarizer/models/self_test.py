"""By which plan a local model is asked: a dozen sentences with known English decide at first use.

Nothing is known of a GGUF file or of what Ollama runs. A model that puts nearly all of the sentences right
is asked about a whole article; another one is asked sentence by sentence. The outcome is kept in the cache
of the user, so a model is tested once.
"""

import json
import logging
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import pydantic

from summarizer.errors import ModelOutputError
from summarizer.models.choice import Choice, open_model
from summarizer.models.client import Model
from summarizer.models.local import cache_folder

if TYPE_CHECKING:
    from summarizer.asking.profiles import PlanName

log = logging.getLogger(__name__)

ENOUGH = 10
"""Right answers from which a model is asked about a whole article."""
FILE = "self-test.json"
_INSTRUCTIONS = 'You translate French news. Give "en": the sentence in English, complete and exact.'


class Answer(pydantic.BaseModel):
    """The sentence in English."""

    model_config = pydantic.ConfigDict(extra="forbid")

    en: str


@dataclass(frozen=True, slots=True)
class Item:
    """A French sentence, and what its English must have: a word or another of each line."""

    french: str
    needed: tuple[str, ...]

    def is_right(self, english: str) -> bool:
        """Whether an answer has all that is needed.

        >>> Item("Il pleut.", ("rain",)).is_right("It is raining.")
        True
        """
        return all(re.search(rf"\b(?:{words})", english, re.IGNORECASE) for words in self.needed)


ITEMS = (
    Item("Le parquet a requis la relaxe du maire.", ("prosecut", "acquit|discharge|clear")),
    Item("Deux corps ont été extraits des décombres.", ("bodies", "rubble|debris|ruins|wreckage")),
    Item(
        "L'usine aurait perdu un tiers de ses 600 salariés.",
        ("third", "reported|alleged|apparently|believed|said to|thought to|may have"),
    ),
    Item("La ministre dément avoir été prévenue par le préfet.", ("den(?:y|ies|ied)", "prefect")),
    Item("La société songe, à terme, à se faire coter.", ("go(?:ing)? public|list|float|stock exchange",)),
    Item("Le taux de chômage n'a reculé que de 0,2 point.", ("only|just|merely", r"0\.2")),
    Item(
        "Le licenciement de l'élu a été annulé.",
        ("dismiss|fir(?:ed|ing)|sack|lay-?off|terminat", "councill?or|elected|official|representative"),
    ),
    Item(
        "Faute d'accord avant mardi, le préavis de grève sera maintenu.",
        ("strike", "unless|without|no (?:agree|deal)|absence|fail|not (?:agree|reach)"),
    ),
    Item(
        "Le tribunal a débouté l'association de sa demande.",
        ("reject|dismiss|den(?:y|ies|ied)|turned down|ruled against|threw out",),
    ),
    Item(
        "Quelque 1,3 milliard d'euros ont été débloqués.",
        (r"1\.3 billion", "releas|unlock|made available|freed|allocat|unblock|unfr[eo]ze"),
    ),
    Item(
        "Hormis la CFDT, aucun syndicat n'a signé.",
        ("except|other than|apart from|only|aside from|but the|with the exception",),
    ),
    Item(
        "Le chiffre d'affaires a été multiplié par deux et demi.",
        ("turnover|revenue|sales", r"two and a half|2\.5|two-and-a-half"),
    ),
)


def needs_test(choice: Choice) -> bool:
    """Whether a choice names a local model of which nothing is known."""
    if choice.plan is not None or choice.profile is not None:
        return False
    return choice.model_path is not None or choice.name.startswith("ollama/")


async def with_plan(choice: Choice, *, folder: Path | None = None) -> Choice:
    """Return the choice with the plan that fits its model; test the model if it has not been tested.

    `folder`: where outcomes are kept; the user's cache if None. Raises ModelError if no model answers.
    """
    if not needs_test(choice):
        return choice
    file = (folder or cache_folder()) / FILE
    known = _read(file)
    name = name_of(choice)
    if name not in known:
        async with open_model(choice) as model:
            known[name] = await count_right(model)
        _write(file, known)
    plan: PlanName = "whole" if known[name] >= ENOUGH else "piecewise"
    why = f"{choice.why}; {known[name]} of {len(ITEMS)} right in the self-test: plan {plan}"
    return replace(choice, plan=plan, why=why)


def name_of(choice: Choice) -> str:
    """What an outcome is kept under: the model's name, or the file's path with its size and date."""
    if choice.model_path is None:
        return choice.name
    try:
        told = choice.model_path.stat()
    except OSError:
        return str(choice.model_path)
    return f"{choice.model_path.resolve()} {told.st_size} {told.st_mtime_ns}"


async def count_right(model: Model, items: Sequence[Item] = ITEMS) -> int:
    """Ask every question once, and count the right answers; one that cannot be read is wrong."""
    right = 0
    for item in items:
        messages = (
            {"role": "system", "content": _INSTRUCTIONS},
            {"role": "user", "content": item.french},
        )
        try:
            reply = await model.complete(messages, Answer, max_tokens=60, section="self-test")
        except ModelOutputError:
            continue
        right += item.is_right(reply.answer.en)
    log.info("self-test of %s: %d of %d right", model.name, right, len(items))
    return right


def _read(file: Path) -> dict[str, int]:
    """The outcomes so far; none if there is no such file, or it cannot be read."""
    try:
        told = json.loads(file.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    if not isinstance(told, dict):
        return {}
    return {str(name): right for name, right in told.items() if isinstance(right, int)}


def _write(file: Path, outcomes: dict[str, int]) -> None:
    """Keep the outcomes; a cache that cannot be written only means that the test is made again."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(outcomes, indent=1), "utf-8")
    except OSError as error:
        log.warning("cannot keep the outcome of the self-test in %s: %s", file, error.strerror)
