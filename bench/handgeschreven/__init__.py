"""The same service with its GraphQL taken out: the measured operations as SQL that a good engineer writes by hand."""
