"""The reader: a Leesplan becomes one SQL statement, and its answer leaves as Postgres wrote it."""
