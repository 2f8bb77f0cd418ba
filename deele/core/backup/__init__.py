"""One archive of a house: its database and its files. Made while it runs, brought back while it stands still.

`archive` knows the file, `sqlite` and `postgres` know their database, `moves` joins them. The keys in DEELE_HOME
are left out unless asked for: whoever holds archive and keys can read everything.
"""
