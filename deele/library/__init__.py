"""The library: publications, good examples, knowledge, glossary, and the start path for municipalities.

Public below `/bibliothek/`, the desk below `/schreibtisch/bibliothek/`. Upper apps say where a publication is used
(`kinds.uses`) and which texts hold links to others (`kinds.link_sources`).
"""
