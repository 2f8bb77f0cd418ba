"""Django's mail door: everything the framework, allauth and Wagtail send becomes a row of the outbox."""

import uuid
from collections.abc import Sequence

from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction
from django.utils import timezone

from deele.core.errors import Refusal
from deele.mail import emails
from deele.mail.actions import outbox
from deele.mail.enums import FRAMEWORK, Draft, Urgency
from deele.mail.models import OutgoingMail
from deele.mail.rules import headers as head


class AttachmentNotKept(ValueError):
    """The outbox keeps texts only; a message with a file would lose it silently."""


class OutboxBackend(BaseEmailBackend):
    """Stores messages as rows; a person usually waits for them, so they go first."""

    @transaction.atomic
    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        """One row per recipient. Raises BadAddress or AttachmentNotKept unless `fail_silently`."""
        stored = 0
        for message in email_messages:
            try:
                stored += bool([self._store(message, to) for to in message.recipients()])
            except (ValueError, Refusal):
                if not self.fail_silently:
                    raise
        return stored

    def _store(self, message: EmailMessage, to: str) -> OutgoingMail:
        if message.attachments:
            raise AttachmentNotKept(message.subject)
        subject = head.clean_subject(str(message.subject))
        rendered = emails.render(Draft(subject, str(message.body)))
        return outbox.store(
            OutgoingMail(
                purpose=FRAMEWORK,
                key=uuid.uuid4().hex,
                to=head.clean_address(head.bare(to)),
                subject=subject,
                body=rendered.text,
                html=rendered.html,
                reply_to=head.clean_address(head.bare(message.reply_to[0])) if message.reply_to else "",
                urgency=Urgency.NOW,
                next_at=timezone.now(),
            )
        )
