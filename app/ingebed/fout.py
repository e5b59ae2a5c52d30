"""What can go wrong with the embedded Postgres, in words for the person at the terminal."""

from __future__ import annotations


class IngebedFout(Exception):  # noqa: N818 - Dutch: Fout is what Error is in English
    """The embedded Postgres cannot be used; the text says why and what to do."""
