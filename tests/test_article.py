"""What becomes of a file's bytes and of a text on their way to an `Article`."""

import codecs
import hashlib
import io
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.articles.article import MAX_BYTES, make_article
from summarizer.articles.read import read_article, read_article_bytes
from summarizer.errors import ArticleError

FRENCH = (
    "Le port de Kerlann a rouvert lundi\n\n« Nous avons attendu huit mois, c’était très long », a soupiré "
    "la maire, Odile Grangé, où l’on espérait déjà Noël. Le chantier a coûté 3,5 millions d’euros."
)


def written(folder: Path, data: bytes) -> Path:
    """Write an article's file."""
    path = folder / "article.fr.txt"
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "mac_roman"],
)
def test_encoding(tmp_path, encoding):
    """Every encoding that French news comes in gives the same text."""
    article = read_article(written(tmp_path, FRENCH.encode(encoding)))
    assert article.text == FRENCH
    assert article.language == "fr"
    assert article.title == "Le port de Kerlann a rouvert lundi"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        pytest.param("Le cœur de l'été à Besançon", "iso8859-15", id="ligature in latin-9"),
        pytest.param("Un été déjà très sec, d'après le préfet", "iso8859-1", id="latin-1"),
        pytest.param("Élu à 2½ voix près, hélas", "cp1252", id="a half is no ligature"),
        pytest.param("L’élève arrêté « à tort » plaide", "cp1252", id="short, cp1252"),
        pytest.param("L’élève arrêté « à tort » plaide", "mac_roman", id="short, mac"),
        pytest.param("Une journée très agitée", "cp850", id="dos"),
        pytest.param("« Jamais », dit-il à 18 h", "utf-16-le", id="utf-16 without mark"),
    ],
)
def test_short_encoding(text, encoding):
    """A line is enough to tell the encodings of French apart."""
    assert read_article_bytes(text.encode(encoding)).text == text


@pytest.mark.parametrize(
    ("data", "said"),
    [
        pytest.param(b"", "empty", id="empty"),
        pytest.param(b" \r\n\t\n ", "empty", id="white space"),
        pytest.param("\u00a0\u202f\u2003".encode(), "empty", id="no-break white space"),
        pytest.param(codecs.BOM_UTF8, "empty", id="mark alone"),
        pytest.param(codecs.BOM_UTF8 + b"\xe9t\xe9", "damaged", id="mark of UTF-8 before latin-1"),
        pytest.param(b"...\n---\n", "empty", id="no word"),
        pytest.param(b"date: 2025-02-21\n", "empty", id="date alone"),
        pytest.param(bytes(range(256)) * 4, "binary", id="all bytes"),
        pytest.param(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "binary", id="png"),
        pytest.param(b"Le maire\x00 a dit oui", "binary", id="nul"),
        pytest.param(b"Le maire\x00 dit oui", "binary", id="nul, even length"),
        pytest.param(b"\xff\xfeL\x00e\x00 ", "damaged", id="utf-16, cut"),
        pytest.param(b"\x01\x02\x03\x04 abc", "binary", id="control characters"),
        pytest.param("Une été déjà".encode() + b" \xe9t\xe9", "encoding", id="two encodings"),
        pytest.param("Le maire \ud800 dit".encode("utf-16-le", "surrogatepass"), "damaged", id="surrogate"),
        pytest.param(b"a" * (MAX_BYTES + 1), "larger than 5 MB", id="too large"),
    ],
)
def test_no_article(tmp_path, data, said):
    """A file that is no article is refused in one line that names the file and says what to do."""
    path = written(tmp_path, data)
    with pytest.raises(ArticleError) as caught:
        read_article(path)
    message = str(caught.value)
    assert said in message
    assert repr(str(path)) in message
    assert "\n" not in message
    assert ";" in message


def test_missing(tmp_path):
    """A file that is not there is named in one line."""
    with pytest.raises(ArticleError, match=r"No file .*absent\\nhere"):
        read_article(tmp_path / "absent\nhere")


def test_folder(tmp_path):
    """A folder is told from a file."""
    with pytest.raises(ArticleError, match="is a folder"):
        read_article(tmp_path)


def test_bad_name():
    """A name that no file can have is an article's error, not Python's."""
    with pytest.raises(ArticleError, match="Cannot read"):
        read_article("a\0b")


def test_no_permission(monkeypatch, tmp_path):
    """A file that may not be read is told from one that is not there."""
    path = written(tmp_path, FRENCH.encode())

    def refuse(*_args, **_options) -> io.BytesIO:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(ArticleError, match="permissions"):
        read_article(path)


def test_largest(tmp_path):
    """A file of exactly the limit is read."""
    data = (b"Le vent souffle. " * (MAX_BYTES // 17 + 1))[:MAX_BYTES]
    assert read_article(written(tmp_path, data)).text.startswith("Le vent")


@pytest.mark.parametrize(
    ("text", "published", "body"),
    [
        pytest.param(" date 2025-02 Le vent souffle.", "2025-02", "Le vent souffle.", id="before the text"),
        pytest.param("date: 2025-02-21\nLe vent.", "2025-02-21", "Le vent.", id="its own line"),
        pytest.param("DATE : 2025-02-21\n\nLe vent.", "2025-02-21", "Le vent.", id="capitals, blank line"),
        pytest.param("date\u00a0: 2025-02 Le vent.", "2025-02", "Le vent.", id="no-break space"),
        pytest.param("date 21/02/2025 Le vent.", "2025-02-21", "Le vent.", id="French order"),
        pytest.param("date: 2025-13-01 Le vent.", None, "date: 2025-13-01 Le vent.", id="no such month"),
        pytest.param("date: 2025-02-30 Le vent.", None, "date: 2025-02-30 Le vent.", id="no such day"),
        pytest.param("date 2025 Le vent.", None, "date 2025 Le vent.", id="a year is too little"),
        pytest.param("update 2025-02 vent.", None, "update 2025-02 vent.", id="another word"),
        pytest.param("La date 2025-02 est sûre.", None, "La date 2025-02 est sûre.", id="not in front"),
    ],
)
def test_date(text, published, body):
    """A date in front is the publication date and no text; anything else stays text."""
    article = make_article(text)
    assert (article.published, article.text) == (published, body)


LONG = "mot " * 60


@pytest.mark.parametrize(
    ("text", "title"),
    [
        pytest.param("Le port rouvre\n\nIl a rouvert.", "Le port rouvre", id="plain"),
        pytest.param("date: 2025-02\nLe port rouvre\n\nIl a.", "Le port rouvre", id="after the date"),
        pytest.param("Le port rouvre\n \u00a0\t\nIl a.", "Le port rouvre", id="blank line with blanks"),
        pytest.param("Le port va-t-il rouvrir ?\n\nOui.", "Le port va-t-il rouvrir ?", id="question"),
        pytest.param("« Un jour »\n\nOui.", "« Un jour »", id="in quotation marks"),
        pytest.param("Le port a rouvert.\n\nIl a rouvert.", None, id="a sentence"),
        pytest.param("« Le port a rouvert. »\n\nIl a.", None, id="a sentence in quotation marks"),
        pytest.param("Ils ont dit :\n\n— Non.", None, id="a colon"),
        pytest.param("Le port rouvre\nIl a rouvert.", None, id="no blank line"),
        pytest.param("Le port rouvre", None, id="nothing after it"),
        pytest.param(f"{LONG}\n\nIl a rouvert.", None, id="too long"),
    ],
)
def test_title(text, title):
    """A short first line that is no sentence and stands alone is the title, and stays in the text."""
    article = make_article(text)
    assert article.title == title
    assert title is None or title in article.text


def test_given_title_and_date():
    """What the caller knows goes before what is found."""
    article = make_article(
        "date 2025-02 Le port\n\nIl a.", source="wire", title="Autre", published="2024-12-31"
    )
    assert (article.source, article.title, article.published) == ("wire", "Autre", "2024-12-31")
    assert article.text.startswith("Le port")


def test_little_is_changed():
    """Newlines become one kind and the end is trimmed; spaces and marks stay as they are."""
    text = "\ufeffUn\u00a0: «\u202fdeux\u202f»\r\ntrois\rquatre  cinq\u2009%\r\n\r\n six\u00a0\n"
    assert make_article(text).text == "Un\u00a0: «\u202fdeux\u202f»\ntrois\nquatre  cinq\u2009%\n\n six"


def test_identity():
    """The id is the SHA-256 of the text, so the same text in two encodings is one article."""
    articles = {read_article_bytes(FRENCH.encode(code)).id for code in ("utf-8", "cp1252", "utf-16")}
    assert articles == {hashlib.sha256(FRENCH.encode()).hexdigest()}


def test_words():
    """Punctuation that stands alone is no word."""
    assert make_article("« L’État » : 3,5 % — non !").words == 3


def test_language():
    """An article in another language is read and says so."""
    assert make_article("The government said on Tuesday that it would not raise taxes.").language == "en"


@pytest.mark.parametrize(
    "text", [pytest.param("Le \0 vent", id="nul"), pytest.param("Le vent \udc80", id="lone surrogate")]
)
def test_text_that_is_none(text):
    """A text that cannot be written as UTF-8, or holds a NUL, is refused."""
    with pytest.raises(ArticleError, match=r"^The text"):
        make_article(text)


@given(
    st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), min_size=1).map(
        "Le vent {}".format
    )
)
def test_text_round_trip(text):
    """Reading an article's own text again gives the same text, whichever way it went."""
    first = make_article(text)
    assert read_article_bytes(first.text.encode()).text == first.text
    assert make_article(first.text).id == first.id


@settings(deadline=None)  # the first page and the first PDF load their readers
@given(st.binary(max_size=200))
def test_any_bytes(data):
    """Any bytes give an article or an `ArticleError`."""
    try:
        article = read_article_bytes(data)
    except ArticleError:
        return
    assert article.words
    assert "\r" not in article.text
