"""Whom one may ask about an example: agreed by consent, reached by relay, ended by a link."""

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from deele.audit import actions as audit
from deele.core import versions
from deele.core.errors import Refusal
from deele.library.actions import example_links as links
from deele.library.actions import example_post as post
from deele.library.enums import examples as enums
from deele.library.models import Example, ExampleMessage
from deele.privacy.actions import consents
from deele.privacy.rules import BadAddress

FIELDS = ["contact_name", "contact_email", "contact_since", "contact_ended_on", "updated_at"]


class NobodyToAsk(Refusal):
    """Nobody agreed to be asked, or they ended it."""

    code = "nobody"


class BadContact(Refusal):
    """The address cannot be written to."""

    code = "bad-contact"


@transaction.atomic
def name(*, example: Example, person: str, email: str, agreed_on: date, by: Any, now: datetime) -> None:
    """Write down who agreed to be asked, and tell them. `example` carries the token of the page.

    An earlier contact is ended first. Raises core.versions.Conflict, BadContact.
    """
    versions.claim(example)
    if example.contact_email and example.contact_email.lower() != email.lower():
        let_go(example, now)
    example.contact_name, example.contact_email = person, email
    example.contact_since, example.contact_ended_on = agreed_on, None
    example.save(update_fields=FIELDS)
    try:
        consents.give(
            email=email, purpose=enums.CONTACT_CONSENT, text_version=enums.CONTACT_TEXT,
            source=_("told to the office on %(day)s") % {"day": f"{agreed_on:%d.%m.%Y}"}, now=now, by=by,
        )  # fmt: skip
    except BadAddress as error:
        raise BadContact(_("This address can't be written to. Please check it.")) from error
    audit.record(enums.CONTACT_SET, by=by, about=example, now=now)
    post.named(example, now=now)


@transaction.atomic
def end(*, example: Example, by: Any, now: datetime) -> None:
    """Nobody can ask about it any more; name and address are deleted. A second click changes nothing.

    `by` is None when the person did it by the link.
    """
    locked = Example.objects.select_for_update().get(pk=example.pk)
    if not locked.contact_email:
        return
    to = locked.contact_email
    let_go(locked, now)
    locked.version += 1
    locked.save(update_fields=[*FIELDS, "version"])
    audit.record(
        enums.CONTACT_ENDED, by=by, about=locked, now=now, actor_name="" if by else _("the contact of the example")
    )
    post.ended(locked, to=to, now=now)


def let_go(example: Example, now: datetime) -> None:
    """Forget the person: address, links, and the consent when no other example rests on it."""
    others = Example.objects.filter(contact_email__iexact=example.contact_email).exclude(pk=example.pk)
    if not others.exists():
        consents.withdraw(email=example.contact_email, purpose=enums.CONTACT_CONSENT, now=now)
    links.forget(example)
    example.contact_name = example.contact_email = ""
    example.contact_since, example.contact_ended_on = None, timezone.localdate(now)


@transaction.atomic
def pass_on(*, example: Example, name: str, email: str, text: str, token: str, now: datetime) -> ExampleMessage:
    """Pass a question on to the contact; the same form sent twice is one question. Raises NobodyToAsk."""
    locked = Example.objects.select_for_update().get(pk=example.pk)
    if not (locked.is_public and locked.can_be_asked):
        raise NobodyToAsk(
            _("Nobody can be asked about this example any more, so your question was not sent. Please ask the office.")
        )
    made, is_new = ExampleMessage.objects.get_or_create(
        token=token, defaults={"example": locked, "sent_at": now, "name": name, "email": email, "text": text}
    )
    if is_new:
        audit.record(enums.MESSAGE_PASSED, by=None, about=locked, now=now, actor_name=_("a reader"))
        post.pass_on(made, now=now)
    return made
