"""The only room that knows French: sentences, numbers, quotations and names of a text, with exact offsets.

french
├── document        a text prepared once for all its readers
├── layout          paragraphs, and the lines that read on
├── sentences       where sentences begin and end
├── numbers/        every number, its value, unit and qualifier
├── quotations/     what stands between marks or behind a dash, and who said it
├── names/          the people, bodies and groups that an article speaks of
├── given_names     first names and their gender, for quotations and names
└── spans           a mention: start, end, text
"""

from summarizer.french.document import split_sentences
from summarizer.french.names import Name, find_names
from summarizer.french.numbers import find_numbers
from summarizer.french.quotations import Quotation, find_quotations
from summarizer.french.sentences import Sentence
from summarizer.text.number import Number
from summarizer.text.span import Mention

__all__ = [
    "Mention",
    "Name",
    "Number",
    "Quotation",
    "Sentence",
    "find_names",
    "find_numbers",
    "find_quotations",
    "split_sentences",
]
