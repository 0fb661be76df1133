"""The dictionary: words, expressions, senses by domain, and the line that a passage gets."""

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.english.dictionary import find_domain, load_dictionary
from summarizer.english.hard_words import common_words, find_hard, find_hard_told
from summarizer.english.lemmas import conjugate

DICTIONARY = load_dictionary()


def told(french):
    """The entries found and the sense taken, as `lemma = English`."""
    found = DICTIONARY.find(french)
    domain = find_domain(found)
    return {f"{f.entry.lemma} = {f.entry.sense(domain).english[0]}" for f in found}


@pytest.mark.parametrize(
    ("french", "expected"),
    [
        pytest.param("retrouvés sous les décombres", "décombres = rubble", id="plural-only"),
        pytest.param("les parquets de Lyon et de Paris", "parquet = prosecutor's office", id="sense"),
        pytest.param("elles ont été extraites", "extraire = pull out", id="irregular-participle"),
        pytest.param("il rejette l'offre", "rejeter = reject", id="doubled-consonant"),
        pytest.param("l'otage a été relâché", "relâcher = release", id="participle"),
        pytest.param("ce que le corps supporte", "supporter = bear", id="verb-spelled-as-a-noun"),
        pytest.param("qui gèle les prix", "geler = freeze", id="open-e"),
    ],
)
def test_words(french, expected):
    """A word is found by its dictionary form, inflected as the press writes it."""
    assert expected in told(french)


@pytest.mark.parametrize(
    ("french", "expected"),
    [
        pytest.param("elle avait saisi hier la justice", "saisir la justice = take legal action", id="gap"),
        pytest.param("n'est lié qu'à une question", "ne … que = only", id="restriction"),
        pytest.param("songer à se faire coter", "se faire coter = go public", id="reflexive"),
        pytest.param("il s'est fait coter", "se faire coter = go public", id="compound-tense"),
        pytest.param("la mise en place du dispositif", "mise en place = setting up", id="noun"),
        pytest.param("elle a été mise en place", "mettre en place = set up", id="verb"),
        pytest.param("des mains courantes", "main courante = police incident report", id="plural"),
        pytest.param("la famille dépose plainte", "déposer plainte = file a complaint", id="present"),
        pytest.param("ils en entendent parler", "en entendre parler = hear about it", id="clitic"),
        pytest.param("à l'issue du procès", "à l'issue de = at the end of", id="contracted-end"),
        pytest.param("au large des côtes", "au large de = off the coast of", id="contracted-both"),
        pytest.param("Mis en examen, il", "mettre en examen = place under formal investigation", id="first"),
    ],
)
def test_expressions(french, expected):
    """An expression of several words is found inflected, contracted and with words in between."""
    assert expected in told(french)


@pytest.mark.parametrize(
    ("french", "lemma"),
    [
        pytest.param("Il ne croit pas que ce soit vrai", "ne … que", id="negated"),
        pytest.param("Il ne dit plus que oui", "ne … que", id="no-more"),
        pytest.param("du nouveau pouvoir", "de nouveau", id="contracted-start"),
        pytest.param("au terme, rien", "à terme", id="with-article"),
        pytest.param("il porte un sac. Plainte du voisin", "porter plainte", id="other-sentence"),
        pytest.param("Mme Parquet est venue", "parquet", id="name"),
        pytest.param("qui avait conduit", "conduit", id="noun-behind-auxiliary"),
        pytest.param("il refuse et propose une avance", "se proposer de", id="another-verb"),
        pytest.param("On nous a dit", "se dire", id="object-pronoun"),
        pytest.param("ils n'ont jamais engagé la société", "engagé", id="adverb-between"),
        pytest.param("à distance", "distancer", id="noun-behind-preposition"),
        pytest.param("aucun ne peut l'accepter", "ne … que", id="no-que"),
        pytest.param("de nouvelles images", "nouvelles", id="adjective"),
        pytest.param("la réunion n'a rien donné", "données", id="negation-between"),
    ],
)
def test_left_alone(french, lemma):
    """What only looks like an entry is none."""
    assert lemma not in {f.entry.lemma for f in DICTIONARY.find(french)}


@pytest.mark.parametrize(
    ("french", "expected"),
    [
        pytest.param(
            "Le tribunal et le juge : la relaxe. Les poursuites", "poursuites = prosecution", id="law"
        ),
        pytest.param("Le gardien de but, le buteur et le nul", "nul = draw", id="sport"),
        pytest.param("Les dividendes, les actionnaires et la reprise", "reprise = recovery", id="economy"),
        pytest.param("Le tribunal et le juge : ils l'ont arrêté", "arrêter = arrest", id="arrest"),
        pytest.param("Les actionnaires arrêtent la machine", "arrêter = stop", id="stop"),
    ],
)
def test_senses_by_domain(french, expected):
    """Of several senses the passage's domain decides."""
    assert expected in told(french)


@pytest.mark.parametrize(
    ("french", "hard"),
    [
        pytest.param("", [], id="empty"),
        pytest.param("Il y a dix ans, il est venu.", [], id="nothing-hard"),
        pytest.param(
            "Deux corps ont été extraits des décombres.", ["extraire des décombres"], id="expression"
        ),
        pytest.param("Une opposition nationale", [], id="spelled-alike"),
        pytest.param("trois autres véhicules", [], id="common-noun-as-verb"),
    ],
)
def test_hard_words(french, hard):
    """Common words and those spelled as in English are left to the model."""
    assert [found.entry.lemma for found in find_hard_told(french)] == hard


def test_hard_words_are_limited():
    """However many words are hard, so many are told; expressions come first."""
    text = "le butin, la rançon, le braquage, un racket, le caïd, des sévices, se pourvoir en cassation"
    hard = [found.entry.lemma for found in find_hard_told(text, most=3)]
    assert len(hard) == 3
    assert "se pourvoir en cassation" in hard


def test_entries_are_sound():
    """Lemma, part, English without French letters or notation; no sense twice."""
    assert len({e.lemma for e in DICTIONARY.entries}) > 9000
    assert sum(e.part == "expr" for e in DICTIONARY.entries) > 2500
    domains = {s.domain for e in DICTIONARY.entries for s in e.senses}
    assert domains == {
        "", "agriculture", "culture", "defence", "disaster", "economy", "education", "environment", "health",
        "justice", "labour", "media", "politics", "science", "sport", "technology", "transport",
    }  # fmt: skip
    for entry in DICTIONARY.entries:
        assert entry.part in {"noun", "verb", "adj", "adv", "prep", "expr"}, entry
        firsts = [sense.english[0] for sense in entry.senses]
        assert len(set(firsts)) == len(firsts), entry
        for sense in entry.senses:
            assert all(re.fullmatch(r"[A-Za-zÉéâçê0-9 '’/.…-]+", words) for words in sense.english), entry


def test_common_words_are_sorted():
    """A word list: sorted, one entry a line, no repeats."""
    assert len(common_words()) > 900


def test_find_is_linear():
    """A long text without stops costs no more a word than a short one."""
    begun = time.perf_counter()
    DICTIONARY.find("ne se faire coter que " * 2000)
    assert time.perf_counter() - begun < 10


@given(st.text(alphabet="abceéils' -.,\n\u00a0") | st.text())
def test_offsets(french):
    """On any text: in order, inside it, and never the same place twice as a word."""
    found = DICTIONARY.find(french)
    assert [f.start for f in found] == sorted(f.start for f in found)
    assert all(0 <= f.start < f.end <= len(french) for f in found)
    assert all(f in DICTIONARY.find(french) for f in find_hard(french))


@pytest.mark.parametrize(
    ("infinitive", "forms"),
    [
        pytest.param("lancer", {"lançait", "lancé", "lancent"}, id="cedilla"),
        pytest.param("engager", {"engageait", "engagée"}, id="soft-g"),
        pytest.param("rejeter", {"rejette", "rejetteront", "rejetés"}, id="double-t"),
        pytest.param("enlever", {"enlève", "enlevée"}, id="open-e"),
        pytest.param("déléguer", {"délègue", "déléguait"}, id="accent"),
        pytest.param("saisir", {"saisi", "saisissent", "saisit"}, id="ir"),
        pytest.param("suspendre", {"suspendu", "suspend"}, id="re"),
        pytest.param("admettre", {"admet", "admis", "admettait"}, id="compound"),
    ],
)
def test_conjugate(infinitive, forms):
    """The forms that the press uses."""
    assert forms <= conjugate(infinitive)
