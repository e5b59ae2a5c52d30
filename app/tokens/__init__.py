"""Tokens: who calls, proven by a signature of an issuer we allow."""
