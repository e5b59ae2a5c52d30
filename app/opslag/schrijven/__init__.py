"""Writing, set by set: rows of the domain, rounds of changes, and the statements that store them."""
