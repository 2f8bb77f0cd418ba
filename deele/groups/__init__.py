"""Working groups (Arbeitsgruppen) of the alliance: mandate, seats, sessions, minutes, decisions, tasks, polls.

Members meet them under /buendnis/mein/gruppen/, the desk under /schreibtisch/gruppen/
(docs/decisions/0028-alliance.md).
"""
