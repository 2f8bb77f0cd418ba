"""An inbox read over IMAP: what is unread, how large it is, its bytes. Reading marks nothing."""

import imaplib
import re
import ssl
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import Any

TIMEOUT = 30
WHOLE = "BODY.PEEK[]"


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


def fetched(box: imaplib.IMAP4, uid: str, what: str = WHOLE) -> bytes | None:
    """A part of a mail; None when it went away meanwhile."""
    _state, found = box.uid("FETCH", uid, f"({what})")
    return next((part[1] for part in found if isinstance(part, tuple)), None)


def mark_read(box: imaplib.IMAP4, uid: str) -> None:
    """Mark a mail as read, after what came of it has been committed."""
    box.uid("STORE", uid, "+FLAGS", r"(\Seen)")
