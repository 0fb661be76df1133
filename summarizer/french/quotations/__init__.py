"""The quotations of a French text: what stands between marks or behind a dash, and who said it.

In reading order:

search                  the quotations of a text, one by one
├── marks               pairs of quotation marks, as news really has them
├── dialogue            speech behind dashes, and clauses that interrupt speech
├── kinds               speech against titles, names, words mentioned
├── attribution         who said it, by the syntax around it
│   ├── lead_ins        « X estime que … », « selon X, … », « X : … »
│   │   └── subjects    the subject of the verb before a quotation
│   ├── speakers        who and what can speak
│   ├── clauses         « …, a déclaré X »
│   ├── verbs           every form of the verbs that report words
│   ├── noun_phrases    « Marie Roy », « le porte-parole du ministère »
│   └── antecedents     whom « il », « elle », « ce dernier » stand for
└── sharing             one speaker for neighbouring quotations
"""

from summarizer.french.quotations.search import Quotation, find_quotations

__all__ = ["Quotation", "find_quotations"]
