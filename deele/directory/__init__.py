"""Entries: projects, flat-shares, advice offices, meeting places; review, freshness, import, map."""
