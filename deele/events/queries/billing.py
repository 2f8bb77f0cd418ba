"""What a registration should be billed, and what it was: the two are brought together by actions.billing."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Prefetch, QuerySet
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from deele.audit.actions import reference
from deele.core.amounts import euros
from deele.events.enums import Proof, ProofState, RegistrationState, State
from deele.events.models import Choice, Event, Participant, Registration
from deele.events.queries.words import first_and_last, of_days, span_of
from deele.money import queries as money
from deele.money.enums import Kind
from deele.money.enums import State as InvoiceState
from deele.money.kinds import Line, Recipient, Standing
from deele.money.models import Invoice


def with_people(rows: QuerySet[Registration]) -> QuerySet[Registration]:
    """Registrations with everything a bill is made of."""
    people = Participant.objects.filter(cancelled_at=None).select_related("price")
    people = people.prefetch_related(Prefetch("choices", Choice.objects.select_related("option")))
    return rows.select_related("event__area__carrier").prefetch_related(
        Prefetch("participants", people, to_attr="billed_people")
    )


def lines(registration: Registration) -> list[Line]:
    """What is owed now; of a registration from `with_people`. A fee stays owed when people left."""
    event, found = registration.event, []
    if event.state == State.CALLED_OFF:
        return []
    if registration.state == RegistrationState.CONFIRMED:
        found = [Line(title, number, cents) for (title, cents), number in counted(registration).items() if cents]
    if registration.cancel_fee_cents:
        found.append(Line(_("Fee for cancelling: %(event)s") % {"event": event.full_title}, 1, fee(registration)))
    detail = _("Registration %(code)s") % {"code": registration.code}
    return [Line(one.title, one.quantity, one.unit_cents, detail) for one in found]


def fee(registration: Registration) -> int:
    """The fee for cancelling."""
    return registration.cancel_fee_cents


def counted(registration: Registration) -> dict[tuple[str, int], int]:
    """How often each price and each extra is taken."""
    numbers: dict[tuple[str, int], int] = {}
    for person in registration.billed_people:  # type: ignore[attr-defined]  # set by with_people
        words = {"event": registration.event.full_title, "price": price_words(person)}
        title = _("Taking part in “%(event)s”, %(price)s") if words["price"] else _("Taking part in “%(event)s”")
        for key in [
            (title % words, person.price_cents),
            *((str(c.option), c.price_cents) for c in person.choices.all()),
        ]:
            numbers[key] = numbers.get(key, 0) + 1
    return numbers


def price_words(person: Participant) -> str:
    """The price class as it stands on the bill."""
    return person.price.title if person.price else ""


def recipient(registration: Registration) -> Recipient:
    """Who pays: the body named for it, otherwise the organisation, otherwise the contact."""
    return Recipient(
        name=registration.invoice_name or registration.organisation or registration.contact_name,
        address=registration.invoice_address,
        email=registration.invoice_email or registration.contact_email,
        order_reference=registration.order_reference,
        leitweg_id=registration.leitweg_id,
    ).cleaned()


MOST_DAYS = 8  # more would push the letter onto a second page


def service(event: Event) -> str:
    """The days on which the service is given (§ 14 UStG), short enough for the block beside the address."""
    days = list(event.days.all())
    if len(days) <= 1:
        return span_of(days[0]) if days else ""
    if len(days) > MOST_DAYS:
        return of_days(days)
    return ", ".join(date_format(first_and_last(day)[0], "SHORT_DATE_FORMAT") for day in days)


def is_settled(registration: Registration) -> bool:
    """Whether all proofs are looked at; before that nobody knows what is owed."""
    people = registration.billed_people  # type: ignore[attr-defined]  # set by with_people
    return all(person.proof != ProofState.CLAIMED for person in people)


def is_erased(registration: Registration) -> bool:
    """Whether its person was erased or its term has ended: nothing is billed any more."""
    return not registration.contact_name and not registration.contact_email


def current(references: Iterable[str]) -> dict[str, Invoice]:
    """The invoices that count, by what they are about."""
    rows = Invoice.objects.filter(about__in=list(references), kind=Kind.INVOICE).exclude(state=InvoiceState.CANCELLED)
    return {row.about: row for row in rows.order_by("pk")}


def says_the_same(invoice: Invoice, wanted: list[Line], payer: Recipient) -> bool:
    """Whether an invoice still fits. Words alone (a title corrected since) are no reason for a new one."""
    billed = sorted((line.quantity, line.unit_cents) for line in invoice.line_rows())
    if billed != sorted((line.quantity, line.unit_cents) for line in wanted):
        return False
    was = invoice.recipient()
    mine = (payer.name, payer.address, payer.order_reference, payer.leitweg_id)
    return mine == (was.name, was.address, was.order_reference, was.leitweg_id)


def needs_work(registration: Registration, invoice: Invoice | None, *, first_time: bool) -> bool:
    """Whether what was billed and what is owed differ. `first_time`: whether a first invoice may be written now."""
    if is_erased(registration):
        return False
    wanted = lines(registration)
    if not wanted:
        return invoice is not None
    if not is_settled(registration) and registration.state == RegistrationState.CONFIRMED:
        return False
    if invoice is None:
        return first_time or registration.state == RegistrationState.CANCELLED
    return not says_the_same(invoice, wanted, recipient(registration))


@dataclass(frozen=True)
class Row:
    """A registration on the page of invoices."""

    registration: Registration
    owed: str
    note: str
    standing: Standing | None

    @property
    def invoices(self) -> tuple[Any, ...]:
        """Its documents, newest first."""
        return tuple(reversed(self.standing.invoices)) if self.standing else ()


def rows(event: Event) -> list[Row]:
    """Registrations of an event with something to pay, or with documents."""
    found = list(with_people(event.registrations.order_by("contact_name", "pk")))
    refs = {one.pk: reference(one) for one in found}
    standing = money.standing(refs.values())
    made = []
    for one in found:
        one.event = event
        owed = sum(line.total_cents for line in lines(one))
        if owed or refs[one.pk] in standing:
            made.append(Row(one, euros(owed), note(one), standing.get(refs[one.pk])))
    return made


def note(registration: Registration) -> str:
    """What keeps a bill from being written."""
    if not is_settled(registration):
        return _("A proof is still to be checked.")
    faults = recipient(registration).faults() if lines(registration) else []
    return " ".join(faults)


def has_prices(event: Event) -> bool:
    """Whether anything costs something."""
    costs = event.prices.filter(amount_cents__gt=0).exists() or event.options.filter(amount_cents__gt=0).exists()
    return costs or event.prices.exclude(proof=Proof.NONE).exists()
