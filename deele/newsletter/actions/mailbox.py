"""Reading the mailbox of returned mail. A message is marked as read only after what it says has been committed."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from deele.mail.readers import inbox
from deele.newsletter.actions import bounces

PORTION = 500  # messages of one run; the rest waits for the next, so that other work gets its turn


def read_mailbox(
    account: Mapping[str, Any], *, now: Callable[[], datetime], stopping: Callable[[], bool], limit: int = PORTION
) -> int:
    """Take the unread messages, oldest first; returns how many. Raises OSError or imaplib.IMAP4.error.

    Killed in the middle, a message may be read twice; it then counts once, by its mark.
    """
    taken = 0
    with inbox.opened(account) as box:
        for uid in inbox.unread(box)[:limit]:
            if stopping():
                break
            content = inbox.fetched(box, uid)
            if content is not None:
                bounces.take(content, now(), way="imap")
            inbox.mark_read(box, uid)
            taken += 1
    return taken
