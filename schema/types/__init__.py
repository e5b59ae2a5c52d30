"""The types of the contract: a file per concept, every field declared once."""
