"""One overview for one person: made together with the note of what was told, and called back where it waits."""

from contextlib import suppress
from datetime import date, datetime
from email.utils import parseaddr

from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.utils import timezone, translation

from deele.mail import enums as mail
from deele.mail.actions import outbox
from deele.mail.models import OutgoingMail
from deele.mail.rules import headers as head
from deele.newsletter import emails
from deele.newsletter.models import Digest, DigestRun, Subscriber
from deele.newsletter.papers import digests as papers
from deele.newsletter.queries import digests as queries
from deele.newsletter.queries import links
from deele.newsletter.rules import digests as rules
from deele.newsletter.rules.parts import Part
from deele.office import queries as office

PURPOSE = emails.DIGEST
Pools = dict[tuple[date, str], queries.Pool]


@transaction.atomic
def tell(*, pk: int, run: DigestRun, begin: datetime, now: datetime, pools: Pools) -> bool:
    """Make one person's overview, unless they left, were told meanwhile, or there is nothing new; says whether.

    `told_until` is the claim: of two workers one moves it on, the other finds nobody due. A kill undoes all of it.
    """
    before = Subscriber.objects.filter(pk=pk).first()
    if before is None or not queries.due(begin, now).filter(pk=pk).update(told_until=now):
        return False
    since = timezone.localdate(rules.since(before.told_until, begin, settings.DEELE_DIGEST))
    language = before.language if before.language in ("de", "en") else "de"
    with translation.override(language):
        if (since, language) not in pools:
            pools[since, language] = queries.pool(since, timezone.localdate(now))
        known = queries.told(before)
        was = set(known)
        parts = queries.composed(pools[since, language], queries.reader_of(before), known)
        made = bool(parts) and can_be_written_to(before.email)
        if made:
            Digest.objects.create(run=run, subscriber=before, refs=sorted(known - was), made_at=now)
            store(before, parts, run=run, since=since, now=now)
    counted = "made" if made else "empty"
    DigestRun.objects.filter(pk=run.pk).update(**{counted: F(counted) + 1})
    return made


def can_be_written_to(email: str) -> bool:
    """Whether it is a mail address; old lists may hold others, and one of them must not hold up all."""
    try:
        return bool(head.clean_address(email))
    except head.BadAddress:
        return False


def store(who: Subscriber, parts: list[Part], *, run: DigestRun, since: date, now: datetime) -> OutgoingMail:
    """Put the overview into the outbox, in the lane of what is not urgent."""
    heading = papers.title(list(who.regions.all()), who.topic_names)
    urls = papers.personal_links(who.handle)
    laid = papers.lay_out(heading, since, parts, language=translation.get_language() or "de", urls=urls)
    found = office.the_office()
    return outbox.store(
        OutgoingMail(
            purpose=PURPOSE,
            key=f"{run.begins_on}",
            to=head.clean_address(who.email),
            subject=head.clean_subject(heading),
            body=laid.text,
            html=laid.html,
            reply_to=found.email if found else "",
            headers=head.clean_headers({**links.one_click(urls["leave_url"]), **kind_of_mail()}),
            about=f"newsletter.subscriber:{who.pk}",
            urgency=mail.Urgency.BULK,
            next_at=now,
        )
    )


def kind_of_mail() -> dict[str, str]:
    """What tells mail programs and absence notes that it goes to many."""
    host = parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition("@")[2] or "localhost"
    return {"List-Id": f"<uebersicht.newsletter.{host}>", "Precedence": "bulk"}


def call_back(who: Subscriber, now: datetime) -> int:
    """Overviews that still wait in the outbox do not leave any more: the person has just ended them."""
    waiting = OutgoingMail.objects.filter(
        purpose=PURPOSE, about=f"newsletter.subscriber:{who.pk}", state__in=[mail.State.QUEUED, mail.State.MUTED]
    )
    count = 0
    for row in waiting:
        with suppress(outbox.NotPossible):  # a worker has it already
            outbox.cancel(mail=row, by=None, now=now)
            count += 1
    return count
