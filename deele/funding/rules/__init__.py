"""What follows from the values of programmes alone; no database."""
