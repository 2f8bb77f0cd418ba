"""The words of the library and what the log can say about it. A module a subject."""
