"""The office itself: its name, its carriers and its areas of work (Bereiche)."""
