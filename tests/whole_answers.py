"""Answers of the plan `whole` for tests: an article's, a second reader's, and a model that gives them."""

import json
import re
from collections.abc import Callable, Sequence
from typing import Any

from tests.servers import Reply, completion

EMPTY: dict[str, Any] = {
    "headline": {"en": "", "sentences": []},
    "key_points": [],
    "key_figures": [],
    "quotes": [],
    "stakeholders": [],
    "disputes": [],
}
STORY_ANSWER: dict[str, Any] = {
    "headline": {"en": "Ostrelec buys Valdor for €2.4 million", "sentences": ["S2"]},
    "key_points": [
        {"en": "Ostrelec has announced that it is buying Valdor for €2.4 million.", "sentences": ["S2"]},
        {"en": "The CDK union demands a 7% rise in pay; Ostrelec rejects it.", "sentences": ["S8", "S9"]},
    ],
    "key_figures": [{"figure": "N1", "subject": "Valdor", "measure": "price paid by Ostrelec"}],
    "quotes": [
        {
            "quotation": "Q1",
            "en": "We are going to hire in the spring",
            "speaker": "Marie Kervadec",
            "speaker_en": "Marie Kervadec",
        }
    ],
    "stakeholders": [
        {
            "name": "Ostrelec",
            "name_en": "Ostrelec",
            "kind": "organisation",
            "role": "buyer of Valdor",
            "sentences": ["S2"],
        }
    ],
    "disputes": [
        {
            "issue": "pay at the port",
            "sentences": ["S8", "S9"],
            "sides": [
                {
                    "party": "Le syndicat CDK",
                    "party_en": "the CDK union",
                    "position": "demands a 7% rise",
                    "sentences": ["S8"],
                },
                {
                    "party": "Ostrelec",
                    "party_en": "Ostrelec",
                    "position": "rejects the accusations",
                    "sentences": ["S9"],
                },
            ],
        }
    ],
}
"""A sound answer about the invented article of `tests.articles`."""
_STATEMENT = re.compile(r"^(\d+)\. (.*)$", re.MULTILINE)

Judge = Callable[[str], tuple[str, str] | None]
"""What a second reader objects to a statement: a verdict and a reason; None: it is supported."""


def altered(**fields: Any) -> dict[str, Any]:
    """The sound answer with other fields."""
    return {**STORY_ANSWER, **fields}


def only(**fields: Any) -> dict[str, Any]:
    """An answer that has these fields alone, as a model gives it when it is asked again."""
    return {**EMPTY, **fields}


def reply(answer: Any) -> Reply:
    """An answer as a server gives it."""
    return Reply(body=completion(json.dumps(answer, ensure_ascii=False)))


def writer(*answers: Any, judge: Judge | None = None) -> Callable[[Any], Reply]:
    """A model that gives `answers` in turn, the last for ever; as a second reader it judges by `judge`."""
    left: list[Any] = list(answers)

    def answer(request: Any) -> Reply:
        if request["messages"][0]["content"].startswith("You check"):
            return reply(judged(request, judge or (lambda _statement: None)))
        return reply(left.pop(0) if len(left) > 1 else left[0])

    return answer


def judged(request: Any, judge: Judge) -> dict[str, Any]:
    """What a second reader answers to a request."""
    statements = _STATEMENT.findall(request["messages"][1]["content"].partition("STATEMENTS\n")[2])
    objections = [(number, judge(words)) for number, words in statements]
    return {
        "supported": [number for number, objection in objections if objection is None],
        "objections": [
            {"statement": number, "verdict": objection[0], "reason": objection[1]}
            for number, objection in objections
            if objection is not None
        ],
    }


def last_turns(asked: Sequence[Any]) -> list[str]:
    """The last words of each request."""
    return [request["messages"][-1]["content"] for request in asked]
