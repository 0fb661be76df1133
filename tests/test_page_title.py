"""The title of a page, without the name of its site."""

import pytest

from summarizer.articles.page_title import without_site


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("Le port rouvre - Le Courrier", "Le port rouvre"),
        ("Le port rouvre | Le Courrier", "Le port rouvre"),
        ("Le Courrier : Le port rouvre", "Le port rouvre"),
        ("Le port rouvre – Le Courrier | courrier.example", "Le port rouvre"),
        ("Grève - le port ferme", "Grève - le port ferme"),
        ("Le Courrier", "Le Courrier"),
        ("Peut-être demain", "Peut-être demain"),
    ],
)
def test_the_title_without_the_sites_name(title, shown):
    """A part of the title that is not the site stays."""
    assert without_site(title, "Le Courrier", "www.courrier.example") == shown
