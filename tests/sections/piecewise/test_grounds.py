"""Whether the French bears out some English: then the model may be believed, else not."""

import pytest

from summarizer.sections.piecewise.base import GUESSED, LIKELY, SURE, weigh_grounds
from summarizer.sections.piecewise.grounds import is_borne_out


@pytest.mark.parametrize(
    ("english", "french", "holds"),
    [
        (
            "People hear about it by word of mouth",
            "Les gens en entendent parler par le bouche-à-oreille",
            True,
        ),
        ("People hear about it by mail", "Les gens en entendent parler par le bouche-à-oreille", False),
        ("Brussels soldiers protest", "Les militaires manifestent à Bruxelles", True),
        ("An image of unequal resolution", "Une image d'une résolution inégalée", False),
        ("An image of unequalled resolution", "Une image d'une résolution inégalée", True),
        ("Valdor has moved closer to the port", "Valdor se serait rapproché du port", False),
        ("Valdor has reportedly moved closer to the port", "Valdor se serait rapproché du port", True),
        ("Losses rose by $2.2 billion", "Les pertes ont augmenté de 2,2 milliards de dollars", True),
    ],
    ids=["expression", "own word", "name", "other sense", "its sense", "no hedge", "hedge", "number"],
)
def test_every_word_is_in_the_french(english, french, holds):
    """As a word of one origin, by the dictionary's English of it, or as a name or number."""
    assert is_borne_out(english, [french]) is holds


def test_what_the_french_does_not_bear_out_is_not_sure():
    """Unless the model was all but certain; what it bears out is, where the words were likely enough."""
    french = ["Le port a vendu deux navires."]
    assert weigh_grounds(0.98, "The port sold two doors.", french) < SURE
    assert weigh_grounds(1.0, "The port sold two doors.", french) == GUESSED
    assert weigh_grounds(LIKELY, "The port sold two ships.", french) == SURE
    assert weigh_grounds(LIKELY - 0.1, "The port sold two ships.", french) < LIKELY
