"""Open data: a documented read-only interface."""
