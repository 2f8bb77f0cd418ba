"""Who did what and who looked. Declared event types, rows without foreign keys to their objects."""
