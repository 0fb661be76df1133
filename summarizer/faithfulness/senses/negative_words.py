"""English words that deny: plainly, or as verbs and adjectives that can answer for a denial."""

ENGLISH_NEGATIVES = {
    "plain": "not cannot never no none nothing nobody nowhere neither nor without",
    "broad": (
        "lack* fail* refus* reject* unable impossib* unlikely unknown hardly scarcely barely few little "
        "fewer avoid* prevent* deny denied denies denial absen* stop* ceas* except* exclu* miss* oppos* ban "
        "banned bans forbid* prohibit* unless exempt* escap* depriv* ignor* spare* block* contrary "
        "abandon* nay ruled limited illegal* irregular* inadequate* insufficien* incapab* invalid* inactiv* "
        "uncertain* unauthor* unaccept* unsuccess* unchanged unharmed uninjur* unanswer* undeni* "
        "unclear unpaid undermin* unaware unnecess* unpreced* unwilling unab* unus* uncontrol* unauthor* "
        "unusu* untouch* unexpect* unspecif* unkn* unfort* unconvinc* undisclos* unresolv* unofficial "
        "unlimit* disagree* disappear* discontinu* dismiss* disapprov* disregard* nonexist* non "
        "instead rather"
    ),
}
