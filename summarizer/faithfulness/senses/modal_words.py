"""English words that hedge: what is possible, wished, reported; and “will”, which does not."""

HEDGES = {
    "modal": (
        "would could may might should reported* alleged* apparent* possibl* possibil* perhaps probabl* "
        "maybe supposed* presum* seem* appear* likely unlikely suspect* expect expects expected expecting "
        "rumoured rumored potential* planned planning plans_to plan_to intend* proposed proposing threaten* "
        "considered considering ought due_to is_to are_to was_to were_to plausib* envisag* forecast* "
        "predict* purported* said_to believed_to thought_to about_to had_to has_to have_to estimat* "
        "suggest* eventual* promis*"
    ),
    "wish": "want* wish* hope* would_like should_like d_like",
    "certain": "will ll",
    "power": (
        "can cannot able capab* allow* let lets enabl* unable abilit* capacit* possib* impossib* permit* help"
    ),
    "report": (
        "according claim* accus* say* said believ* told assert* alleg* report* think* thought state* announc*"
    ),
}
