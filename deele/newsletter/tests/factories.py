"""Subscribers, wishes, returned mail and lists for tests."""

from datetime import UTC, datetime, timedelta
from io import BytesIO
from typing import Any

from deele.access.tests.factories import grant
from deele.accounts.models import MailLink, User
from deele.accounts.tests import factories as accounts
from deele.core import seals, spreadsheet
from deele.mail.models import OutgoingMail
from deele.newsletter.actions import subscribing
from deele.newsletter.actions.subscribing import Wanted
from deele.newsletter.enums import SubscriberState
from deele.newsletter.models import Subscriber
from deele.newsletter.readers.lists import HEADINGS
from deele.newsletter.rules import tokens
from deele.office.models import Area, Carrier
from deele.places.models import Place
from deele.privacy.rules import keyed

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
EMAIL = "abonnentin@example.org"


def area(key: str = "wohnen", name: str = "Neue Wohnformen") -> Area:
    """An area of work with its carrier; the same one when asked again."""
    carrier = Carrier.objects.get_or_create(name="Träger Muster")[0]
    return Area.objects.get_or_create(key=key, defaults={"name": name, "carrier": carrier})[0]


def district(key: str = "03361", name: str = "Verden") -> Place:
    """A district."""
    values = {"level": "district", "name": name, "sort_name": name.lower(), "display_name": f"Landkreis {name}"}
    return Place.objects.get_or_create(
        key=key, defaults={**values, "state_key": key[:2], "region_key": key[:3], "district_key": key}
    )[0]


def subscriber(email: str = EMAIL, *areas: Area, state: str = SubscriberState.ACTIVE, **fields: Any) -> Subscriber:
    """Somebody who gets these newsletters."""
    values = {"state": state, "confirmed_at": NOW, **fields}
    made = Subscriber.objects.create(email=email, fingerprint=keyed(email), **values)
    made.areas.set(areas or [area()])
    return made


def sign_up(email: str = EMAIL, *areas: Area, now: datetime = NOW, **wanted: Any) -> str:
    """Somebody signs up; returns the token of the mail."""
    made = subscribing.sign_up(email=email, wanted=Wanted(areas=list(areas or [area()]), **wanted), now=now)
    return token_of(OutgoingMail.objects.get(purpose="newsletter.confirm", key=str(made.pk)))


def token_of(mail: OutgoingMail) -> str:
    """The token in the link of an opt-in mail."""
    return mail.body.partition("/newsletter/bestaetigen/")[2].partition("/")[0]


def confirmed(email: str = EMAIL, *areas: Area, now: datetime = NOW, **wanted: Any) -> Subscriber:
    """Somebody who signed up five minutes ago and presses the button now, with their consents."""
    before = now - timedelta(minutes=5)
    made = subscribing.sign_up(email=email, wanted=Wanted(areas=list(areas or [area()]), **wanted), now=before)
    link = MailLink.objects.get(subject=f"newsletter.signup:{made.pk}")
    return subscribing.confirm(link=link, sign_up=made, now=now)


def colleague_of(area: Area) -> User:
    """An editor of one area of work only."""
    person = accounts.user(second_factor=True)
    grant(person, "redaktion", area=area)
    return person


def seal(monkeypatch: Any) -> str:
    """A seal old enough for a person."""
    monkeypatch.setattr(seals, "HUMAN_SECONDS", 0)
    return seals.sealed()


def a_list(*rows: tuple[str, ...], headings: tuple[str, ...] = HEADINGS) -> BytesIO:
    """A list as a CSV file."""
    return BytesIO(b"".join(spreadsheet.write_csv(headings, rows)))


def row(email: str, *, areas: str = "wohnen", day: str = "03.05.2021", way: str = "Papier", text: str = "Ja") -> tuple:
    """A row of a list with its proof."""
    return (email, "Abonnentin Muster", areas, day, way, text)


def unsubscribe_token(who: Subscriber, of: Area | None = None) -> str:
    """The token of a mail to this person."""
    return tokens.unsubscribe(who.handle, of.pk if of else tokens.EVERYTHING)


def returned(
    to: str,
    *,
    status: str = "5.1.1",
    action: str = "failed",
    shape: str = "postfix",
    token: str = "",
    words: str = "unknown user",
    original: str = "",
    message_id: str = "<1@deele.example>",
) -> bytes:
    """A delivery report (RFC 3464) as postfix, Exchange or Gmail writes it; `token` as in the mail it holds."""
    senders = {
        "postfix": "MAILER-DAEMON@mx.example.net (Mail Delivery System)",
        "exchange": "postmaster@exchange.example.net",
        "gmail": "Mail Delivery Subsystem <mailer-daemon@googlemail.example>",
    }
    subject = {
        "postfix": "Undelivered Mail Returned to Sender",
        "exchange": "Undeliverable: Newsletter",
        "gmail": "Delivery Status Notification (Failure)",
    }
    original_line = f"Original-Recipient: rfc822;{original}\n" if original else ""
    link = f"List-Unsubscribe: <https://deele.example/newsletter/abmelden/{token}/>\n" if token else ""
    part = "text/rfc822-headers" if shape == "gmail" else "message/rfc822"
    text = f"""Return-Path: <>
From: {senders[shape]}
To: newsletter@deele.example
Subject: {subject[shape]}
Date: Sun, 22 Nov 2026 12:00:00 +0100
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="=-grenze"

--=-grenze
Content-Type: text/plain; charset=utf-8

<{to}>: {words}

--=-grenze
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example.net
Arrival-Date: Sun, 22 Nov 2026 11:59:00 +0100

{original_line}Final-Recipient: rfc822;{to}
Action: {action}
Status: {status}
Diagnostic-Code: smtp;550 {status} {words}

--=-grenze
Content-Type: {part}

From: Deele <newsletter@deele.example>
To: {original or to}
Subject: Newsletter
{link}Message-ID: {message_id}

--=-grenze--
"""
    return text.replace("\n", "\r\n").encode()


def complaint(to: str, *, token: str = "") -> bytes:
    """A complaint in the format of RFC 5965."""
    link = f"List-Unsubscribe: <https://deele.example/newsletter/abmelden/{token}/>\n" if token else ""
    named = f"Original-Rcpt-To: {to}\n" if to else ""
    return f"""From: <fbl@provider.example>
To: newsletter@deele.example
Subject: complaint
MIME-Version: 1.0
Content-Type: multipart/report; report-type=feedback-report; boundary="arf"

--arf
Content-Type: text/plain

This is an email abuse report.
--arf
Content-Type: message/feedback-report

Feedback-Type: abuse
User-Agent: Provider/1.0
Version: 1
{named}
--arf
Content-Type: message/rfc822

From: Deele <newsletter@deele.example>
Subject: Newsletter
{link}
Text
--arf--
""".encode()
