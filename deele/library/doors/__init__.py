"""The doors of the library: fetch and authorise in one step. A module a subject."""
