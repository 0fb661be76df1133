"""check and widen: how sure a finding is, where the French is looked for, which sentences are added."""

import time

import pytest

from summarizer.faithfulness import check, check_statement, widen

ARTICLE = {
    "S1": "Claire Vasseur, 52 ans, dirige Novalis depuis 2009.",
    "S2": "Le groupe emploie 1 200 salariés à Vannes.",
    "S3": "Il a perdu plus de 3 millions d'euros en un an.",
    "S4": "Elle quittera son poste le 14 mai, écrit-elle sur https://novalis.example/adieu.",
}
TEXT = " ".join(ARTICLE.values())

GRADES = [
    ("number-nowhere", "She will leave on 14 May, aged 61.", "S4", ("number", "hard")),
    ("year-nowhere", "She has headed the group since 2008.", "S1", ("number", "hard")),
    ("name-nowhere", "Claire Morand heads Novalis.", "S1", ("name", "firm")),
    ("unit", "The group employs €1,200.", "S2", ("unit", "firm")),
    ("opposite-bound", "It lost less than €3 million.", "S3", ("direction", "firm")),
    ("bound-dropped", "It lost €3 million in a year.", "S3", ("qualifier", "soft")),
    ("french", "Elle quittera son poste en mai prochain.", "S4", ("language", "hard")),
    ("punctuation", " … !", "S4", ("form", "hard")),
    ("emoji", "👍👍", "S4", ("form", "hard")),
    ("nothing", "", "S4", ("form", "hard")),
    ("without-end", "She will leave. " * 700, "S4", ("form", "hard")),
    ("address", "She will leave, see https://novalis.example/hello.", "S4", ("form", "hard")),
    ("handle", "She will leave, says @vasseur.", "S4", ("form", "hard")),
    ("control", "She will\x07 leave.", "S4", ("form", "hard")),
    ("right-to-left", "She will \u202eleave.", "S4", ("form", "hard")),
]


@pytest.mark.parametrize(
    ("english", "cited", "grade"), [row[1:] for row in GRADES], ids=[row[0] for row in GRADES]
)
def test_says_how_sure_a_finding_is(english, cited, grade):
    """A finding is hard, firm or soft by the rule that it comes from."""
    assert [(issue.code, issue.severity) for issue in check(english, [ARTICLE[cited]], article=TEXT)] == [
        grade
    ]


@pytest.mark.parametrize(
    "english",
    [
        "Claire Vasseur, 52, will leave on 14 May.",
        "The head of the group of 1,200 will leave on 14 May.",
        "She will leave on 14 May, she writes at https://novalis.example/adieu.",
        "In office since 2009, she will leave.",
        "She leaves a group with a loss of more than €3 million.",
    ],
)
def test_looks_in_the_whole_article(english):
    """A number, date, age, name or address that stands elsewhere in the article is no issue."""
    assert check(english, [ARTICLE["S4"]], article=TEXT) == []


def test_a_rank_beside_a_part_of_the_same_name():
    """The third quarter of the article is not « près d'un tiers » of the cited sentence without its bound."""
    cited = "Les commandes bondissent de près d'un tiers."
    whole = f"Taldéric publie ses résultats du troisième trimestre. {cited}"
    assert check("Orders received in the third quarter", [cited], article=whole) == []


def test_looks_in_the_sentence_before():
    """The sentence before a cited one settles what the cited one leaves open."""
    english, cited, before = "The mayor did not vote for it.", "Il a voté contre.", "Le maire n'a pas signé."
    assert check(english, [cited]) != []
    assert check(english, [cited], before=[before]) == []


def test_a_denial_of_another_sentence_excuses_nothing():
    """One that is missing in the cited clause is found, whatever the sentence before denies."""
    english, cited = "The group paid the bill.", "Le groupe n'a pas payé la facture."
    before = "La mairie ne répond plus aux appels depuis la fermeture des bureaux."
    assert [issue.rule for issue in check(english, [cited], before=[before])] == ["negation"]


WIDER = [
    ("age", "Claire Vasseur, 52, will leave on 14 May.", ["S4"], ("S1",)),
    ("two", "In office since 2009, she heads 1,200 employees.", ["S4"], ("S1", "S2")),
    ("nothing-missing", "She will leave on 14 May.", ["S4"], ()),
    ("nowhere", "She will leave on 15 June.", ["S4"], ()),
    ("no-number", "She will leave.", ["S4"], ()),
    ("unknown-id", "She has led it since 2009.", ["S9"], ("S1",)),
]


@pytest.mark.parametrize(
    ("english", "cited", "added"), [row[1:] for row in WIDER], ids=[row[0] for row in WIDER]
)
def test_widens_the_evidence(english, cited, added):
    """The sentences that have a missing number are added, the nearest for each, in the article's order."""
    assert widen(english, cited, ARTICLE) == added


def test_the_public_check_gives_findings():
    """check_statement gives the same without grades."""
    english, evidence = "She will leave on 15 June.", [ARTICLE["S4"]]
    issues, findings = (
        check(english, evidence, article=TEXT),
        check_statement(english, evidence, article=TEXT),
    )
    assert [(issue.code, issue.words) for issue in issues] == [(f.code, f.words) for f in findings] != []


@pytest.mark.parametrize(
    ("french", "english", "severity"),
    [
        (
            "L'ancien ministre Jean Lapierre est mort à Gaspé.",
            "Former Canadian minister Jean Lapierre",
            "soft",
        ),
        (
            "L'ancien ministre allemand Jean Lapierre est mort.",
            "Former Canadian minister Jean Lapierre",
            "firm",
        ),
    ],
    ids=["explains", "replaces"],
)
def test_a_nationality_that_the_french_lacks(french, english, severity):
    """It is a remark where it explains, and is asked again where it stands in the place of another."""
    assert [issue.severity for issue in check(f"{english} has died.", [french])] == [severity]


DATED = "28 mai 2016. – Nadal a battu Bagnis hier. La finale sera jouée le lendemain. Il était arrivé lundi."
TOLD_BY_ANOTHER_DAY = [
    ("yesterday", "Nadal beat Bagnis on 27 May.", True),
    ("tomorrow", "The final will be played on 29 May 2016.", True),
    ("weekday", "He had arrived on 23 May.", True),
    ("not-yesterday", "Nadal beat Bagnis on 25 May.", False),
    ("another-weekday", "He had arrived on 24 May.", False),
    ("another-month", "Nadal beat Bagnis on 27 June.", False),
]


@pytest.mark.parametrize(
    ("english", "right"),
    [row[1:] for row in TOLD_BY_ANOTHER_DAY],
    ids=[row[0] for row in TOLD_BY_ANOTHER_DAY],
)
def test_a_day_that_the_french_tells_by_another(english, right):
    """« hier », « le lendemain » and a weekday are counted from the article's own date."""
    found = [issue for issue in check(english, [DATED]) if issue.code == "number"]
    assert (not found) == right


def test_a_place_that_a_list_tells_is_a_remark():
    """« suivi de » tells who comes third without a number: what code cannot read is not asked again."""
    french = "Luc Arnal est premier, suivi de Tom Brac et de Jean Rey."
    assert {issue.severity for issue in check("Jean Rey is third.", [french])} <= {"soft"}


ABOUT = """La mairie de Brémont a présenté son budget. Le maire, Claude Vasseur, 52 ans, dirige la ville
depuis 2014. Les recettes atteignent 48 millions d'euros. La dette est de 12 millions d'euros.
Jean Morel, 34 ans, entraîneur du club, a démissionné. L'usine emploie 1 200 salariés dans 14 pays.
La ligne compte 26 gares. La hausse est de 3 %. Le parti a obtenu 45 % des voix."""
ELSEWHERE = [
    (
        "age",
        "Claude Vasseur, 34, runs the town.",
        "Le maire, Claude Vasseur, 52 ans, dirige la ville depuis 2014.",
    ),
    ("age-other", "Jean Morel, 52, has resigned.", "Jean Morel, 34 ans, entraîneur du club, a démissionné."),
    ("revenue", "Revenue comes to 12 million euros.", "Les recettes atteignent 48 millions d'euros."),
    ("debt", "The debt is 48 million euros.", "La dette est de 12 millions d'euros."),
    ("countries", "Its plant employs 1,200 in 26 countries.", "L'usine emploie 1 200 salariés dans 14 pays."),
    ("stations", "There are 14 stations on the line.", "La ligne compte 26 gares."),
    ("headline", "14: stations on the line", "La ligne compte 26 gares."),
    ("share", "The rise is 45%.", "La hausse est de 3 %."),
    ("votes", "The party won 3% of the vote.", "Le parti a obtenu 45 % des voix."),
]


@pytest.mark.parametrize(
    ("english", "cited"), [row[1:] for row in ELSEWHERE], ids=[row[0] for row in ELSEWHERE]
)
def test_objects_to_a_number_from_a_sentence_about_something_else(english, cited):
    """Another's age or sum is no number of the statement, though the article has it."""
    assert [(issue.rule, issue.severity) for issue in check(english, [cited], article=ABOUT)] == [
        ("elsewhere", "soft")
    ]


def test_a_number_from_a_related_sentence_is_no_issue():
    """A statement may put two sentences about one thing together."""
    cited = "La dette est de 12 millions d'euros."
    article = f"{cited} L'an passé, la dette était de 15 millions d'euros."
    assert check("The debt, of 12 million euros, was 15 million euros.", [cited], article=article) == []
    assert check("The debt was 15 million euros.", [cited], article=article) == []


def test_a_day_of_another_sentence_takes_no_days_place():
    """Of two days that a statement gives, one is neither of those that the cited sentence has."""
    cited = "Le texte a été approuvé le 28 mars et signé le 15 août par le préfet."
    article = f"{cited} Le préfet l'a publié le 25 octobre."
    for english, found in (
        ("The text was approved on 28 March and signed on 15 August.", []),
        ("The text was approved on 28 March and signed on 25 October.", ["elsewhere"]),
    ):
        assert [issue.rule for issue in check(english, [cited], article=article)] == found


@pytest.mark.parametrize("unit", ["40 ", "1,", "LE MAIRE DE BREST ", "ne pas ", "Jean Dumas "])
def test_twice_the_text_takes_twice_the_time(unit):
    """Rows of numbers, capitals, denials, names in an article; three times at most: the clock is coarse."""
    spent = []
    for times in (4_000, 8_000):
        article = unit * times
        began = time.process_time()
        check("The mayor of Brest closed 40 schools on Friday.", [article[:200]], article=article)
        spent.append(time.process_time() - began)
    assert spent[1] < 3 * spent[0] + 0.5
