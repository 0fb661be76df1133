"""A French text prepared once for all its readers: without what hinders reading, in blocks and sentences.

Numbers, quotations and names are read in `Document.text`. What is found there is mapped back to the
text as given with `Document.span`.
"""

from dataclasses import replace
from functools import cached_property, lru_cache

from summarizer.french.layout import Block, find_blocks
from summarizer.french.sentences import Sentence, split_blocks
from summarizer.text.dictionary import is_known_french
from summarizer.text.readable import readable
from summarizer.text.span import Mention


class Document:
    r"""A French text as its readers see it; each part is made at its first use.

    >>> document = read_document("Le groupe supprime 2\n300 emplois.")
    >>> document.text
    'Le groupe supprime 2 300 emplois.'
    """

    def __init__(self, given: str) -> None:
        """Prepare the text; `given` is as it came."""
        self.given = given
        self._readable = readable(given, is_known_french)

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """The stretches of text that no sentence leaves."""
        return find_blocks(self._readable.text)

    @cached_property
    def text(self) -> str:
        """The readable text, with spaces for the line breaks inside blocks."""
        text = self._readable.text
        if not any(block.wrapped for block in self.blocks):
            return text
        pieces: list[str] = []
        position = 0
        for block in self.blocks:
            if block.wrapped:
                pieces += (text[position : block.start], _one_line(text[block.start : block.end]))
                position = block.end
        return "".join([*pieces, text[position:]])

    @cached_property
    def sentences(self) -> list[Sentence]:
        """The sentences of `text`."""
        return split_blocks(self.text, self.blocks)

    @cached_property
    def is_as_given(self) -> bool:
        """Whether `text` is the text as given, so that nothing has to be mapped back."""
        return self._readable.is_as_given and self.text == self.given

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Start and end in the text as given of `text[start:end]`."""
        return self._readable.span(start, end)

    def stands(self, start: int, end: int, text: str) -> bool:
        """Whether `text` stands at `start:end` of the text as given, too, so that nothing is mapped."""
        return self.given[start:end] == text and self._readable.span(start, end) == (start, end)

    def mention(self, start: int, end: int) -> Mention:
        """The words as given of `text[start:end]`."""
        first, last = self.span(start, end)
        return Mention(first, last, self.given[first:last])


def split_sentences(text: str) -> list[Sentence]:
    """Split a French text into sentences, in order; every character but white space is in one.

    Offsets are Python string indices into `text`, end exclusive, and `text[start:end]` is the
    sentence's `text`. A sentence never crosses a blank line, nor a line break that was not put there
    for width. Any text is accepted; the time grows in proportion to its length.

    >>> [sentence.text for sentence in split_sentences("M. Roy part. « Enfin ! », dit-il.")]
    ['M. Roy part.', '« Enfin ! », dit-il.']
    """
    document = read_document(text)
    if document.is_as_given:
        return list(document.sentences)
    return [_as_given(document, sentence) for sentence in document.sentences]


def _as_given(document: Document, sentence: Sentence) -> Sentence:
    if document.stands(sentence.start, sentence.end, sentence.text):
        return sentence
    place = document.mention(sentence.start, sentence.end)
    return replace(sentence, start=place.start, end=place.end, text=place.text)


_LINE_ENDS = str.maketrans(dict.fromkeys("\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029", " "))


def _one_line(text: str) -> str:
    return text.translate(_LINE_ENDS)


@lru_cache(maxsize=4)
def read_document(text: str) -> Document:
    """Return the document of a text; those of the last few texts are remembered."""
    return Document(text)
