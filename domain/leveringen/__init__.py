"""What each kind of delivery is, and what it does to a dossier: a file a kind."""
