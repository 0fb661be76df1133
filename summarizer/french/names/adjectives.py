"""Whether a word after a noun reads as an adjective, told by its ending and two short lists.

Source: the endings that form adjectives (Grevisse, Le Bon Usage, § 167-171 and 541-560).
"""

from functools import cache

_LISTED_ENDINGS = """
ique iques ale al ales ien iens ienne iennes éen éens éenne éennes ais aise aises ois oise oises ain aine
ains aines if ive ifs ives el elle els elles eux euse euses able ables ible ibles iste istes ière ières
aire aires ante antes ente entes oire oires
"""
_ENDINGS = tuple(_LISTED_ENDINGS.split())
_ADJECTIVES = """
adjoint administratif adverse agricole alimentaire allemand allié américain antiterroriste arabe armé
artistique associé automobile autonome aérien bancaire belge blessé boursier brésilien budgétaire cantonal
catholique central centriste chiite chilien chimique chrétien civil commercial commun communal communiste
comptable compétent conservateur constitutionnel consultatif corse criminel culturel danois digital
djihadiste délégué démocrate départemental environnemental espagnol européen extérieur exécutif
ferroviaire financier fiscal foncier français fédéral féminin gazier gouvernemental grec général handicapé
historique hospitalier humanitaire immobilier impérial industriel indépendant informatique intercommunal
international islamiste jeune jihadiste judiciaire juif kurde latin laïque libre libéral linguistique
littéraire local low-cost lyonnais législatif majeur malgache maritime marocain marseillais masculin militaire
minier ministériel mixte mondial monétaire municipal musulman médical métropolitain national nationaliste
nord-coréen nucléaire numérique olympique orthodoxe ouvrier parisien parlementaire patronal pauvre paysan
permanent pharmaceutique politique populaire privé pro-gouvernemental pro-russe protestant préfectoral
présidentiel public pénal pétrolier radical rebelle religieux royal rural russe régional républicain
sanitaire scientifique scolaire serbe slave social socialiste solidaire sortant souverainiste sportif
sud-coréen suisse sunnite suprême supérieur syndical tchèque tchétchène technique tribal tunisien turc uni
urbain uruguayen écologiste élu électoral électrique énergétique étranger étudiant
"""
_IRREGULAR = """
grecque grecques turque turques publique publiques chargé chargée chargés unies
"""
_NOT_ADJECTIVES = """
absente accessoire actif actifs actionnaire actionnaires adversaire affaire affaires aire alimente
alternative animal anniversaire appel appelle applique archive archives armoire arrive arrière arsenal
assiste attente augmente autrefois auxquelles aveux bain bien biens bière boire bois bourgeois bétail
canal capitaine capitaines capital capitale carrière celle celles centaine ceux chaire chaîne cheval chien
chiens cible cieux cinquantaine cinquante cinéaste citoyen citoyens claire collectif collectifs combien
commande commentaire commentaires commente commissaire commissaires communique comédien comédiens
conservatoire consiste constante contraire critique croire cultive câble demain demande depuis dernière
derrière deux dictionnaire directive directoire dizaine dois domaine douzaine duquel dépositaire désormais
effectif effectifs elle elles ensemble entente entretien essai eux existe explique fabrique faire fais
festival fidèle fidèles finale foire fois fonctionnaire fonctionnaires fontaine forain formulaire
frontière gain gardien gardiens germaine gestionnaire gloire graine général haine histoire hôpital hôtel
idéal implique indique initiative insiste interrogatoire inventaire itinéraire jadis jamais journal
journaliste journalistes laboratoire laquelle lequel lesquelles lessive libraire lien liens lieu lieux
liste logiciel lorraine lumière main maintien maire maires mais mal manière marraine mars matin matière
matériel mauvais mieux migraine militaire militaires mission missive modèle modèles moins mois motel motif
motive moyen moyens musicien musiciens musique mémoire nombreux notaire nouvelle nouvelles objectif
objectifs observatoire offensive pain paire palais parcelle parfois parrain partenaire partenaires
passerelle patiente peine persiste personnel perspective piste plaire plante poire porcelaine possible
pratique première prive prière probable propriétaire propriétaires présente quarante quel quelle quelles
quels querelle quinzaine rappelle recèle reine relais renouvelle représente revendique rien rival rivale
rive rivière réplique résiste révèle sais salaire secrétaire secrétaires semaine semble signal soixante
soudain soutien table taire tarif tarifs tel telle tentative tente terrain territoire total touriste
touristes toutefois train trajectoire trentaine trente tribunal trois tunnel tutelle vais vaisselle vente
veste victoire vingtaine visent volontaire volontaires vœux yeux échelle écrivain écrivains étable
"""


@cache
def _listed() -> frozenset[str]:
    """The listed adjectives in all their forms."""
    forms = set(_IRREGULAR.split())
    for word in _ADJECTIVES.split():
        forms |= {word, word + "s", word + "e", word + "es"}
        if word.endswith("e"):
            forms -= {word + "e", word + "es"}
        if word.endswith("al"):
            forms.add(word[:-2] + "aux")
        if word.endswith("er"):
            forms |= {word[:-2] + "ère", word[:-2] + "ères"}
        if word.endswith(("en", "el")):
            forms |= {word + word[-1] + "e", word + word[-1] + "es"}
    return frozenset(forms)


@cache
def _refused() -> frozenset[str]:
    return frozenset(_NOT_ADJECTIVES.split())


def is_adjective(form: str) -> bool:
    """Whether a lower-case word after a noun reads as an adjective (« mondiale », « européens »)."""
    if form in _listed():
        return True
    return len(form) > 4 and form[0].islower() and form.endswith(_ENDINGS) and form not in _refused()
