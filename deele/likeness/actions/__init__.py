"""The doors of likeness: records that may be one thing (here), subjects that may overlap (`overlaps`)."""

from deele.likeness.actions.records import OneRecord, decide, forget, forget_all, index, index_many, propose

__all__ = ["OneRecord", "decide", "forget", "forget_all", "index", "index_many", "propose"]
