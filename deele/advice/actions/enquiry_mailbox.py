"""Reading the mailbox for enquiries. A mail is marked as read only after what came of it has been committed."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from deele.advice.actions import incoming
from deele.mail.actions import mailbox
from deele.mail.actions.mailbox import HEAD, PORTION

__all__ = ["HEAD", "PORTION", "read_mailbox"]


def read_mailbox(
    account: Mapping[str, Any], *, now: Callable[[], datetime], stopping: Callable[[], bool], limit: int = PORTION
) -> int:
    """Take the unread mails, oldest first; returns how many. Raises OSError or imaplib.IMAP4.error.

    Killed in the middle, a mail may be read twice; it then finds its own row (`incoming.once`).
    """
    box = str(account["user"])

    def take(content: bytes, at: datetime) -> None:
        incoming.take(content, box=box, now=at)

    def refuse(head: bytes, size: int, at: datetime) -> None:
        incoming.refuse(head, size, box=box, now=at)

    return mailbox.read(account, take=take, refuse=refuse, now=now, stopping=stopping, limit=limit)
