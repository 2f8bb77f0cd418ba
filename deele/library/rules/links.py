"""Addresses in texts, and when an address counts as dead."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from html import unescape
from urllib.parse import urlsplit, urlunsplit

from deele.library.enums.link import LinkState

LONGEST = 1000
DEAD_AFTER = 3  # different days; a site that is moved over a weekend is not dead
_ADDRESS = re.compile(r"https?://[^\s<>\"'“”„«»\[\]{}|\\^`]+", re.IGNORECASE)
_PATH = re.compile(r"""href=["'](/[^"'\s]*)["']""")
_TAIL = ".,;:!?…)*_"


def outside(text: str) -> Iterator[str]:
    """Whole addresses in plain text, Markdown or HTML, each once, without what belongs to the sentence."""
    seen = set()
    for match in _ADDRESS.finditer(unescape(text)):
        address = tidy(match.group())
        if address and address not in seen:
            seen.add(address)
            yield address


def inside(text: str, root: str) -> Iterator[str]:
    """Paths of this house that a text links to: written as a path, or with the address of the house."""
    paths = [unescape(path) for path in _PATH.findall(text)]
    paths += [address.removeprefix(root) or "/" for address in outside(text) if is_of(address, root)]
    for path in dict.fromkeys(paths):
        yield path.partition("#")[0].partition("?")[0][:500]


def is_of(address: str, root: str) -> bool:
    """Whether an address lies in this house."""
    return bool(root) and (address == root or address.startswith(f"{root}/"))


def tidy(address: str) -> str:
    """An address as it is asked for: no closing sign of the sentence, no part after #; empty for what is none."""
    while address and address[-1] in _TAIL and not (address[-1] == ")" and address.count("(") >= address.count(")")):
        address = address[:-1]
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
        _port = parts.port
    except ValueError:
        return ""
    if parts.scheme.lower() not in ("http", "https") or "." not in host or parts.username or len(address) > LONGEST:
        return ""
    return urlunsplit((parts.scheme.lower(), parts.netloc.lower(), parts.path, parts.query, ""))


@dataclass(frozen=True)
class Answer:
    """What came back. `status` is 0 when nothing did; `asked` is False when we did not ask at all."""

    status: int = 0
    words: str = ""
    moved_to: str = ""
    asked: bool = True

    @property
    def works(self) -> bool:
        """Whether somebody would see a page. Some sites refuse machines (401, 403, 405, 429): that is no dead link."""
        return 200 <= self.status < 400 or self.status in (401, 403, 405, 406, 429, 451)


@dataclass(frozen=True)
class Standing:
    """What is known of a link."""

    state: LinkState
    failed_days: int = 0
    failed_on: date | None = None


def after(before: Standing, answer: Answer, today: date) -> Standing:
    """What is known after this answer. Several failures on one day count as one."""
    if not answer.asked:
        return Standing(LinkState.NOT_ASKED)
    if answer.works:
        return Standing(LinkState.MOVED if answer.moved_to else LinkState.WORKS)
    days = before.failed_days + (before.failed_on != today)
    return Standing(LinkState.DEAD if days >= DEAD_AFTER else LinkState.FAILING, days, today)
