"""The controls: pure functions from a delivery and the facts to signals."""
