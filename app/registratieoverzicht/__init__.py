"""The registratieoverzicht as input: a school's existing registration, read and offered as ordinary deliveries."""
