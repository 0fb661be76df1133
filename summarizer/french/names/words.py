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

KNOWN_ORGANISATION = """
airbnb, airbus, al-qaïda, amazon, apple, auchan, bercy, bloomberg, boeing, boko haram, bundesbank,
bundestag, carrefour, citroën, croissant-rouge, croix-rouge, daech, daesh, danone, élysée, en marche,
engie, état islamique, eurogroupe, europol, eurostat, facebook, france insoumise, frères musulmans,
google, greenpeace, hamas, hezbollah, insee, instagram, interpol, knesset, kremlin, l'équipe, l'express,
l'humanité, l'oréal, la croix, la france insoumise, le canard enchaîné, le figaro, le monde, le parisien,
le point, les échos, les républicains, les verts, libération, maison blanche, maison-blanche, matignon,
médecins sans frontières, medef, mediapart, meta, michelin, microsoft, mossad, mouvement 5 étoiles,
mouvement cinq étoiles, nations unies, netflix, onu, orange, ouest-france, oxfam, pentagone, peugeot,
place beauvau, pôle emploi, quai d'orsay, renault, reporters sans frontières, républicains, reuters,
saint-siège, sanofi, stellantis, tesla, tiktok, total, totalenergies, toyota, twitter, uber, ue, unesco,
unicef, union européenne, vatican, veolia, verts, vivendi, volkswagen, whatsapp, wikinews, wikipédia,
youtube
"""
KNOWN_GROUP = """
bleus, casques bleus, gilets jaunes, insoumis, talibans
"""
KNOWN_WORK = """
android, bible, brexit, canadair, chatgpt, coran, covid, covid-19, internet, iphone, jeux, jeux
olympiques, marseillaise, roland-garros, tour de france, wimbledon, windows
"""
KNOWN_PLACE = """
nouvelle-calédonie, zone euro
"""
"""Names whose kind their form does not tell, in lower case, by their kind."""

NEWS_OUTLETS = """
afp, agence france-presse, al jazeera, arte, associated press, bbc, bfm, bfm business, bfm tv, bfmtv,
bild, bloomberg, c news, canal+, cbs, challenges, cnbc, cnews, cnn, courrier international, der spiegel,
die welt, die zeit, el mundo, el país, europe 1, financial times, fox news, france 2, france 24, france
3, france 5, france bleu, france culture, france info, france inter, france télévisions, franceinfo,
frankfurter allgemeine zeitung, i-télé, itele, itélé, kyodo, l'express, l'humanité, l'obs, l'opinion,
l'équipe, la croix, la dépêche du midi, la libre belgique, la presse, la repubblica, la tribune, la voix
du nord, lci, le devoir, le figaro, le journal du dimanche, le matin, le monde, le parisien, le point,
le progrès, le soir, le temps, les échos, libération, m6, marianne, mediapart, nbc, new york times,
nice-matin, ouest-france, paris match, politico, public sénat, radio france, radio-canada, reuters, rfi,
rmc, rtbf, rtl, rts, sky news, sputnik, sud ouest, tass, tf1, the guardian, the new york times, the
times, tv5 monde, wall street journal, washington post, xinhua
"""
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
