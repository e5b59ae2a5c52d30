"""The inbox beside reading it: giving messages their place in the order, and noting what was confirmed."""
