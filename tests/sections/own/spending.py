"""The two sections of plugins/sections/, an article, and what a scripted model answers about it."""

import asyncio
import json
from pathlib import Path

from summarizer.articles.read import read_article
from summarizer.pipeline import Options, asummarize
from summarizer.sections.own import read_section
from tests.servers import Reply, completion, scripted
from tests.sound import SEEDS, chosen, sound_answer

PLUGINS = Path(__file__).parents[3] / "plugins" / "sections"
SPENDING, DEADLINES = PLUGINS / "spending.toml", PLUGINS / "deadlines.py"
ARTICLE = SEEDS / "tramway-valmerac.fr.txt"
FUND = {
    "purpose": "compensation fund for shopkeepers",
    "amount": "N12",
    "payer": None,
    "payer_en": None,
    "state": "planned",
    "words": None,
    "words_en": None,
    "sentences": ["S12"],
}
RAIL = FUND | {
    "purpose": "each kilometer of rail, according to Apolline Vernoux",
    "amount": "38 millions",
    "payer": "Apolline Vernoux",
    "payer_en": "Apolline Vernoux",
    "words": "Q2",
    "words_en": "At this price, a kilometer of rail costs us 38 million, nearly double the national average",
    "sentences": ["S9"],
}
VOTE = {
    "what": "The urban area council votes",
    "when": "27 March",
    "who": "conseil d’agglomération",
    "who_en": "urban area council",
    "sentences": ["S14"],
}


def both():
    """Give the two sections of the example."""
    return (read_section(SPENDING), read_section(DEADLINES))


def answering(*answers):
    """Answer with these entries of the sections asked, one pair after the other, the last for ever."""
    count = 0

    def reply(request):
        nonlocal count
        answer = sound_answer(request)
        asked = request["response_format"]["json_schema"]["schema"]["properties"]
        if "key_points" in answer and asked["headline"] != {"type": "string"}:
            given = dict(zip(("spending", "deadlines"), answers[min(count, len(answers) - 1)], strict=True))
            answer |= {name: entries for name, entries in given.items() if name in asked}
            count += 1
        elif "key_points" in answer:  # chosen among the drafts of parts
            answer |= {"spending": ["spending.1"], "deadlines": []}
        return Reply(body=completion(json.dumps(answer)))

    return reply


def briefed(*answers, **options):
    """Give the brief of the example's article, and what the server was asked."""
    with scripted(answering(*answers)) as server:
        options = {"sections": both(), **options}
        made = asummarize(read_article(ARTICLE), model=chosen(server, "hosted"), options=Options(**options))
        return asyncio.run(made), server.asked
