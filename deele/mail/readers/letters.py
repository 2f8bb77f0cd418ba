"""A mail as plain values: who says they wrote it, what it says, which files it brings. Nothing in it is believed.

No header proves a sender, not even Authentication-Results, which anybody can write. Calendars are never opened.
"""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import EmailMessage
from email.utils import parseaddr

from deele.mail.readers import letter_text
from deele.mail.rules import codes

MOST_PARTS = 200
MOST_LINES_LIKE_BORDERS = 5_000
MOST_NESTED = 30
LONGEST_HEAD = 128 * 1024  # bytes of all headers before the text
MOST_FILES = 20
LONGEST_SUBJECT = 250
CODE = re.compile(r"\[([2-9A-Za-z]{5})\]")
PLUS_CODE = re.compile(r"\+([2-9A-Za-z]{5})@")
MESSAGE_ID = re.compile(r"<[^<>\s]{3,190}>")
MACHINES = ("bulk", "junk", "auto_reply", "list")


class TooKnotted(ValueError):
    """So many parts, or so deeply nested, that it is no letter of a person."""


@dataclass(frozen=True)
class Enclosed:
    """A file in a mail; `content` is None where it was not even unpacked."""

    name: str
    media_type: str
    content: bytes | None


@dataclass(frozen=True)
class Letter:
    """A mail. `sender` is what it claims; `original` is who wrote what was forwarded, as far as that is said.

    `is_automatic`: a machine wrote it. `is_many`: it went to a list or came back in a loop, so it speaks to nobody.
    `wants_no_answer`: a person may have written it, but no machine may answer it.
    """

    mark: str
    sender: str = ""
    sender_name: str = ""
    to: tuple[str, ...] = ()
    subject: str = ""
    text: str = ""
    answers_to: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    original: str = ""
    original_name: str = ""
    files: tuple[Enclosed, ...] = ()
    is_automatic: bool = False
    is_many: bool = False
    wants_no_answer: bool = False


def read(content: bytes) -> Letter:
    """Read a whole mail. Raises TooKnotted for bombs and for what no program can read."""
    check_shape(content)
    try:
        message = parsed(content)
        leaves = list(parts(message))
        text, original, files = body(leaves)
        return envelope(message, mark_of(message, content), text=text, original=original, files=files)
    except TooKnotted:
        raise
    except (MessageError, RecursionError, LookupError, ValueError, TypeError, AttributeError) as error:
        raise TooKnotted(str(error)) from error  # the parser of Python stumbles over some headers in many ways


def read_head(content: bytes) -> Letter:
    """Read the headers alone, of a mail that is too large or too knotted to read. What can't be read stays empty."""
    head = re.split(rb"\r?\n\r?\n", content, maxsplit=1)[0][:LONGEST_HEAD]
    try:
        message = parsed(head + b"\r\n\r\n")
        return envelope(message, mark_of(message, content))
    except (MessageError, RecursionError, LookupError, ValueError, TypeError, AttributeError):
        return Letter(mark=hashlib.sha256(content).hexdigest(), is_automatic=True)


def check_shape(content: bytes) -> None:
    """Count before anything is unpacked. Raises TooKnotted."""
    low = content.lower()
    knots = (
        low.count(b"\ncontent-type:") > MOST_PARTS,
        content.count(b"\n--") > MOST_LINES_LIKE_BORDERS,
        low.count(b"boundary=") > MOST_NESTED,
        low.count(b"message/rfc822") > MOST_NESTED,
        len(re.split(rb"\r?\n\r?\n", content, maxsplit=1)[0]) > LONGEST_HEAD,
    )
    if any(knots):
        raise TooKnotted


def parsed(content: bytes) -> EmailMessage:
    """The mail as Python reads it."""
    return message_from_bytes(content, _class=EmailMessage, policy=policy.default)  # type: ignore[arg-type]


def parts(message: EmailMessage) -> Iterator[EmailMessage]:
    """The leaves in order; a forwarded mail is a leaf. Raises TooKnotted."""
    waiting, seen = [message], 0
    while waiting:
        part = waiting.pop()
        seen += 1
        if seen > MOST_PARTS:
            raise TooKnotted
        inner = part.get_payload() if part.get_content_maintype() == "multipart" else None
        if isinstance(inner, list):
            waiting.extend(reversed(inner))  # type: ignore[arg-type]
        else:
            yield part


Body = tuple[str, tuple[str, str], tuple[Enclosed, ...]]


def body(leaves: list[EmailMessage]) -> Body:
    """The text, who wrote what was forwarded (name, address), and the files."""
    plain, html, original, files = "", "", ("", ""), []
    inner = ""
    for leaf in leaves:
        kind, is_file = leaf.get_content_type(), bool(leaf.get_filename()) or leaf.is_attachment()
        if kind == "message/rfc822":
            original, inner = forwarded(leaf)
        elif kind == "text/plain" and not is_file and not plain:
            plain = letter_text.decoded(leaf)
        elif kind == "text/html" and not is_file and not html:
            html = letter_text.from_html(letter_text.decoded(leaf))
        elif is_file or not kind.startswith(("text/", "multipart/")) or kind == "text/calendar":
            files.append(enclosed(leaf, len(files)))
    text = "\n\n".join(filter(None, [plain or html, inner]))
    name, address = original if original[1] else letter_text.forwarded_from(text)
    return letter_text.tidy(text), (name, address), tuple(files)


def forwarded(leaf: EmailMessage) -> tuple[tuple[str, str], str]:
    """Who wrote a mail that was attached, and its text."""
    payload = leaf.get_payload()
    inner = payload[0] if isinstance(payload, list) and payload else None
    if not isinstance(inner, EmailMessage):
        return ("", ""), ""
    texts = [letter_text.decoded(part) for part in parts(inner) if part.get_content_type() == "text/plain"]
    return parseaddr(str(inner.get("From", ""))), "\n\n".join(texts)


def enclosed(leaf: EmailMessage, number: int) -> Enclosed:
    """A file; beyond the limit of their number they are named, not unpacked."""
    name = letter_text.one_line(leaf.get_filename() or "", 180) or leaf.get_content_type()
    content = leaf.get_payload(decode=True) if number < MOST_FILES else None
    return Enclosed(name, leaf.get_content_type(), content if isinstance(content, bytes) else None)


def envelope(
    message: EmailMessage,
    mark: str,
    *,
    text: str = "",
    original: tuple[str, str] = ("", ""),
    files: tuple[Enclosed, ...] = (),
) -> Letter:
    """What the headers say."""
    name, sender = parseaddr(header(message, "From"))
    to = " ".join(header(message, key) for key in ("Delivered-To", "X-Original-To", "To", "Cc"))
    subject = letter_text.one_line(header(message, "Subject"), LONGEST_SUBJECT)
    threads = f"{header(message, 'In-Reply-To')} {header(message, 'References')}"
    found = [*CODE.findall(subject), *PLUS_CODE.findall(to)]
    return Letter(
        mark=mark,
        sender=sender.lower(),
        sender_name=letter_text.one_line(name, 160),
        to=tuple(address.lower() for address in re.findall(r"[^\s<>,;\"]+@[^\s<>,;\"]+", to)),
        subject=subject,
        text=text,
        answers_to=tuple(MESSAGE_ID.findall(threads)[-20:]),
        codes=tuple(dict.fromkeys(filter(None, (codes.tidy_code(code) for code in found)))),
        original=original[1].lower(),
        original_name=letter_text.one_line(original[0], 160),
        files=files,
        is_automatic=is_automatic(message),
        is_many=is_many(message),
        wants_no_answer=wants_no_answer(message),
    )


def header(message: EmailMessage, name: str) -> str:
    """A header as text on one line, empty where it is missing or can't be read."""
    return letter_text.one_line(str(message.get(name, "") or ""), 20_000)


def is_automatic(message: EmailMessage) -> bool:
    """Whether a machine wrote it (RFC 3834, and what older machines say)."""
    submitted = header(message, "Auto-Submitted").lower()
    return bool(
        (submitted and not submitted.startswith("no"))
        or header(message, "Precedence").lower() == "auto_reply"
        or header(message, "X-Autoreply")
        or header(message, "X-Autorespond")
        or header(message, "Return-Path") == "<>"
        or message.get_content_type() == "multipart/report"
    )


def is_many(message: EmailMessage) -> bool:
    """Whether it went out to a list, or has been round before."""
    return bool(
        header(message, "Precedence").lower() in MACHINES
        or header(message, "List-Id")
        or header(message, "List-Unsubscribe")
        or header(message, "X-Loop")
    )


def wants_no_answer(message: EmailMessage) -> bool:
    """Whether no machine may answer it: lists, bulk mail, and those that say so."""
    return bool(is_automatic(message) or is_many(message) or header(message, "X-Auto-Response-Suppress"))


def mark_of(message: EmailMessage, content: bytes) -> str:
    """A fingerprint by which a mail is known again: of its Message-ID with sender and day, else of all its bytes."""
    identity = header(message, "Message-ID")
    if not identity:
        return hashlib.sha256(content).hexdigest()
    whole = "\n".join([identity, header(message, "From"), header(message, "Date"), header(message, "Subject")])
    return hashlib.sha256(whole.encode("utf-8", "replace")).hexdigest()
