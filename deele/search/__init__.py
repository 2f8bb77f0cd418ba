"""Finding things: one German analysis, an index, ranking, facets, distance, clusters for the map.

A *source* ("directory") is a set of *documents*. An app on an upper floor hands its public records in with
`actions.index` and takes them out with `actions.forget`, in its own transaction; nothing else knows the index.
`queries.search` answers a `kinds.Query` with hits, facet counts and, when nothing was found, the nearest.
How it works and why: docs/decisions/0013-search.md.
"""
