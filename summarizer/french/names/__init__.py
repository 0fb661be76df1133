"""The parties of a French article, named or not, each with all its mentions.

In reading order:

search                  the parties of a text
├── tokens              words and signs with their places
├── scan                one pass that finds every mention
│   ├── candidates      a mention before it is joined to others
│   ├── proper          where a capitalised name begins and ends
│   ├── forms           what a name's own words tell of it
│   ├── context         what the words around it tell
│   ├── known           places and institutions known beforehand
│   │   └── places
│   ├── party_reading   a role, body or crowd where it stands
│   │   ├── party_nouns
│   │   ├── party_phrases
│   │   └── adjectives
│   └── name_words, capital_words           the lists, which are data
├── joining             mentions of one named party brought together
├── phrase_joining      « le ministre » brought to the name that it means
└── salience            how central a party looks
"""

from summarizer.french.names.search import Name, find_names

__all__ = ["Name", "find_names"]
