"""The dictionaries of French and English are loaded once, whatever asks for them at the same time."""

import threading

from simplemma.strategies import DefaultDictionaryFactory

from summarizer.text import dictionary


def test_threads_share_one_loading(monkeypatch):
    """Each language once, although all threads begin together."""
    loaded, begin = [], threading.Barrier(4)

    class Counting(DefaultDictionaryFactory):
        def _get_dictionary_uncached(self, lang):
            loaded.append(lang)
            return super()._get_dictionary_uncached(lang)

    def ask():
        begin.wait(60)
        dictionary.load()

    monkeypatch.setattr(dictionary, "FACTORY", Counting())
    threads = [threading.Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(loaded) == ["en", "fr"]
