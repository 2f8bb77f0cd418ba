"""Rows of advice as pages show them."""
