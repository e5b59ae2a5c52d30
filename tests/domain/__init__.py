"""Tests of the register itself: pure, without a database."""
