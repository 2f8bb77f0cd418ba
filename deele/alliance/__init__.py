"""The alliance (Bündnis): who belongs to it and how, what members say of themselves, what they give and seek.

Public pages under /buendnis/, the members' own pages under /buendnis/mein/, the desk under /schreibtisch/buendnis/
(docs/decisions/0028-alliance.md).
"""
