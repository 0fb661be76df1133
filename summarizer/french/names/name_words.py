"""Words that decide what a capitalised name is: titles, heads of organisations' names, and capitals
that name nobody. Data alone, general French, drawn from no corpus.
"""

from summarizer.french.lexicon import entries

TITLES = {
    "M.": "m", "Mr": "m", "Mr.": "m", "Monsieur": "m", "Mme": "f", "Mmes": "f", "MM.": "m", "Madame": "f",
    "Mlle": "f", "Mademoiselle": "f", "Mgr": "m", "Monseigneur": "m", "Sir": "m", "Lord": "m", "Lady": "f",
    "Mrs": "f", "Mrs.": "f", "Ms.": "f", "Miss": "f", "Don": "m", "Cheikh": "m", "Frère": "m", "Sœur": "f",
    "Me": None, "Maître": None, "Dr": None, "Dr.": None, "Docteur": None, "Pr": None, "Pr.": None,
    "Professeur": None, "Prof.": None, "Général": None, "Colonel": None, "Père": "m",
}  # fmt: skip
"""Words before a person's name that are no part of it, with the gender they tell."""

PARTICLES = frozenset(entries("name_particles"))
"""Lower-case words inside a person's name."""

STRONG_PARTICLES = frozenset(entries("name_particles_foreign"))
"""Particles that no French noun phrase contains: they join two capitalised words wherever they stand."""

ORGANISATION_HEADS = frozenset(entries("organisation_heads"))
"""First words of organisations' names, which go on in lower case (« Cour des comptes »)."""

ORGANISATION_WORDS = frozenset(entries("organisation_words"))
"""Words that mark a capitalised sequence as an organisation rather than a person."""

KNOWN_ORGANISATION = entries("known_organisations")
KNOWN_GROUP = ("bleus", "casques bleus", "gilets jaunes", "insoumis", "talibans")
KNOWN_WORK = entries("known_works")
KNOWN_PLACE = ("nouvelle-calédonie", "zone euro")
"""Names whose kind their form does not tell, in lower case, by their kind."""

NEWS_OUTLETS = entries("news_outlets")
"""Papers, channels and agencies: named mostly for what others told them."""

NO_NAMES = frozenset(entries("no_names"))
"""Capitalised words that name no party: times, feasts, things there is one of."""

NO_PARTIES = frozenset(entries("no_parties"))
"""Acronyms that name a thing, a measure or a number, never a party."""

WORK_NOUNS = frozenset(entries("work_nouns"))
"""Nouns that, set before a name, make it the name of a thing or an event."""

PLACE_WORDS = frozenset(entries("place_words"))
"""Words that mark a capitalised sequence as a place."""

PLACE_NOUNS = frozenset(entries("place_nouns"))
"""Nouns that, set before a name, make it the name of a place."""
