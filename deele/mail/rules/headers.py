"""What may stand in the head of a message."""

import re
from collections.abc import Mapping
from email.utils import parseaddr

from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator
from django.utils.translation import gettext as _

from deele.core.errors import Refusal

NAME = re.compile(r"[A-Za-z][A-Za-z0-9-]{1,60}")
OURS = {
    *("from", "to", "cc", "bcc", "subject", "date", "sender", "reply-to", "message-id", "auto-submitted"),
    *("mime-version", "content-type", "content-transfer-encoding", "return-path", "received"),
    *("resent-to", "resent-from", "resent-cc", "resent-bcc"),
}
is_address = EmailValidator(allowlist=["localhost"])


class BadAddress(Refusal):
    """A mail address nobody can write to."""

    code = "address"

    def __init__(self, value: str) -> None:
        super().__init__(
            _("“%(address)s” is not a mail address. Please check it, e.g. name@example.org.") % {"address": value[:100]}
        )


class BadHeader(ValueError):
    """A header that would let a text slip into the head of the message; a fault of the program."""


def clean_address(value: str) -> str:
    """The bare address in the form it is kept. Raises BadAddress."""
    value = value.strip()
    try:
        is_address(value)
    except ValidationError as error:
        raise BadAddress(value) from error
    name, _at, domain = value.rpartition("@")
    if not name.isascii():  # the validator lets letters through that only look like ASCII; mail servers do not
        raise BadAddress(value)
    return f"{name}@{domain.lower()}"


def bare(value: str) -> str:
    """The address in "Name <address>"."""
    return parseaddr(value)[1] or value


def clean_subject(value: str, limit: int = 250) -> str:
    """One line without control characters, cut at the limit."""
    line = " ".join("".join(sign if sign.isprintable() else " " for sign in value).split())
    return line if len(line) <= limit else line[: limit - 1] + "…"


def clean_headers(headers: Mapping[str, str] | None) -> dict[str, str]:
    """Further headers. Raises BadHeader for line breaks, odd names and the headers the house sets itself."""
    clean = {}
    for name, value in (headers or {}).items():
        if not NAME.fullmatch(name) or name.lower() in OURS:
            raise BadHeader(name)
        if not str(value).isprintable():
            raise BadHeader(f"{name}: {value!r}")
        clean[name] = str(value)
    return clean
