"""Tests, mirrored by room: tests/<room> proves <room>."""

from hypothesis import settings

settings.register_profile("bron", deadline=None)  # a machine that is busy with the other tests is no failure
settings.load_profile("bron")
