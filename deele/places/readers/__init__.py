"""Official and cleaned files turned into plain rows. No Django, no database."""
