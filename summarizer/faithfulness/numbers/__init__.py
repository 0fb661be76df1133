"""Numbers of a statement: value, unit, bound, order, what they count, dates and hours."""
