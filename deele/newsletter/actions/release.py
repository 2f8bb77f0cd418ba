"""From the finished text to the first copy, and the hand on the tap: release, schedule, pause, resume, stop."""

from datetime import datetime
from typing import Any

from django.db import connection, transaction
from django.db.models import CharField, F, IntegerField, QuerySet, Value
from django.db.models.functions import Lower, StrIndex, Substr
from django.utils.translation import gettext as _

from deele.audit.actions import record
from deele.core.errors import Refusal
from deele.core.text import slug
from deele.mail.actions import outbox
from deele.mail.enums import Urgency
from deele.mail.models import OutgoingMail
from deele.mail.rules import headers as head
from deele.newsletter import emails, enums
from deele.newsletter.actions import sending
from deele.newsletter.actions.issues import NotAllowed
from deele.newsletter.enums import DeliveryState, IssueState
from deele.newsletter.models import Delivery, Issue, Item, Snapshot
from deele.newsletter.papers import checks, frames
from deele.newsletter.queries import issues as queries
from deele.newsletter.queries import progress
from deele.newsletter.queries.subscribers import recipients
from deele.newsletter.rules import issues as rules
from deele.newsletter.rules import parts

COLUMNS = ("issue_id", "fingerprint", "email", "handle", "domain", "language", "next_at")
FIELDS = ("issue", "fingerprint", "mail", "handle", "domain", "language", "due")


class NotPossible(Refusal):
    """The issue has moved on."""

    code = "issue-moved-on"

    def __init__(self) -> None:
        super().__init__(
            _("This is no longer possible, because the issue has moved on. The page now shows where it stands.")
        )


class SamePerson(Refusal):
    """Who wrote last may not release."""

    code = "same-person"

    def __init__(self) -> None:
        super().__init__(
            _(
                "You changed this issue last, so somebody else has to release it: four eyes see more, and a mail "
                "cannot be taken back. Please ask a colleague."
            )
        )


class NotReady(Refusal):
    """A check forbids the release."""

    code = "issue-not-ready"


class NobodyThere(Refusal):
    """There is no recipient."""

    code = "no-recipients"

    def __init__(self) -> None:
        super().__init__(_("Nobody receives this newsletter yet, so there is nothing to send."))


def locked(issue: Issue, *states: str) -> Issue:
    """The issue as it is now, locked. Raises NotPossible when it is in another state."""
    held = Issue.objects.select_for_update(of=("self",)).select_related("area__carrier").get(pk=issue.pk)
    if held.state not in states:
        raise NotPossible
    return held


def ready(issue: Issue) -> list[parts.Part]:
    """The parts of an issue all of whose checks allow its release. Raises NotReady."""
    found = queries.layout(issue)
    bad = [check.text for check in checks.checks(issue, found, checks.sample(issue, found)) if check.blocks]
    if bad:
        raise NotReady(_("This must be settled first: %(problems)s") % {"problems": " ".join(bad)})
    return found


@transaction.atomic
def hand_over(*, issue: Issue, by: Any, now: datetime) -> Issue:
    """Give the issue to a second person. Raises NotPossible, NotAllowed, NotReady."""
    held = locked(issue, *enums.OPEN_ISSUES)
    if not rules.can_edit(by, held):
        raise NotAllowed
    ready(held)
    move(held, IssueState.RELEASE, now)
    record(enums.ISSUE_HANDED, by=by, about=held, now=now)
    return held


@transaction.atomic
def take_back(*, issue: Issue, by: Any, now: datetime) -> Issue:
    """Work on it again. A release that has not begun to be sent is undone with it. Raises NotPossible, NotAllowed."""
    held = locked(issue, IssueState.RELEASE, IssueState.PLANNED)
    if not (rules.can_edit(by, held) or rules.can_release(by, held)):
        raise NotAllowed
    held.snapshots.all().delete()
    Delivery.objects.filter(issue=held).delete()
    move(held, IssueState.EDITING, now)
    Issue.objects.filter(pk=held.pk).update(
        released_by=None, released_at=None, scheduled_for=None, held="", paused=False, recipients_count=0
    )
    held.refresh_from_db()
    frames.forget()
    record(enums.ISSUE_TAKEN_BACK, by=by, about=held, now=now)
    return held


def move(issue: Issue, target: str, now: datetime) -> None:
    """Bring a locked issue into another state. Raises NotPossible for a way that is not in the table."""
    if not rules.may_move(issue.state, target):
        raise NotPossible
    Issue.objects.filter(pk=issue.pk).update(state=target, version=F("version") + 1, updated_at=now)
    issue.refresh_from_db()


@transaction.atomic
def release(*, issue: Issue, by: Any, now: datetime, at: datetime | None = None) -> Issue:
    """Freeze the issue, write its ledger, and plan it for now or later.

    In one transaction: either everything is frozen and every recipient has a row, or nothing happened. A second
    click meets NotPossible. Raises NotAllowed, SamePerson, NotReady, NobodyThere.
    """
    held = locked(issue, IssueState.RELEASE)
    if not rules.can_release(by, held):
        raise NotAllowed
    if not rules.is_second_person(by, held):
        raise SamePerson
    found = ready(held)
    due = max(at or now, now)
    freeze_items(held)
    held.slug = f"{slug(held.title)}-{held.pk}"
    Issue.objects.filter(pk=held.pk).update(
        released_by=by, released_at=now, scheduled_for=due, slug=held.slug, held="", paused=False, stopped=False
    )
    fill_ledger(held, now=now, due=due)
    count = Delivery.objects.filter(issue=held).count()
    if not count:
        raise NobodyThere
    languages = Delivery.objects.filter(issue=held).order_by().values_list("language", flat=True).distinct()
    Snapshot.objects.bulk_create(frames.snapshot(held, found, language) for language in known(languages))
    frames.forget()
    Issue.objects.filter(pk=held.pk).update(recipients_count=count)
    move(held, IssueState.PLANNED, now)
    record(enums.ISSUE_RELEASED, by=by, about=held, now=now, data={"recipients": count, "at": due.isoformat()})
    return held


def known(languages: Any) -> list[str]:
    """The languages the house speaks among those of the recipients; German always, as the one to fall back to."""
    return sorted({frames.FALLBACK, *(language for language in languages if language in ("de", "en"))})


def freeze_items(issue: Issue) -> None:
    """Write down how every record looks at this moment."""
    items = list(Item.objects.filter(section__issue=issue).exclude(ref=""))
    now = queries.present(item.ref for item in items)
    for item in items:
        item.piece = parts.kept(now[item.ref])
    Item.objects.bulk_update(items, ["piece"], batch_size=200)


def fill_ledger(issue: Issue, *, now: datetime, due: datetime) -> None:
    """One row for everybody, by one statement of the database: a million recipients take no memory here.

    In no order of ours, since SQLite sorts in memory.
    """
    rows = (
        recipients(issue.area, now=now)
        .order_by()
        .annotate(
            issue=Value(issue.pk, IntegerField()),
            mail=F("email"),
            domain=Lower(Substr("email", StrIndex("email", Value("@")) + 1, output_field=CharField())),
            due=Value(due),
        )
    )
    insert(rows)


def insert(rows: QuerySet[Any]) -> None:
    """INSERT … SELECT of what the query finds."""
    select, values = rows.values_list(*FIELDS).query.sql_with_params()
    columns = ", ".join(connection.ops.quote_name(name) for name in COLUMNS)
    table = connection.ops.quote_name(Delivery._meta.db_table)
    with connection.cursor() as cursor:
        cursor.execute(f"INSERT INTO {table} ({columns}) {select}", values)


@transaction.atomic
def pause(*, issue: Issue, by: Any, now: datetime) -> Issue:
    """Let nothing more leave for now; the batch on its way still ends. Raises NotPossible, NotAllowed."""
    held = locked(issue, IssueState.PLANNED, IssueState.SENDING)
    allowed(by, held)
    Issue.objects.filter(pk=held.pk).update(paused=True, held=_("Paused by %(name)s.") % {"name": by}, updated_at=now)
    record(enums.ISSUE_PAUSED, by=by, about=held, now=now)
    held.refresh_from_db()
    return held


@transaction.atomic
def resume(*, issue: Issue, by: Any, now: datetime) -> Issue:
    """Go on where it stopped; also the word of a person for an issue that waited for one. Raises NotPossible."""
    held = locked(issue, IssueState.PLANNED, IssueState.SENDING)
    allowed(by, held)
    if not (held.paused or held.held) or held.stopped:
        raise NotPossible
    done = progress.progress(held, now).settled
    Issue.objects.filter(pk=held.pk).update(
        paused=False,
        held="",
        running_since=now,
        running_from=done,
        scheduled_for=max(held.scheduled_for or now, now) if held.state == IssueState.PLANNED else held.scheduled_for,
        updated_at=now,
    )
    record(enums.ISSUE_RESUMED, by=by, about=held, now=now)
    held.refresh_from_db()
    return held


@transaction.atomic
def stop(*, issue: Issue, by: Any, now: datetime) -> int:
    """What has not left never leaves; returns how many copies that is. Raises NotPossible, NotAllowed."""
    held = locked(issue, IssueState.PLANNED, IssueState.SENDING)
    allowed(by, held)
    if held.state == IssueState.PLANNED:
        sending.begin(held, now)
    kept_back = sending.claims.keep_back(held, now)
    Issue.objects.filter(pk=held.pk).update(stopped=True, paused=False, held="", updated_at=now)
    record(enums.ISSUE_STOPPED, by=by, about=held, now=now, data={"kept_back": kept_back})
    sending.finish(held, now)
    return kept_back


@transaction.atomic
def send_again(*, issue: Issue, by: Any, now: datetime, pk: int | None = None) -> int:
    """Send doubtful copies once more, one or all, by a person's decision; returns how many.

    The old token is taken away, so a worker that comes back late can't say anything about the new try.
    """
    held = locked(issue, IssueState.SENDING, IssueState.SENT)
    allowed(by, held)
    doubtful = Delivery.objects.filter(issue=held, state=DeliveryState.DOUBTFUL).exclude(email="")
    doubtful = doubtful.filter(pk=pk) if pk else doubtful
    count = doubtful.update(
        state=DeliveryState.WAITING,
        next_at=now,
        attempts=0,
        lease_token="",
        lease_until=None,
        settled_at=None,
        answer="",
    )
    if not count:
        raise NotPossible
    if held.state == IssueState.SENT:
        Issue.objects.filter(pk=held.pk).update(
            state=IssueState.SENDING,
            stopped=False,
            running_since=now,
            running_from=progress.progress(held, now).settled,
        )
    record(enums.COPY_AGAIN, by=by, about=held, now=now, data={"copies": count})
    return count


@transaction.atomic
def archive(*, issue: Issue, by: Any, now: datetime) -> Issue:
    """Put a sent issue away. Raises NotPossible, NotAllowed."""
    held = locked(issue, IssueState.SENT)
    allowed(by, held)
    move(held, IssueState.ARCHIVED, now)
    record(enums.ISSUE_ARCHIVED, by=by, about=held, now=now)
    return held


def allowed(by: Any, issue: Issue) -> None:
    """Raises NotAllowed."""
    if not rules.can_release(by, issue):
        raise NotAllowed


@transaction.atomic
def test_send(*, issue: Issue, to: str, by: Any, now: datetime) -> OutgoingMail:
    """A trial copy through the outbox, as recipients will get it; its personal links lead nowhere."""
    if not (rules.can_edit(by, issue) or rules.can_release(by, issue)):
        raise NotAllowed
    laid = checks.sample(issue, queries.layout(issue))
    mail_row = outbox.store(
        OutgoingMail(
            purpose=emails.TRIAL,
            key=f"{issue.pk} {now:%Y-%m-%d %H:%M}",  # a double click writes one message
            to=head.clean_address(to),
            subject=head.clean_subject(_("Trial: %(subject)s") % {"subject": issue.subject}),
            body=laid.text,
            html=laid.html,
            about=f"newsletter.issue:{issue.pk}",
            urgency=Urgency.NORMAL,
            next_at=now,
        )
    )
    record(enums.ISSUE_TESTED, by=by, about=issue, now=now)
    return mail_row
