"""Names of places: the territories of CLDR in French (through babel), French regions and departments,
and large cities.

Source: CLDR for countries and continents; the rest is general geography, written for this project.
"""

import re
import unicodedata
from functools import cache, lru_cache

from babel import Locale

from summarizer.french.lexicon import entries

_REGIONS = """
Auvergne-Rhône-Alpes| Auvergne| Rhône-Alpes| Bourgogne-Franche-Comté| Bourgogne| Franche-Comté| Bretagne|
Centre-Val de Loire| Corse| Grand Est| Alsace| Lorraine| Champagne-Ardenne| Champagne| Hauts-de-France|
Nord-Pas-de-Calais| Pas-de-Calais| Picardie| Île-de-France| Normandie| Haute-Normandie| Basse-Normandie|
Nouvelle-Aquitaine| Aquitaine| Limousin| Poitou-Charentes| Occitanie| Midi-Pyrénées| Languedoc-Roussillon|
Pays de la Loire| Provence-Alpes-Côte d'Azur| Provence| Côte d'Azur| Ain| Aisne| Allier| Alpes-Maritimes|
Alpes-de-Haute-Provence| Hautes-Alpes| Ardèche| Ardennes| Ariège| Aube| Aude| Aveyron| Bouches-du-Rhône|
Calvados| Cantal| Charente| Charente-Maritime| Cher| Corrèze| Corse-du-Sud| Haute-Corse| Côte-d'Or|
Côtes-d'Armor| Creuse| Dordogne| Doubs| Drôme| Essonne| Eure| Eure-et-Loir| Finistère| Gard| Gers|
Gironde| Haut-Rhin| Bas-Rhin| Haute-Garonne| Haute-Loire| Haute-Marne| Haute-Saône| Haute-Savoie| Savoie|
Haute-Vienne| Hautes-Pyrénées| Pyrénées-Atlantiques| Pyrénées-Orientales| Hauts-de-Seine| Hérault|
Ille-et-Vilaine| Indre| Indre-et-Loire| Isère| Jura| Landes| Loir-et-Cher| Loire| Loire-Atlantique|
Loiret| Lot| Lot-et-Garonne| Lozère| Maine-et-Loire| Manche| Marne| Mayenne| Meurthe-et-Moselle| Meuse|
Morbihan| Moselle| Nièvre| Nord| Oise| Orne| Puy-de-Dôme| Rhône| Saône-et-Loire| Sarthe| Seine-et-Marne|
Seine-Maritime| Seine-Saint-Denis| Somme| Tarn| Tarn-et-Garonne| Territoire de Belfort| Val-d'Oise|
Val-de-Marne| Var| Vaucluse| Vendée| Vienne| Vosges| Yonne| Yvelines| Deux-Sèvres| Alpes| Pyrénées| Seine|
Wallonie| Flandre| Flandres| Québec| Ontario| Alberta| Manitoba| Nouveau-Brunswick| Colombie-Britannique|
Terre-Neuve| Nouvelle-Écosse| Saskatchewan| Catalogne| Andalousie| Pays basque| Bavière| Saxe| Rhénanie|
Écosse| Angleterre| Pays de Galles| Irlande du Nord| Grande-Bretagne| Toscane| Lombardie| Sicile|
Sardaigne| Vénétie| Crimée| Donbass| Tchétchénie| Sibérie| Kurdistan| Cachemire| Tibet| Xinjiang| Darfour|
Cisjordanie| Gaza| bande de Gaza| Palestine| Maghreb| Sahel| Proche-Orient| Moyen-Orient| Balkans|
Caucase| Californie| Texas| Floride| New York| Illinois| Ohio| Géorgie| Virginie| Caroline du Nord|
Caroline du Sud| Louisiane| Michigan| Nevada| Arizona| Oregon| Colorado| Alaska| Hawaï| Washington|
Pennsylvanie| Massachusetts| Minnesota| Wisconsin| Missouri| Tennessee| Kentucky| Indiana| Iowa| Utah|
Alabama| Mississippi| Oklahoma| Kansas| Maryland| New Jersey| Connecticut| Afrique| Europe| Asie|
Amérique| Amérique latine| Amérique du Nord| Amérique du Sud| Océanie| Antarctique| Arctique| Occident|
Afrique de l'Ouest| Afrique de l'Est| Afrique du Nord| Atlantique| Pacifique| Méditerranée| Caraïbes|
Antilles| États-Unis d'Amérique| USA| Birmanie| Biélorussie| Corée| RDC| RCA|
République démocratique du Congo| République tchèque| URSS| Yougoslavie| Émirats| Abkhazie|
Ossétie du Sud| Somaliland| Transnistrie| Hong Kong| Macao| Congo| Sahara occidental| Outre-mer|
Saint-Barthélemy| Mayotte
"""
_MORE_CITIES = """
New York| Los Angeles| San Francisco| Las Vegas| La Nouvelle-Orléans| New Delhi| Le Caire| La Havane|
La Haye| Le Havre| Le Mans| La Rochelle| Rio de Janeiro| São Paulo| Buenos Aires| Le Cap| La Paz|
San José| Hô Chi Minh-Ville| Kuala Lumpur| Tel Aviv| Port au Prince| Abou Dabi| La Mecque| Silicon Valley|
Wall Street| Monte Carlo| La Réunion| La Courneuve| Le Touquet| Saint-Louis| Cap-Vert| San Diego|
Santa Fe| Phnom Penh| Addis Abeba| Guantánamo| Ho Chi Minh| San Bernardino| Monte-Carlo
"""
_MARKS = re.compile("[\u0300-\u036f]+")

# Codes of CLDR that stand for organisations: European Union, eurozone, United Nations.
_BODIES = frozenset({"EU", "EZ", "UN"})


@lru_cache(maxsize=4096)
def fold(name: str) -> str:
    """A name without case, accents, hyphens and kinds of apostrophe, for comparing."""
    plain = name.casefold().replace("-", " ")
    if plain.isascii():
        return plain
    return _MARKS.sub("", unicodedata.normalize("NFKD", plain.replace("’", "'")))


@cache
def countries() -> frozenset[str]:
    """Folded French names of countries and other territories that act as one (« la France »)."""
    territories = Locale.parse("fr").territories
    named = {fold(name) for code, name in territories.items() if code.isalpha() and code not in _BODIES}
    named |= {name.removesuffix(" (la)").split(" (")[0] for name in named}
    return frozenset(
        named
        | {
            "birmanie",
            "bielorussie",
            "coree du sud",
            "coree du nord",
            "grande bretagne",
            "etats unis d'amerique",
            "usa",
            "rdc",
            "palestine",
            "angleterre",
            "ecosse",
            "quebec",
        }
    )


@cache
def places() -> frozenset[str]:
    """Folded names of all known places."""
    regions = {fold(name.strip()) for name in _REGIONS.split("|")}
    cities = {fold(name) for name in entries("cities")} | {
        fold(name.strip()) for name in _MORE_CITIES.split("|")
    }
    continents = {fold(name) for code, name in Locale.parse("fr").territories.items() if code.isdigit()}
    return (countries() | regions | cities | continents) - {"monde", ""}
