"""Putting messages into the outbox, and what people do with them there."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from deele.audit.actions import record
from deele.core.errors import Refusal
from deele.mail import emails, enums, queries
from deele.mail.enums import Draft, File, State, Urgency
from deele.mail.models import Attachment, OutgoingMail
from deele.mail.rules import headers as head
from deele.office import queries as office_queries


class NotPossible(Refusal):
    """The message has moved on."""

    code = "mail-moved-on"

    def __init__(self) -> None:
        super().__init__(
            str(_("This is no longer possible, because the message has moved on. The page now shows where it stands."))
        )


@transaction.atomic
def queue(  # noqa: PLR0913  the one door of the house for mail; every part of a message has its name here
    *,
    purpose: str,
    to: str,
    subject: str,
    body: str,
    key: str,
    urgency: str = "normal",
    reply_to: str = "",
    about: str = "",
    headers: Mapping[str, str] | None = None,
    files: Sequence[File] = (),
    now: datetime | None = None,
) -> OutgoingMail:
    """Store a message; it leaves when the surrounding transaction has been committed.

    `body` is the small Markdown of `rules.markup`, in the language that is active. A second call with the
    same purpose, key and address returns the first row and changes nothing. Raises BadAddress (a Refusal),
    and BadHeader for a fault of the program.
    """
    to = head.clean_address(to)
    draft = Draft(head.clean_subject(subject), body)
    office = office_queries.the_office()
    rendered = emails.render(draft, office)
    return store(
        OutgoingMail(
            purpose=purpose,
            key=key,
            to=to,
            subject=draft.subject,
            body=rendered.text,
            html=rendered.html,
            reply_to=head.clean_address(reply_to) if reply_to else emails.answers_to(office),
            about=about,
            headers=head.clean_headers(headers),
            urgency=Urgency[urgency.upper()],
            next_at=now or timezone.now(),
        ),
        files,
    )


def store(mail: OutgoingMail, files: Sequence[File] = ()) -> OutgoingMail:
    """Write a finished message, held back while the outbox is muted. Returns the first of two alike.

    Two at once meet at the unique constraint, so the second waits for the first and then finds it.
    """
    mail.message_id = emails.new_message_id()
    mail.state = State.MUTED if queries.is_muted() else State.QUEUED
    try:
        with transaction.atomic():
            mail.save(force_insert=True)
    except IntegrityError:
        first = OutgoingMail.objects.filter(purpose=mail.purpose, key=mail.key, to=mail.to).first()
        if first is None:
            raise
        return first
    if files:
        Attachment.objects.bulk_create(attachment(mail, file) for file in files)
    return mail


def attachment(mail: OutgoingMail, file: File) -> Attachment:
    """A file beside a message; not saved."""
    name = head.clean_subject(file.name, 120)
    return Attachment(mail=mail, name=name, media_type=file.media_type, content=file.content)


@transaction.atomic
def send_again(*, mail: OutgoingMail, by: AbstractBaseUser | None, now: datetime) -> None:
    """Queue a failed or doubtful message once more, by a person's decision. Raises NotPossible.

    The old token is taken away, so a worker that comes back late can't say anything about the new try.
    """
    ended = OutgoingMail.objects.filter(pk=mail.pk, state__in=[State.FAILED, State.DOUBTFUL], body_erased_at=None)
    state = State.MUTED if queries.state().muted else State.QUEUED
    if not ended.update(state=state, next_at=now, attempts=0, lease_token="", lease_until=None, updated_at=now):
        raise NotPossible
    record(enums.AGAIN, by=by, about=mail, now=now)


@transaction.atomic
def cancel(*, mail: OutgoingMail, by: AbstractBaseUser | None, now: datetime) -> None:
    """Keep a waiting or held message from leaving. Raises NotPossible when a worker already has it."""
    waiting = OutgoingMail.objects.filter(pk=mail.pk, state__in=[State.QUEUED, State.MUTED])
    if not waiting.update(state=State.CANCELLED, updated_at=now):
        raise NotPossible
    record(enums.CANCELLED, by=by, about=mail, now=now)


def look(*, mail: OutgoingMail, by: AbstractBaseUser, now: datetime) -> None:
    """Note that somebody read the text of a message."""
    record(enums.LOOKED, by=by, about=mail, now=now)


def erase_bodies(*, before: datetime, now: datetime, limit: int = 500) -> int:
    """Empty text and subject of messages at an end since before that instant; returns how many.

    The row stays, so that nothing is sent twice under its key; the retention run deletes it later.
    """
    picked = list(OutgoingMail.objects.to_erase(before).order_by("pk").values_list("pk", flat=True)[:limit])
    Attachment.objects.filter(mail__in=picked).delete()
    return OutgoingMail.objects.filter(pk__in=picked).update(
        body="", html="", subject="", headers={}, last_answer="", body_erased_at=now, updated_at=now
    )
