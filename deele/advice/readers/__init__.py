"""Foreign files of advice, as plain rows; no database."""
