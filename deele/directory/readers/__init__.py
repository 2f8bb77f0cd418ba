"""Turning tables from outside into plain entries; touches no database."""
