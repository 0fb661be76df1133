"""Words that decide what a capitalised name is: titles, heads of organisations' names, and capitals
that name nobody. Data alone, general French, drawn from no corpus.
"""

TITLES = {
    "M.": "m", "Mr": "m", "Mr.": "m", "Monsieur": "m", "Mme": "f", "Mmes": "f", "MM.": "m", "Madame": "f",
    "Mlle": "f", "Mademoiselle": "f", "Mgr": "m", "Monseigneur": "m", "Sir": "m", "Lord": "m", "Lady": "f",
    "Mrs": "f", "Mrs.": "f", "Ms.": "f", "Miss": "f", "Don": "m", "Cheikh": "m", "Frère": "m", "Sœur": "f",
    "Me": None, "Maître": None, "Dr": None, "Dr.": None, "Docteur": None, "Pr": None, "Pr.": None,
    "Professeur": None, "Prof.": None, "Général": None, "Colonel": None, "Père": "m",
}  # fmt: skip
"""Words before a person's name that are no part of it, with the gender they tell."""

_LISTED_PARTICLES = """
de d' d’ du des van von der den ten ter zu zur al el bin ben ibn bint ould di da do dos del della la le y
e st
"""
PARTICLES = frozenset(_LISTED_PARTICLES.split())
"""Lower-case words inside a person's name."""

_LISTED_STRONG_PARTICLES = """
van von der den ten ter zu al el bin ben ibn bint ould di da dos del della
"""
STRONG_PARTICLES = frozenset(_LISTED_STRONG_PARTICLES.split())
"""Particles that no French noun phrase contains: they join two capitalised words wherever they stand."""

_LISTED_ORGANISATION_HEADS = """
académie administration agence alliance amicale armée assemblée assises association autorité banque
bibliothèque bourse brigade bureau caisse centrale centre cercle chambre cité club coalition collectif
collège comité commissariat commission communauté compagnie confédération conférence congrès congrégation
conseil conservatoire consortium convention coopération coordination cour croissant croix direction
défenseur défenseure délégation département entente eurogroupe faculté fondation fonds force forces forum
front fédération garde gendarmerie gouvernement groupe groupement haut-commissariat haute hôpital
initiative inspection institut institution intersyndicale laboratoire ligue mairie maison marché ministère
ministères mission mouvement musée mutuelle observatoire office olympique ordre organisation parlement
parquet parti police protection préfecture présidence pôle radio rassemblement rectorat régie réseau
réunion secrétariat service services société surêté syndicat sécurité sénat sûreté théâtre tribunal trésor
etat union université école église élysée état état-major
"""
ORGANISATION_HEADS = frozenset(_LISTED_ORGANISATION_HEADS.split())
"""First words of organisations' names, which go on in lower case (« Cour des comptes »)."""

_LISTED_ORGANISATION_WORDS = """
Air Airlines Airways Associates Association Bank Banque Broadcasting Business Capital Center Centre Club
Co Committee Company Corp Corp. Corporation Council FC Federal Foundation Fund GmbH Group Groupe Herald
Holding Holdings Inc Inc. Industries Institute Institut International Journal Labs Ltd Magazine Media
Motors News Organization Party Pharma Post Press Radio Records Research Reserve SA SARL SAS Social Society
Sport Sports Studio Studios Systems TV Tech Technologies Technology Telecom Télécom Télévision Times Today
Tribune Trust Union United University Université Watch World AG plc PLC NV SE Partners Energy Bros
Entertainment Pictures Airbus Athletic Real Olympique Racing Stade Sporting Médias Presse Agency Army
Nation Nations AI Hebdo Electric Guardian Independent Bureau Commission Organisation Fédération Forum The
"""
ORGANISATION_WORDS = frozenset(_LISTED_ORGANISATION_WORDS.split())
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

_LISTED_NO_NAMES = """
janvier février mars avril mai juin juillet août septembre octobre novembre décembre lundi mardi mercredi
jeudi vendredi samedi dimanche noël pâques toussaint ascension pentecôte assomption ramadan nouvel an
internet web dieu allah terre soleil lune constitution code histoire bourse covid-19 covid sida république
euro guerre univers brent nord sud est ouest nord-est nord-ouest sud-est sud-ouest homme nobel
"""
NO_NAMES = frozenset(_LISTED_NO_NAMES.split())
"""Capitalised words that name no party: times, feasts, things there is one of."""

_LISTED_NO_PARTIES = """
ADN AKDT AM AOC APL ARN AVC BAC BD BEPC BTS CAC CAP CD CDD CDI CDT CE1 CEST CET CFA CHF CM2 CO2 CP CPE CSG
CV DH DVD EBITDA Ebitda EDT EEST EET EST EUR FAQ FCFA FIV Fr Fr. GBP GES GMT Go GPS GW GWh HT IA ID II III
INTERNET IP IRM ISF ISS IV IVG IX JO KM kWh LED LGBT LGBTQ Md Mds MDT Mo MP3 Mrd Mrds MW MWh NB NDLR OGM
OK OPA OPCVM OVNI PAC PDF PDT PIB PM PMA PNB PST QCM QG QI RER RIB RSA RTT SDF SIDA SIM SMIC SMS SOS SUV
TGV TNT TTC TVA TWh URL USB USD UTC UV VI VIH VII VIII VO VTC VTT WC XI XII XIII XIV XIX XL XOF XV XVI
XVII XVIII XX XXI XXL ZAC ZEP
"""
NO_PARTIES = frozenset(_LISTED_NO_PARTIES.split())
"""Acronyms that name a thing, a measure or a number, never a party."""

_LISTED_WORK_NOUNS = """
accord album appareil application assistant avion bombardier bâtiment cargo championnat chanson char
comète concours console coupe cyclone drone exposition festival film fusée hélicoptère infrastructure
infrastructures instruction jeu livre logiciel loi missile missiles mission modèle mondial moteur
médicament navire nouvelle open opération ouragan outil paquebot pièce plan prix processus procès produit
programme projet protocole rallye rapport robot roman satellite signal smartphone sommet sonde sous-marin
spectacle système série tempête test titre tour tournoi traité typhon vaccin vaisseau version virus
voilier vol émission épidémie événement
"""
WORK_NOUNS = frozenset(_LISTED_WORK_NOUNS.split())
"""Nouns that, set before a name, make it the name of a thing or an event."""

_LISTED_PLACE_WORDS = """
Bay Beach Bridge Canyon City County Creek Fort Gorge Hill Hills Island Islands Isle Lake Lodge Los Mont
Mountain Park Point Port Puerto Río River Road Roadhouse Rock San Santa Santo Sao São Square Springs
Street Valley Villa Ville Île Monte Ciudad Las Abu Mount Cerro Cordillera Djebel Oued Pampa Playa Praia
Sierra Wadi
"""
PLACE_WORDS = frozenset(_LISTED_PLACE_WORDS.split())
"""Words that mark a capitalised sequence as a place."""

_LISTED_PLACE_NOUNS = """
aérodrome aéroport archipel arrondissement autoroute avenue baie banlieue basilique bord boulevard camp
canton cap capitale cathédrale château cimetière cité col colline commune comté cordillère côte delta
département désert détroit district église état faubourg fjord fleuve forêt gare glacier golfe gouvernorat
hameau hippodrome île îles îlot lac localité localités mer métro mont montagne mosquée oasis oblast océan
palais pampa parc pays péninsule périphérie place plage plaine pont port presqu'île promenade province
quai quartier région rivière route rue savane sierra stade station steppe territoire vallée village ville
villes volcan wilaya zone
"""
PLACE_NOUNS = frozenset(_LISTED_PLACE_NOUNS.split())
"""Nouns that, set before a name, make it the name of a place."""
