"""Proofs that need a program from outside (PgBouncer, nginx): commands of make, not tests, for a test never skips."""
