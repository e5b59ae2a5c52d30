"""GraphQL: the types, inputs and rights of the public contract, and the way from operation to Leesplan."""
