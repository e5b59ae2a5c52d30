"""Postgres: tables, the unit of work, the reader that compiles a Leesplan to SQL, and history."""
