"""HTTP: GraphQL over HTTP to the letter, health, metrics and the start page of dev."""
