"""Declarations of the library, and the slots that upper apps fill."""
