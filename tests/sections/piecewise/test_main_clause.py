"""Where a long sentence can end early."""

import pytest

from summarizer.sections.piecewise.main_clause import LONGEST, main_clause_end

SOLD = "Le port de Kerlann a vendu hier soir deux grues géantes à la ville voisine"


@pytest.mark.parametrize(
    "tail",
    [
        ", qui doit les payer en dix ans",
        ", dont le maire est un ancien docker du port",
        ", alors que le syndicat demande une autre vente",
        ", après une réunion de quatre heures à la mairie",
        ", soit la moitié de celles du vieux port",
        " afin de payer les travaux du quai des dockers",
        ", le vieux quai étant trop étroit pour elles",
    ],
)
def test_what_adds_to_a_sentence_is_cut_off(tail):
    """A relative clause, a contrast, a time: the main clause is true without them."""
    assert main_clause_end(SOLD + tail) == len(SOLD)


@pytest.mark.parametrize(
    "french",
    [
        SOLD + ", à condition que le conseil vote la vente avant le printemps",
        SOLD + ", selon le porte-parole du syndicat des dockers et des marins",
        SOLD + ", avant de les reprendre le lendemain sous la pression des dockers",
        SOLD.replace("a vendu", "n'a pas vendu") + " afin de payer les travaux du quai des dockers",
        "Le maire de la ville de Roscanvel, qui a vendu hier deux grues, est un ancien docker du vieux port",
        "Le port de Kerlann affirme depuis hier que le maire de Brest, qui est docker, a vendu deux grues",
        "Les grues que le port de Kerlann a achetées, dont deux sont neuves, ont été vendues hier",
        "Le port a vendu « deux grues et trois navires à la ville de Brest, qui paie en dix ans »",
    ],
    ids=[
        "condition",
        "source",
        "what turned",
        "denied",
        "subject",
        "reported",
        "no verb of its own",
        "quoted",
    ],
)
def test_what_limits_or_breaks_it_stays(french):
    """A condition, a source, a clause that goes on behind."""
    long = f"{french} sur le vieux quai du port"
    assert len(long.split()) > LONGEST
    assert main_clause_end(long) == len(long)


def test_a_short_sentence_is_left_whole():
    """A small model gets it right as it is."""
    assert main_clause_end(f"{SOLD}, qui paie") == len(f"{SOLD}, qui paie")
