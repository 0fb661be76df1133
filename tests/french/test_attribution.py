"""Who said a quotation, and whether anybody did."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.french import find_quotations
from summarizer.french.quotations.clauses import find_reporting_clauses

SEED = Path(__file__).resolve().parents[2] / "seeds" / "openai-400-millions.fr.txt"

SPEAKERS = {
    "gerund-after-inversion": (
        "« Oui », a dit le maire Paul Garnier, ajoutant que « tout va bien ».",
        "Paul Garnier",
    ),
    "relative-after-complement": (
        "Il suit le chef de la mission pour la Syrie qui dénonce « un crime ».",
        "le chef de la mission",
    ),
    "named-role-that-goes-on": (
        "Elle suit Paul Roc, le chef de la mission pour la Syrie qui dénonce « un crime ».",
        "Paul Roc",
    ),
    "named-role-with-commas": ("Il suit Anne Roy, la préfète, qui dénonce « un crime ».", "Anne Roy"),
    "role-of-another-gender": ("Il suit Anne Roy, le préfet qui dénonce « un crime ».", "le préfet"),
    "role-at-the-end-of-a-list": (
        "Il suit Luc Roy, Paul Roc, le préfet qui dénonce « un crime ».",
        "le préfet",
    ),
    "role-behind-a-source": ("Selon Paul Roc, le préfet qui dénonce « un crime » est parti.", "le préfet"),
    "things-do-not-answer": ("Anne Morel arrive. Le pont est « fermé à tous », a-t-elle dit.", "Anne Morel"),
    "broadcaster-is-nobody": (
        "Paul Garnier a tout vu. Sur BFM TV, il a déclaré : « C'est fini. »",
        "Paul Garnier",
    ),
    "inverted": ("« Tout va bien », a déclaré Anne Morel, la maire.", "Anne Morel"),
    "present": ("« Tout va bien » assure Paul Garnier.", "Paul Garnier"),
    "role": ("« Tout va bien », affirme le porte-parole du ministère.", "le porte-parole du ministère"),
    "role-then-name": ("« Tout va bien », a dit le directeur du port Michel Aubry.", "Michel Aubry"),
    "adverb": ("« Tout va bien », a déclaré mardi soir la préfète.", "la préfète"),
    "complement": ("« Tout va bien », a déclaré sur les ondes de Radio Sud, Anne Morel.", "Anne Morel"),
    "tenu-a": ("« Tout va bien », a tenu à préciser la direction.", "la direction"),
    "fait-savoir": ("« Tout va bien », fait savoir la préfecture.", "la préfecture"),
    "line-above": ("Hier, Anne Morel a déclaré :\n\n« Rien ne va. »", "Anne Morel"),
    "line-right-above": ("Le maire Paul Roc ajoute :\n« Tout va bien. »", "Paul Roc"),
    "line-above-without-verb": ("Le maire Paul Roc est plus clair :\n\n« Rien ne va. »", "Paul Roc"),
    "line-above-of-things": ("Les règles sont les suivantes :\n\n« Rien ne va ici. »", None),
    "let-fall": ("« Tout va bien », a laissé tomber la mairesse.", "la mairesse"),
    "let-hear": ("« Tout va bien », laisse entendre la préfecture.", "la préfecture"),
    "a-share": ("Septante pour cent des élus disent « septante ».", None),
    "gender-by-people": (
        "La Belge Lore Maes sort. Le milieu Sacha Benel entre. « J'ai gagné », a-t-elle soufflé.",
        "Lore Maes",
    ),
    "gender-by-noun": (
        "La gardienne Sacha Benel sort. Paul Roc entre. « J'ai gagné », a-t-elle soufflé.",
        "Sacha Benel",
    ),
    "one-of": ("L'un des ouvriers présents précise que « tout va bien ».", "L'un des ouvriers présents"),
    "according": ("Selon Anne Morel, « tout va bien ».", "Anne Morel"),
    "according-behind": ("« Tout va bien », selon la préfecture.", "la préfecture"),
    "colon": ("Anne Morel : « Tout va bien. »", "Anne Morel"),
    "that": ("Anne Morel estime que « tout va bien ».", "Anne Morel"),
    "apposition": ("Anne Morel, maire de la ville, estime que « tout va bien ».", "Anne Morel"),
    "name-after-role": ("La maire de la ville, Anne Morel, a promis « tout ».", "Anne Morel"),
    "gerund": ("Anne Morel a conclu en disant : « Tout va bien. »", "Anne Morel"),
    "coordination": ("La police a bouclé le quartier et évoque « un accident banal ».", "La police"),
    "relative": ("Le plan déplaît à Paul Garnier, qui dénonce « un affront ».", "Paul Garnier"),
    "as-says": ("Comme l'explique Anne Morel : « Tout va bien. »", "Anne Morel"),
    "passive": ("Ce vote est qualifié de « farce » par ses adversaires.", "ses adversaires"),
    "owner-is-no-speaker": ("L'avocate de Paul Garnier évoque « une erreur ».", "L'avocate de Paul Garnier"),
    "elle": ("Anne Morel et Paul Garnier arrivent. « C'est bien », dit-elle.", "Anne Morel"),
    "il": ("Anne Morel et Paul Garnier arrivent. « C'est bien », dit-il.", "Paul Garnier"),
    "full-name": ("Paul Garnier arrive. M. Garnier sourit. Il évoque « un succès ».", "Paul Garnier"),
    "role-tells-gender": (
        "Dylo Vrask, directrice du port, et Karn Olvo, gardien, arrivent. « Enfin », a-t-elle dit.",
        "Dylo Vrask",
    ),
    "celle-ci": ("Paul Garnier interroge Anne Morel. Celle-ci parle d'un « drame évitable ».", "Anne Morel"),
    "body": ("La police a fini son travail. Elle évoque « un accident banal ».", "La police"),
    "plural": ("Les syndicats sont reçus. Ils réclament « des actes ».", "Les syndicats"),
    "goes-on": ("« Oui, je pars », dit Anne Morel. « Je ne reviendrai pas. »", "Anne Morel"),
    "listed": ("« Trop tard », « trop peu », juge Anne Morel.", "Anne Morel"),
    "on": ("« Tout va bien », indique-t-on.", None),
    "source": ("« Tout va bien », indique-t-on à la préfecture.", "la préfecture"),
    "reading": ("« Tout va bien », peut-on lire dans Le Progrès.", "Le Progrès"),
    "said-by-inversion": ("« Tout va bien », a-t-on appris.", None),
    "according-pronoun": ("Anne Morel est sereine. Selon elle, « tout va bien ».", "Anne Morel"),
    "according-pronoun-behind": ("Anne Morel est là. « Tout va bien », selon elle.", "Anne Morel"),
    "for-somebody": ("Pour Anne Morel, « tout va bien ».", "Anne Morel"),
    "for-an-aim": ("Il faut agir pour la paix « durable ».", None),
    "celui-ci-behind": ("Paul Garnier est là. « Tout va bien », a ajouté ce dernier.", "Paul Garnier"),
    "to-the-press": ("« Tout va bien », a dit à la presse Anne Morel.", "Anne Morel"),
    "to-somebody": ("« Tout va bien », a dit à la presse.", None),
    "inverted-before": ("Anne Morel arrive. Alors dit-elle : « Tout va bien. »", "Anne Morel"),
    "perfect-inverted-before": ("Anne Morel arrive. A-t-elle déclaré : « Tout va bien » ?", "Anne Morel"),
    "as-they-say": ("Comme on dit : « Tout va bien. »", None),
    "passive-has-no-speaker": ("Anne Morel est accusée de « mollesse ».", None),
    "reflexive": ("« Tout va bien », s'est réjouie Anne Morel.", "Anne Morel"),
    "preposition-first": ("Dans un communiqué, la préfecture évoque « un incident ».", "la préfecture"),
    "preposition-without-comma": (
        "Dans un communiqué la préfecture évoque « un incident ».",
        "la préfecture",
    ),
    "relative-on-role": ("Elle a vu le maire du village, qui dénonce « un affront ».", "le maire du village"),
    "parenthesis": ("Anne Morel (centre), qui dénonce « un affront », est partie.", "Anne Morel"),
    "after-a-quotation": (
        "Le maire juge le plan « sot » et Anne Morel, députée, estime que « tout va bien ».",
        "Anne Morel",
    ),
    "quotation-of-sentences": (
        "La Cour a dit non, « Il a menti. Il a fui », et avertit qu'il « paiera ».",
        "La Cour",
    ),
    "joined-nouns": (
        "« Trop », juge la Direction des examens et concours.",
        "la Direction des examens et concours",
    ),
    "in-chief": ("« Trop », juge le rédacteur en chef.", "le rédacteur en chef"),
    "coordinated-verb": ("« Trop », juge le maire et ajoute la préfète.", "le maire"),
    "initials": ("« Trop », juge J. K. Moreau.", "J. K. Moreau"),
    "title": ("« Trop », juge Mme Morel.", "Mme Morel"),
    "civility": ("« Trop », dit madame Morel.", "madame Morel"),
    "apposed-after-complement": ("« Trop », dit l'adjointe à la culture, Anne Morel.", "Anne Morel"),
    "one-of-them": ("« Trop », dit l'un d'eux.", "l'un d'eux"),
    "one-of-them-named": ("« Trop », dit l'un d'eux, Paul Garnier.", "Paul Garnier"),
    "same-family-name": (
        "Paul Garnier et Anne Garnier arrivent. « Trop », dit-elle.",
        "Anne Garnier",
    ),
    "title-tells-gender": ("Vexa Morel sort. Mme Morel rit. « Trop », dit-elle.", "Vexa Morel"),
    "role-before-tells-gender": (
        "La directrice Vexa Olm et l'avocat Dran Ulp sortent. « Trop », dit-il.",
        "Dran Ulp",
    ),
    "own-sentence": ("Si la mairie a refusé, elle évoque « un incident ».", "la mairie"),
    "far-person": (
        "Paul Garnier est né ici. Il pleut. Il neige. Il vente. Le syndicat appelle. Il évoque « un tort ».",
        "Le syndicat",
    ),
    "taken-up": (
        "Anne Morel dénonce « un plan sans avenir ». Le « plan sans avenir » continue.",
        "Anne Morel",
    ),
    "words-of-others": ("« Un plan sot », dit Anne Morel. « Il a dit “non” », dit-elle.", "Anne Morel"),
    "adverb-then-preposition": ("Ce matin au conseil la maire a évoqué « un tort ».", "la maire"),
    "name-joined": ("J. Morel est là. Jeanne Morel rit. M. Aubry aussi. « Trop », dit-elle.", "Jeanne Morel"),
    "mister": ("M. Aubry et Mme Roc sont là. « Trop », dit-il.", "M. Aubry"),
    "no-antecedent": ("Il pleut. « Trop », dit-elle.", None),
    "heading-before": ("La grève\n\n« Trop », dit-elle.", None),
    "relative-on-clause": ("Le fait est là, qui prouve « un tort ».", None),
    "thing-before-no-verb": ("La baisse est nette, confirmant « un reflux ».", None),
    "only-prepositions": ("Dans la rue, à midi : « Trop. »", None),
    "on-says": ("On parle d'« un tort ».", None),
    "signed": ("« Tout va bien. »\n\n— Anne Morel, maire de la ville\n\nElle part.", "Anne Morel"),
    "answered-not-signed": ("« Tout va bien ? »\n\n— Anne Morel est partie.", None),
    "apposition-without-comma": ("Anne Morel, maire de la ville estime que « tout va bien ».", "Anne Morel"),
    "that-is-to-say": ("Anne Morel aime le sport, c'est-à-dire le « vélo ».", None),
    "given-name-alone-known": (
        "Jeanne Morel et Paul Aubry sont là. Morel sort. « Trop », dit-elle.",
        "Jeanne Morel",
    ),
    "role-behind-tells-gender": (
        "Vexa Olm (directrice) et Dran Ulp sortent. « Trop », dit-elle.",
        "Vexa Olm",
    ),
    "nobody": ("« Tout va bien. »", None),
}


@pytest.mark.parametrize("name", SPEAKERS)
def test_speaker(name):
    """The speaker is the phrase that syntax names, as the text writes it."""
    text, speaker = SPEAKERS[name]
    last = {"gerund-after-inversion", "goes-on", "after-a-quotation", "quotation-of-sentences", "taken-up"}
    quotations = find_quotations(text)
    quotation = quotations[-1 if name in last else 0]
    found = quotation.speaker
    assert (found.text if found else None) == speaker
    assert found is None or text[found.start : found.end] == found.text


def test_pronoun_inside_a_quotation():
    """A pronoun in somebody's words is not resolved: only they know whom they mean."""
    inner = find_quotations("Paul Garnier sort. « Il a dit “jamais” », raconte Anne Morel.")[1]
    assert (inner.text, inner.speaker) == ("jamais", None)


def test_paragraphs_of_one_quotation_share_the_speaker():
    """What is said over several paragraphs has one speaker, whichever paragraph names them."""
    quotations = find_quotations("« Un jour.\n\n« Un autre. », dit Anne Morel.")
    assert [quotation.speaker.text for quotation in quotations if quotation.speaker] == ["Anne Morel"] * 2


CLAUSES = {
    "no-marks": ("Le pont rouvrira, a indiqué la mairie.", [("indiqué", "la mairie")]),
    "adverb": ("Le pont rouvrira, a également indiqué lundi la mairie.", [("indiqué", "la mairie")]),
    "pronoun": ("Le pont, explique-t-elle, rouvrira.", [("explique", "elle")]),
    "according": ("Le pont rouvrira, selon des riverains.", [("selon", "des riverains")]),
    "none": ("Le pont rouvrira, malgré la pluie.", []),
}


@pytest.mark.parametrize(("text", "expected"), CLAUSES.values(), ids=CLAUSES.keys())
def test_reporting_clauses(text, expected):
    """A clause behind the words it reports is found with its verb and subject, marks or not."""
    clauses = find_reporting_clauses(text)
    found = [
        (text[slice(*clause.verb)], text[slice(*clause.subject)]) for clause in clauses if clause.subject
    ]
    assert found == expected


KINDS = {
    "speech": ("« Tout va bien », dit Anne Morel.", True),
    "title": ("Elle publie « Les Eaux mortes » en mai.", False),
    "named": ("Le rapport intitulé « une ville sans eau » paraît.", False),
    "party": ("Le parti « Ville Debout » se réunit.", False),
    "nickname": ("Surnommé le « Renard », il a fui.", False),
    "letter": ("Il est fiché « S » depuis un an.", False),
    "meaning": ("« Amandla » signifie le pouvoir.", False),
    "scare-quotes": ("La ville profite de ce « bouclier » depuis un an.", False),
    "fragment": ("Le maire dénonce une « honte ».", True),
    "name-cried": ("Il a crié « Vive Anne » avant de fuir.", True),
    "name-after-article": ("La ville annonce la création du « Conseil des sages ».", False),
    "far-from-verb": ("Le club annonce un départ, le troisième dans ce « petit monde ».", False),
    "counted-words": ("Le maire évoque dix ponts dont « six sont fermés depuis un an ».", True),
    "utterance": ("« Que faire quand tout le monde part ? »", True),
}


@pytest.mark.parametrize(("text", "said"), KINDS.values(), ids=KINDS.keys())
def test_said(text, said):
    """Speech is told from titles, names and words mentioned."""
    assert find_quotations(text)[0].said is said


PARTS = {
    "whole": ("« Tout va bien », dit-elle.", False),
    "after-colon": ("Elle répond : « tout va bien. »", False),
    "after-verb": ("Elle a répondu « Tout va bien. »", False),
    "fragment": ("Elle parle d'un « drame ».", True),
    "after-que": ("Elle dit que « Paris dort ».", True),
}


@pytest.mark.parametrize(("text", "partial"), PARTS.values(), ids=PARTS.keys())
def test_partial(text, partial):
    """A fragment of the journalist's sentence is told from a whole utterance."""
    assert find_quotations(text)[0].partial is partial


def test_seed():
    """The four quotations of the seed are speech, each with its speaker."""
    quotations = find_quotations(SEED.read_text(encoding="utf-8"))
    speakers = [quotation.speaker.text for quotation in quotations if quotation.speaker and quotation.said]
    assert speakers == ["Brad Lightcap", "Sarah Friar", "Sarah Friar", "Sarah Friar"]


LISTED = (
    '« | »|"|“|”|— |\n|\n\n|. |, | : |Anne Morel|la maire| a dit |dit-il|selon |elle| estime que '
    "|par |qui | et |M. |l'un d'eux| (|) |Oui|!|ce "
)
WORDS = st.sampled_from(LISTED.split("|"))


@given(st.lists(WORDS, max_size=40).map("".join))
def test_spans_are_exact(text):
    """Whatever the text, words, verbs and speakers are spans of it, and what nobody said has no speaker."""
    for quotation in find_quotations(text):
        assert text[quotation.start : quotation.end] == quotation.text != ""
        assert quotation.said or quotation.speaker is None
        if quotation.verb:
            assert 0 <= quotation.verb[0] <= quotation.verb[1] <= len(text)
        if quotation.speaker:
            assert text[quotation.speaker.start : quotation.speaker.end] == quotation.speaker.text != ""
