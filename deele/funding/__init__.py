"""Funding programmes: what there is, in which version, until when, who may ask for it, and how old our knowledge is.

Words: programme (Förderprogramm), version (Fassung), round (Förderrunde). A changed quota makes a new version; rounds
and, above, applications keep pointing at the version they began with.
"""
