"""langextract with a task like a brief, for benchmarks/quality.py.

Run as a script with the Python of an environment of its own (langextract needs a tenacity that this
package cannot share): an article on standard input, the server's base URL as argument, the
extractions as a JSON list on standard output.
"""

import json
import sys

import langextract as lx

PROMPT = (
    "Extract from a French news article, in the order of the text and with the exact French words: "
    "key_point (a sentence that carries the news; attribute english), figure (a key number with its scale "
    "and unit; attributes value, a plain number in full, unit, and measure in English), stakeholder (a "
    "person, organisation or group; attributes kind and role in English), dispute_side (words that show "
    "what a party holds in a dispute; attributes issue, party and position in English), quote (the words "
    "inside quotation marks; attributes speaker and english)."
)
EXAMPLE = (
    "La coopérative Valcèdre a perdu 12 millions d'euros en 2023. « Nous tiendrons », a promis sa "
    "présidente, Odile Marchetti. Le syndicat des éleveurs l'accuse d'avoir caché les comptes."
)
EXTRACTIONS = (
    (
        "key_point",
        "La coopérative Valcèdre a perdu 12 millions d'euros en 2023.",
        {"english": "The Valcèdre cooperative lost 12 million euros in 2023."},
    ),
    (
        "stakeholder",
        "La coopérative Valcèdre",
        {"kind": "organisation", "role": "cooperative that lost money"},
    ),
    (
        "figure",
        "12 millions d'euros",
        {"value": "12000000", "unit": "EUR", "measure": "loss of the Valcèdre cooperative in 2023"},
    ),
    ("quote", "Nous tiendrons", {"speaker": "Odile Marchetti", "english": "We will hold out"}),
    ("stakeholder", "Odile Marchetti", {"kind": "person", "role": "president of the cooperative"}),
    (
        "dispute_side",
        "Le syndicat des éleveurs l'accuse d'avoir caché les comptes",
        {
            "issue": "whether Valcèdre hid its accounts",
            "party": "Le syndicat des éleveurs",
            "position": "says that the cooperative hid its accounts",
        },
    ),
)


def main() -> None:
    """Extract from the article on standard input."""
    example = lx.data.ExampleData(
        text=EXAMPLE,
        extractions=[
            lx.data.Extraction(extraction_class=kind, extraction_text=words, attributes=attributes)
            for kind, words, attributes in EXTRACTIONS
        ],
    )
    config = lx.factory.ModelConfig(
        model_id="local",
        provider="OpenAILanguageModel",
        provider_kwargs={"api_key": "none", "base_url": sys.argv[1], "temperature": 0.0},
    )
    found = lx.extract(
        text_or_documents=sys.stdin.read(),
        prompt_description=PROMPT,
        examples=[example],
        config=config,
        max_workers=1,
        show_progress=False,
    )
    listed = [
        {
            "kind": each.extraction_class,
            "text": each.extraction_text,
            "attributes": each.attributes or {},
            "start": each.char_interval.start_pos if each.char_interval else None,
            "end": each.char_interval.end_pos if each.char_interval else None,
        }
        for each in found.extractions or []
    ]
    json.dump(listed, sys.stdout, ensure_ascii=False)


if __name__ == "__main__":
    main()
