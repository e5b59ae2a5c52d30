"""Loading what a batch is judged on, in a number of statements that does not depend on its size."""
