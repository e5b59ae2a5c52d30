"""Requests: what is asked of the register beside deliveries, and made later."""
