from deele.directory.models.entry import Address, Coverage, Entry, Link
from deele.directory.models.history import Change, Merge
from deele.directory.models.imports import Batch, BatchRow, ColumnMapping
from deele.directory.models.message import Message
from deele.directory.models.photo import Photo

__all__ = [
    "Address",
    "Batch",
    "BatchRow",
    "Change",
    "ColumnMapping",
    "Coverage",
    "Entry",
    "Link",
    "Merge",
    "Message",
    "Photo",
]
