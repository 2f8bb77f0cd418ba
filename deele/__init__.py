"""Deele: the digital hall of offices that strengthen neighbourhoods."""
