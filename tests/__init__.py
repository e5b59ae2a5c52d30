"""Tests, mirrored by room: tests/<room> proves <room>."""
