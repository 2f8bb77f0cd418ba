"""What people read about their registration."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from deele.events.queries.telling import Told
from deele.mail import enums
from deele.mail.enums import Draft

CONFIRMED, WAITING, OFFERED = "events.confirmed", "events.waiting", "events.offered"
EXPIRED, CANCELLED, CHANGED = "events.expired", "events.cancelled", "events.changed"
PRICE, LINK = "events.price", "events.link"
SAMPLE_LINK = "https://example.org/anmeldung/muster/"
SAMPLE = Told(
    title="Neues Wohnen unterwegs: drei Häuser an einem Tag",
    code="K7M4QX",
    name="Teilnehmerin Muster",
    days=("Donnerstag, 20. Mai 2027, 10:00 bis 17:30 Uhr",),
    where="Hauptbahnhof, Bussteig 4, 30159 Hannover",
    people=("Teilnehmerin Muster: Mitglied, 48,00\u00a0€; Mittagessen", "Kollege Muster: Regulär, 69,00\u00a0€"),
    total="117,00\u00a0€",
    free_until="2. Mai 2027, 23:59 Uhr",
)


def letter(told: Told, subject: str, *parts: str) -> Draft:
    """Paragraphs between a greeting by name and a farewell."""
    greeting = _("Good day %(name)s,") % {"name": told.name} if told.name else _("Good day,")
    return Draft(subject, "\n\n".join([greeting, *filter(None, parts), _("Kind regards")]))


def button(label: str, link: str) -> str:
    """A button on a line of its own."""
    return f"[[{label}|{link}]]"


def facts(told: Told) -> str:
    """When, where, who, how much: as a list."""
    lines = [
        *(_("When: %(day)s") % {"day": day} for day in told.days),
        *([_("Where: %(where)s") % {"where": told.where}] if told.where else []),
        *([_("Online meeting: %(link)s") % {"link": told.meeting_link}] if told.meeting_link else []),
        *(_("For: %(person)s") % {"person": person} for person in told.people),
        *([_("Amount: %(total)s") % {"total": told.total}] if told.total else []),
        *([_("Cancelling free of charge: until %(until)s") % {"until": told.free_until}] if told.free_until else []),
        _("Your number: %(code)s") % {"code": told.code},
    ]
    return "\n".join(f"- {line}" for line in lines)


def own_page(link: str) -> tuple[str, str]:
    """The way to one's own registration."""
    return (
        button(_("See, change or cancel"), link),
        _("This link opens your registration without a password. Please do not pass it on."),
    )


def confirmed(told: Told, link: str, *, invoice_follows: bool) -> Draft:
    """The place is safe."""
    number = len(told.people)
    subject = ngettext("Your place is confirmed: %(title)s", "Your %(number)s places are confirmed: %(title)s", number)
    thanks = ngettext(
        "thank you for registering. Your place is confirmed.",
        "thank you for registering. Your %(number)s places are confirmed.",
        number,
    )
    return letter(
        told,
        subject % {"title": told.title, "number": number},
        thanks % {"number": number},
        f"## {told.title}",
        facts(told),
        _("The invoice comes in a mail of its own.") if invoice_follows else "",
        *own_page(link),
    )


def waiting(told: Told, link: str, rank: int) -> Draft:
    """On the waiting list, with the place on it and how it goes on."""
    return letter(
        told,
        _("You are on the waiting list: %(title)s") % {"title": told.title},
        _("at the moment all places are taken, so we have put you on the waiting list.")
        + (" " + _("You are number %(rank)s.") % {"rank": rank} if rank else ""),
        f"## {told.title}",
        facts(told),
        _("As soon as a place is free for you, you get a mail. The place is then held for you for some time. "
          "You pay nothing as long as you wait."),
        *own_page(link),
    )  # fmt: skip


def offered(told: Told, link: str, until: str) -> Draft:
    """A place is free; answer until then."""
    return letter(
        told,
        _("A place is free for you: %(title)s") % {"title": told.title},
        _("a place has become free. We hold it for you until **%(until)s**.") % {"until": until},
        button(_("Take the place or leave it to others"), link),
        f"## {told.title}",
        facts(told),
        _("Without an answer the place goes to the next on the list."),
    )


def expired(told: Told, link: str) -> Draft:
    """The offer has ended."""
    return letter(
        told,
        _("The place has gone to the next: %(title)s") % {"title": told.title},
        _("we had no answer from you in time, so the place has gone to the next on the waiting list."),
        _("If you would still like to come, you can wait again with one click."),
        button(_("To my registration"), link),
    )


def cancelled(told: Told, fee: str, link: str) -> Draft:
    """The registration has ended."""
    return letter(
        told,
        _("Your registration is cancelled: %(title)s") % {"title": told.title},
        _("your registration %(code)s for “%(title)s” is cancelled.") % {"code": told.code, "title": told.title},
        _("As the date for cancelling free of charge has passed, a fee of %(fee)s is due. The invoice comes in a "
          "mail of its own.") % {"fee": fee} if fee else _("This costs you nothing."),
        button(_("To my registration"), link),
    )  # fmt: skip


def changed(told: Told, link: str) -> Draft:
    """What holds now."""
    return letter(
        told,
        _("Your registration was changed: %(title)s") % {"title": told.title},
        _("your registration was changed. This is how it stands now:"),
        f"## {told.title}",
        facts(told),
        *own_page(link),
    )


def price_changed(told: Told, link: str) -> Draft:
    """The lower price could not be justified."""
    return letter(
        told,
        _("The price of your registration: %(title)s") % {"title": told.title},
        _("we could not find the proof for the reduced price, so the regular price holds. "
          "If this is a mistake, please answer this mail; we look into it."),
        facts(told),
        *own_page(link),
    )  # fmt: skip


def your_link(told: Told, link: str) -> Draft:
    """A fresh link, asked for on the website."""
    return letter(
        told,
        _("Your link: %(title)s") % {"title": told.title},
        _("here is the link to your registration for “%(title)s”.") % {"title": told.title},
        *own_page(link),
    )


enums.message(
    CONFIRMED, gettext_lazy("A place is confirmed"), lambda: confirmed(SAMPLE, SAMPLE_LINK, invoice_follows=True)
)
enums.message(WAITING, gettext_lazy("On the waiting list"), lambda: waiting(SAMPLE, SAMPLE_LINK, 3))
enums.message(
    OFFERED, gettext_lazy("A place is offered"), lambda: offered(SAMPLE, SAMPLE_LINK, "3. Mai 2027, 18:00 Uhr")
)
enums.message(EXPIRED, gettext_lazy("An offer has ended"), lambda: expired(SAMPLE, SAMPLE_LINK))
enums.message(
    CANCELLED, gettext_lazy("A registration is cancelled"), lambda: cancelled(SAMPLE, "34,50\u00a0€", SAMPLE_LINK)
)
enums.message(CHANGED, gettext_lazy("A registration was changed"), lambda: changed(SAMPLE, SAMPLE_LINK))
enums.message(PRICE, gettext_lazy("The reduced price was refused"), lambda: price_changed(SAMPLE, SAMPLE_LINK))
enums.message(LINK, gettext_lazy("A link to the registration"), lambda: your_link(SAMPLE, SAMPLE_LINK))
