"""A mail that answers an invitation becomes an item of the agenda: once, from whom it concerns, never from a machine.

The row of the mail and what comes of it are one transaction; only then is it marked as read in the mailbox. A mail is
matched by the person's own code in address or subject, or by the ID of our mail; then the sender has to be that person.
"""

from datetime import datetime, timedelta
from email.utils import parseaddr

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from deele.audit import actions as audit
from deele.audit.actions import reference
from deele.core.addresses import address as whole
from deele.core.errors import Refusal
from deele.groups.actions import agenda
from deele.groups.actions.session_post import loop_marks
from deele.groups.emails import sessions as emails
from deele.groups.enums import session_events as events
from deele.groups.enums.sessions import MailOutcome
from deele.groups.models import Participation, Session, SessionMail
from deele.groups.queries.insiders import Insider
from deele.groups.rules import agenda_mail as rules
from deele.mail.actions import outbox
from deele.mail.enums import Draft
from deele.mail.models import OutgoingMail
from deele.mail.readers import letters
from deele.mail.readers.letters import Letter
from deele.mail.rules import headers

ANSWERS_A_DAY = 3  # so many answers one address gets from us in a day; what it writes is taken all the same
MAILS_A_DAY = 40  # more than a person writes
DAY = timedelta(days=1)
WHY = {
    MailOutcome.STRANGER: lambda: _(
        "this address is not the one we know of the person who was invited, so your mail did not become an item."
    ),
    MailOutcome.UNKNOWN: lambda: _("your mail belongs to no session we know."),
    MailOutcome.TOO_LATE: lambda: _("the agenda takes no more items."),
    MailOutcome.UNREADABLE: lambda: _("your mail is too large or cannot be read."),
}


def take(content: bytes, *, now: datetime) -> SessionMail | None:
    """Take a mail in; None when it was taken before. Never raises for what a mail holds."""
    try:
        letter, readable = letters.read(content), True
    except letters.TooKnotted:
        letter, readable = letters.read_head(content), False
    return once(letter, readable=readable, now=now)


def refuse(head: bytes, *, now: datetime) -> SessionMail | None:
    """A mail that is too large: only its headers were fetched."""
    return once(letters.read_head(head), readable=False, now=now)


def once(letter: Letter, *, readable: bool, now: datetime) -> SessionMail | None:
    """The row first, then what follows, or neither; None where the row is there already."""
    with transaction.atomic():
        row = SessionMail(
            mark=letter.mark, arrived_at=now, sender=address(letter.sender), subject=letter.subject,
            original=letter.text, outcome=MailOutcome.UNREADABLE,
        )  # fmt: skip
        try:
            with transaction.atomic():
                row.save(force_insert=True)
        except IntegrityError:
            return None
        if readable:
            judge(row, letter, now)
        elif letter.is_automatic or letter.is_many or is_ours(letter.sender):
            row.outcome = MailOutcome.AUTOMATIC
        row.save()
        answer(row, letter, now)
    return row


def judge(row: SessionMail, letter: Letter, now: datetime) -> None:
    """What becomes of a mail; sets the row, does not save it."""
    row.text = rules.own_words(letter.text)
    place = row.participation = place_of(letter)
    row.session = place.session if place else None
    if letter.is_automatic or letter.is_many or is_ours(letter.sender):
        row.outcome, row.participation = MailOutcome.AUTOMATIC, None
    elif of_today(row, now) > MAILS_A_DAY:
        row.outcome = MailOutcome.FLOOD
    elif place is None:
        row.outcome = MailOutcome.UNKNOWN
    elif not is_from(place, row.sender, now):
        row.outcome = MailOutcome.STRANGER
    elif not row.text:
        row.outcome = MailOutcome.EMPTY
    else:
        put(row, place, now)


def put(row: SessionMail, place: Participation, now: datetime) -> None:
    """Onto the agenda, unless it is too late."""
    title = rules.title_of(row.text, row.subject, str(place.session))
    actor = Insider(place.session.group, seat=place.seat)
    try:
        row.item = agenda.put(
            session=place.session, title=title, text=rules.text_of(row.text, title), by=actor, now=now
        )
    except Refusal as refusal:
        late = refusal.code == "too-late"
        row.outcome = MailOutcome.TOO_LATE if late else MailOutcome.STRANGER
    else:
        row.outcome = MailOutcome.ITEM


def place_of(letter: Letter) -> Participation | None:
    """Whose invitation a mail answers: by the code in address or subject, then by the ID of our mail."""
    rows = Participation.objects.select_related("session__group", "seat__delegate__membership")
    if letter.codes and (found := rows.filter(code__in=letter.codes).order_by("pk").first()):
        return found
    sent = OutgoingMail.objects.filter(message_id__in=letter.answers_to, about__startswith="groups.session:").first()
    if sent is None:
        return None
    session = int(sent.about.rpartition(":")[2])
    return rows.filter(session=session, seat__delegate__email__iexact=sent.to).first()


def is_from(place: Participation, sender: str, now: datetime) -> bool:
    """Whether the sender is the person the invitation went to, and still sits in the group."""
    seat = place.seat
    if seat is None or seat.until is not None or not seat.delegate.is_active(timezone.localdate(now)):
        return False
    return bool(sender) and seat.delegate.email.lower() == sender.lower()


def of_today(row: SessionMail, now: datetime) -> int:
    """How many mails this address sent in a day, with this one."""
    return SessionMail.objects.filter(sender=row.sender, arrived_at__gt=now - DAY).exclude(sender="").count()


def address(claimed: str) -> str:
    """The address as it can be kept; empty where it is none."""
    try:
        return headers.clean_address(claimed)
    except Refusal:
        return ""


def is_ours(sender: str) -> bool:
    """Whether a mail claims to come from ourselves: that is a loop, or a lie."""
    local, _at, domain = str(settings.DEELE_GROUPS["address"]).lower().rpartition("@")
    name, _sign, host = sender.rpartition("@")
    own = parseaddr(settings.DEFAULT_FROM_EMAIL)[1].lower()
    return sender == own or (bool(domain) and host == domain and name.partition("+")[0] == local)


def answer(row: SessionMail, letter: Letter, now: datetime) -> None:
    """Tell a person what became of their mail; a machine, a list and whoever wrote much today hear nothing."""
    silent = row.outcome in (MailOutcome.AUTOMATIC, MailOutcome.FLOOD, MailOutcome.EMPTY)
    if silent or not row.sender or letter.wants_no_answer or of_today(row, now) > ANSWERS_A_DAY:
        return
    if row.outcome == MailOutcome.ITEM and row.session and row.participation and row.item:
        link = whole(row.session.mine_url())
        draft = emails.taken(row.participation.name, f"{row.session}, {row.session.when}", row.item.title, link)
        send(row, emails.TAKEN, draft, now)
    elif row.outcome in WHY:
        # Whoever only claims to have been invited learns nothing of the session.
        known = row.session and row.outcome == MailOutcome.TOO_LATE
        send(
            row, emails.REFUSED, emails.refused(WHY[MailOutcome(row.outcome)](), str(row.session) if known else ""), now
        )


def send(row: SessionMail, purpose: str, draft: Draft, now: datetime) -> None:
    """One answer to one mail."""
    about = reference(row.session) if row.session else reference(row)
    outbox.queue(
        purpose=purpose, to=row.sender, key=row.mark, about=about, headers=loop_marks(), now=now, **draft._asdict()
    )


@transaction.atomic
def handle(*, mail: SessionMail, as_item: bool, by: Insider | None, user: object, now: datetime) -> bool:
    """The office has looked at a mail: makes it an item of its session all the same, or lets it be. False when done
    before. Raises what `agenda.put` raises."""
    waiting = SessionMail.objects.filter(pk=mail.pk, handled_at=None)
    if not waiting.update(handled_at=now, handled_by=str(user)[:160]):
        return False
    if as_item and mail.session is not None and by is not None:
        place_item(mail, mail.session, by, now)
    audit.record(events.SESSION_MAIL, by=user, about=mail, now=now, data={"item": as_item})  # type: ignore[arg-type]
    return True


def place_item(mail: SessionMail, session: Session, by: Insider, now: datetime) -> None:
    """An item with the words of the mail, from the person who was invited."""
    title = rules.title_of(mail.text or mail.original, mail.subject, str(session))
    item = agenda.put(session=session, title=title, text=rules.text_of(mail.text, title), by=by, now=now)
    if mail.participation is not None:
        item.seat, item.proposer = mail.participation.seat, str(mail.participation)[:160]
        item.save(update_fields=["seat", "proposer", "updated_at"])
    SessionMail.objects.filter(pk=mail.pk).update(item=item)
