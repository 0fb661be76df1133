"""certain: which complaints are told of a large model's words."""

import pytest

from summarizer.faithfulness import check
from summarizer.sections.certain import certain

FRENCH = "Le maire a réuni 40 habitants vendredi."


@pytest.mark.parametrize(
    ("english", "told"),
    [
        ("The mayor, Claire Morand, met 40 residents on Friday.", ["Claire", "Morand"]),
        ("The mayor met 40 residents of France on Friday.", []),  # a given name, too
        ("The mayor met 40 residents of al-Golani on Friday.", []),  # another spelling
        ("The mayor met €40 million on Friday.", ["€40 million"]),
        ("The mayor met more than 40 residents on Friday.", []),
        ("Le maire a réuni quarante habitants.", ["Le maire a réuni quarante habitants."]),
    ],
)
def test_what_is_told(english, told):
    """A person whom the article does not have, a unit, French: yes. A place, a spelling, a bound: no."""
    found = check(english, [FRENCH], article=FRENCH)
    assert [issue.words for issue in certain(found)] == told
    assert certain(found, plan="piecewise") == list(found)
