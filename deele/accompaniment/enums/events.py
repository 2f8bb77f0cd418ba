"""What the log can say about plans."""
