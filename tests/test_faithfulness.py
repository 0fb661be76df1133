"""check_statement: what it lets pass, and what it objects to."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.faithfulness import check_statement

TWO_TRENDS = (
    "Les ventes du groupe ont baissé au printemps dans tout le pays, et les prix du sucre, du cacao et du "
    "café ont augmenté."
)

TRUE = [
    (
        "declined-to",
        "Il a refusé de dire si les ventes augmentent.",
        "He declined to say if sales are rising.",
    ),
    ("scale", "L'offre est de 97,4 milliards de dollars.", "The offer is $97.4 billion."),
    ("fraction", "Un tiers des 1 200 salariés a voté.", "A third of the 1,200 employees voted."),
    (
        "rounding",
        "Le pays compte 1,36 milliard d'habitants.",
        "The country has nearly 1.4 billion inhabitants.",
    ),
    ("range", "La hausse serait de 10 à 15 %.", "The rise would be between 10 and 15 percent."),
    (
        "country",
        "Le ministre allemand se rend en Côte d'Ivoire.",
        "The German minister is travelling to Ivory Coast.",
    ),
    ("institution", "L'ONU et l'Otan ont réagi.", "The UN and NATO have reacted."),
    ("cognate", "possible", "possible"),
    ("name-only", "Claire Vasseur", "Claire Vasseur"),
    ("no-claim", "L'un des élus a parlé.", "One of the councillors spoke."),
    ("date", "La réunion du 14 novembre 2011 est annulée.", "The meeting of November 14, 2011 is cancelled."),
    ("time", "Le départ est à 20h30.", "Departure is at 8:30 p.m."),
    ("noon", "Le départ est à midi.", "Departure is at noon."),
    ("numeric-date", "Le départ est fixé au 14 mars 2011.", "Departure is set for 14/03/2011."),
    ("decade", "Le pont date des années 80.", "The bridge dates from the 1980s."),
    ("century", "Le pont date du XIXe siècle.", "The bridge dates from the 19th century."),
    ("decades", "Elle dirige l'école depuis deux décennies.", "She has headed the school for 20 years."),
    ("implied-age", "Un octogénaire a été blessé.", "An 80-year-old was injured."),
    ("vague", "Des milliers de fans ont attendu.", "Thousands of fans waited."),
    ("score", "Le club a gagné 3-1.", "The club won 3-1."),
    ("name-number", "La 5G arrive dans la région.", "5G is coming to the region."),
    ("parts", "Neuf élèves sur dix ont réussi.", "Nine out of ten pupils passed."),
    ("cents", "Le timbre coûte 50 centimes.", "The stamp costs 50 cents."),
    ("the-two", "Le maire et le préfet se sont vus. Le préfet a parlé.", "The two met; the prefect spoke."),
    ("inherited", "L'aide est de 4 milliards, promise mardi.", "The aid, promised on Tuesday, is 4 billion."),
    ("decimal-comma", "Le taux atteint 5,829 %.", "The rate is at 5,829%."),
    ("transliterated", "Vladimir Poutine a parlé.", "Vladimir Putin spoke."),
    ("capital", "Le gouvernement français a cédé.", "Paris has given in."),
    ("hyphened-names", "Le match Espagne-Portugal est reporté.", "The Spain-Portugal match is postponed."),
    ("acronym", "L'Inspection générale de la police nationale (IGPN) enquête.", "The IGNP is investigating."),
    ("expansion", "Le Parti du progrès local a gagné.", "The PPL won."),
    ("compound-word", "Les constructeurs protestent.", "Carmakers protest."),
    ("title-case", "Le conseil municipal a voté.", "The City Council voted."),
    ("frequency", "Il compte 400 millions d'utilisateurs hebdomadaires.", "It has 400 million weekly users."),
    ("may", "Le vote aura lieu en mai.", "The vote will take place in May."),
    ("refused", "La ministre n'a pas voulu répondre.", "The minister refused to answer."),
    ("unplanned", "La fermeture n'était pas prévue.", "The closure was unplanned."),
    ("nor", "Ni le maire ni le préfet ne sont venus.", "Neither the mayor nor the prefect came."),
    ("article-no", "L'article 125 du code s'applique.", "Article no. 125 of the code applies."),
    ("contactless", "Le paiement sans contact progresse.", "Contactless payment is growing."),
    ("conditional", "Le groupe aurait vendu deux usines.", "The group has reportedly sold two plants."),
    ("attributed", "Selon la police, il aurait fui.", "According to police, he fled."),
    ("imperfect", "Le rapport montrait une hausse.", "The report showed a rise."),
    ("can", "Un maire peut fermer une école.", "A mayor can close a school."),
    ("not-allowed", "Les feux sont interdits.", "Fires are not permitted."),
    ("denied-rise", "Les prix n'ont pas augmenté.", "Prices did not rise."),
    ("against", "Il a voté contre la réforme.", "He voted against the reform."),
    ("way", "Il passe de société à association à but non lucratif.", "It turns from company to non-profit."),
    ("half-century", "Le club fête son cinquantenaire.", "The club is 50 years old."),
    ("ten-fold", "Les ventes ont décuplé.", "Sales are 10 times higher."),
    ("percent-half", "La moitié des salariés ont voté.", "50% of the employees voted."),
    ("points", "L'indice perd 3 points de pourcentage.", "The index loses 3 percentage points."),
    ("pounds", "Il pèse 40 livres.", "It weighs 40 pounds."),
    ("bare-sum", "Les 4 milliards promis arrivent.", "The promised 4 billion euros are coming."),
    ("millions-m", "La perte est de 390 millions.", "The loss is 390m."),
    ("one-in", "Une personne sur 12 millions est touchée.", "One in 12 million is affected."),
    ("21-of", "Il a 21 sièges sur 550.", "It has 21 seats out of 550."),
    ("abbreviated-year", "Depuis 1982, il dirige le club.", "Since '82 he has run the club."),
    ("military-time", "Le départ est à 15 heures 30.", "Departure is at 1530 hours."),
    ("based", "Une société d'Oslo, en Norvège.", "A Norway-based company."),
    ("numeral-king", "Louis XIV est mort.", "Louis, the 14th, died."),
    (
        "two-trends",
        TWO_TRENDS,
        "The group's sales fell in spring across the country, and prices of sugar, cocoa and coffee rose.",
    ),
    ("dollar", "Le dollar a reculé.", "The dollar fell."),
]


@pytest.mark.parametrize(("french", "english"), [row[1:] for row in TRUE], ids=[row[0] for row in TRUE])
def test_lets_a_true_statement_pass(french, english):
    """A good translation has no findings."""
    assert check_statement(english, french) == []


FALSE = [
    ("value", "L'offre est de 97,4 milliards de dollars.", "The offer is $79.4 billion.", "number"),
    ("scale", "L'offre est de 97,4 milliards de dollars.", "The offer is $97.4 million.", "number"),
    ("currency", "L'offre est de 97,4 milliards de dollars.", "The offer is €97.4 billion.", "unit"),
    ("percent", "La hausse est de 12 %.", "The rise is 12.", "unit"),
    ("bound", "Plus de 500 magasins ferment.", "500 shops are closing.", "qualifier"),
    ("name", "Claire Vasseur dirige le groupe.", "The group is led by Claire Morand.", "name"),
    ("country", "Le ministre allemand est venu.", "The minister came from Spain.", "name"),
    ("french", "La sécurité est essentielle.", "La sécurité reste essentielle.", "language"),
    ("copy", "La sécurité est essentielle.", "sécurité est essentielle", "copy"),
    ("day", "La réunion du 14 novembre est annulée.", "The meeting of November 15 is cancelled.", "number"),
    ("time", "Le départ est à 20h30.", "Departure is at 9:30 p.m.", "number"),
    ("no-number", "Le maire a parlé longtemps.", "The mayor spoke to 300 people.", "number"),
    ("year", "Le pont date de 1998.", "The bridge dates from 1989.", "number"),
    ("numeric-date", "Le départ est fixé au 14 mars 2011.", "Departure is set for 15/03/2011.", "number"),
    ("decade", "Le pont date des années 80.", "The bridge dates from the 1970s.", "number"),
    ("years", "La guerre de 1914 à 1918 est finie.", "The war of 1914-1919 is over.", "number"),
    ("score", "Le club a gagné 3-1.", "The club won 3-2.", "number"),
    ("vague", "Des dizaines de fans ont attendu.", "Thousands of fans waited.", "number"),
    ("name-number", "La 4G arrive dans la région.", "5G is coming to the region.", "number"),
    ("repeated", "La hausse passe de 5 % à 6 %.", "The rise goes from 5% to 5%.", "number"),
    (
        "coarse",
        "Le pays compte 1,36 milliard d'habitants.",
        "The country has over 1.4 billion people.",
        "number",
    ),
    ("time-unit", "La grève a duré trois mois.", "The strike lasted three weeks.", "unit"),
    ("dropped-euro", "Le billet coûte 15 euros.", "The ticket costs 15.", "unit"),
    ("added-euro", "Il y a 15 places.", "It costs 15 euros.", "unit"),
    ("currency-word", "Le yen a progressé.", "The dollar rose.", "unit"),
    ("bound-added", "Environ 500 magasins ferment.", "At least 500 shops are closing.", "qualifier"),
    ("end-made-up", "La réunion a duré plus de six heures.", "It lasted six to eight hours.", "number"),
    ("end-made-up-about", "Il faut environ 20 bus.", "Between 20 and 30 buses are needed.", "number"),
    ("opposite-bound", "Plus de 500 magasins ferment.", "Fewer than 500 shops are closing.", "direction"),
    ("surname-word", "Le juge Paul Brun a parlé.", "Judge Paul Smith spoke.", "name"),
    ("surname-place", "Le maire de Vannes a parlé.", "The mayor spoke in Orange.", "name"),
    ("institution", "L'Otan a réagi.", "The IMF has reacted.", "name"),
    (
        "weekly",
        "Il compte 400 millions d'utilisateurs hebdomadaires.",
        "It has 400 million monthly users.",
        "time_unit",
    ),
    ("weekday", "Le vote aura lieu mardi.", "The vote will take place on Friday.", "time_unit"),
    ("month", "Le vote aura lieu en juin.", "The vote will take place in May.", "time_unit"),
    ("rise", "Les ventes ont baissé au printemps.", "Sales rose in spring.", "direction"),
    ("accept", "La ministre a rejeté la proposition.", "The minister accepted the proposal.", "direction"),
    ("for", "Il a voté contre la réforme.", "He voted for the reform.", "direction"),
    (
        "two-trends",
        TWO_TRENDS,
        "The group's sales rose in spring across the country, and prices of sugar, cocoa and coffee fell.",
        "direction",
    ),
    (
        "way",
        "Le groupe veut passer d'organisme à but non lucratif à société ordinaire.",
        "The group wants to move from ordinary company to non-profit body.",
        "direction",
    ),
    (
        "not-dropped",
        "Le groupe n'a pas communiqué le nombre de clients.",
        "The group gave the number of clients.",
        "negation",
    ),
    (
        "not-added",
        "Le groupe a publié ses comptes hier soir.",
        "The group did not publish its accounts.",
        "negation",
    ),
    ("isn-t", "Le groupe est en bonne santé.", "The group isn't in good health.", "negation"),
    ("excluded", "Un nouveau vote n'est pas exclu.", "A new vote is excluded.", "negation"),
    ("conditional", "Le groupe aurait vendu deux usines.", "The group has sold two plants.", "modality"),
    ("could", "La hausse pourrait reprendre en mars.", "The rise will resume in March.", "modality"),
    (
        "perhaps",
        "Le groupe va peut-être vendre ses usines.",
        "The group is going to sell its plants.",
        "modality",
    ),
]


@pytest.mark.parametrize(
    ("french", "english", "code"), [row[1:] for row in FALSE], ids=[row[0] for row in FALSE]
)
def test_objects_to_a_false_statement(french, english, code):
    """What is wrong is named by its code, with the words concerned."""
    findings = check_statement(english, french)
    assert code in {finding.code for finding in findings}
    assert len(findings) <= 2  # a rate is another unit, and another period
    assert findings[0].words in english
    assert findings[0].message


def test_looks_for_names_and_numbers_in_the_whole_article():
    """What stands elsewhere in the article is no invention; what stands nowhere in it is."""
    article = "Claire Vasseur dirige le groupe depuis 2009. Elle quitte son poste."
    evidence = "Elle quitte son poste."
    for known in ("Claire Vasseur is leaving her post.", "Claire Vasseur, in office since 2009, leaves."):
        assert check_statement(known, evidence, article=article) == []
    found = check_statement("Claire Morand, in office since 2008, leaves.", evidence, article=article)
    assert [(finding.code, finding.words) for finding in found] == [("number", "2008"), ("name", "Morand")]


def test_takes_several_pieces_of_evidence():
    """Numbers may come from any of the sentences cited."""
    assert (
        check_statement(
            "It lost 3 million euros and 12 shops.",
            ["Elle perd 3 millions d'euros.", "Elle perd 12 magasins."],
        )
        == []
    )


def test_has_nothing_to_say_about_nothing():
    """An empty statement has no findings."""
    assert check_statement("  ", "Le maire a parlé.") == []


def test_leaves_out_what_a_short_statement_leaves_out():
    """A headline need not repeat a denial or a conditional of a long passage."""
    french = (
        "La mairie a ouvert mardi une piscine de 25 mètres, attendue depuis longtemps par les habitants, qui "
        "n'avaient pas de bassin couvert et pour qui le trajet serait désormais plus court en bus ou à pied."
    )
    assert check_statement("The town has opened a swimming pool.", french) == []


def test_names_the_true_value():
    """The message gives the French number, in French and in English, so that the model can correct itself."""
    (finding,) = check_statement("The offer is $79.4 billion.", "L'offre est de 97,4 milliards de dollars.")
    assert "97,4 milliards de dollars" in finding.message
    assert "$97.4 billion" in finding.message


@settings(deadline=None)
@given(st.text(max_size=60), st.text(max_size=60))
def test_survives_any_text(english, french):
    """Whatever the texts, the check gives findings and no error, and the same ones each time."""
    assert check_statement(english, french) == check_statement(english, french)
