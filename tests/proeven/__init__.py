"""Proofs of the whole service: those that need a program from outside or much time are commands of make, not tests."""
