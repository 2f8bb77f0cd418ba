"""Reading the mailbox for enquiries. A mail is marked as read only after what came of it has been committed."""

import imaplib
import re
import ssl
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import datetime
from typing import Any

from deele.advice.actions import incoming

TIMEOUT = 30
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
    with opened(account) as box:
        for uid in unread(box)[:limit]:
            if stopping():
                break
            take(box, uid, str(account["user"]), now())
            box.uid("STORE", uid, "+FLAGS", r"(\Seen)")
            taken += 1
    return taken


def take(box: imaplib.IMAP4, uid: str, name: str, now: datetime) -> None:
    """Take one mail; of one that is too large no more than the headers ever come into memory."""
    size = size_of(box, uid)
    if size > LARGEST:
        incoming.refuse(fetched(box, uid, f"BODY.PEEK[HEADER]<0.{HEAD}>") or b"", size, box=name, now=now)
    elif content := fetched(box, uid, f"BODY.PEEK[]<0.{LARGEST}>"):
        incoming.take(content, box=name, now=now)


@contextmanager
def opened(account: Mapping[str, Any]) -> Iterator[imaplib.IMAP4]:
    """The inbox, opened; reading a mail there marks nothing."""
    host, port = account["host"], account["port"]
    if account["tls"]:
        box: imaplib.IMAP4 = imaplib.IMAP4_SSL(host, port, ssl_context=ssl.create_default_context(), timeout=TIMEOUT)
    else:
        box = imaplib.IMAP4(host, port, timeout=TIMEOUT)
    try:
        box.login(account["user"], account["password"])
        box.select("INBOX")
        yield box
    finally:
        with suppress(OSError, imaplib.IMAP4.error):
            box.logout()


def unread(box: imaplib.IMAP4) -> list[str]:
    """The numbers of the unread mails."""
    _state, found = box.uid("SEARCH", "UNSEEN")
    return [number.decode() for number in (found[0] or b"").split()] if found else []


def size_of(box: imaplib.IMAP4, uid: str) -> int:
    """How many bytes a mail has, as the server says; the fetch is cut at the limit all the same."""
    _state, found = box.uid("FETCH", uid, "(RFC822.SIZE)")
    said = re.search(rb"RFC822\.SIZE (\d+)", b" ".join(line for line in found if isinstance(line, bytes)))
    return int(said[1]) if said else 0


def fetched(box: imaplib.IMAP4, uid: str, what: str) -> bytes | None:
    """A part of a mail; None when it went away meanwhile."""
    _state, found = box.uid("FETCH", uid, f"({what})")
    return next((part[1] for part in found if isinstance(part, tuple)), None)
