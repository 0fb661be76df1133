"""Pairs of opposites in English and French, for the check of direction.

A line names a pair and gives four lists: the first sense in English and French, the opposite in
English and French. Entries are folded; `*` ends a stem, `_` joins two words. A word may stand in
several pairs. Only words that take their sense with them are listed (« up » and « down » do not). A
French word with `~` can answer for its sense and is too vague to stand for the opposite of another.
"""

from functools import cache

_TABLE = """
trend
 rise rises rose risen rising increas* grow grows grew grown growing growth climb* surge surges surged
  surging soar* jump*
  upward* upturn accelerat* rebound* boost* escalat* higher hike hiked raise raised raises raising
 rencheri* reevalu* revaloris* rallonge* hausse* augment* progress* croissan* croit croitre croissent
  accroi* accru* grimp* bond* envol* montee monte montent montait monter remont* relev* accel* rebond*
  gonfl* majoration* flamb* ~elev* ~plus ~gagn* amplifi* ~multipli* ~doubl* ~tripl* ~superieur* intensifi*
  ~renforc* ~agrandi* ~developp* ~allong* ~redress* ~repart* recrudescence ~expans* ~fort* ~acceler* ~avanc*
 fall falls fell fallen falling decline declines declining decreas* drop drops dropped dropping reduc*
  lower lowered shrink*
  shrank slump* plung* tumbl* downward* downturn diminish* slowdown slowed slowing cut cuts cutting slash*
  dip dipped recession slide
 cede cedent reflu* baiss* recul* chut* diminu* reduc* redui* decroi* decru* repli* effondr* degringol*
  plong* flech* ralenti* tomb* descen* ~allege* ~recess* ~contract* ~inferieur* ~coup* ~retrograd* ~perd*
  regress* ~ced* dimin* amoindri* ~supprim* attenu* rabot* abaiss* ~limit* ~moindre* ~restrei* ~retrec*
  ~lach* ~moins ~bas ~basse ~basses ~faibl* ~petit*
compare
 more greater
 plus davantage ~superieur* ~encore ~autre* ~nouve* ~majorit* ~plupart ~excess* ~depass* ~supplement*
  ~grand* ~mieux ~meilleur*
 less fewer
 moins ~inferieur* ~moindre* ~peu
result
 profit profits profitable surplus
 benefic* profit* exceden* ~gain* ~rentab* ~lucrati* ~resultat*
 loss losses deficit*
 perte* defici* ~perd* ~manque*
gain
 gain gains gained gaining
 gagn* gain* ~pris ~prend* ~progress* ~obten* ~avanc* ~hausse* ~grimp* ~plus ~augment* ~bond* ~rempo*
  ~conqu* ~acqui* ~arrach*
 lose loses lost losing
 perd* pert* ~ced* ~recul* ~lach* ~abandon* ~disparu* ~tue* ~sacrifi* ~moins ~chut* ~baiss* ~plong*
  ~degringol* ~effondr* ~repli* ~laiss* ~prive* ~mort*
answer
 accept* approv* agree agrees agreed ratif* endors*
 accept* approuv* adopt* accord* ratif* consent* ~entente convenu* d_accord ~admet* ~agree* ~convien*
  ~entend* ~vot*
 refus* reject* turn_down turned_down
 refus* rejet* repouss* ~oppos* ~declin* ~exclu* ~ecart* ~non ~ne ~pas
contest
 win wins won winning winner victor* triumph*
 remport* gagn* victoire* vainqueur* ~emport* ~obten* ~decroch* ~triomph* ~impos* ~succes ~laureat* ~sacr*
  ~elu* ~recu* ~battu*
 lose loses lost losing loser defeat*
 perd* pert* defait* ~battu* ~echou* ~echec* ~inclin* ~manqu*
level
 above exceed* surpass* higher_than
 dessus depass* superieur* exced* ~dela ~franchi* ~outre ~plus
 below beneath underneath lower_than
 dessous inferieur* sous ~bas ~basse ~contrebas ~moins ~deca
order
 before prior beforehand
 avant auparavant prealab* anterieur* ~ici ~precede* ~precedent* ~devant ~veille ~plus_tot ~deja ~jamais
  ~jusqu
 after afterwards following subsequent*
 apres ~suite ~suivant* ~suivi* ~ensuite ~lendemain ~depuis ~posterieur* ~issue ~terme ~puis
eve
 day_before previous_day night_before
 veille ~avant ~hier
 day_after next_day following_day night_after
 lendemain ~apres ~suivant*
side
 favour favouring
 ~pour favorable* faveur soutien souten*
 against versus
 contre ~oppos* ~face ~anti
opening
 opens opened opening reopen* inaugurat*
 ouv* inaugur* rouv* ~lanc* ~debut*
 closes closed closure* shut*
 ferm* ~clotur* ~clos* ~termin* ~fin ~fini*
beginning
 start starts started starting begin begins began begun beginning
 debut* commenc* entam* demarr* ~depart ~lanc* ~ouv* ~amorc* ~depuis ~partir ~origine ~mis ~mise ~mettre
  ~donne
 end ends ended ending finish* ceas* stop stops stopped stopping halt*
 fin fins finir finit finissent termin* achev* cess* ~arret* ~conclu* ~bout ~expir* ~interromp* ~clotur*
  ~finale* ~issue ~finalement
licence
 allow* authori* permit* permission legali*
 autoris* permet* permis* permett* permit legal* laiss* possib* pouvoir* peut peuvent
 ban bans banned banning prohibit* forbid* forbidden outlaw* forbad*
 interdi* prohib* bann* proscri* ~empech* ~bloqu* ~ne
backing
 support* endors*
 souten* soutien* appu* favorable* ~defen* ~partisan* ~aid* ~support*
 oppos* criticis* criticiz* condemn* denounc*
 oppos* critiqu* condamn* denonc* ~contre fustig* refus* ~hostil* ~accus* ~attaqu* rejet* ~reproch*
avowal
 confirm* admit* acknowledg*
 confirm* reconn* ~admet* ~admi* avou* ~convien*
 deny denies denied denying denial* refut*
 dementi* dement nie nient nier niait niant refut* ~contest* ~refus* ~rejet* ~nega* ~recus* ~priv*
staff
 hire hires hired hiring recruit*
 embauch* recrut* ~engag*
 fired dismiss* layoff* laid_off sack* redundan*
 licenci* limog* ~renvo* ~supprim* ~vir* ~revoqu* congedi* ~suppression*
custody
 arrest arrests arrested arresting detain* jailed imprison*
 interpell* emprison* ecrou* incarcer* ~arret* ~deten* ~prison* ~garde* ~mandat*
 release* freed acquit* liberat*
 liberer libere* relach* acquitt* ~liber* ~relax* ~sort* ~publi* ~communi* ~diffus*
life
 born birth*
 naissance* naqui* ~ne ~nee ~nes ~nees ~naiss* ~natal* ~origin*
 die dies died dying dead death* killed
 mort* deced* deces mour* ~tue* ~victime* ~meurt* ~disparu* ~peri* ~assassin* ~funebre* ~obseq* ~succomb*
  ~feu
commerce
 import imports imported importing importer*
 import*
 export exports exported exporting exporter*
 export*
quality
 better improv* best
 mieux meilleur* amelior* ~progress* ~perfection* ~bon ~bonne ~redress* ~remonte* ~valoris*
 worse worst worsen* deteriorat*
 pire* empir* degrad* deterior* aggrav* ~pis ~mauvais* ~mal
height
 high higher highest
 haut hauts haute hautes eleve* elevee* ~fort* ~record* ~sommet* ~pic ~grand* ~plus ~superieur* ~cher*
  ~importan* ~lourd*
 low lower lowest
 bas basse basses faibl* ~moindre* ~inferieur* ~moins ~petit* ~plancher* ~modest* ~minim* ~peu
strength
 strengthen* reinforc* stronger consolidat*
 renforc* consolid* ~fort* ~accro* ~raffermi* ~affermi*
 weaken* weaker
 affaibl* fragilis* ~faibl* ~mine ~minent
sex
 man men male males boy boys father husband
 homme hommes masculin* garcon* mari maris pere* male* ~monsieur ~type* ~gens ~individu* ~humain*
  ~personne* ~il ~ils
 woman women female females girl girls mother wife
 femme femmes feminin* fille* epouse* mere* dame* ~fillette* ~compagne* ~elle ~elles ~femell*
outcome
 succeed* success successful successfully
 reuss* ~succ* ~parven*
 fail fails failed failing failure*
 echec* echou* ~faillit* ~manqu* ~defaill* ~pas ~ne ~faute
verdict
 guilty convict*
 coupab* condamn*
 innocent innocence acquit*
 innocen* acquit* relax* ~non
share
 majority
 majorit* plupart
 minority
 minorit*
compass
 north northern
 nord septentrion*
 south southern
 sud meridion* midi
pole
 eastern east
 ~est orient* ~levant
 western west
 ouest occident* ~couchant
sector
 public
 publi*
 private
 priv* particul*
wealth
 rich richest wealthy
 rich* ~fortun* ~ais*
 poor poorest poverty
 pauvr* demuni* ~precair* ~defavoris* ~faibl* ~mauvais* ~modest* ~mediocre*
range
 maximum
 maxim* ~plafond* ~plus
 minimum
 minim* ~plancher* ~moins
presence
 joined joins join joining arrive arrives arrived arrival
 rejoin* rejoi* arriv* adher* ~integr* ~entr* ~venu* ~viennent ~vient ~particip* ~accueil* ~associ* ~ralli*
 leave leaves leaving quit quits withdraw* withdrew depart*
 quitt* retir* retrait* ~depart ~departs ~part* ~sort* ~laiss* ~demission* ~abandon* ~repart* ~conge*
"""


def _read() -> dict[str, tuple[str, str, str, str]]:
    table: dict[str, list[str]] = {}
    lists: list[str] = []
    for line in _TABLE.strip().splitlines():
        if not line.startswith(" "):
            lists = table.setdefault(line.strip(), [])
        elif line.startswith("  "):
            lists[-1] += " " + line.strip()
        else:
            lists.append(line.strip())
    return {name: (four[0], four[1], four[2], four[3]) for name, four in table.items()}


OPPOSITES = _read()
"""Pair → (first sense in English, in French, the opposite in English, in French)."""


@cache
def english_opposites() -> dict[str, str]:
    """The English words of each sense: a pair's name with + or -."""
    return {
        f"{name}{sign}": four[index]
        for name, four in OPPOSITES.items()
        for sign, index in (("+", 0), ("-", 2))
    }


@cache
def french_opposites() -> dict[str, str]:
    """The French words of each sense, and with ~ before the sign those too vague to contradict."""
    french: dict[str, str] = {}
    for name, (_, first, _, second) in OPPOSITES.items():
        for sign, entries in (("+", first), ("-", second)):
            sure = [entry for entry in entries.split() if not entry.startswith("~")]
            vague = [entry[1:] for entry in entries.split() if entry.startswith("~")]
            french |= {f"{name}{sign}": " ".join(sure), f"{name}~{sign}": " ".join(vague)}
    return french
