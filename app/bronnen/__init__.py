"""The sources outside: BRP and SBB over HTTP, and their test environment."""
