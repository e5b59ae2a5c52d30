"""Posting messages to webhooks: what is posted, where it may go, and in which order (besluit 0047)."""
