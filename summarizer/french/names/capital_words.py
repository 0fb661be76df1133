"""Words that bear a capital only because they begin a sentence, and verbs that show who acts.

Data alone; closed classes of French grammar and frequent openers of news sentences.
"""

_LISTED_OPENERS = """
à a afin ah ai aie ailleurs ainsi alors anciennement année années après apparemment arrivé arrivée assez
au aucun aucune aujourd'hui auparavant auprès auquel aussi aussitôt autant autour autre autrefois
autrement autres aux avant avec avoir beaucoup bien bientôt bref bon bonne bonjour bonsoir brièvement ça
car ce ceci cela celle celle-ci celles celles-ci celui celui-ci cent cependant certain certaine certaines
certains certes ces cet cette ceux ceux-ci chacun chacune chaque chez ci-dessous cinq cinquante combien
comme comment concernant contrairement contre côté d' d’ dans davantage de début déjà demain depuis
derrière dernier dernière derniers dernières des dès désormais deux deuxième deuxièmement devant dix donc
dont dorénavant douze du durant d'abord d'ailleurs également elle elles en encore enfin ensuite entre
environ est et étant étaient était être eu eux fait face faire faut faute faux fin finalement fort fut
généralement globalement grâce guère hé hélas heureusement hier hormis hors huit ici il ils inversement j'
j’ jadis jamais je jusqu' jusqu’ jusque jusqu'ici justement l' l’ la là là-bas laquelle le lequel les
lesquelles lesquels leur leurs loin longtemps lors lorsqu' lorsqu’ lorsque lui m' m’ ma maintenant mais
malgré me même mêmes merci mes mi mieux mille moi moins mon moyennant n' n’ naturellement ne né née
néanmoins neuf ni no nombre nombreuses nombreux non nos notamment notre nous nouveau nouvelle nouveaux
nouvelles nul nulle on onze or ou où oui outre par parallèlement parce parfois parmi part partant partout
pas pendant personne peu peut-être plein plus plusieurs plutôt pour pourquoi pourtant pouvoir précédemment
premier première premièrement premiers premières près presque probablement prochain prochaine puis puisqu'
puisqu’ puisque qu' qu’ quand quant quarante quatre quatrième que quel quelle quelles quelqu'un quelque
quelques quels qui quiconque quinze quoi quoique rappelons récemment reste rien s' s’ sa sachant sans sauf
se seize selon sept serait ses seul seule seules seulement seuls si sinon sitôt six soit soixante son sont
sous souvent suite suivant sur surtout t' t’ ta tandis tant tard te tel telle telles tellement tels tôt
toi ton toujours tous tout toute toutefois toutes treize trente très trois troisième trop tu un une vers
via vingt voici voilà voire vos votre vous vraiment vu y zéro aucunement peut pensez sachez voyez notons
notez soulignons précisons photo photos vidéo image illustration crédit mise article source sources
ressources lire voir page bilan date mots titre chapô résumé exclusif direct opinion tribune interview
entretien infographie mort morts interrogé interrogée interrogés accusé accusée âgé âgée agé fondé fondée
créé créée situé située lancé lancée élu élue nommé nommée arrêté arrêtée placé placée pressé invité
invitée soupçonné soupçonnée condamné condamnée rappelant estimant affirmant malheureusement curieusement
paradoxalement concrètement actuellement dernièrement officiellement visiblement parti partie victime
victimes auteur auteurs million milliers centaines dizaines attention alerte urgent décès naissance
football tennis rugby basket-ball cyclisme athlétisme natation handball sport économie politique culture
société environnement santé sciences science espace justice météo médias musique cinéma élections élection
attentat attentats séisme incendie inondations tempête accident crash procès grève manifestation
manifestations primaire primaires ebola terrorisme états verso recto loi projet rue accord fusillade
explosion
"""
OPENERS = frozenset(_LISTED_OPENERS.split())
"""Words, in lower case, that are no name when they begin a sentence."""

_LISTED_AUXILIARIES = """
a ont est sont avait avaient était étaient aura auront sera seront aurait auraient serait seraient fut
furent eut eurent va vont allait allaient veut veulent voulait voulaient peut peuvent pouvait pouvaient
pourra pourront pourrait pourraient doit doivent devait devaient devra devront devrait devraient fait font
faisait faisaient fera dit disent disait disaient dira prend prennent prit met mettent mit tient tiennent
vient viennent sait savent croit croient voit voient reçoit reçoivent reçu reconnaît reconnaissent obtient
promet promettent permet défend défendent répond répondent prévoit prévoient appelle appellent perd
perdent vend vendent attend attendent part partent sort dort meurt court rejoint craint craignent dément
démentent choisit choisissent réagit réagissent investit avertit avertissent agit agissent subit réussit
fournit garantit produit poursuit poursuivent construit conduit inscrit écrit écrivent veille souhaite
suit suivent vit vivent bat battent remet soumet admet intervient maintient soutient soutiennent devient
deviennent parvient revient reprend apprend comprend rend rendent étend entend entendent prétend
prétendent descend bondit s'impose finit remplit
"""
AUXILIARIES = frozenset(_LISTED_AUXILIARIES.split())
"""Frequent finite forms, third person, of irregular verbs."""

CLITICS = frozenset({"en", "l'", "leur", "lui", "l’", "n'", "ne", "n’", "s'", "se", "s’", "y"})
"""Words that only stand before a verb (or, of `l'` and `leur`, mostly)."""

_ER_STEMS = """
abandonn accept accord accus affirm affront ajout alert amélior annonc appel apport approuv arriv assign
assist assur attaqu autoris avanc batt bloqu cherch command commenc comment compt conclu condamn conclur
confi confirm conseill considèr consid constat contest continu contrôl convoqu critiqu débarqu déclar
décid déclench défil demand demeur démissionn dénonc déplor dépos déploy désign dévoil dispos domin donn
effectu empêch embauch emport encourag engag entam envisag envoy espèr espér estim évacu évoqu examin exig
expliqu explos export exprim ferm forc form frapp gagn gard gèr hésit identifi ignor imagin impos inaugur
indiqu inform insist inquièt invit interpell interrog jou juge juger jug justifi lanc licenci limit livr
log lou manifest manqu menac milit mont montr négoci nomm not observ occup officialis opér oppos ordonn
organis parl partag particip pass pay pens plaid port pos précis préconis prépar présent press propos
protest protèg provoqu publi raccroch racont raill ramass rappel rassembl rachèt rachet récupèr récupér
recommand réclam recrut redout refus regrett rejet relanc relat remercièr remport rencontr renonc rempl
remplac répliqu représent reproch réserv respect rest résum retir retrouv révèl révél revendiqu risqu
sabot salu sanctionn saut sembl serv signal sign souhait soulign soupçonn suggèr support surveill suspend
table tent termin tir tomb touch travaill trouv tu us utilis valoris vers vis visit vot
"""


def _verb_forms() -> frozenset[str]:
    """Third-person forms of the regular verbs (present, imperfect, future, conditional, past historic)."""
    endings = ("e", "ent", "ait", "aient", "era", "eront", "erait", "eraient", "a", "èrent")
    return AUXILIARIES | {stem + ending for stem in _ER_STEMS.split() for ending in endings} - {
        "porta",
        "table",
    }


ACTION_VERBS = _verb_forms()
"""Finite third-person forms that show the noun before them to be a subject."""

_LISTED_SPEECH_STEMS = """
déclar affirm annonc estim ajout expliqu indiqu précis soulign assur confi rappel regrett dénonc insist
lanc juge jug demand prévien avert observ martel recommand critiqu reconn soutien racont souhait résum
confirm signal tranch plaid inform avanc conclu répond répliqu répét déplor révèl révél témoign commen
disai disen dit écri
"""
SPEECH_STEMS = tuple(_LISTED_SPEECH_STEMS.split())
"""Beginnings of the forms of verbs of speech, for a subject that follows its verb (« a déclaré X »)."""
