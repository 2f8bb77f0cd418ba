"""Asking to join: the public form, the proof of the address, what comes of it."""

from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from deele.accounts.actions import mail_links
from deele.accounts.models import MailLink
from deele.alliance.actions import people, post, signing_in
from deele.alliance.emails import belonging as emails
from deele.alliance.enums import Basis, State, events
from deele.alliance.models import JoinRequest, Membership, ProfileDraft
from deele.audit import actions as audit
from deele.audit.actions import reference
from deele.core.addresses import address
from deele.mail.actions import outbox

PROVE = "alliance.join"
VALID = timedelta(days=14)
OF_MEMBER = ("name", "kind", "level", "place", "website")


@transaction.atomic
def ask(*, values: dict[str, Any], form: str, now: datetime) -> JoinRequest:
    """Take a wish in; it counts once its address is proven. The same form sent twice is one wish and one mail."""
    wish, fresh = JoinRequest.objects.get_or_create(form_token=form, defaults={**values, "made_at": now})
    if fresh:
        token = mail_links.issue(
            purpose=PROVE, subject=reference(wish), email=wish.contact_email, valid_for=VALID, now=now
        )
        draft = emails.confirm_wish(wish.contact_name, wish.name, address(reverse("alliance:join-prove", args=[token])))
        outbox.queue(
            purpose=emails.CONFIRM, to=wish.contact_email, key=str(wish.pk), about=reference(wish), urgency="now",
            now=now, **draft._asdict(),
        )  # fmt: skip
    return wish


def wish_of(link: MailLink) -> JoinRequest | None:
    """The wish a link proves, while it is kept."""
    number = link.subject.rpartition(":")[2]
    return JoinRequest.objects.filter(pk=number).first() if number.isdigit() else None


@transaction.atomic
def prove(*, link: MailLink, wish: JoinRequest, now: datetime) -> Membership:
    """The address is right: an enquiry for the office, a person who acts for it, a draft of a profile.

    Raises accounts.queries.LinkUsed for the second of two clicks.
    """
    mail_links.redeem(link=link, now=now)
    made = Membership.objects.create(
        **{name: getattr(wish, name) for name in OF_MEMBER},
        basis=Basis.JOINED, state=State.ENQUIRY, state_since=now, source=_("Told by the member"), as_of=now.date(),
    )  # fmt: skip
    person = people.add(
        membership=made, name=wish.contact_name, email=wish.contact_email, task=wish.contact_task, by=None, now=now,
        invite=False,
    )  # fmt: skip
    if wish.portrait or wish.contributes:
        ProfileDraft.objects.create(
            membership=made, portrait=wish.portrait, contributes=wish.contributes, written_by=wish.contact_name
        )
    wish.proven_at, wish.membership = now, made
    wish.save(update_fields=["proven_at", "membership", "updated_at"])
    audit.record(events.ASKED, by=None, about=made, now=now, actor_name=_(people.PERSON))
    token = signing_in.token(delegate=person, now=now)
    link_to = address(reverse("alliance:redeem", args=[token]))
    post.send(person, emails.ARRIVED, emails.wish_arrived(person.name, made.name, link_to), now=now, key="arrived")
    return made
