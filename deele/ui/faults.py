"""Tells a full, locked or read-only store from a fault of our own."""

import errno

from django.db import DatabaseError, OperationalError

NO_ROOM = {errno.ENOSPC, errno.EROFS, errno.EDQUOT, errno.EACCES}  # the last: a folder for reading only
# PostgreSQL: read only transaction, disk full, out of memory, too many connections, lock not available, starting up
STATES = {"25006", "53100", "53200", "53300", "55P03", "57P03"}
# SQLite says "operational" for a missing table or column too; that is a broken house, not a full one.
OUR_FAULT = ("no such", "near ", "table ", "duplicate column")


def cannot_store(problem: BaseException | None) -> bool:
    """Whether this, or what caused it, means that nothing can be written or reached at the moment."""
    while problem is not None:
        if isinstance(problem, OSError) and problem.errno in NO_ROOM:
            return True
        if isinstance(problem, OperationalError):
            return not str(problem).startswith(OUR_FAULT)
        if isinstance(problem, DatabaseError) and getattr(problem.__cause__, "sqlstate", None) in STATES:
            return True
        problem = problem.__cause__
    return False
