"""Names of a statement, and the offices beside them."""
