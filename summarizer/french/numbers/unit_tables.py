"""The words and symbols of French units, folded, with the code of each."""

_DURATIONS = {
    "year": "an ans annee annees",
    "month": "mois",
    "week": "semaine semaines",
    "day": "jour jours journee journees",
    "hour": "heure heures",
    "minute": "minute minutes min mins mn",
    "second": "seconde secondes sec",
    "decade": "decennie decennies",
    "century": "siecle siecles",
    "quarter": "trimestre trimestres",
    "half_year": "semestre semestres",
    "millennium": "millenaire millenaires",
    "millisecond": "milliseconde millisecondes",
}
_PREFIXES = {
    "kilo": "k",
    "hecto": "h",
    "deca": "da",
    "deci": "d",
    "centi": "c",
    "milli": "m",
    "micro": "µ",
    "nano": "n",
}
_METRIC = {"metre": "m", "gramme": "g"}
_MEASURES = {
    "kg": "kilo kilos",
    "km/h": "kilometres/heure",
    "tonne": "tonne tonnes",
    "quintal": "quintal quintaux",
    "hectare": "hectare hectares",
    "are": "ares",
    "litre": "litre litres",
    "barrel": "baril barils",
    "mile": "mile miles",
    "nautical_mile": "milles",
    "foot": "pied pieds",
    "inch": "pouce pouces",
    "yard": "yard yards",
    "acre": "acre acres",
    "gallon": "gallon gallons gal",
    "ounce": "once onces",
    "knot": "noeud noeuds nœud nœuds",
    "degree": "degre degres deg",
    "celsius": "celsius centigrade centigrades",
    "fahrenheit": "fahrenheit",
    "kelvin": "kelvin kelvins",
    "W": "watt watts",
    "V": "volt volts",
    "A": "ampere amperes",
    "J": "joule joules",
    "N": "newton newtons",
    "Pa": "pascal pascals",
    "Hz": "hertz",
    "dB": "decibel decibels",
    "Bq": "becquerel becquerels",
    "Sv": "sievert sieverts",
    "calorie": "calorie calories",
    "lux": "lux",
    "bit": "bit bits",
    "B": "octet octets",
    "radian": "radian radians",
    "carat": "carat carats",
    "horsepower": "chevaux-vapeur",
}
_POWER_PREFIXES = {"kilo": "k", "mega": "M", "giga": "G", "tera": "T", "milli": "m", "micro": "µ"}
_PREFIXED = {
    "watt": "W",
    "volt": "V",
    "hertz": "Hz",
    "octet": "B",
    "calorie": "cal",
    "wattheure": "Wh",
    "watt-heure": "Wh",
    "sievert": "Sv",
    "joule": "J",
    "bit": "bit",
    "tonne": "tonne",
}
AFTER = {
    "m": {"carre": "m2", "carres": "m2", "cube": "m3", "cubes": "m3"},
    "foot": {"carre": "ft2", "carres": "ft2", "cube": "ft3", "cubes": "ft3"},
    "degree": {
        "celsius": "celsius",
        "c": "celsius",
        "centigrade": "celsius",
        "centigrades": "celsius",
        "fahrenheit": "fahrenheit",
        "f": "fahrenheit",
        "kelvin": "kelvin",
    },
    "mile": {"carre": "mi2", "carres": "mi2", "marin": "nautical_mile", "marins": "nautical_mile"},
    "nautical_mile": dict.fromkeys(("marin", "marins", "nautique", "nautiques"), "nautical_mile"),
}
WITH_SQUARE = {"km": "km", "cm": "cm", "mm": "mm", "dm": "dm", "hm": "hm"}


def _spelled(table: dict[str, str]) -> dict[str, str]:
    return {form: code for code, forms in table.items() for form in forms.split()}


def _with_prefixes(nouns: dict[str, str], prefixes: dict[str, str]) -> dict[str, str]:
    """Give every prefix to every noun, in singular and plural: « kilomètres » is km."""
    bare = {"": "", **prefixes}
    return {
        prefix + noun + ending: short + symbol
        for noun, symbol in nouns.items()
        for prefix, short in bare.items()
        for ending in ("", "s")
    }


DURATIONS = _spelled(_DURATIONS)
MEASURES = {
    **_with_prefixes(_PREFIXED, _POWER_PREFIXES),
    **{prefix + "litre" + ending: short + "l" for prefix, short in _PREFIXES.items() for ending in ("", "s")},
    **_with_prefixes(_METRIC, _PREFIXES),
    **_spelled(_MEASURES),
}
CENTS = {"cent", "cents", "centime", "centimes", "pence", "penny"}

# Symbols, in the original's capitals: M and m are not the same there. Longest first.
SYMBOL_CODES = {
    "km/h": "km/h", "km/heure": "km/h", "kmh": "km/h", "m/s": "m/s", "km²": "km2", "km2": "km2",
    "m²": "m2", "m2": "m2", "m³": "m3", "m3": "m3", "cm²": "cm2", "cm2": "cm2", "cm³": "cm3",
    "cm3": "cm3", "mm2": "mm2", "km": "km", "hm": "hm", "dm": "dm", "cm": "cm", "mm": "mm", "µm": "µm",
    "nm": "nm", "m": "m", "kg": "kg", "mg": "mg", "µg": "µg", "μg": "µg", "ug": "µg", "g": "g", "t": "tonne",
    "Mt": "Mt", "ha": "hectare", "hl": "hl", "dl": "dl", "cl": "cl", "ml": "ml", "mL": "ml",
    "cL": "cl", "l": "litre", "L": "litre", "kWh": "kWh", "MWh": "MWh", "GWh": "GWh", "TWh": "TWh",
    "Wh": "Wh", "kW": "kW", "MW": "MW", "GW": "GW", "TW": "TW", "W": "W", "kV": "kV", "V": "V",
    "Hz": "Hz", "kHz": "kHz", "MHz": "MHz", "GHz": "GHz", "dB": "dB", "Go": "GB", "Mo": "MB",
    "Ko": "kB", "ko": "kB", "To": "TB", "Mb/s": "Mb/s", "Mbit/s": "Mb/s", "mph": "mph",
    "°c": "celsius", "° c": "celsius", "°C": "celsius",
    "° C": "celsius", "ºC": "celsius", "°F": "fahrenheit", "° F": "fahrenheit", "°": "degree",
    "º": "degree", "K": "kelvin", "ppm": "ppm", "hPa": "hPa", "kPa": "kPa", "Pa": "Pa", "mSv": "mSv",
    "rad": "radian", "ch": "horsepower", "kcal": "kcal", "kJ": "kJ", "kt": "kt", "mi": "mile",
    "hPA": "hPa", "psi": "psi", "bar": "bar", "gal": "gallon", "g/l": "g/l", "mg/l": "mg/l",
}  # fmt: skip
DURATION_SYMBOLS = {"h": "hour", "min": "minute", "mn": "minute", "s": "second", "ms": "millisecond"}
