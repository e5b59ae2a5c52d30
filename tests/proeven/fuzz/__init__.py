"""Generated input of every kind, each of it made again from a seed and a number."""
