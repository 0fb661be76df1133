"""Boxes of a page: captions, related articles, comments and paywalls go; the article in a box of that name stays."""

# ruff: noqa: E501 - markup reads better on its line

import pytest

from summarizer.articles.boilerplate import is_boilerplate
from summarizer.articles.gaps import fill_gaps
from summarizer.articles.markup import parse_html
from summarizer.articles.page import read_page
from summarizer.articles.page_metadata import clean_authors
from summarizer.articles.witness import held_to_witness
from summarizer.text.word_lists import read_list
from tests.files import PARAGRAPHS, TITLE

BODY = "".join(f"<p>{words}</p>" for words in PARAGRAPHS)
OTHER = "Le marché couvert de Saint-Brevin change de place en mars"


def read(body, head=""):
    """Read a page with this body."""
    data = f'<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>{TITLE}</title>{head}</head><body><article><h1>{TITLE}</h1>{body}</article></body></html>'
    (article,) = read_page(data.encode(), source="a.html", url="https://courrier.example/a")
    return article


@pytest.mark.parametrize(
    "box",
    [
        f"<figure><img src=a.jpg><figcaption>{OTHER}.</figcaption></figure>",
        f'<div class="e-image-legend"><p>{OTHER}.</p></div>',
        f'<p class="photo__caption">{OTHER}.</p>',
        f'<section class="article__reactions"><p class="comments__active">{OTHER}.</p></section>',
        f'<div id="article-box-source"><p>{OTHER}.</p></div>',
        f'<p class="duree_lecture">{OTHER}.</p>',
        f'<div class="relatedArticles"><p>{OTHER}.</p></div>',
        f'<div id="paywall"><ul><li>{OTHER}</li></ul></div>',
        f'<div class="premium-paywall__wrapper"><p class="premium-paywall__title">{OTHER}.</p></div>',
        "".join(
            f'<li class="item"><h3><a href="/{n}">{OTHER} {n}</a></h3><p>{OTHER}.</p></li>' for n in (1, 2, 3)
        ),
        f'<p><strong><a href="/autre">{OTHER}</a></strong></p>',
        f"<h2>{OTHER}</h2>",
        f'<section class="recirculation"><p>{OTHER}.</p></section>',
        "".join(f'<article><a href="/{n}"><h2>{OTHER}</h2></a><p>{OTHER}.</p></article>' for n in (1, 2, 3)),
        f"<p>&gt;&gt; Revoir le sujet : {OTHER}</p>",
        f"<p>Lire aussi: «{OTHER}!»</p>",
        f"<p>→ TÉMOIGNAGES. {OTHER} ?</p>",
        f"<p>{OTHER}. Envoyez-nous vos questions et lisez nos réponses.</p>",
        f"<p>{OTHER}. N'hésitez pas à nous écrire à l'adresse a@courrier.example.</p>",
        f'<p>À lire aussi : <br>► <a href="/1"><b>{OTHER}</b></a><br>►<b><a href="/2">{OTHER} ?</a></b></p>',
        f'<p><a href="https://info.courrier.example/autre">{OTHER}</a></p>',
        f"<p>[{OTHER}. Abonnez-vous à notre newsletter dès aujourd’hui]</p>",
        f"<p>{OTHER}. Cet article est paru dans notre newsletter. Si vous êtes abonné, lisez-la.</p>",
    ],
)
def test_boxes_go(box):
    """A box behind the article is left out, and the article stays whole."""
    text = read(BODY + box).text
    assert OTHER not in text
    assert all(words in text for words in PARAGRAPHS)


@pytest.mark.parametrize(
    "markup",
    [
        f'<div class="paywall">{BODY}</div>',
        f'<div class="related-content">{BODY}</div>',
        f'<div style="visibility: hidden">{BODY}</div>',
        f'<div class="caption-s5-fx">{BODY}</div>',
        "".join(f'<p class="paywall">{words}</p>' for words in PARAGRAPHS),
        f'<div class="related-content">{"<br><br>".join(PARAGRAPHS * 2)}</div>',
    ],
)
def test_an_article_in_a_box_stays(markup):
    """A class says little where the box contains the article."""
    text = read(markup).text
    assert all(words in text for words in PARAGRAPHS)


def test_sections_of_other_articles_at_the_end_go():
    """A label that the page repeats below its article goes, also where another one stands among them."""
    labels = ["Entreprises et marchés", "Publicité", "Économie", "Entreprises et marchés"] * 3
    text = read(BODY + "".join(f"<p>{label}</p>" for label in labels)).text
    assert text.endswith(PARAGRAPHS[-1])


def test_links_within_what_a_paragraph_says_stay():
    """A paragraph that says something besides its links is the article's."""
    words = f'Le rapport, <a href="/1">{OTHER}</a>, et <a href="/2">{OTHER} aussi</a>, ont paru lundi'
    assert "ont paru lundi" in read(BODY + f"<p>{words}</p>").text


def test_links_behind_a_colon_stay():
    """A list of links that a sentence announces is the article's own."""
    links = f"<p>Deux rapports ont paru :</p><p><a href='/r'>{OTHER}</a></p>"
    assert OTHER in read(links + BODY).text


def test_a_link_to_another_site_stays():
    """A paragraph that links to a source is no related article."""
    assert OTHER in read(f"<p><a href='https://mairie.example/r'>{OTHER}</a></p>{BODY}").text


def test_a_pull_quote_goes_once():
    """Words that stand in a paragraph are not read a second time."""
    quoted = "« Le chantier commence lundi et dure jusqu’à la fin de l’été prochain. »"
    text = read(f"<p>Le maire le dit : {quoted[2:-2]}</p><blockquote><p>{quoted}</p></blockquote>{BODY}").text
    assert text.count("Le chantier commence lundi") == 1


def test_an_inline_quotation_stays_in_its_paragraph():
    """`<q>` parts no sentence."""
    text = read(
        f"<p><q>Nous ouvrirons lundi matin sans faute</q>, a expliqué le maire à nos confrères.</p>{BODY}"
    ).text
    assert "sans faute\u00a0», a expliqué le maire" in text


def test_a_kicker_above_the_title_goes():
    """A line above the title that names its subject is no part of the text."""
    data = f"<html lang=fr><body><article><p>Entretien — Travaux</p><h1>{TITLE}</h1>{BODY}</article></body></html>"
    (article,) = read_page(data.encode())
    assert article.text.startswith(TITLE)


@pytest.mark.parametrize(
    ("label", "cut"),
    [
        ("<p>Article réservé à nos abonnés</p>", True),
        ("<a href='/b'><span>Article réservé à nos abonnés</span> Le marché change</a>", False),
        ("<p>Lire aussi Article réservé à nos abonnés <a href='/b'>Le marché change</a></p>", False),
        ("<p>Abonnez-vous pour accéder à cet espace d’échange et contribuer.</p>", False),
        ("<p>Abonnez-vous pour accéder à la suite.</p>", True),
        ("<p><a href='/abo'>Abonnez-vous pour lire la suite</a></p>", True),
        ("<p>Abonnez-vous pour lire le journal PDF en illimité</p>", False),
    ],
)
def test_whose_paywall_it_is(label, cut):
    """A label beside a link to another article says nothing of this one."""
    assert read(BODY + label).cut_off is cut


def test_a_paywalls_box_on_a_page_declared_as_not_free():
    """A registration wall cuts off, whatever its words, where the page says that it is not free."""
    head = (
        '<script type="application/ld+json">{"@type": "NewsArticle", "isAccessibleForFree": false}</script>'
    )
    wall = '<div id="paywall"><p>Une sélection de lettres, la sauvegarde de vos articles.</p></div>'
    assert read(BODY + wall, head).cut_off
    assert not read(BODY + wall).cut_off


@pytest.mark.parametrize(
    ("name", "authors"),
    [
        ("Recueilli par Patrick Angevin.", ("Patrick Angevin",)),
        ("Propos recueillis par Léa Morin", ("Léa Morin",)),
        ("Entretien avec Jacques Testard", ()),
        ("Un texte de Frédéric Zal", ("Frédéric Zal",)),
        ("Paul Parmentier", ("Paul Parmentier",)),
    ],
)
def test_names_of_authors(name, authors):
    """What goes before a name is taken off; whom a journalist asks is no author."""
    assert clean_authors([name]) == authors


@pytest.mark.parametrize(
    "sentence",
    ["« Inscrivez-vous sur les listes avant lundi », rappelle la mairie.", "Le journal s’abonne à l’agence."],
)
def test_sentences_about_subscribing_stay(sentence):
    """An invitation is the site's only where it is to what the site sends."""
    assert not is_boilerplate(sentence)


@pytest.mark.parametrize("name", ["box_marks", "boilerplate_line_openings", "boilerplate_lines"])
def test_word_lists(name):
    """Entries are sorted and stand once."""
    entries = read_list("articles", name)
    assert list(entries) == sorted(set(entries))


@pytest.mark.parametrize(
    ("heading", "named", "title"),
    [
        (f"{TITLE} <span>Abonnés</span>", TITLE, TITLE),
        (f"{TITLE} <span>Accès libre</span>", f"{TITLE} | Chroniques | Le Courrier", TITLE),
        (f"{TITLE} enfin", f"{TITLE} enfin - Le Courrier", f"{TITLE} enfin"),
        ("Le port", "Le marché", "Le marché"),
    ],
)
def test_a_label_behind_the_title_goes(heading, named, title):
    """Where the page names its article elsewhere, what only the heading has is a label."""
    data = f"<html lang=fr><head><title>{named}</title></head><body><article><h1>{heading}</h1>{BODY}</article></body></html>"
    (article,) = read_page(data.encode(), url="https://courrier.example/a")
    assert article.title == title


def test_a_list_of_articles_gives_no_date():
    """Times of a list are other articles'; the page's own goes before, wherever it stands."""
    others = "".join(
        f"<li><a href='/{n}'>Autre</a> <time datetime='2019-08-0{n}'></time></li>" for n in (1, 2, 3)
    )
    own = "<p>Par Jean Roux, <time datetime='2019-06-27'>27 juin 2019</time></p>"
    assert read(f"<ul>{others}</ul>{BODY}{own}").published == "2019-06-27"


def test_the_title_in_two_typographies_stands_once():
    """« Brémont. Le port rouvre » and « Brémont Le port rouvre » are one title."""
    head = '<meta property="og:title" content="Brémont. Le port rouvre lundi">'
    data = f"<html lang=fr><head>{head}</head><body><article><h1><b>Brémont</b> Le port rouvre lundi</h1>{BODY}</article></body></html>"
    (article,) = read_page(data.encode())
    assert article.text.count("Le port rouvre lundi") == 1


FOUND = [
    f"Le port de Brémont rouvre lundi matin après {n} jours de travaux sur le quai nord."
    for n in (12, 15, 18)
]


@pytest.mark.parametrize(
    ("between", "kept"),
    [
        ("<p>Le maire est là.</p>", "Le maire est là."),
        ("<ul><li>Le quai nord est refait à neuf</li></ul>", "Le quai nord est refait à neuf"),
        ("<div><p>Le maire est venu voir le quai.</p></div>", "Le maire est venu voir le quai."),
        ("<div><span>• </span>Le quai nord est refait à neuf</div>", "• Le quai nord est refait à neuf"),
        ("<div>Le quai nord est refait à neuf</div>", None),
        ("<p><a href='/b'>Le pont de Brémont ferme mardi.</a></p>", None),
        ("<p>Lire aussi : Le pont ferme</p>", None),
        ("<div><h2>Une autre histoire du port</h2></div>", None),
    ],
)
def test_what_stands_among_paragraphs_found(between, kept):
    """A paragraph or list that an extractor left out is the article's; a link, a label, a box are not."""
    page = "<div>" + f"<p>{FOUND[0]}</p>{between}<p>{FOUND[1]}</p><p>{FOUND[2]}</p>" + "</div>"
    root = parse_html(f"<html><body>{page}</body></html>")
    assert fill_gaps(FOUND, root) == [FOUND[0], *([kept] if kept else []), *FOUND[1:]]


def test_items_stand_behind_the_short_line_that_announces_them():
    """Also where that line is too short to be known by itself."""
    blocks = [FOUND[0], "Deux écueils :", *FOUND[1:]]
    rows = [f"<p>{block}</p>" for block in blocks]
    rows[2:2] = ["<div>1. Le quai nord est refait</div>", "<div>2. Le quai sud reste fermé</div>"]
    root = parse_html(f"<html><body><div>{''.join(rows)}</div></body></html>")
    items = ["1. Le quai nord est refait", "2. Le quai sud reste fermé"]
    assert fill_gaps(blocks, root) == [*blocks[:2], *items, *blocks[2:]]


def test_a_lost_beginning_that_page_and_json_ld_share_is_found_again():
    """Where an extractor took the inner box for the whole; what the page alone has stays as it was found."""
    lost = "Le chantier du port de Brémont a commencé il y a deux ans, dans le froid et sous la pluie."
    rows = "".join(f"<p>{words}</p>" for words in FOUND)
    root = parse_html(f"<html><body><div><p>{lost}</p><div>{rows}</div></div></body></html>")
    for body in (
        " ".join((lost, *FOUND)),
        " ".join((lost, *FOUND, "Une fin que la page ne montre pas. " * 5)),
    ):
        assert held_to_witness(FOUND, root, body) == [lost, *FOUND]
    assert held_to_witness(FOUND, root, " ".join(FOUND)) == FOUND
