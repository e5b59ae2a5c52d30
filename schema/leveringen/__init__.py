"""Deliveries in GraphQL: their inputs, their outcomes, and the mutations that lead them into the one write path."""
