"""The encoding of a page, as browsers take it."""

import pytest

from summarizer.articles.decoding import decode_markup


@pytest.mark.parametrize(
    "meta",
    [
        '<meta charset="iso-8859-1">',
        '<meta http-equiv="Content-Type" content="text/html; charset=ISO-8859-1">',
        '<meta charset="windows-1252">',
        '<meta charset="ascii">',
        "",
    ],
)
def test_charsets_as_browsers_take_them(meta):
    """ISO-8859-1 means windows-1252; a page that is UTF-8 is read so whatever it declares."""
    markup = f"{meta}<p>L’œuvre coûte 15 €"
    assert "L’œuvre coûte 15 €" in decode_markup(markup.encode("cp1252"))
    assert "L’œuvre coûte 15 €" in decode_markup(markup.encode())


def test_the_servers_charset_goes_before_the_pages():
    """As in browsers."""
    assert "é" in decode_markup('<meta charset="koi8-r"><p>été'.encode("cp1252"), "iso-8859-1")
