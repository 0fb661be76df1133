"""Every number of a French text: where it stands, what it is worth, and what it measures.

In reading order:

search              one pass over the text: where a number may begin, and which reading applies there
├── folding         the normal form that all patterns are written for
├── cores           the bare number: digits, words, scale
│   └── words       the grammar of number words
├── fractions       « un tiers », « un sur cinq », « a doublé »
├── roman           « XIXe siècle », « Louis XIV »
├── dates           dates, hours and telephone numbers by their form
├── phrases         a number with what follows it, times in several units among them
│   ├── nouns       the noun that is counted
│   └── units       percent signs, money, measures, durations
│       ├── unit_tables
│       └── currencies
├── joining         two numbers joined: ranges, scores, a unit that is shared
├── kinds           what a phrase is, with its qualifier
│   ├── ages            how old somebody is
│   ├── homonyms    « un » the article, « neuf » the adjective
│   ├── exclusions  hours, years, references and names, kept apart
│   │   └── labels  the words that give a number away as a label
│   └── qualifiers  « plus de », « près de », « au moins »
├── home_currency       which franc, which dollar
└── records         the `Number` that is made of it
"""

from summarizer.french.numbers.search import find_numbers

__all__ = ["find_numbers"]
