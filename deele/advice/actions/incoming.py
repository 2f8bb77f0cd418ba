"""A mail becomes an enquiry, or is added to one: each once, whatever happens to the worker.

The row of the mail and what comes of it are one transaction; only then is it marked as read in the mailbox.
A mail is matched to an enquiry by the ID of our own mail or by the number in subject or address, never by its sender.
"""

import io
from datetime import datetime, timedelta
from email.utils import parseaddr

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from deele.advice.actions import case_documents, enquiries
from deele.advice.actions import enquiry_post as post
from deele.advice.actions.enquiries import Asked, WrongMove
from deele.advice.enums import Channel, Outcome
from deele.advice.models import Enquiry, EnquiryFile, IncomingMail
from deele.core.errors import Refusal
from deele.core.uploads import BadUpload
from deele.mail.models import OutgoingMail
from deele.mail.readers import letter_text, letters
from deele.mail.readers.letters import Enclosed, Letter
from deele.mail.rules import headers
from deele.office import queries as office
from deele.office.models import Area

ANSWERS_A_DAY = 3  # so many confirmations one address gets in a day; what it writes is taken all the same
MAILS_A_DAY = 40  # more than a person writes: what comes after these stays in the mailbox
DAY = timedelta(days=1)
ENDINGS = ("pdf", "jpg", "jpeg", "png", "webp", "docx", "odt", "xlsx", "ods", "txt")


def take(content: bytes, *, box: str, now: datetime) -> IncomingMail | None:
    """Take a mail in; None when it was taken before. Never raises for what a mail holds."""
    try:
        letter, outcome = letters.read(content), Outcome.NEW
    except letters.TooKnotted:
        letter, outcome = letters.read_head(content), Outcome.UNREADABLE
    return once(letter, outcome, box=box, size=len(content), now=now)


def refuse(head: bytes, size: int, *, box: str, now: datetime) -> IncomingMail | None:
    """A mail that is too large: only its headers were fetched. Its sender is told, it stays in the mailbox."""
    return once(letters.read_head(head), Outcome.TOO_LARGE, box=box, size=size, now=now)


def once(letter: Letter, outcome: Outcome, *, box: str, size: int, now: datetime) -> IncomingMail | None:
    """The row first, then what follows, or neither; None where the row is there already."""
    with transaction.atomic():
        row = IncomingMail(mark=letter.mark, box=box[:60], arrived_at=now, sender=address(letter.sender), size=size)
        row.outcome = outcome
        try:
            with transaction.atomic():
                row.save(force_insert=True)
        except IntegrityError:
            return None
        judge(row, letter, now)
        row.save()
    return row


def judge(row: IncomingMail, letter: Letter, now: datetime) -> None:
    """What becomes of a mail; sets outcome and enquiry of its row, does not save it."""
    today = IncomingMail.objects.filter(sender=row.sender, arrived_at__gt=now - DAY).exclude(sender="").count()
    answer = may_answer(letter, row.sender) and today <= ANSWERS_A_DAY
    if letter.is_automatic or is_ours(letter.sender):
        row.outcome = Outcome.AUTOMATIC
    elif today > MAILS_A_DAY:
        row.outcome = Outcome.FLOOD
    elif row.outcome == Outcome.NEW:
        added = add_to_known(letter, now)
        row.enquiry = added or begin(letter, now=now, confirm=answer)
        row.outcome = Outcome.ADDED if added else Outcome.NEW
        keep_files(row.enquiry, letter.files)
    elif answer:
        post.refused(row, now=now)


def add_to_known(letter: Letter, now: datetime) -> Enquiry | None:
    """Add it to the enquiry it belongs to; None where there is none, or it has ended."""
    enquiry = known(letter)
    if enquiry is None:
        return None
    text = letter_text.without_quote(letter.text) or letter.subject or "–"
    try:
        return enquiries.add(enquiry=enquiry, text=text, now=now, sender=address(letter.sender))
    except WrongMove:
        return None


def known(letter: Letter) -> Enquiry | None:
    """The enquiry a mail answers to: by the ID of our mail, then by its number."""
    sent = OutgoingMail.objects.filter(message_id__in=letter.answers_to, about__startswith="advice.enquiry:")
    about = sent.values_list("about", flat=True).first()
    if about and (found := Enquiry.objects.filter(pk=int(about.rpartition(":")[2])).first()):
        return found
    return Enquiry.objects.filter(code__in=letter.codes).order_by("pk").first()


def begin(letter: Letter, *, now: datetime, confirm: bool) -> Enquiry:
    """A new enquiry. Of a forwarded mail the original sender is the one to answer, and no machine writes to them."""
    original = address(letter.original)
    asked = Asked(
        text=letter.text or letter.subject or "–",
        topic="",
        subject=letter.subject,
        email=original or address(letter.sender),
        name=letter.original_name if original else letter.sender_name,
        channel=Channel.MAIL,
        is_sender_proven=False,
        forwarded_by=address(letter.sender) if original else "",
    )
    return enquiries.take_in(asked=asked, now=now, area=area_of(letter), confirm=confirm and not original)


def address(claimed: str) -> str:
    """The address as it can be kept; empty where it is none."""
    try:
        return headers.clean_address(claimed)
    except Refusal:
        return ""


def addresses_of_areas() -> dict[str, str]:
    """Address → key of the area of work, as the settings say."""
    pairs = [pair.partition("=") for pair in str(settings.DEELE_ENQUIRY["areas"]).split(",") if "=" in pair]
    return {to.strip().lower(): key.strip() for key, _sign, to in pairs}


def area_of(letter: Letter) -> Area | None:
    """The area of work whose address the mail went to."""
    keys = addresses_of_areas()
    key = next((keys[to] for to in letter.to if to in keys), "")
    return office.areas().filter(key=key).first() if key else None


def is_ours(sender: str) -> bool:
    """Whether a mail claims to come from ourselves: that is a loop, or a lie."""
    own = {parseaddr(settings.DEFAULT_FROM_EMAIL)[1].lower(), str(settings.DEELE_ENQUIRY["address"]).lower()}
    return sender in (own | set(addresses_of_areas())) - {""}


def may_answer(letter: Letter, sender: str) -> bool:
    """Whether a machine may write back."""
    return bool(sender) and not letter.wants_no_answer and not is_ours(letter.sender)


def keep_files(enquiry: Enquiry, files: tuple[Enclosed, ...]) -> None:
    """Keep what its content shows to be harmless, name the rest."""
    room = case_documents.LARGEST
    for file in files:
        kept, problem = kept_part(file, room)
        room -= len(kept[1]) if kept else 0
        EnquiryFile.objects.create(
            enquiry=enquiry,
            name=case_documents.named(file.name, kept[0]) if kept else file.name,
            media_type=case_documents.TYPES[kept[0]] if kept else "",
            size=len(kept[1]) if kept else len(file.content or b""),
            content=kept[1] if kept else b"",
            problem=problem[:250],
        )


def kept_part(file: Enclosed, room: int) -> tuple[tuple[str, bytes] | None, str]:
    """Ending and content of a file we keep, or why we do not."""
    if file.content is None:
        return None, _("too many files")
    if file.name.rpartition(".")[2].lower() not in ENDINGS or file.media_type == "text/calendar":
        return None, _("a kind of file we do not take")
    if len(file.content) > room:
        return None, _("too large together with the others")
    try:
        return case_documents.safe(io.BytesIO(file.content)), ""
    except BadUpload as bad:
        return None, bad.message
