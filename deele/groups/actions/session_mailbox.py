"""Reading the mailbox of the groups. A mail is marked as read only after what came of it has been committed."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from deele.groups.actions import session_mail
from deele.mail.actions import mailbox


def read_mailbox(
    account: Mapping[str, Any],
    *,
    now: Callable[[], datetime],
    stopping: Callable[[], bool],
    limit: int = mailbox.PORTION,
) -> int:
    """Take the unread mails, oldest first; returns how many. Raises OSError or imaplib.IMAP4.error."""
    return mailbox.read(account, take=take, refuse=refuse, now=now, stopping=stopping, limit=limit)


def take(content: bytes, now: datetime) -> None:
    """A whole mail."""
    session_mail.take(content, now=now)


def refuse(head: bytes, size: int, now: datetime) -> None:
    """The headers of one that is too large."""
    session_mail.refuse(head, now=now)
