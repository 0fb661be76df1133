"""Every form of the French verbs that report words, and what each form can do in a sentence.

Conjugation follows Bescherelle's models for third persons (and « je », « on », « nous » where they are
the same form): finite simple tenses, past participles, gerunds and infinitives.
"""

import re
from enum import Flag, auto
from functools import cache


class Form(Flag):
    """What a verb form is: it reports a clause (`SAYS`), or judges or names somebody's words (`JUDGES`)."""

    FINITE = auto()
    PARTICIPLE = auto()
    GERUND = auto()
    INFINITIVE = auto()
    SAYS = auto()
    JUDGES = auto()


_SAYING_ER = """
accuser achever admonester affirmer ajouter alerter annoncer appeler argumenter articuler assener
asséner assurer attester avancer aviser avouer balbutier bégayer beugler bougonner bredouiller
certifier chuchoter claironner clamer commenter communiquer confesser confier confirmer
considérer constater contester corriger crier décider déclamer déclarer décréter dénoncer
demander déplorer détailler deviner dévoiler dicter diagnostiquer énoncer
énumérer enchaîner espérer estimer évaluer évoquer exhorter expliciter expliquer exploser exposer exprimer
exulter formuler gémir glisser grogner grommeler gronder haleter hasarder hurler imaginer implorer
indiquer informer
insinuer insister interpeller interroger invectiver ironiser jubiler juger jurer justifier lâcher lancer
louer
marmonner marteler maugréer mentionner minimiser moduler murmurer narrer noter nuancer objecter observer
ordonner
parler penser persifler pester plaider plaisanter pleurnicher pointer préciser préconiser présenter prêcher
prétexter proclamer pronostiquer proposer prononcer protester questionner rabâcher raconter railler
rappeler rapporter raisonner rassurer réaffirmer récapituler réciter réclamer recommander recommencer
réfuter regretter réitérer relater relativiser relever remarquer renchérir répéter répliquer résumer
rétorquer révéler ricaner ronchonner saluer scander sangloter siffler signaler signifier solliciter songer
souffler souhaiter souligner soupçonner soupirer spécifier spéculer stipuler suggérer supplier supposer
susurrer
témoigner tempérer tempêter temporiser théoriser tonner trancher triompher tweeter twitter vanter vociférer
calculer couper glisser ajuster trancher détailler savourer nuancer souffler préconiser tempérer réclamer
résumer zozoter minauder acquiescer approuver conseiller continuer débuter hésiter commander rectifier
"""
_REFLEXIVE_ER = """
alarmer agacer désoler écrier emporter enorgueillir enquérir enthousiasmer étonner étrangler exaspérer
excuser exclamer
exprimer féliciter impatienter indigner inquiéter insurger interroger irriter justifier lamenter révolter
vanter défausser
amuser défendre scandaliser
"""
_JUDGING_ER = """
accuser approuver appeler blâmer caractériser comparer condamner considérer craindre critiquer
dénigrer
dénoncer déplorer désigner épingler estimer évoquer fustiger juger louer moquer parler pointer prôner
promouvoir
qualifier railler réclamer regretter rejeter remercier reprocher ressentir revendiquer saluer signaler
souhaiter
stigmatiser surnommer taxer traiter vanter vilipender exiger justifier invoquer prétexter redouter
charger inviter encourager appeler exprimer demander adresser féliciter promettre motiver imputer apporter
"""
_IR = "avertir gémir rugir vomir bondir renchérir glapir vagir mugir blêmir fléchir réagir réfléchir définir"
_IRREGULAR = {
    "dire": "dit disent disait disaient dirent dira diront dirait diraient dis dise / dit / disant",
    "redire": "redit redisent redisait redisaient redira rediront / redit / redisant",
    "prédire": "prédit prédisent prédisait prédisaient prédira / prédit / prédisant",
    "contredire": "contredit contredisent contredisait contredira / contredit / contredisant",
    "écrire": "écrit écrivent écrivait écrivaient écrivit écrivirent écrira écriront écrirait / écrit /"
    " écrivant",
    "décrire": "décrit décrivent décrivait décrivaient décrivit décrira / décrit décrite décrits"
    " décrites / décrivant",
    "lire": "lit lisent lisait / lu / lisant",
    "répondre": "répond répondent répondait répondaient répondit répondirent répondra répondront /"
    " répondu / répondant",
    "défendre": "défend défendent défendait défendaient défendit défendra / défendu / défendant",
    "prétendre": "prétend prétendent prétendait prétendaient prétendit prétendra / prétendu / prétendant",
    "reprendre": "reprend reprennent reprenait reprit reprirent reprendra / repris / reprenant",
    "apprendre": "apprend apprennent apprenait apprit / appris / apprenant",
    "reconnaître": "reconnaît reconnait reconnaissent reconnaissait reconnaissaient reconnut reconnurent"
    " reconnaîtra reconnaîtront / reconnu / reconnaissant",
    "maintenir": "maintient maintiennent maintenait maintenaient maintint maintiendra / maintenu /"
    " maintenant",
    "soutenir": "soutient soutiennent soutenait soutenaient soutint soutinrent soutiendra / soutenu /"
    " soutenant",
    "retenir": "retient / retenu / retenant",
    "prévenir": "prévient préviennent prévenait prévenaient prévint préviendra / prévenu / prévenant",
    "convenir": "convient conviennent convenait convint convinrent / convenu / convenant",
    "intervenir": "intervient intervenait intervint / intervenu / intervenant",
    "promettre": "promet promettent promettait promettaient promit promirent promettra / promis / promettant",
    "admettre": "admet admettent admettait admettaient admit admirent admettra / admis / admettant",
    "émettre": "émet émettent émettait émit / émis / émettant",
    "poursuivre": "poursuit poursuivent poursuivait poursuivaient poursuivit poursuivra / poursuivi /"
    " poursuivant",
    "conclure": "conclut concluent concluait concluaient conclurent conclura concluront / conclu / concluant",
    "démentir": "dément démentent démentait démentaient démentit démentira / démenti / démentant",
    "savoir": "/ su /",
    "valoir": "/ valu /",
    "croire": "croit croient croyait croyaient crut croira / cru / croyant",
    "voir": "voit voient voyait / vu / voyant",
    "ouvrir": "ouvrait / / ",
    "offrir": "offrit / / ",
    "mentir": "mentit / menti / mentant",
    "sourire": "sourit souriait sourient / souri / souriant",
    "rire": "rit riait / ri / riant",
    "geindre": "geint geignait geignit / geint / geignant",
    "plaindre": "plaint plaignent plaignait plaignaient plaignit plaindra / plaint / plaignant",
    "craindre": "craint craignent craignait craignaient craignit / craint / craignant",
    "réjouir": "réjouit réjouissent réjouissait réjouissaient réjouira / réjoui réjouie réjouis /"
    " réjouissant",
    "souvenir": "souvient souviennent souvenait souvint / souvenu souvenue / souvenant",
    "réagir": "réagit réagissent réagissait réagissaient réagirent réagira / réagi / réagissant",
    "interrompre": "interrompt interrompit interrompait / interrompu / interrompant",
    "faire": "fit fait firent faisait faisaient / / ",
    "inscrire": "/ inscrit inscrite inscrits inscrites /",
}
_JUDGING_IRREGULAR = frozenset({"décrire", "défendre", "promettre", "craindre", "faire", "voir", "inscrire"})
_INCISE_ONLY = frozenset({"faire", "voir", "ouvrir", "offrir", "lire", "retenir", "inscrire"})
_FINITE_ER = ["e", "ent", "ait", "aient", "a", "èrent", "era", "eront", "erait", "eraient"]


def _conjugate_er(infinitive: str) -> dict[str, Form]:
    """Conjugate a verb of the first group in the third persons."""
    stem = infinitive[:-2]
    weak = stem
    if re.search(r"(?:el|et|em|en|ev|es|ec)$", stem) and not stem.endswith(("ppel", "êt", "ell", "ett")):
        weak = stem[:-2] + "è" + stem[-1]
    elif re.search(r"é[^aeiouyéè]{1,2}$", stem):
        at = stem.rindex("é")
        weak = stem[:at] + "è" + stem[at + 1 :]
    elif stem.endswith("ppel"):
        weak = stem + "l"
    hard = stem[:-1] + "ç" if stem.endswith("c") else stem + "e" if stem.endswith("g") else stem
    forms = {}
    for ending in _FINITE_ER:
        base = hard if ending[0] == "a" else weak if ending != "èrent" else stem
        forms[base + ending] = Form.FINITE
        if ending.startswith("er") and base != stem:
            forms[stem + ending] = Form.FINITE
    forms[hard + "ant"] = Form.GERUND
    forms[infinitive] = Form.INFINITIVE
    for ending in ("é", "ée", "és", "ées"):
        forms[stem + ending] = Form.PARTICIPLE
    return forms


def _conjugate_ir(infinitive: str) -> dict[str, Form]:
    """Conjugate a verb of the second group in the third persons."""
    stem = infinitive[:-1]
    forms = dict.fromkeys(
        [stem + e for e in ("t", "ssent", "ssait", "ssaient", "rent", "ra", "ront")], Form.FINITE
    )
    return forms | {stem + "ssant": Form.GERUND, infinitive: Form.INFINITIVE, stem: Form.PARTICIPLE}


def _irregular(infinitive: str, listed: str) -> dict[str, Form]:
    finite, participles, gerunds = listed.split("/")
    forms = {infinitive: Form.INFINITIVE}
    kinds = ((finite, Form.FINITE), (participles, Form.PARTICIPLE), (gerunds, Form.GERUND))
    for words, kind in kinds:
        for word in words.split():
            forms[word] = forms.get(word, Form(0)) | kind
    return forms


def _add(table: dict[str, Form], forms: dict[str, Form], use: Form) -> None:
    for word, form in forms.items():
        table[word] = table.get(word, Form(0)) | form | use


@cache
def _table() -> dict[str, Form]:
    table: dict[str, Form] = {}
    for listed, use in (
        (_SAYING_ER, Form.SAYS),
        (_REFLEXIVE_ER, Form.SAYS),
        (_JUDGING_ER, Form.JUDGES),
    ):
        for infinitive in listed.split():
            if infinitive.endswith("er"):
                _add(table, _conjugate_er(infinitive), use)
    for infinitive in _IR.split():
        _add(table, _conjugate_ir(infinitive), Form.SAYS)
    for infinitive, listed in _IRREGULAR.items():
        use = Form.JUDGES if infinitive in _JUDGING_IRREGULAR else Form(0)
        use |= Form(0) if infinitive in _INCISE_ONLY else Form.SAYS
        _add(table, _irregular(infinitive, listed), use)
    for infinitive in _INCISE_ONLY:
        for word in _irregular(infinitive, _IRREGULAR[infinitive]):
            table[word] |= Form.SAYS if infinitive == "faire" else Form(0)
    return table


_NO_FORM = Form(0)


def form_of(word: str) -> Form:
    """Tell what a word can be as a reporting verb; `Form(0)` where it is none. Case does not count."""
    return _table().get(word.lower(), _NO_FORM)
