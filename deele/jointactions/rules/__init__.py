"""Which moves there are, which rights are missing, which photos are the same. Pure; no database."""
