"""Reading the mailbox of returned mail. A message is marked as read only after what it says has been committed."""

import imaplib
import logging
import ssl
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import datetime
from typing import Any

from deele.newsletter.actions import bounces

logger = logging.getLogger("deele.newsletter")

TIMEOUT = 30
PORTION = 500  # messages of one run; the rest waits for the next, so that other work gets its turn


def read_mailbox(
    account: Mapping[str, Any], *, now: Callable[[], datetime], stopping: Callable[[], bool], limit: int = PORTION
) -> int:
    """Take the unread messages, oldest first; returns how many. Raises OSError or imaplib.IMAP4.error.

    Killed in the middle, a message may be read twice; it then counts once, by its mark.
    """
    taken = 0
    with opened(account) as box:
        for uid in unread(box)[:limit]:
            if stopping():
                break
            content = fetch(box, uid)
            if content is not None:
                bounces.take(content, now(), way="imap")
            box.uid("STORE", uid, "+FLAGS", r"(\Seen)")
            taken += 1
    return taken


@contextmanager
def opened(account: Mapping[str, Any]) -> Iterator[imaplib.IMAP4]:
    """The inbox, opened; reading a message there marks nothing."""
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
    """The numbers of the unread messages."""
    _state, found = box.uid("SEARCH", "UNSEEN")
    return [number.decode() for number in (found[0] or b"").split()] if found else []


def fetch(box: imaplib.IMAP4, uid: str) -> bytes | None:
    """The bytes of a message; None when it went away meanwhile."""
    _state, parts = box.uid("FETCH", uid, "(BODY.PEEK[])")
    return next((part[1] for part in parts if isinstance(part, tuple)), None)
