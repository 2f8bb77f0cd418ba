"""Working an inbox off: each unread mail is handed on, and marked as read only when what came of it was committed."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from deele.mail.readers import inbox

PORTION = 200  # mails of one run; the rest waits for the next
LARGEST = 20 * 1024 * 1024  # bytes of a whole mail that are fetched
HEAD = 64 * 1024

Take = Callable[[bytes, datetime], None]
Refuse = Callable[[bytes, int, datetime], None]


def read(
    account: Mapping[str, Any],
    *,
    take: Take,
    refuse: Refuse,
    now: Callable[[], datetime],
    stopping: Callable[[], bool],
    limit: int = PORTION,
) -> int:
    """Hand the unread mails on, oldest first; returns how many. Raises OSError or imaplib.IMAP4.error.

    `take` gets a whole mail; `refuse` the headers and the size of one that is too large to be fetched. Killed in the
    middle, a mail may be handed on twice: whoever takes it has to know it again.
    """
    done = 0
    with inbox.opened(account) as box:
        for uid in inbox.unread(box)[:limit]:
            if stopping():
                break
            size = inbox.size_of(box, uid)
            if size > LARGEST:
                refuse(inbox.fetched(box, uid, f"BODY.PEEK[HEADER]<0.{HEAD}>") or b"", size, now())
            elif content := inbox.fetched(box, uid, f"BODY.PEEK[]<0.{LARGEST}>"):
                take(content, now())
            inbox.mark_read(box, uid)
            done += 1
    return done
