"""French names of the days of the week, Monday first, as `date.weekday` counts them."""

WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
