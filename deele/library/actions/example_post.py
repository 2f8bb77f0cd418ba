"""Queues the mails of good examples, inside the transaction of what they speak of."""

from datetime import datetime
from typing import Any

from django.urls import reverse

from deele.audit.actions import reference
from deele.core.addresses import address
from deele.library.actions import example_links as links
from deele.library.emails import examples as emails
from deele.library.models import Example, ExampleMessage, FollowUp
from deele.mail.actions import outbox


def contact_link(example: Example, now: datetime) -> str:
    """Where the contact sees and ends it."""
    return address(reverse("library:example-contact", args=[links.for_contact(example, now)]))


def named(example: Example, *, now: datetime) -> None:
    """To the contact, each time one is written down."""
    draft = emails.named(example.title, contact_link(example, now))
    outbox.queue(
        purpose=emails.NAMED, to=example.contact_email, key=f"{example.pk}-{now:%Y%m%d%H%M%S%f}",
        about=reference(example), now=now, **draft._asdict(),
    )  # fmt: skip


def pass_on(message: ExampleMessage, *, now: datetime) -> None:
    """A question, and the note to whoever asked that it went."""
    example = message.example
    draft = emails.passed_on(example.title, message.name, message.email, message.text, contact_link(example, now))
    common: Any = {"key": message.token, "about": reference(example), "urgency": "now", "now": now}
    outbox.queue(purpose=emails.RELAY, to=example.contact_email, reply_to=message.email, **common, **draft._asdict())
    copy = emails.copy_of_question(example.title)
    outbox.queue(purpose=emails.RELAY_COPY, to=message.email, **common, **copy._asdict())


def ask(follow_up: FollowUp, *, now: datetime) -> None:
    """What has become of it? Once for each time it is asked."""
    example = follow_up.example
    link = address(reverse("library:follow-up", args=[links.for_follow_up(follow_up, now)]))
    draft = emails.follow_up(example.title, link)
    outbox.queue(
        purpose=emails.FOLLOW_UP, to=example.contact_email, key=str(follow_up.pk), about=reference(example), now=now,
        **draft._asdict(),
    )  # fmt: skip


def ended(example: Example, *, to: str, now: datetime) -> None:
    """To the one who was the contact, before the address is gone."""
    draft = emails.ended(example.title)
    outbox.queue(
        purpose=emails.ENDED, to=to, key=f"{example.pk}-{now:%Y%m%d%H%M%S%f}", about=reference(example), now=now,
        **draft._asdict(),
    )  # fmt: skip
