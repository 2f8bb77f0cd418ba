"""The ID of each copy: it names issue, handle and row, so that a mail that comes back finds its copy."""

import re
from typing import NamedTuple

FORM = re.compile(r"<?n(?P<issue>\d{1,15})\.(?P<handle>[a-z0-9]{1,24})\.(?P<row>\d{1,15})@[^>\s]+>?")
AT_MOST = 5  # a mail that came back holds one of our mails; more of them are somebody's doing


class CopyName(NamedTuple):
    """Which copy a message ID of ours names. The handle is a secret: who knows it has held the mail."""

    issue: int
    handle: str
    row: int


def message_id(issue: int, handle: str, row: int, domain: str) -> str:
    """`<n12.handle.row@domain>`; the same at every try, so that mail programs can spot a second copy."""
    return f"<n{issue}.{handle}.{row}@{domain}>"


def read_message_id(text: str) -> tuple[int, str] | None:
    """Issue and handle out of a message ID of ours, None for others."""
    found = FORM.search(text)
    return (int(found["issue"]), found["handle"]) if found else None


def named_in(text: str) -> list[CopyName]:
    """The copies that message IDs in a text name, each once; whether they are ours is for the ledger to say."""
    found = (CopyName(int(one["issue"]), one["handle"], int(one["row"])) for one in FORM.finditer(text))
    return list(dict.fromkeys(found))[:AT_MOST]
