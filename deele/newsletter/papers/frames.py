"""The finished message of an issue: head, text and HTML with open personal places, and filling them."""

import secrets
import time
from datetime import UTC, datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, parseaddr
from functools import lru_cache
from typing import Protocol

from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from deele.mail.rules import headers as head
from deele.newsletter.models import Issue, Snapshot
from deele.newsletter.papers.layout import Laid, lay_out
from deele.newsletter.queries import links
from deele.newsletter.rules import frames, references, tokens
from deele.newsletter.rules.frames import Frame, place
from deele.newsletter.rules.parts import Part
from deele.office import queries as office_queries

FALLBACK = "de"


def snapshot(issue: Issue, parts: list[Part], language: str) -> Snapshot:
    """The message in one language, not yet stored."""
    mark = secrets.token_hex(12)
    laid = lay_out(
        issue, parts, language=language, leave_url=place(mark, "leave"), settings_url=place(mark, "settings")
    )
    return Snapshot(issue=issue, language=language, mark=mark, content=message(issue, laid, mark, language))


def message(issue: Issue, laid: Laid, mark: str, language: str) -> bytes:
    """Head and both parts as bytes, lines with CRLF, dots doubled."""
    boundary = f"=_{secrets.token_hex(12)}"
    lines = [
        *fixed_head(issue, language),
        f"To: {place(mark, 'to')}".encode(),
        f"Message-ID: {place(mark, 'id')}".encode(),
        f"Date: {place(mark, 'date')}".encode(),
        f"List-Unsubscribe: <{place(mark, 'leave')}>{by_mail()}".encode(),
        b"List-Unsubscribe-Post: List-Unsubscribe=One-Click",
        b"MIME-Version: 1.0",
        f'Content-Type: multipart/alternative; boundary="{boundary}"'.encode(),
        b"",
    ]
    parts = b"".join(
        f'--{boundary}\r\nContent-Type: text/{kind}; charset="utf-8"\r\n'
        f"Content-Transfer-Encoding: quoted-printable\r\n\r\n".encode()
        + frames.body(mark, content)
        + b"\r\n"
        for kind, content in (("plain", laid.text), ("html", laid.html))
    )
    return frames.head(lines) + parts + f"--{boundary}--\r\n".encode()


def fixed_head(issue: Issue, language: str) -> list[bytes]:
    """The lines that are the same for all. Built by the email package, which encodes and refuses line breaks."""
    office = office_queries.the_office()
    host = host_of(settings.DEFAULT_FROM_EMAIL)
    head_of = EmailMessage(policy=SMTP.clone(cte_type="7bit"))
    address = spoken(parseaddr(settings.DEFAULT_FROM_EMAIL)[1])
    head_of["From"] = str(
        Address(display_name=head.clean_subject(office.name if office else issue.area.name), addr_spec=address)
    )
    head_of["Subject"] = head.clean_subject(issue.subject)
    if office and office.email:
        head_of["Reply-To"] = spoken(office.email)
    head_of["List-Id"] = f"<{issue.area.key}.newsletter.{host}>"
    head_of["Precedence"] = "bulk"
    head_of["Auto-Submitted"] = "auto-generated"
    head_of["Content-Language"] = language
    return head_of.as_bytes().rstrip(b"\r\n").split(b"\r\n")


def by_mail() -> str:
    """The second way to unsubscribe: a mail to the office."""
    office = office_queries.the_office()
    return f",\r\n <mailto:{spoken(office.email)}?subject=abmelden>" if office and office.email else ""


def spoken(address: str) -> str:
    """The address with its domain in the form mail servers speak (xn--…)."""
    name, at, domain = address.rpartition("@")
    return f"{name}{at}{domain.encode('idna').decode()}" if not domain.isascii() else address


def host_of(address: str) -> str:
    """The domain of an address."""
    return spoken(parseaddr(address)[1]).rpartition("@")[2] or "localhost"


@lru_cache(maxsize=16)
def _frame(pk: int, language: str) -> Frame:
    found = {one.language: one for one in Snapshot.objects.filter(issue=pk)}
    chosen = found.get(language) or found.get(FALLBACK) or next(iter(found.values()))
    return Frame(chosen.mark, bytes(chosen.content))


def forget() -> None:
    """Let a changed message be read anew: an issue can be taken back and released again."""
    _frame.cache_clear()


@lru_cache(maxsize=16)
def _urls(base: str, host: str) -> tuple[str, str]:
    """The addresses of unsubscription and settings up to their tokens; finding them anew costs more than a copy."""
    del base, host  # they only say when the addresses have to be found anew
    leave, settings_ = reverse("newsletter:unsubscribe", args=["x"]), reverse("newsletter:preferences", args=["x"])
    return links.whole(leave.removesuffix("x/")), links.whole(settings_.removesuffix("x/"))


@lru_cache(maxsize=4)
def _date(second: int) -> str:
    return format_datetime(timezone.localtime(datetime.fromtimestamp(second, UTC)))


@lru_cache(maxsize=4)
def _host(sender: str) -> str:
    return host_of(sender)


class Recipient(Protocol):
    """What a message needs of a row of the ledger."""

    @property
    def pk(self) -> int: ...
    @property
    def email(self) -> str: ...
    @property
    def handle(self) -> str: ...
    @property
    def language(self) -> str: ...


def fill(issue: Issue, row: Recipient) -> bytes:
    """The message for one recipient."""
    host = _host(settings.DEFAULT_FROM_EMAIL)
    leave, preferences = _urls(settings.DEELE_URL, host)
    return _frame(issue.pk, row.language).fill(
        {
            "to": spoken(row.email),
            "id": references.message_id(issue.pk, row.handle, row.pk, host),
            "date": _date(int(time.time())),
            "leave": f"{leave}{tokens.unsubscribe(row.handle, issue.area_id)}/",
            "settings": f"{preferences}{tokens.preferences(row.handle)}/",
        }
    )
