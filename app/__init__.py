"""Outside: process, HTTP, settings, tokens, storage, sources and commands."""
