"""The staff start page: what needs me today, global search."""
