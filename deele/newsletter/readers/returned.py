"""A message that came back, as plain rows: which address failed, how, and whether the mail in it was ours.

DSN (RFC 3464) and the older shapes of many servers are read by flufl.bounce; the status codes and complaints in
ARF (RFC 5965) are read here. Whatever cannot be read is no return; nothing raises.
"""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import Message
from email.utils import parseaddr

from flufl.bounce import all_failures

from deele.newsletter.enums import BounceKind
from deele.newsletter.rules import references, returns
from deele.newsletter.rules.references import CopyName

LARGEST = 512 * 1024  # beyond that only the beginning is read; reports stand there
FEEDBACK = "message/feedback-report"
TOKEN = re.compile(r"/newsletter/abmelden/([A-Za-z0-9._-]{20,200})/")
SOFT_BREAK = re.compile(r"=\r?\n|\r?\n[ \t]+")


@dataclass(frozen=True)
class Failure:
    """One address that failed. `code` is the status code, `words` what the server said; empty where it gave none.

    `is_final`: the server has given up, so this mail will not arrive. Also true of a full mailbox, which is no lasting
    fault of the address.
    """

    email: str
    kind: BounceKind
    code: str = ""
    words: str = ""
    is_final: bool = False


@dataclass(frozen=True)
class Returned:
    """What a message says. `tokens` (of unsubscribe links) and `copies` (named by message IDs) were found in it,
    unchecked; `mark` names the message."""

    mark: str
    failures: list[Failure] = field(default_factory=list)
    tokens: list[str] = field(default_factory=list)
    copies: list[CopyName] = field(default_factory=list)
    is_complaint: bool = False


def read(content: bytes) -> Returned:
    """Read a whole message. One without failures is none that matters: an answer, an absence note, a mail."""
    mark = hashlib.sha256(content).hexdigest()
    try:
        message = message_from_bytes(content[:LARGEST], policy=policy.compat32)
        if complaint := feedback(message):
            return Returned(mark, complaint, tokens_in(content), is_complaint=True)
        found = failures(message)
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError, AssertionError):
        return Returned(mark)
    return Returned(mark, found, tokens_in(content), copies_in(content)) if found else Returned(mark)


def failures(message: Message) -> list[Failure]:
    """Addresses that failed for now or for good, each once."""
    temporary, permanent = all_failures(message)
    said = {email: (code, words) for email, code, words in statuses(message)}
    found: dict[str, Failure] = {}
    for group, is_permanent in ((temporary, False), (permanent, True)):
        for raw in group:
            email = parseaddr(raw.decode("ascii", "replace"))[1].lower()
            code, words = said.get(email, ("", ""))
            kind = returns.kind_of(code, permanent=is_permanent) if is_permanent else BounceKind.SOFT
            if "@" in email:
                found[email] = Failure(email, kind, code, words, is_permanent)
    return [found[email] for email in sorted(found)]


def statuses(message: Message) -> Iterator[tuple[str, str, str]]:
    """(address, status code, words of the server) of every block of a delivery report; the words may be finer."""
    for part in message.walk():
        if part.get_content_type() != "message/delivery-status" or not part.is_multipart():
            continue
        for block in part.get_payload():
            words = " ".join(str(block.get("diagnostic-code", "")).rpartition(";")[2].split())
            code = finest(str(block.get("status", "")), words)
            for header in ("original-recipient", "final-recipient"):
                address = str(block.get(header, "")).rpartition(";")[2].strip(" <>\t")
                if "@" in address:
                    yield address.lower(), code, words


def finest(status: str, diagnostic: str) -> str:
    """The status code; where it only says “failed” (5.0.0), the one in the words of the server."""
    plain = returns.STATUS.search(status)
    if plain and plain[0].endswith(".0.0") and (better := returns.STATUS.search(diagnostic)):
        return better[0]
    return plain[0] if plain else ""


def feedback(message: Message) -> list[Failure]:
    """The addresses of a complaint; one without an address where the report holds it back."""
    if message.get_content_type() != "multipart/report" or "feedback" not in str(message.get_param("report-type")):
        return []
    text = "\n".join(words_of(part) for part in message.walk() if part.get_content_type() == FEEDBACK)
    found = re.findall(r"(?im)^original-rcpt-to:\s*<?([^\s<>]+@[^\s<>]+)>?", text)
    emails = sorted({address.lower() for address in found}) or [""]
    return [Failure(email, BounceKind.COMPLAINT) for email in emails]


def words_of(part: Message) -> str:
    """The lines of a part, which the email package may take for a message in the message."""
    inner = part.get_payload()
    return "\n".join(one.as_string() for one in inner) if isinstance(inner, list) else str(inner)


def tokens_in(content: bytes) -> list[str]:
    """Unsubscribe tokens in the message, folded lines joined. Who signed them is for the caller to check."""
    return list(dict.fromkeys(TOKEN.findall(unfolded(content))))[:20]


def copies_in(content: bytes) -> list[CopyName]:
    """The copies of issues that message IDs in it name."""
    return references.named_in(unfolded(content))


def unfolded(content: bytes) -> str:
    """The beginning of a message as text, folded lines joined."""
    return SOFT_BREAK.sub("", content[:LARGEST].decode("latin-1"))
