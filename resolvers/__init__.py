"""Use cases: the one write path and the one read path, free of any framework."""
