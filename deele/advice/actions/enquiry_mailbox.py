"""Reading the mailbox for enquiries. A mail is marked as read only after what came of it has been committed."""

import imaplib
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from deele.advice.actions import incoming
from deele.mail.readers import inbox

PORTION = 200  # mails of one run; the rest waits for the next
LARGEST = 20 * 1024 * 1024  # bytes of a whole mail that are fetched
HEAD = 64 * 1024


def read_mailbox(
    account: Mapping[str, Any], *, now: Callable[[], datetime], stopping: Callable[[], bool], limit: int = PORTION
) -> int:
    """Take the unread mails, oldest first; returns how many. Raises OSError or imaplib.IMAP4.error.

    Killed in the middle, a mail may be read twice; it then finds its own row (`incoming.once`).
    """
    taken = 0
    with inbox.opened(account) as box:
        for uid in inbox.unread(box)[:limit]:
            if stopping():
                break
            take(box, uid, str(account["user"]), now())
            inbox.mark_read(box, uid)
            taken += 1
    return taken


def take(box: imaplib.IMAP4, uid: str, name: str, now: datetime) -> None:
    """Take one mail; of one that is too large no more than the headers ever come into memory."""
    size = inbox.size_of(box, uid)
    if size > LARGEST:
        incoming.refuse(inbox.fetched(box, uid, f"BODY.PEEK[HEADER]<0.{HEAD}>") or b"", size, box=name, now=now)
    elif content := inbox.fetched(box, uid, f"BODY.PEEK[]<0.{LARGEST}>"):
        incoming.take(content, box=name, now=now)
