"""Base model, ranges, dates, text, geography: what every other app stands on. Knows no other app."""
