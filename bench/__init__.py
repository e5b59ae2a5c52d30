"""The bench: the register under load beside SQL written by hand and PostGraphile, on the same tables and cores."""
