"""The French nouns by which news names parties that bear no proper name: roles, bodies, crowds.

Data alone; `party_nouns` makes the forms. Singular, with the feminine after a stroke where it is a
form of its own. General vocabulary of the press, drawn from no corpus.
"""

ROLES = """
abbé abonné/abonnée accusateur/accusatrice accusé/accusée acheteur/acheteuse acteur/actrice actionnaire
activiste adhérent/adhérente adjoint/adjointe administrateur/administratrice adversaire agent/agente
agresseur/agresseuse agriculteur/agricultrice aide-soignant/aide-soignante allié/alliée
ambassadeur/ambassadrice analyste animateur/animatrice apiculteur/apicultrice apprenti/apprentie arbitre
archevêque architecte armateur/armatrice artisan/artisane artiste assaillant/assaillante assassin
assistant/assistante assuré/assurée astronaute astronome athlète attaquant/attaquante auteur/autrice
automobiliste avocat/avocate batelier/batelière baron/baronne bénéficiaire bénévole bijoutier/bijoutière
boulanger/boulangère bourgmestre boxeur/boxeuse braqueur/braqueuse buraliste cambrioleur/cambrioleuse
candidat/candidate capitaine caporal/caporale cardinal cavalier/cavalière chancelier/chancelière
chanteur/chanteuse champion/championne chasseur/chasseuse chauffeur/chauffeuse chef/cheffe
chercheur/chercheuse cheminot/cheminote chirurgien/chirurgienne chômeur/chômeuse cinéaste
citoyen/citoyenne civil/civile client/cliente coach coaccusé/coaccusée cofondateur/cofondatrice
collaborateur/collaboratrice collègue collégien/collégienne colon colonel/colonelle combattant/combattante
comédien/comédienne commandant/commandante commerçant/commerçante commissaire commentateur/commentatrice
compositeur/compositrice concepteur/conceptrice conducteur/conductrice conjoint/conjointe
conseiller/conseillère consommateur/consommatrice consul/consule consultant/consultante contestataire
contribuable contrôleur/contrôleuse coordinateur/coordinatrice coordonnateur/coordonnatrice copilote
correspondant/correspondante coureur/coureuse créancier/créancière créateur/créatrice critique
croyant/croyante curé cycliste danseur/danseuse défenseur/défenseure délégué/déléguée demandeur/demandeuse
déporté/déportée député/députée dessinateur/dessinatrice détenteur/détentrice détenu/détenue
détracteur/détractrice développeur/développeuse diplomate directeur/directrice dirigeant/dirigeante
dissident/dissidente djihadiste docteur/docteure donateur/donatrice doyen/doyenne eurodéputé/eurodéputée
éboueur/éboueuse écologiste économiste écrivain/écrivaine éditeur/éditrice éditorialiste
éducateur/éducatrice électeur/électrice élève éleveur/éleveuse élu/élue émeutier/émeutière émir
empereur/impératrice employé/employée employeur/employeuse enquêteur/enquêtrice enseignant/enseignante
entraîneur/entraîneuse entrepreneur/entrepreneuse envoyé/envoyée épidémiologiste époux/épouse
espion/espionne étudiant/étudiante évêque exilé/exilée expert/experte exploitant/exploitante
exportateur/exportatrice extrémiste fabricant/fabricante fermier/fermière festivalier/festivalière fidèle
financier/financière footballeur/footballeuse fonctionnaire fondateur/fondatrice forain/foraine
fournisseur/fournisseuse frondeur/frondeuse frontalier/frontalière fugitif/fugitive garde
gardien/gardienne gendarme gendre général/générale gérant/gérante gestionnaire gouverneur/gouverneure
greffier/greffière gréviste grimpeur/grimpeuse guide habitant/habitante haut-commissaire
héritier/héritière historien/historienne homologue hôtelier/hôtelière humoriste imam
importateur/importatrice indépendantiste industriel/industrielle infirmier/infirmière
informaticien/informaticienne ingénieur/ingénieure initiateur/initiatrice inspecteur/inspectrice
instituteur/institutrice insurgé/insurgée intermittent/intermittente interne intervenant/intervenante
inventeur/inventrice investisseur/investisseuse islamiste jihadiste joueur/joueuse journaliste juge
juré/jurée juriste kamikaze lanceur/lanceuse lauréat/lauréate leader lecteur/lectrice licencié/licenciée
entraineur/entraineuse colistier/colistière substitut/substitute
lieutenant/lieutenante livreur/livreuse locataire lycéen/lycéenne magistrat/magistrate maire
mairesse
maître/maîtresse malade malfaiteur/malfaitrice mandataire manifestant/manifestante manager
maraîcher/maraîchère marcheur/marcheuse marin mathématicien/mathématicienne médaillé/médaillée médecin
médiateur/médiatrice meneur/meneuse meurtrier/meurtrière météorologue militaire militant/militante
milicien/milicienne milliardaire ministre moine monarque motard/motarde mutin/mutine musicien/musicienne
nageur/nageuse nationaliste naufragé/naufragée navigateur/navigatrice négociant/négociante
négociateur/négociatrice nominé/nominée notaire numéro-deux observateur/observatrice officier/officière
opposant/opposante orateur/oratrice organisateur/organisatrice otage ouvrier/ouvrière pape parlementaire
parrain/marraine participant/participante partenaire partisan/partisane passager/passagère
passant/passante pasteur/pasteure patient/patiente patineur/patineuse patron/patronne paysan/paysanne
pêcheur/pêcheuse peintre pèlerin/pèlerine pensionnaire pharmacien/pharmacienne philosophe photographe
physicien/physicienne pilote pirate plaignant/plaignante plongeur/plongeuse poète policier/policière
politicien/politicienne politologue pompier/pompière porte-parole postier/postière prédécesseur
préfet/préfète présentateur/présentatrice président/présidente prétendant/prétendante prêtre
prévenu/prévenue prince/princesse prisonnier/prisonnière procureur/procureure producteur/productrice
professeur/professeure promoteur/promotrice propriétaire protestataire psychiatre psychologue
randonneur/randonneuse ravisseur/ravisseuse réalisateur/réalisatrice rebelle recteur/rectrice
rédacteur/rédactrice réfugié/réfugiée repreneur/repreneuse représentant/représentante requérant/requérante
rescapé/rescapée réserviste résident/résidente résistant/résistante responsable restaurateur/restauratrice
retraité/retraitée riverain/riveraine rival/rivale roi/reine romancier/romancière routier/routière
saisonnier/saisonnière salarié/salariée sauveteur/sauveteuse scientifique secouriste secrétaire
sélectionneur/sélectionneuse sénateur/sénatrice séparatiste serveur/serveuse shérif soignant/soignante
soldat/soldate souverain/souveraine sous-préfet/sous-préfète sous-traitant spécialiste
spectateur/spectatrice sportif/sportive stagiaire successeur/successeure sultan suppléant/suppléante
supporteur/supportrice supporter surveillant/surveillante survivant/survivante suspect/suspecte
sympathisant/sympathisante syndicaliste syndiqué/syndiquée technicien/technicienne
téléspectateur/téléspectatrice témoin terroriste théologien/théologienne tireur/tireuse titulaire touriste
trafiquant/trafiquante traducteur/traductrice transporteur/transporteuse travailleur/travailleuse
trésorier/trésorière tueur/tueuse urgentiste usager/usagère utilisateur/utilisatrice vacancier/vacancière
vainqueur/vainqueure vendeur/vendeuse vétéran/vétérane vétérinaire vice-chancelier/vice-chancelière
vice-ministre vice-premier vice-président/vice-présidente vice-procureur/vice-procureure victime vidéaste
vigile vigneron/vigneronne villageois/villageoise viticulteur/viticultrice voleur/voleuse volontaire
votant/votante voyageur/voyageuse youtubeur/youtubeuse pdg dg dga drh ceo procureur-général assureur
créateur-fondateur numéro-un soldat-pilote gouvernant coordinateur-général ex-président/ex-présidente
ex-ministre ex-député/ex-députée ex-maire ex-directeur/ex-directrice sabreur/sabreuse escrimeur/escrimeuse
judoka tennisman/tenniswoman skieur/skieuse basketteur/basketteuse handballeur/handballeuse rugbyman
gymnaste perchiste sprinteur/sprinteuse marathonien/marathonienne défenseur-central buteur/buteuse
"""
"""People by what they do: singular a person, plural a group."""

PEOPLE = """
adolescent/adolescente adulte aîné/aînée ami/amie bébé blessé/blessée célibataire compagnon/compagne
couple cousin/cousine disparu/disparue enfant frère/sœur garçon handicapé/handicapée homme/femme individu
internaute jeune jumeau/jumelle mari/épouse membre migrant/migrante mineur/mineure neveu/nièce
nonagénaire octogénaire oncle/tante parent/parente père/mère personnalité personne proche quadragénaire
quinquagénaire résidant/résidante ressortissant/ressortissante senior septuagénaire sexagénaire
soixantenaire trentenaire veuf/veuve vieillard voisin/voisine fils/fille demandeur/demandeuse
clandestin/clandestine sans-abri sans-papiers beau-père/belle-mère beau-frère/belle-sœur ex-mari/ex-femme
ex-compagnon/ex-compagne fillette dame
"""
"""People by kinship, age or state: candidates, less telling than a role."""

BODIES_M = """
cabinet cartel centre cercle club collectif collège comité commissariat concurrent conseil consortium
constructeur consulat département diocèse directoire distributeur équipementier état-major exécutif
fabricant fonds front géant gouvernement groupe groupement hebdomadaire hôpital institut journal
laboratoire label lobby lycée magazine média ministère motoriste avionneur mouvement musée observatoire
opérateur organisme orchestre parlement parquet parti patronat pouvoir quotidien rectorat régime
régulateur réseau secrétariat haut-commissariat sénat service sous-traitant studio syndicat théâtre
tribunal tour-opérateur voyagiste assureur bailleur saint-siège conseil-général
"""
BODIES_F = """
académie administration agence alliance ambassade armée assemblée association autorité banque brigade
caisse chaîne chambre chancellerie clinique coalition commission commune communauté compagnie
confédération congrégation coopérative cour défense délégation diplomatie direction division école église
enseigne entreprise équipe fédération filiale firme fondation gendarmerie inspection institution
intersyndicale junte justice ligue magistrature mairie majorité maison-mère marine marque métropole
mission monarchie multinationale municipalité mutuelle organisation papauté plateforme plate-forme pme
police préfecture présidence radio rédaction région sélection société sous-préfecture start-up startup
télévision université usine ong organisation-patronale chefferie
"""
"""Bodies that act: singular an organisation, plural a group (of organisations)."""

CROWDS_M = """
barreau camp clan clergé commando cortège électorat équipage gang peloton personnel peuple public
rassemblement salariat trio duo quatuor tandem voisinage
"""
CROWDS_F = """
bande clientèle diaspora droite extrême-droite extrême-gauche famille foule gauche guérilla jeunesse
communauté-internationale milice minorité opposition opinion population profession rébellion
société-civile tribu troupe force
"""
"""Many people under one singular noun."""

PLURALS = (
    "autorités/f/organisation services/m/organisation secours/m/group gens/m/group pouvoirs/m/organisation"
)
"""Forms whose plural is a body of its own or that have no singular: form/gender/kind."""

VAGUE = """
adulte ami assemblée association auteur blessé caisse camp centre cercle chambre chaîne clan club collège
collègue communauté commune concurrent corps couple critique dame division duo défense département enfant
expert famille femme fille fillette fils fonds force formation front frère garde garçon groupe guide géant
hebdomadaire homme individu institut internaute interne jeune journal label laboratoire lecteur lycée
magazine maison marque maître membre mission mort mouvement musée mère média nom parent personnalité
personne pouvoir proche profession public père quartier quotidien radio rue région réseau service société
spécialiste studio sœur tandem théâtre titulaire trio télévision témoin usine école équipe
"""
"""Nouns that often mean something else, or anybody: they need more than one mention to weigh."""

COMPANY = """
compagnie constructeur enseigne entreprise fabricant firme géant groupe marque multinationale opérateur
société start-up startup pme plateforme
"""
"""Nouns that stand for one another when a firm is spoken of."""

CULPRIT = (
    "assaillant agresseur assassin attaquant braqueur kamikaze meurtrier terroriste tireur tueur suspect"
)
"""Nouns that stand for one another when the author of an attack is spoken of."""
