"""German text analysis, index, ranking, facets."""
