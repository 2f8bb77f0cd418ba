"""Taking a message to the office."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from deele.audit import actions as audit
from deele.core.errors import Refusal
from deele.mail.actions import outbox
from deele.mail.models import OutgoingMail
from deele.office import queries as office
from deele.website import emails, enums


class NoOffice(Refusal):
    """There is nobody to write to yet."""

    code = "no-office"


@transaction.atomic
def send(*, topic: str, name: str, email: str, text: str, form: str, now: datetime) -> OutgoingMail:
    """Queue the message for the office. `form` is the name of the form's seal: sent twice it is one message.

    Raises NoOffice, and what outbox.queue raises.
    """
    here = office.the_office()
    if here is None:
        raise NoOffice(_("This office has no address yet, so no message can be taken. Please try again later."))
    if known := OutgoingMail.objects.filter(purpose=emails.MESSAGE, key=form).first():
        return known
    draft = emails.message(topic, name, email, text)
    mail = outbox.queue(
        purpose=emails.MESSAGE,
        to=here.email,
        subject=draft.subject,
        body=draft.body,
        key=form,
        reply_to=email,
        about=audit.reference(here),
        now=now,
    )
    audit.record(enums.WRITTEN, by=None, about=here, now=now, data={"topic": topic}, actor_name=_("A visitor"))
    return mail
