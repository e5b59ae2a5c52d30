"""Background work: what is queued in a transaction of the register and done later, by a worker (besluit 0030)."""
