"""Foreign tables as records to compare; no database."""
