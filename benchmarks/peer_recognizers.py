"""Reads numbers with recognizers-text-suite, in an environment of its own: JSON lines in, JSON lines out.

    echo '{"text": "12 millions"}' | python peer_recognizers.py

The library needs emoji<2 and old dependencies, so nothing of this project is imported here.
"""

import json
import sys

from recognizers_number import Culture, recognize_number, recognize_ordinal, recognize_percentage
from recognizers_number_with_unit import recognize_age, recognize_currency, recognize_dimension

BARE = (recognize_number, recognize_ordinal)
WITH_UNIT = (recognize_percentage, recognize_currency, recognize_age, recognize_dimension)


def read(text: str) -> list[dict[str, object]]:
    """Give the bare numbers of a text, each with the unit of the longer number that holds it."""
    units = []
    for recognize in WITH_UNIT:
        for found in recognize(text, Culture.French):
            unit = (found.resolution or {}).get("isoCurrency") or (found.resolution or {}).get("unit")
            units.append((found.start, found.end + 1, "%" if found.type_name == "percentage" else unit))
    numbers = []
    for recognize in BARE:
        for found in recognize(text, Culture.French):
            start, end = found.start, found.end + 1
            holder = next((one for one in units if one[0] <= start and end <= one[1]), (start, end, None))
            value = (found.resolution or {}).get("value")
            numbers.append({"core": (start, end), "span": holder[:2], "value": value, "unit": holder[2]})
    return numbers


if __name__ == "__main__":
    for line in sys.stdin:
        print(json.dumps(read(json.loads(line)["text"])), flush=True)
