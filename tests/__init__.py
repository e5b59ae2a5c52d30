"""Tests, mirrored by room: tests/<room> proves <room>."""

import pytest
from hypothesis import settings

pytest.register_assert_rewrite("tests.leveringen.bewijs", "tests.klant")  # here, or who imports one first decides
settings.register_profile("bron", deadline=None)  # a machine that is busy with the other tests is no failure
settings.load_profile("bron")
