"""Composition of the house: settings, addresses, server entry points. Nothing imports this package."""
