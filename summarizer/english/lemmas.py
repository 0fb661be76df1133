"""The words of a French text, each with the dictionary forms that it may come from.

A word may have several: « plainte » is a noun and a form of « plaindre ». The reader of a dictionary
decides by what it knows; no form is dropped here.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

import simplemma

# Numbers, elided words (« l' », « qu' »), words with hyphens, and the marks that end a clause.
_TOKEN = re.compile(r"\d+|[^\W\d_]+['’]|[^\W\d_]+(?:-[^\W\d_]+)*|[.,;:!?…«»()\[\]\n]")
_INVERTED = re.compile(r"-(?:t-)?(?:il|elle|on|ils|elles|je|nous|vous|tu|ce)$")
# What one form stands for in the expressions of the dictionary: « la », « les », « l' » are « le ».
_FUNCTION_WORDS = {
    "le": "le la les l",
    "de": "de du des d",
    "à": "à au aux",
    "un": "un une des",
    "que": "que qu",
    "ne": "ne n",
    "se": "se s me m te t",
    "ce": "ce cet cette ces c",
    "son": "son sa ses leur leurs mon ma mes notre nos votre vos",
    "lequel": "lequel laquelle lesquels lesquelles",
}
_BASES: dict[str, frozenset[str]] = {}
for _base, _forms in _FUNCTION_WORDS.items():
    for _form in _forms.split():
        _BASES[_form] = _BASES.get(_form, frozenset({_form})) | {_base}
_ENDINGS_ER = (
    "e es ent ait aient a èrent ant é ée és ées era eront erait eraient ez ons eras erai erons ais ât"
)
_ENDINGS_IR = "it is issent issait issaient irent ira iront irait iraient issant i ie ies issons"
_ENDINGS_RE = "d ds dent dait daient dit dirent dra dront drait draient dant du due dus dues"
_IRREGULAR = {
    "mettre": "met mets mettent mettait mit mirent mettra mis mise mises mettant",
    "prendre": "prend prends prennent prenait prenaient prit prirent prendra pris prise prises prenant",
    "tenir": "tient tiens tiennent tenait tenaient tint tinrent tiendra tiendront tenu tenue tenus tenues",
    "venir": "vient viens viennent venait venaient vint vinrent viendra viendront venu venue venus venues",
    "faire": "fait fais font faisait faisaient fit firent fera feront ferait faite faits faites faisant",
    "être": "est suis sommes êtes sont était étaient fut furent sera seront serait seraient été étant soit",
    "avoir": "a ai ont avait avaient eut eurent aura auront aurait auraient eu ayant ait aient",
    "aller": "va vais vont allait allaient alla allèrent ira iront allé allée allés allées allant",
    "voir": "voit vois voient voyait voyaient vit virent verra verront vu vue vus vues voyant",
    "pouvoir": "peut peuvent pouvait pouvaient put purent pourra pourront pourrait pourraient pu",
    "vouloir": "veut veux veulent voulait voulaient voulut voudra voudrait voulu",
    "savoir": "sait savent savait savaient sut sauront saura saurait sauraient su sachant",
    "élire": "élit élisent élu élue élus élues",
    "extraire": "extrait extraient extraite extraits extraites extrayait",
    "recueillir": "recueille recueillent recueilli recueillie recueillis recueillies",
    "conclure": "conclut concluent conclu conclue conclus conclues",
    "réduire": "réduit réduisent réduite réduits réduites réduisant",
    "détruire": "détruit détruisent détruite détruits détruites détruisant",
    "conduire": "conduit conduisent conduite conduits conduites conduisant",
    "construire": "construit construisent construite construits construites",
    "traduire": "traduit traduisent traduite traduits traduites traduisait",
    "inscrire": "inscrit inscrivent inscrite inscrits inscrites",
    "prescrire": "prescrit prescrivent prescrite prescrits prescrites",
    "éteindre": "éteint éteignent éteinte éteints éteintes éteignait",
    "atteindre": "atteint atteignent atteinte atteints atteintes",
    "contraindre": "contraint contraignent contrainte contraints contraintes",
    "rejoindre": "rejoint rejoignent rejointe rejoints rejointes",
    "couvrir": "couvre couvrent couvrait couvert couverte couverts couvertes",
    "ouvrir": "ouvre ouvrent ouvrait ouvert ouverte ouverts ouvertes",
    "offrir": "offre offrent offrait offert offerte offerts offertes",
    "découvrir": "découvre découvrent découvert découverte découverts découvertes",
    "rompre": "rompt rompent rompu rompue rompus rompues",
    "courir": "court courent courait couru",
    "encourir": "encourt encourent encourait encouru encourue",
    "mourir": "meurt meurent mourait mourut moururent mourra mort morte morts mortes",
    "recevoir": "reçoit reçoivent recevait reçu reçue reçus reçues",
    "survenir": "survient surviennent survenait survint survenu survenue survenus survenues",
    "croire": "croit croient croyait crut cru crue crus croyant",
    "acquérir": "acquiert acquièrent acquis acquise acquises",
    "requérir": "requiert requièrent requis requise requises",
    "naître": "naît naissent naquit né née nés nées",
    "paraître": "paraît parait paraissent parut paru parue parus parues",
    "comparaître": "comparaît comparait comparaissent comparu comparaîtra comparaîtront",
    "connaître": "connaît connaissent connaissait connu connue connus connues",
    "accroître": "accroît accroissent accru accrue accrus accrues",
    "démettre": "démet démis démise démises",
    "convaincre": "convainc convainquent convaincu convaincue convaincus",
    "vaincre": "vainc vainquent vaincu vaincue vaincus vaincues",
    "battre": "bat battent battait battu battue battus battues",
    "abattre": "abat abattent abattait abattu abattue abattus abattues",
    "revoir": "revoit revoient revu revue revus revues",
    "résoudre": "résout résolvent résolu résolue résolus résolues",
    "dissoudre": "dissout dissolvent dissous dissoute dissoutes",
    "suspendre": "suspend suspendent suspendu suspendue",
}
_COMPOUNDS = {
    "mettre": "com sou per ad trans re pro é",
    "tenir": "main sou ob dé con re entre",
    "prendre": "sur entre re com ap",
    "venir": "inter pré de re par con pro",
    "courir": "con re se",
    "ouvrir": "r",
}


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a mark of a French text.

    Attributes:
        start, end: Offsets in the text, end exclusive.
        word: The word as written; a mark (« . », « , ») is a token whose `lemmas` are empty.
        lemmas: The dictionary forms that the word may come from, itself among them, in small letters.

    """

    start: int
    end: int
    word: str
    lemmas: frozenset[str]


def read_tokens(french: str, verbs: "Conjugations") -> list[Token]:
    """The words and clause marks of a text in order."""
    found = []
    for match in _TOKEN.finditer(french):
        word = match[0]
        bare = _INVERTED.sub("", word) if "-" in word else word
        bare = bare.rstrip("'’").lower()
        lemmas = verbs.lemmas(bare) if bare[:1].isalnum() else frozenset[str]()
        found.append(Token(match.start(), match.start() + len(word), word, lemmas))
    return found


class Conjugations:
    """The forms of the dictionary's verbs, to find an infinitive by."""

    def __init__(self, infinitives: Iterable[str]) -> None:
        self._infinitives: dict[str, set[str]] = {}
        for infinitive in {*infinitives, *_IRREGULAR}:
            for form in conjugate(infinitive):
                self._infinitives.setdefault(form, set()).add(infinitive)
        self.lemmas = lru_cache(maxsize=1 << 15)(self._lemmas)

    def infinitives(self, word: str) -> frozenset[str]:
        """The verbs of the dictionary that the word may be a form of."""
        return frozenset(self._infinitives.get(word, ()))

    def _lemmas(self, word: str) -> frozenset[str]:
        found = {word, *_BASES.get(word, ()), *self._infinitives.get(word, ())}
        found.add(simplemma.lemmatize(word, lang="fr").lower())
        return frozenset(found)


def conjugate(infinitive: str) -> frozenset[str]:
    """The forms of a verb that the press uses; the regular ones by rule, others as listed.

    >>> sorted(conjugate("saisir"))[:4]
    ['saisi', 'saisie', 'saisies', 'saisir']
    """
    listed = _listed(infinitive)
    if listed:
        return frozenset({infinitive, *listed})
    forms = {infinitive}
    if infinitive.endswith("er"):
        stem = infinitive[:-2]
        for ending in _ENDINGS_ER.split():
            forms.add(_soft(stem, ending) + ending)
            forms.add(_open(stem) + ending)
    elif infinitive.endswith("ir"):
        forms |= {infinitive[:-2] + ending for ending in _ENDINGS_IR.split()}
    elif infinitive.endswith("dre"):
        forms |= {infinitive[:-3] + ending for ending in _ENDINGS_RE.split()}
    return frozenset(forms)


def is_finite(word: str) -> bool:
    """Whether a word is surely a verb's form that has a subject of its own: « actionne », not « chargée ».

    >>> [is_finite(word) for word in ("actionne", "ministre", "chargée", "californienne")]
    [True, False, False, False]
    """
    infinitive = simplemma.lemmatize(word, lang="fr")
    is_verb = infinitive != word and infinitive.endswith(("er", "ir", "re"))
    return is_verb and word.endswith(("e", "t")) and not word.endswith("ée") and word in conjugate(infinitive)


def _listed(infinitive: str) -> list[str]:
    if infinitive in _IRREGULAR:
        return _IRREGULAR[infinitive].split()
    for base, prefixes in _COMPOUNDS.items():
        prefix = infinitive.removesuffix(base)
        if prefix != infinitive and prefix in prefixes.split():
            return [prefix + form for form in _IRREGULAR[base].split()]
    return []


def _soft(stem: str, ending: str) -> str:
    """« lancer » has « lançait », « engager » has « engageait »."""
    if ending[0] in "aoâ":
        if stem.endswith("c"):
            return stem[:-1] + "ç"
        if stem.endswith("g"):
            return stem + "e"
    return stem


def _open(stem: str) -> str:
    """« enlever » has « enlève », « déléguer » has « délègue », « rejeter » has « rejette »."""
    if re.search(r"(?:[eé])(?:[bcdfghjklmnprstvz]|gu|qu|ch)$", stem):
        at = max(stem.rindex(letter) for letter in "eé" if letter in stem)
        if stem.endswith(("et", "el")) and not stem.endswith(("chet", "cel", "pel", "del")):
            return stem + stem[-1] if stem.endswith(("jet", "ppel")) else stem[:at] + "è" + stem[at + 1 :]
        return stem[:at] + "è" + stem[at + 1 :]
    if stem.endswith("y"):
        return stem[:-1] + "i"
    return stem
