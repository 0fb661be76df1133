"""Pages: what is the article's is kept whole and apart, what is the site's goes; what the page says of it."""

# ruff: noqa: E501 - markup reads better on its line

import json

import pytest

from summarizer.articles.boilerplate import is_boilerplate
from summarizer.articles.cleaning import fragment_text
from summarizer.articles.page import read_page
from summarizer.articles.paywall import cut_said
from summarizer.errors import ArticleError
from summarizer.pipeline import _cut_off
from tests.files import FIRST, PAGE, PARAGRAPHS, SECOND, THIRD, TITLE

BODY = "".join(f"<p>{words}</p>" for words in PARAGRAPHS)


def page(body=BODY, head="", title=f"<h1>{TITLE}</h1>"):
    """Read a page with a body and a head."""
    data = f'<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>{TITLE}</title>{head}</head><body><article>{title}{body}</article></body></html>'
    (article,) = read_page(data.encode(), source="a.html", url="https://courrier.example/a")
    return article


def linked(**said):
    """JSON-LD of an article."""
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **said})}</script>'


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("40<sup>2</sup> milliards", "40 milliards"),
        ("12<sup><a href='#n1'>1</a></sup> salariés", "12 salariés"),
        ("12<sup>[3]</sup> salariés", "12 salariés"),
        ("le 1<sup>er</sup> mai", "le 1er mai"),
        ("la 2<sup>e</sup> fois", "la 2e fois"),
        ("M<sup>me</sup> Morin", "Mme Morin"),
        ("120 m<sup>2</sup>", "120 m²"),
        ("3 km<sup>2</sup>", "3 km²"),
        ("du CO<sub>2</sub>", "du CO2"),
        ("<del>12</del>1 salarié", "1 salarié"),
        ("<s>90</s><ins>121</ins> agents", "121 agents"),
        ("<strike>3</strike>4 ans", "4 ans"),
        ("12<span hidden>1</span> agents", "12 agents"),
        ('12<span style="display: none">1</span> agents', "12 agents"),
        ('12<span class="sr-only">1</span> agents', "12 agents"),
        ("elle dit <q>jamais</q> hier", "elle dit «\u00a0jamais\u00a0» hier"),
        ("<q>jamais, dit <q>Léa</q></q>", "«\u00a0jamais, dit “Léa”\u00a0»"),
        ("<q>« jamais »</q>", "« jamais »"),
        ("la<br>piscine", "la\npiscine"),
        ("15&nbsp;%", "15\u00a0%"),
        ("mil&shy;lions", "mil\u00adlions"),
        ("l&rsquo;eau &amp; l&#39;air", "l’eau & l'air"),
    ],
)
def test_marks_inside_a_line(markup, text):
    """Notes and struck words do not get into numbers; what is a part of a word stays."""
    assert fragment_text(f"<p>{markup}</p>") == text


@pytest.mark.parametrize(
    "markup",
    [
        "<div>La piscine</div><div>Son prix</div>",
        "<div>La piscine<h2>Son prix</h2></div>",
        "<ul><li>La piscine<li>Son prix</ul>",
        "<p>La piscine<p>Son prix",
        "<section><header>La piscine</header>Son prix</section>",
        "<dl><dt>La piscine<dd>Son prix</dl>",
        "<blockquote>La piscine</blockquote>Son prix",
        "<figure>La piscine<figcaption>Son prix</figcaption></figure>",
        "<details><summary>La piscine</summary>Son prix</details>",
    ],
)
def test_blocks_are_never_glued(markup):
    """Whatever makes them blocks."""
    assert fragment_text(markup) == "La piscine\n\nSon prix"


def test_tables_are_kept():
    """A line for each row, its cells parted."""
    rows = "<tr><th>Parti<th>Voix</tr><tr><td>Les Verts<td><p>12,5 %</p></tr><tr><td>Le Centre<td>8 %</tr>"
    assert (
        "Parti | Voix\n\nLes Verts | 12,5 %\n\nLe Centre | 8 %" in page(f"{BODY}<table>{rows}</table>").text
    )


def test_a_page_that_has_its_article_twice():
    """Gives it once."""
    assert page(f"{BODY}<div>{BODY}</div>").text == "\n\n".join((TITLE, *PARAGRAPHS))


def test_words_that_only_style_parts():
    """Are not glued; what an element parts inside a word stays whole."""
    assert fragment_text("<p><b>Agriculture</b>L'Office <em>le</em> dit</p>") == "Agriculture L'Office le dit"
    assert fragment_text("<p><span>L</span>e port, <i>M</i>cDonald</p>") == "Le port, McDonald"
    body = f"<p>Chirac le surnommait <em>le grand</em> <strong>port</strong> de l'ouest, dit-on à la mairie.</p>{BODY}"
    assert "surnommait le grand port de" in page(body).text


@pytest.mark.parametrize(
    "words", ["Kab Niang", "Par Léa Morin", "Léa Morin et Jean Roux", "Jean Roux (avec AFP)"]
)
def test_a_signature_names_the_author(words):
    """And is none of the text's."""
    article = page(f"{BODY}<p>{words}</p>")
    assert words not in article.text
    assert article.authors


SITES = [
    "<p>>> A lire aussi : Le musée ferme</p>",
    "<form><p>Votre courriel</p><label>J'accepte de recevoir la lettre du Courrier</label></form>",
    f"<p>Lire aussi : {TITLE}</p>",
    "<p>À lire aussi <a href='/x'>Le musée ferme</a></p>",
    "<p>Publicité</p>",
    "<p>Temps de lecture : 3 min</p>",
    "<p>12 commentaires</p>",
    "<p>Par Jean Roux</p>",
    "<p>Publié le 21 février 2025 à 9h00</p>",
    "<p>Mis à jour le 21/02/2025</p>",
    "<p>Vendredi 21 février 2025 à 9h00</p>",
    "<p>Abonnez-vous à notre newsletter</p>",
    "<p>Partager sur Facebook</p>",
    "<p>Crédit photo : Jean Roux / AFP</p>",
    "<p>© Le Courrier</p>",
    "<p>Lire plus tard</p>",
    "<figure><img src=x><figcaption>Le port en 2019, vu de la mer. Jean Roux / AFP</figcaption></figure>",
    "<blockquote class='twitter-tweet'><p>Le port rouvre, c'est officiel !</p>— Mairie (@bremont) 21 février 2025</blockquote>",
    "<aside><p>Notre dossier : tout sur le port de Brémont</p></aside>",
    "<div class='newsletter'><p>Recevez chaque matin l'essentiel de l'actualité par courriel</p></div>",
]


@pytest.mark.parametrize("markup", SITES)
def test_what_is_the_sites_goes(markup):
    """And nothing of the article with it."""
    assert page(f"<p>{FIRST}</p>{markup}<p>{SECOND}</p><p>{THIRD}</p>").text == "\n\n".join(
        (TITLE, *PARAGRAPHS)
    )


@pytest.mark.parametrize(
    "sentence",
    [
        "Partager les fruits de la croissance reste la promesse du maire.",
        "Lire aussi bien que parler demande du temps.",
        "Publicité mensongère : la mairie condamnée à 12 000 euros d'amende.",
        "Abonnez-vous, répète-t-il, mais personne n'écoute.",
        "Par ailleurs, la mairie a promis 3 millions d'euros.",
        "Avec ses 140 dockers, le port vit.",
        "Le 21 février 2025, le port a rouvert.",
        "Suivez le guide, dit-elle.",
        "6 décembre 2019 : reportage au journal de treize heures",
    ],
)
def test_sentences_of_the_article_stay(sentence):
    """Though they begin as promotion does."""
    assert not is_boilerplate(sentence)


def test_the_title_stands_once():
    """In the text, too."""
    article = page(
        head=f'<meta property="og:title" content="{TITLE} | Le Courrier"><meta property="og:site_name" content="Le Courrier">'
    )
    assert article.title == TITLE
    assert article.text.split("\n").count(TITLE) == 1


def test_a_standfirst_is_kept():
    """Where it stands outside of the text."""
    chapo = "Fermé depuis novembre, le port accueillera de nouveau les cargos dès la semaine prochaine."
    body = f'<p class="article__chapo">{chapo}</p><div>{BODY * 2}</div>'
    text = page(body, head=f'<meta name="description" content="{chapo}">').text
    assert text.startswith(f"{TITLE}\n\n{chapo}\n\n{FIRST}")
    assert text.count(chapo) == 1


def test_what_the_page_says_of_its_article():
    """The day is that of the page's own zone."""
    head = linked(
        headline=TITLE,
        datePublished="2025-02-21T00:30:00+01:00",
        dateModified="2025-02-22T08:00:00+01:00",
        author=[{"@type": "Person", "name": "Jean Roux"}, {"name": "Léa Morin"}],
        publisher={"name": "Le Courrier"},
        articleSection="Économie",
        description="Le port.",
    )
    article = page(head=head + '<link rel="canonical" href="/economie/port">')
    assert (article.published, article.modified) == ("2025-02-21", "2025-02-22")
    assert (article.authors, article.site) == (("Jean Roux", "Léa Morin"), "Le Courrier")
    assert (article.section, article.description) == ("Économie", "Le port.")
    assert article.url == "https://courrier.example/economie/port"


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("Il vous reste 57 % de cet article à lire. La suite est réservée aux abonnés.", 0.43),
        ("Il vous reste 57.4% de cet article à lire.", 0.426),
        ("La suite est réservée aux abonnés.", None),
        ("Cet article est réservé aux abonnés", None),
        ("Article réservé à nos abonnés", None),
        ("Pour lire la suite, abonnez-vous", None),
        ("Inscrivez-vous gratuitement pour lire la suite", None),
        ("Connectez-vous pour poursuivre votre lecture", None),
    ],
)
def test_a_paywall_is_told(words, shown):
    """With the share that is shown, where the page says it; the words are none of the article's."""
    article = page(f"{BODY}<p>{words}</p>")
    assert (article.cut_off, article.shown) == (True, shown)
    assert words not in article.text
    (finding,) = _cut_off(article)
    assert (finding.code, "43%" in finding.message) == ("cut_off", shown is not None)


@pytest.mark.parametrize(
    "words",
    [
        "Il reste 57 % des sièges à pourvoir.",
        "La salle est réservée aux abonnés du théâtre.",
        "Les abonnés ont protesté.",
    ],
)
def test_no_paywall_is_told(words):
    """A sentence of the article that has the same words."""
    assert cut_said(words) is None
    assert not page(f"{BODY}<p>{words}</p>").cut_off


def test_promotion_on_a_free_page_is_no_paywall():
    """Where the page says that all may read it."""
    assert not page(
        f"{BODY}<p>La suite est réservée aux abonnés.</p>", head=linked(isAccessibleForFree=True)
    ).cut_off


def test_a_live_blog_is_parted():
    """Each post with its time."""
    posts = [
        {
            "datePublished": f"2025-02-21T1{n}:00:00+01:00",
            "headline": f"Point {n}",
            "articleBody": f"{words} Encore.",
        }
        for n, words in enumerate((*PARAGRAPHS, FIRST))
    ]
    article = page(
        head=f'<script type="application/ld+json">{json.dumps({"@type": "LiveBlogPosting", "headline": TITLE, "liveBlogUpdate": posts})}</script>'
    )
    assert [part.published for part in article.parts] == [post["datePublished"] for post in posts]
    assert [article.text[part.start : part.end] for part in article.parts] == [
        f"{post['headline']}\n\n{post['articleBody']}" for post in posts
    ]


def test_what_json_ld_bears_witness_to():
    """A paragraph that the reader lost is found again; a box that is none of the article's goes."""
    box = (
        "Le courrier des lecteurs paraît chaque samedi dans nos pages, avec vos lettres et vos photographies."
    )
    article = page(
        f"<p>{FIRST}</p><p>{box}</p><p>{SECOND}</p><p>{THIRD}</p>",
        head=linked(articleBody=" ".join(PARAGRAPHS)),
    )
    assert article.text.split("\n\n") == [TITLE, *PARAGRAPHS]


def test_a_witness_of_the_first_lines_alone():
    """Takes nothing away."""
    long = [f"{words} La phrase numéro {n} du texte compte aussi." for n, words in enumerate(PARAGRAPHS * 3)]
    article = page("".join(f"<p>{words}</p>" for words in long), head=linked(articleBody=" ".join(long[:3])))
    assert article.text.split("\n\n") == [TITLE, *long]


@pytest.mark.parametrize(
    "data", ["", "<html><body></body></html>", "<nav><a href='/'>Accueil</a></nav>", "<p>Accès refusé</p>"]
)
def test_a_page_without_an_article(data):
    """Fails in a line."""
    with pytest.raises(ArticleError, match=r"a\.html"):
        list(read_page(data.encode(), source="a.html"))


def test_a_page_reads_alike_twice():
    """The tree that is cleaned is a copy of nobody else's."""
    assert list(read_page(PAGE.encode())) == list(read_page(PAGE.encode()))
