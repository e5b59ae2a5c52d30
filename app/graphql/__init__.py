"""GraphQL at work: a document is parsed and judged once, an operation answered by one statement or by the executor."""
