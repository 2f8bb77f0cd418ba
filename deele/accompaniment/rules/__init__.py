"""What follows from values alone; no database."""
