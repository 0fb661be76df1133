"""Who does what to whom: names in each other's place, offices given to another."""

SISTERS = [
    (
        "raised-from",
        "OpenAI lève 40 milliards de dollars auprès de SoftBank.",
        "OpenAI is raising $40 billion from SoftBank.",
        "SoftBank has raised $40 billion from OpenAI.",
        "direction",
    ),
    (
        "sues",
        "Elon Musk poursuit OpenAI.",
        "Elon Musk is suing OpenAI.",
        "OpenAI is suing Elon Musk.",
        "direction",
    ),
    (
        "sued-by",
        "Elon Musk poursuit OpenAI.",
        "OpenAI is being sued by Elon Musk.",
        "Elon Musk is being sued by OpenAI.",
        "direction",
    ),
    (
        "passive",
        "Novalux a été rachetée par Talderic.",
        "Novalux was bought by Talderic.",
        "Talderic was bought by Novalux.",
        "direction",
    ),
    (
        "passive-active",
        "Novalux a été rachetée par Talderic.",
        "Talderic bought Novalux.",
        "Novalux bought Talderic.",
        "direction",
    ),
    (
        "against",
        "Lens a gagné contre Lille.",
        "Lens won against Lille.",
        "Lille won against Lens.",
        "direction",
    ),
    (
        "minister",
        ("La ministre de la Santé Claire Vasseur a répondu à Jean Morel, directeur financier de Talderic."),
        "Health minister Claire Vasseur answered Jean Morel.",
        "Health minister Jean Morel answered Claire Vasseur.",
        "name",
    ),
    (
        "apposition",
        ("La ministre de la Santé Claire Vasseur a répondu à Jean Morel, directeur financier de Talderic."),
        "Jean Morel, chief financial officer of Talderic, had an answer.",
        "Claire Vasseur, chief financial officer of Talderic, had an answer.",
        "name",
    ),
    (
        "agent",
        "La députée Anne Roy a quitté le groupe, accusée par Jean Morel de mentir.",
        "Anne Roy is accused of lying.",
        "Jean Morel is accused of lying.",
        "direction",
    ),
    (
        "agent-elected",
        "Claire Vasseur a été limogée par le président Jean Morel.",
        "Claire Vasseur was dismissed.",
        "Jean Morel was dismissed.",
        "direction",
    ),
    (
        "agent-twice",
        "Jean Morel, accusé de fraude, a été critiqué par Anne Roy ; Roy est critiquée par Morel.",
        "Jean Morel was criticised.",
        "Anne Roy is not criticised.",
        "negation",
    ),
]
"""A French sentence, an English one that is true to it, one that is not, and the finding's code."""
