"""How much of the press's vocabulary the French-English dictionary knows.

    python benchmarks/dictionary.py ../shared/data

Counts the content words of articles_wikinews.jsonl beyond the 2,000 commonest French lemmas of `wordfreq`
(install it with pip; it is needed here alone), and how many of them have an entry, alone or within an
expression. Words with a capital count as names and are left out. The dictionary's author has read the
words of the even half of the articles; the odd half is only scored.
"""

import argparse
import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import simplemma

from summarizer.english.dictionary import load_dictionary

COMMONEST = 2000
# Whole words: neither « jusqu' » nor the pronoun of « a-t-il ».
WORD = re.compile(r"(?<![’'-])\b[^\W\d_]{3,}(?:-[^\W\d_]+)*\b(?![’'])|(?<=[’'])[^\W\d_]{3,}")


@cache
def lemma_of(word: str) -> str:
    """The dictionary form of a word in small letters."""
    return simplemma.lemmatize(word, lang="fr").lower()


def commonest() -> frozenset[str]:
    """The commonest French lemmas: the frequencies of their forms added up."""
    from wordfreq import top_n_list, word_frequency  # noqa: PLC0415 - for this benchmark alone

    weights: Counter[str] = Counter()
    for word in top_n_list("fr", 40000):
        if WORD.fullmatch(word) or len(word) < 3:
            weights[lemma_of(word)] += word_frequency(word, "fr")
    return frozenset(lemma for lemma, _ in weights.most_common(COMMONEST))


def half_of(article: dict[str, str]) -> int:
    """0 for the half that was read, 1 for the half that is only scored; by the article's id."""
    return int(hashlib.sha256(article["id"].encode()).hexdigest(), 16) % 2


def rare_words(text: str, common: frozenset[str]) -> Iterator[tuple[int, str]]:
    """The content words of a text beyond the commonest, with their offsets."""
    for match in WORD.finditer(text):
        word = match[0]
        if word[0].islower() and word not in common and lemma_of(word) not in common:
            yield match.start(), word


def main() -> None:
    """Print the coverage of both halves and the commonest words that lack."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, nargs="?", default=Path("../shared/data"))
    parser.add_argument(
        "--missing", type=int, default=0, help="how many missing words of the read half to list"
    )
    options = parser.parse_args()
    source = options.data / "articles_wikinews.jsonl"
    if not source.is_file():
        print(f"skipped: no {source}")
        return
    dictionary, common = load_dictionary(), commonest()
    words, known, missing = [0, 0], [0, 0], Counter[str]()
    for line in source.read_text("utf-8").splitlines():
        article = json.loads(line)
        half = half_of(article)
        spans = [(f.start, f.end) for f in dictionary.find(article["text"])]
        covered = {at for start, end in spans for at in range(start, end)}
        for at, word in rare_words(article["text"], common):
            words[half] += 1
            if at in covered or dictionary.look_up(word):
                known[half] += 1
            elif half == 0:
                missing[lemma_of(word)] += 1
    expressions = sum(entry.part == "expr" for entry in dictionary.entries)
    print(f"entries: {len(dictionary.entries)}, of them expressions {expressions}")
    for half, name in enumerate(("read half", "only scored")):
        share = known[half] / words[half]
        print(f"{name}: {known[half]} of {words[half]} words beyond the {COMMONEST} commonest ({share:.1%})")
    if options.missing:
        print(" ".join(word for word, _ in missing.most_common(options.missing)))


if __name__ == "__main__":
    main()
