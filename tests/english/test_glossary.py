"""The glossary: terms of French news and the English that stands for them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.english.glossary import find_terms, opens_sentence, read_terms
from summarizer.english.glossary_forms import read_forms

FORMS = list(read_forms(read_terms()))


def in_english(french: str) -> str:
    """The text as a model is shown it."""
    shown, end = [], 0
    for start, stop, english in find_terms(french):
        shown += [french[end:start], english]
        end = stop
    return "".join([*shown, french[end:]])


@pytest.mark.parametrize(
    ("french", "shown"),
    [
        pytest.param("le numéro deux du parti", "le second-in-command du parti", id="number-two"),
        pytest.param("un troisième mandat", "un troisième term", id="term"),
        pytest.param("un mandat d'arrêt", "un arrest warrant", id="warrant"),
        pytest.param("la présidente sortante", "la outgoing president", id="outgoing"),
        pytest.param("songer à se faire coter", "think of go public on the stock exchange", id="think-of"),
        pytest.param("les 12 Canadair", "les 12 water bombers", id="water-bombers"),
        pytest.param("l'ISF", "l'wealth tax", id="wealth-tax"),
        pytest.param("la Première ministre danoise", "la prime minister danoise", id="prime-minister"),
        pytest.param("le premier ministre du Québec", "le premier of Quebec", id="premier"),
        pytest.param("les ministres de la Santé", "les health ministers", id="ministers"),
        pytest.param("la ministre de l’Économie", "la economy minister", id="elision"),
        pytest.param("l'ex-ministre de la Défense", "l'ex-defence minister", id="ex"),
        pytest.param("la vice-Première ministre", "la deputy prime minister", id="vice"),
        pytest.param("deux sous-préfètes", "deux sub-prefects", id="sub-prefects"),
        pytest.param("les adjoints au maire", "les deputy mayors", id="deputy-mayors"),
        pytest.param("l'échevine de la mobilité", "l'deputy mayor de la mobilité", id="belgium"),
        pytest.param("le Conseil d’Etat", "le Council of State", id="bare-capital"),
        pytest.param("la Cour des comptes", "la Court of Auditors", id="auditors"),
        pytest.param("une conseillère fédérale", "une federal councillor", id="switzerland"),
        pytest.param("la commission scolaire", "la school board", id="quebec"),
        pytest.param("les putschistes et la junte", "les coup leaders et la junta", id="africa"),
        pytest.param("l’ONU et le FMI", "l’UN et le IMF", id="initials"),
        pytest.param("trois eurodéputées", "trois members of the European Parliament", id="europe"),
        pytest.param("Député européen", "Member of the European Parliament", id="two-words"),
        pytest.param("la Chambre des députés", "la Chamber of Deputies", id="chamber"),
        pytest.param("les porte-parole", "les spokespersons", id="spokespersons"),
        pytest.param("Le Chef de l'État", "Le head of state", id="capital-office"),
    ],
)
def test_offices(french, shown):
    """Offices and institutions of the French-speaking countries and of Europe get their English names."""
    assert in_english(french) == shown


@pytest.mark.parametrize(
    ("french", "shown"),
    [
        pytest.param("Les grévistes tiennent", "Les strikers tiennent", id="strikers"),
        pytest.param("la direction refuse", "management refuse", id="management"),
        pytest.param("La direction refuse.", "Management refuse.", id="management-opening"),
        pytest.param("leur direction", "leur management", id="their-management"),
        pytest.param("l’intersyndicale", "l’inter-union committee", id="inter-union"),
        pytest.param("une salariée, des salariés", "une employee, des employees", id="employees"),
        pytest.param("le patronat", "le employers", id="employers"),
        pytest.param("une riveraine", "une local resident", id="resident"),
        pytest.param("aucun repreneur", "aucun buyer", id="buyer"),
        pytest.param("les élus, élus hier", "les elected officials, élus hier", id="elected"),
        pytest.param("300 abonnés abonnés à tout", "300 subscribers abonnés à tout", id="subscribers"),
        pytest.param("une prime de 500 euros", "une bonus de 500 euros", id="bonus"),
        pytest.param("la présidente-directrice générale", "la chairman and chief executive", id="chair"),
        pytest.param("la directrice financière", "la chief financial officer", id="cfo"),
        pytest.param(
            "les directeurs généraux adjoints", "les deputy chief executives", id="deputy-chief-executives"
        ),
        pytest.param("le chiffre d’affaires", "le revenue", id="revenue"),
        pytest.param("en redressement judiciaire", "en receivership", id="receivership"),
        pytest.param(
            "ils vont se faire coter en Bourse", "ils vont go public on the stock exchange", id="ipo"
        ),
        pytest.param("deux offres de rachat", "deux takeover bids", id="bids"),
        pytest.param("40 licenciements économiques", "40 redundancies", id="redundancies"),
        pytest.param("la formule payante", "la paid plan", id="paid-plan"),
        pytest.param("un manifestant manifestant seul", "un protester manifestant seul", id="participle"),
    ],
)
def test_work(french, shown):
    """Parties, firms and labour: the English fits number and gender."""
    assert in_english(french) == shown


@pytest.mark.parametrize(
    ("french", "shown"),
    [
        pytest.param("elle est mise en examen", "elle est placed under formal investigation", id="placed"),
        pytest.param("sa mise en examen", "sa formal investigation", id="investigation"),
        pytest.param("le parquet de Lyon", "le prosecutor's office de Lyon", id="prosecutors"),
        pytest.param("l'accusé l'a accusé", "l'defendant l'a accusé", id="defendant"),
        pytest.param("Elle a porté plainte", "Elle filed a complaint", id="complaint"),
        pytest.param("elle s'est plainte", "elle s'est plainte", id="complained"),
        pytest.param(
            "la ville a assigné le groupe en justice", "la ville sued le groupe en justice", id="sued"
        ),
        pytest.param("être assigné à résidence", "être placed under house arrest", id="house-arrest"),
        pytest.param("la relaxe est prononcée", "la acquittal est prononcée", id="acquittal"),
        pytest.param("il se relaxe", "il se relaxe", id="relaxes"),
        pytest.param("un pourvoi en cassation", "un appeal to the Court of Cassation", id="cassation"),
        pytest.param("six mois avec sursis", "six months suspended", id="suspended"),
        pytest.param("parties civiles", "civil parties", id="civil-parties"),
    ],
)
def test_justice(french, shown):
    """Courts and police: what a word-for-word rendering turns into another act."""
    assert in_english(french) == shown


@pytest.mark.parametrize(
    ("french", "shown"),
    [
        pytest.param("un attentat déjoué", "un attack déjoué", id="attack"),
        pytest.param("au second tour du scrutin", "au second round du ballot", id="vote"),
        pytest.param("le taux de participation", "le turnout", id="turnout"),
        pytest.param("la canicule et la crue", "la heatwave et la flood", id="weather"),
        pytest.param("Actuellement, rien", "Currently, rien", id="false-friend"),
        pytest.param("il a démissionné", "il resigned", id="resigned"),
        pytest.param("le bras de fer dure", "le stand-off dure", id="idiom"),
        pytest.param("vidéo mise en ligne", "vidéo posted online", id="online"),
    ],
)
def test_news(french, shown):
    """Votes, disasters, idioms and false friends."""
    assert in_english(french) == shown


@pytest.mark.parametrize(
    "french",
    [
        pytest.param("en direction de Lyon, sous la direction de Paul", id="direction"),
        pytest.param("ils prennent la direction du sud", id="heading"),
        pytest.param("il court en sa direction", id="towards"),
        pytest.param("une série en prime time, de prime abord", id="prime-time"),
        pytest.param("la sécurité prime sur tout", id="verb"),
        pytest.param("Prime Video diffuse, la Premier League aussi", id="names"),
        pytest.param("la Direction générale de la Sécurité extérieure", id="directorate"),
        pytest.param("M. Parquet et Mme Bailleur", id="surnames"),
        pytest.param("il rentre. M. Riverain sort", id="surname-behind-title"),
        pytest.param("le match sur le parquet", id="basketball"),
        pytest.param("les salarié·es, les salarié(e)s, les salarié.e.s", id="inclusive"),
        pytest.param("des non-grévistes", id="hyphen-before"),
        pytest.param("ces salariés-là", id="hyphen-behind"),
        pytest.param("www.syndicats.example, @syndicats, #syndicats", id="handles"),
        pytest.param("LES GRÉVISTES", id="capitals"),
        pytest.param("la rue commerçante", id="adjective"),
        pytest.param("il assigne une tâche. Elle ira en justice", id="other-sentence"),
        pytest.param("il assigne une tâche", id="no-second-half"),
        pytest.param("grands syndicatsX", id="inside-a-word"),
        pytest.param("une onu, un pdg", id="small-initials"),
        pytest.param("", id="empty"),
    ],
)
def test_left_alone(french):
    """Names, other senses and parts of words stay French."""
    assert in_english(french) == french


@pytest.mark.parametrize(
    ("french", "shown"),
    [
        pytest.param("Fini. Syndicats divisés", "Fini. Unions divisés", id="stop"),
        pytest.param("« Éleveurs en colère »", "« Livestock farmers en colère »", id="quotation-mark"),
        pytest.param("Eleveurs en colère", "Livestock farmers en colère", id="bare-accent"),
        pytest.param("Titre\nSyndicats divisés", "Titre\nUnions divisés", id="line"),
        pytest.param("– Syndicats et patronat", "– Unions et employers", id="dash"),
        pytest.param("un contrat (CDD)", "un contrat (fixed-term contract)", id="parenthesis"),
        pytest.param("le Syndicats", "le Syndicats", id="amid"),
        pytest.param("chef\u00a0d’État, chef\nd'État", "head of state, head of state", id="spaces"),
    ],
)
def test_capitals_and_spaces(french, shown):
    """A sentence's capital is kept, one amid a sentence marks a name, and any single space parts words."""
    assert in_english(french) == shown


@pytest.mark.parametrize(
    ("text", "at", "opens"),
    [
        pytest.param("Un mot", 0, True, id="start"),
        pytest.param("Un mot", 3, False, id="amid"),
        pytest.param("Oui. Un", 5, True, id="stop"),
        pytest.param("J. Un", 3, False, id="initial"),
        pytest.param("a" + " " * 40 + "Un", 41, True, id="far"),
        pytest.param("il dit « Un", 9, True, id="quoted"),
    ],
)
def test_opens_sentence(text, at, opens):
    """A sentence opens behind a stop, a mark or a line's end, not behind an initial."""
    assert opens_sentence(text, at) is opens


def test_entries_are_forms():
    """Every entry is read, into forms without notation and English without French letters."""
    assert len({form.french for form in FORMS}) > 1000
    for form in FORMS:
        assert not set(form.french) & set("*/|@…="), form
        assert len(form.small) == len(form.french), form
        assert form.english is None or form.english.isascii(), form
        assert form.english is None or not set(form.english) & set("*/|@="), form


def test_entries_do_not_contradict():
    """No form has two English terms in the same surroundings."""
    seen: dict[object, str | None] = {}
    for form in FORMS:
        place = (form.french, form.after, form.never_after, form.follows)
        assert seen.setdefault(place, form.english) == form.english, form


@pytest.mark.parametrize(
    ("entry", "forms"),
    [
        pytest.param("bail* = lease*", {("bail", "lease"), ("bails", "leases")}, id="s"),
        pytest.param("procès* = trial*", {("procès", "trial"), ("procès", "trials")}, id="stays"),
        pytest.param("tribunal* = jury*", {("tribunal", "jury"), ("tribunaux", "juries")}, id="al"),
        pytest.param("feu* = fireman*", {("feu", "fireman"), ("feux", "firemen")}, id="eu"),
        pytest.param("crise* = crisis*", {("crise", "crisis"), ("crises", "crises")}, id="sis"),
        pytest.param("vu/vue = seen", {("vu", "seen"), ("vue", "seen")}, id="gender"),
        pytest.param("Élu = elect", {("Élu", "elect"), ("Elu", "elect")}, id="accent"),
        pytest.param("\n prime = - \n", {("prime", None)}, id="stays-french"),
    ],
)
def test_read_forms(entry, forms):
    """An entry's stars and strokes become its forms."""
    assert {(form.french, form.english) for form in read_forms(entry)} == forms


WORDS = st.sampled_from(
    [form.french for form in FORMS]
    + ["les", "la", "l'", "d’", "Ex-", "M.", ".", ",", "\n", " ", " ", " ", "-", "İ", "ß"]
)


@given(st.one_of(st.text(), st.lists(WORDS).map("".join), st.lists(WORDS).map(" ".join)))
def test_offsets(french):
    """On any text: in order, without overlap, inside the text, whole words, with English for each."""
    end = 0
    for start, stop, english in find_terms(french):
        assert end <= start < stop <= len(french)
        assert english
        assert not (start and french[start - 1].isalnum() and french[start].isalnum())
        assert not (stop < len(french) and french[stop - 1].isalnum() and french[stop].isalnum())
        end = stop


@given(
    st.text(alphabet="abcdefé \n"),
    st.sampled_from([form for form in FORMS if form.english and not form.after]),
)
def test_found_amid_text(before, form):
    """A form without a context is found behind any line, or lies in a longer term."""
    if form.follows or form.never_after:
        return
    text = f"{before}\n\n{form.french}\n\n"
    at = len(before) + 2
    assert any(start <= at and stop >= at + len(form.french) for start, stop, _ in find_terms(text))
