"""Advice: what people asked the office, counted without names. Sealed: no other app reads it."""
