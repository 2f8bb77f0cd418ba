"""The ID of each copy: it names the issue and the recipient's handle, so that a mail that comes back finds its row."""

import re

FORM = re.compile(r"<?n(?P<issue>\d+)\.(?P<handle>[a-z0-9]+)\.(?P<row>\d+)@[^>\s]+>?")


def message_id(issue: int, handle: str, row: int, domain: str) -> str:
    """`<n12.handle.row@domain>`; the same at every try, so that mail programs can spot a second copy."""
    return f"<n{issue}.{handle}.{row}@{domain}>"


def read_message_id(text: str) -> tuple[int, str] | None:
    """Issue and handle out of a message ID of ours, None for others."""
    found = FORM.search(text)
    return (int(found["issue"]), found["handle"]) if found else None
