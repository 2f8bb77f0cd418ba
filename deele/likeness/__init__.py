"""What resembles this? Duplicates and overlaps with reasons, decisions that are kept."""
