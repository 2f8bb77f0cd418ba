"""Signing up with a double opt-in: a wish, a mail, a button, a subscription."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from deele.accounts.actions import mail_links
from deele.accounts.models import MailLink
from deele.audit import actions as audit
from deele.core.errors import Refusal
from deele.mail.actions import outbox
from deele.newsletter import emails, enums
from deele.newsletter.actions import consenting
from deele.newsletter.enums import Origin, SubscriberState
from deele.newsletter.models import SignUp, Subscriber
from deele.newsletter.queries import links
from deele.newsletter.rules import consent, terms
from deele.office.models import Area
from deele.places.models import Place
from deele.privacy import rules as privacy

CONFIRM = "newsletter.confirm"  # purpose of the mail link
THE_PERSON = gettext_noop("The person")


class NothingWanted(Refusal):
    """No newsletter was chosen."""

    code = "nothing"


class TooMany(Refusal):
    """More sign-ups than an office of this size ever has: somebody fills the form by machine."""

    code = "flood"


@dataclass(frozen=True)
class Wanted:
    """What somebody wants to read about."""

    areas: list[Area]
    regions: list[Place] = field(default_factory=list)
    topics: list[str] = field(default_factory=list)
    target_group: str = ""
    digest: bool = False
    name: str = ""
    language: str = "de"

    def plain(self) -> dict[str, Any]:
        """The fields without the relations."""
        names = ("topics", "target_group", "digest", "name", "language")
        return {name: getattr(self, name) for name in names}


@transaction.atomic
def sign_up(
    *,
    email: str,
    wanted: Wanted,
    now: datetime,
    ip_mark: str = "",
    source: str = Origin.FORM,
    text_version: str = consent.CURRENT,
) -> SignUp | None:
    """Keep the wish and send the mail with the button. Nothing is subscribed yet.

    Returns None when a mail to this address left a moment ago; the page says the same in either case. Raises
    privacy.rules.BadAddress, mail.rules.headers.BadAddress, NothingWanted, TooMany.
    """
    if not (wanted.areas or wanted.digest):
        raise NothingWanted(_("Please choose at least one newsletter."))
    if source == Origin.FORM:
        refuse_floods(now)
    email = privacy.address(email)
    fingerprint = privacy.keyed(email)
    defaults = {"fingerprint": fingerprint, "source": source, "language": wanted.language}
    Subscriber.objects.get_or_create(email=email, defaults=defaults)
    subscriber = Subscriber.objects.select_for_update().get(email=email)
    if not may_be_asked(subscriber, now):
        return None
    sign_up = SignUp.objects.create(
        subscriber=subscriber,
        asked_at=now,
        text_version=text_version,
        source=source,
        ip_mark=ip_mark,
        **wanted.plain(),
    )
    sign_up.areas.set(wanted.areas)
    sign_up.regions.set(wanted.regions)
    ask(sign_up, now=now)
    return sign_up


def refuse_floods(now: datetime) -> None:
    """Many machines that fill the form for many strangers look like this, whatever their addresses."""
    lately = SignUp.objects.filter(source=Origin.FORM, asked_at__gt=now - timedelta(hours=1))
    if lately.count() >= terms.SIGN_UPS_AN_HOUR:
        raise TooMany(_("Very many people sign up at this moment. Please try again in an hour, or call us."))


def may_be_asked(subscriber: Subscriber, now: datetime) -> bool:
    """Whether one more opt-in mail may go to this address; each of them may be a stranger's doing."""
    asked = list(subscriber.sign_ups.order_by("-asked_at").values_list("asked_at", flat=True)[: terms.OPT_IN_A_DAY])
    if not asked:
        return True
    if subscriber.state in (SubscriberState.BOUNCED, SubscriberState.COMPLAINED):
        return now - asked[0] >= terms.OPT_IN_BLOCKED
    full_day = len(asked) == terms.OPT_IN_A_DAY and now - asked[-1] < timedelta(days=1)
    return now - asked[0] >= terms.OPT_IN_PAUSE and not full_day


def ask(sign_up: SignUp, *, now: datetime) -> None:
    """Queue the mail with the button."""
    token = mail_links.issue(
        purpose=CONFIRM,
        subject=f"newsletter.signup:{sign_up.pk}",
        email=sign_up.subscriber.email,
        valid_for=terms.UNCONFIRMED,
        now=now,
    )
    draft = emails.please_confirm(
        [area.name for area in sign_up.areas.all()], links.whole(reverse("newsletter:confirm", args=[token]))
    )
    outbox.queue(
        purpose=emails.CONFIRM,
        to=sign_up.subscriber.email,
        key=str(sign_up.pk),
        urgency="now",
        about=f"newsletter.subscriber:{sign_up.subscriber_id}",
        now=now,
        **draft._asdict(),
    )


@transaction.atomic
def confirm(*, link: MailLink, sign_up: SignUp, now: datetime) -> Subscriber:
    """The button of the confirmation page. Raises accounts.queries.LinkUsed for a second click.

    Lifts what stood against mail to this address: only the person can do that, and this is the person.
    """
    mail_links.redeem(link=link, now=now)
    subscriber = Subscriber.objects.select_for_update().get(pk=sign_up.subscriber_id)
    areas = list(sign_up.areas.all())
    adopt(subscriber, sign_up, areas, now)
    subscriber.state, subscriber.confirmed_at, subscriber.ended_at = SubscriberState.ACTIVE, now, None
    revive(subscriber)
    subscriber.version += 1
    subscriber.save()
    SignUp.objects.filter(pk=sign_up.pk).update(confirmed_at=now)
    consenting.lift(subscriber.fingerprint, areas)
    consenting.give(
        subscriber,
        consenting.purposes(areas, digest=sign_up.digest),
        source=f"{sign_up.get_source_display()}, double opt-in",
        proof=consenting.proof_of(sign_up.asked_at, sign_up.ip_mark, now),
        text_version=sign_up.text_version,
        now=now,
    )
    audit.record(enums.CONFIRMED, by=None, about=subscriber, now=now, actor_name=_(THE_PERSON))
    return subscriber


def adopt(subscriber: Subscriber, sign_up: SignUp, areas: list[Area], now: datetime) -> None:
    """Take over what was wished for: added to a running subscription, else in place of what was before."""
    if not subscriber.is_active:
        subscriber.areas.clear()
        subscriber.regions.clear()
        subscriber.topics, subscriber.digest = [], False
        if not subscriber.confirmed_at:
            subscriber.source = sign_up.source
    subscriber.areas.add(*areas)
    subscriber.regions.add(*sign_up.regions.all())
    subscriber.topics = [*subscriber.topics, *(key for key in sign_up.topics if key not in subscriber.topics)]
    if sign_up.digest and not subscriber.digest:
        subscriber.told_until = now  # what was public before is no news
    subscriber.digest = subscriber.digest or sign_up.digest
    subscriber.language = sign_up.language
    subscriber.name = sign_up.name or subscriber.name
    subscriber.target_group = sign_up.target_group or subscriber.target_group


def revive(subscriber: Subscriber) -> None:
    """Forget old failures: the person has just read a mail of ours. The caller saves."""
    subscriber.soft_bounces, subscriber.soft_since, subscriber.soft_at = 0, None, None
    subscriber.hard_at, subscriber.bounce_code, subscriber.paused_until = None, "", None


@transaction.atomic
def send_settings_link(*, email: str, now: datetime) -> bool:
    """Mail the link to the settings to a subscriber who has lost it. At most one in a quarter of an hour.

    Returns whether there is such a subscriber; the page says the same in either case. Raises BadAddress.
    """
    email = privacy.address(email)
    subscriber = Subscriber.objects.active().filter(email=email).first()
    if subscriber is None:
        return False
    slot = int(now.timestamp() // terms.OPT_IN_PAUSE.total_seconds())
    draft = emails.settings_link(links.preferences_url(subscriber.handle))
    outbox.queue(
        purpose=emails.SETTINGS,
        to=subscriber.email,
        key=f"{subscriber.pk}-{slot}",
        urgency="now",
        about=f"newsletter.subscriber:{subscriber.pk}",
        now=now,
        **draft._asdict(),
    )
    return True


@transaction.atomic
def tidy(*, now: datetime) -> int:
    """Delete sign-ups older than a week, and addresses that never confirmed any. Returns how many of these."""
    before = now - terms.UNCONFIRMED
    SignUp.objects.filter(asked_at__lte=before).delete()
    never = Subscriber.objects.filter(state=SubscriberState.UNCONFIRMED, sign_ups=None)
    count = never.count()
    never.delete()
    return count
