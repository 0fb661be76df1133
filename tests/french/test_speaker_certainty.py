"""Where a rule gives a quotation no speaker, since it is not certain of one."""

import pytest

from summarizer.french import find_quotations


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Anne Roy : « Nous tiendrons »", "Anne Roy"),
        ("M. Roy : « Nous tiendrons »", "M. Roy"),
        ("Jean-Luc Morel : « Nous tiendrons »", "Jean-Luc Morel"),
        ("Freebox Delta Player : « les gens veulent avant tout des films »", None),
        ("Grand Soir Hebdo : « nous partons demain matin »", None),
        (
            "Le groupe a continué à investir, et pourrait avoir construit « des centaines de kilomètres ».",
            None,
        ),
        ("Le maire a promis un parc et va ouvrir « le plus beau jardin du pays ».", None),
        ("Le maire a promis un parc et a annoncé « le plus beau jardin du pays ».", "Le maire"),
        ("Le fondateur ironise sur l'aspect « inutile » d'un tel débit selon ses concurrents.", None),
    ],
)
def test_a_speaker_only_where_it_is_certain(text, speaker):
    """A product's name, a second verb and another source leave it open."""
    assert {quotation.speaker and quotation.speaker.text for quotation in find_quotations(text)} == {speaker}


def test_a_clause_that_is_not_read_hands_no_speaker_on():
    """Whoever spoke before is not the speaker of words that have a clause of their own."""
    text = "« Nous partons demain », écrit le maire. « Nous restons ici », lui a fait écho le syndicat."
    first, second = find_quotations(text)
    assert first.speaker
    assert first.speaker.text == "le maire"
    assert second.speaker is None
