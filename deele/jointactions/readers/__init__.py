"""Turns files of the house into plain rows."""
