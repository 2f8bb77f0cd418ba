"""What people read when an event is called off, postponed or moved, and what the office reads when too few come."""

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from deele.events.emails.registrations import SAMPLE, SAMPLE_LINK, button, facts, letter, own_page
from deele.events.queries.telling import Told
from deele.mail import enums
from deele.mail.enums import Draft

CALLED_OFF, POSTPONED, RESCHEDULED = "events.called-off", "events.postponed", "events.rescheduled"
TOO_FEW = "events.too-few"


def called_off(told: Told, reason: str) -> Draft:
    """It does not take place."""
    return letter(
        told,
        _("Called off: %(title)s") % {"title": told.title},
        _("unfortunately “%(title)s” does not take place.") % {"title": told.title},
        _("The reason: %(reason)s") % {"reason": reason},
        "\n".join(f"- {day}" for day in told.days),
        _("Your registration %(code)s has ended. You owe nothing; what you have paid comes back to you.")
        % {"code": told.code},
        _("We are sorry, and would be glad to see you another time."),
    )


def postponed(told: Told, reason: str, link: str) -> Draft:
    """It takes place later; the registration holds."""
    return letter(
        told,
        _("Postponed: %(title)s") % {"title": told.title},
        _("“%(title)s” does not take place on the date planned. We are looking for a new one.")
        % {"title": told.title},
        _("The reason: %(reason)s") % {"reason": reason},
        "\n".join(f"- {day}" for day in told.days),
        _("Your registration holds. As soon as the new date is fixed, you get a mail. "
          "If you would rather not wait, you can cancel on your own page."),
        *own_page(link),
    )  # fmt: skip


def rescheduled(told: Told, before: Sequence[str], message: str, link: str) -> Draft:
    """The new dates, and the way out."""
    return letter(
        told,
        _("New date: %(title)s") % {"title": told.title},
        _("the dates of “%(title)s” have changed. Until now they were:") % {"title": told.title},
        "\n".join(f"- {day}" for day in before),
        message,
        _("This holds now:"),
        facts(told),
        _("Your registration holds; you need not do anything. If you cannot come on the new date, "
          "please cancel on your own page. That is free of charge."),
        *own_page(link),
    )  # fmt: skip


def too_few(title: str, starts: str, taken: int, minimum: int, link: str) -> Draft:
    """To the office: somebody must decide."""
    people = ngettext("%(number)s person is registered", "%(number)s people are registered", taken)
    return Draft(
        _("Too few registrations: %(title)s") % {"title": title},
        "\n\n".join(
            [
                _("Good day,"),
                _("“%(title)s” is planned for %(day)s. %(people)s; %(minimum)s are needed.")
                % {"title": title, "day": starts, "people": people % {"number": taken}, "minimum": minimum},
                _("Please decide whether it takes place. If you call it off, everybody registered is told by mail."),
                button(_("Open the event"), link),
                _("This mail comes once."),
            ]
        ),
    )


enums.message(
    CALLED_OFF,
    gettext_lazy("An event is called off"),
    lambda: called_off(SAMPLE, "Die Mindestzahl wurde nicht erreicht."),
)
enums.message(
    POSTPONED,
    gettext_lazy("An event is postponed"),
    lambda: postponed(SAMPLE, "Die Referentin ist krank.", SAMPLE_LINK),
)
enums.message(
    RESCHEDULED,
    gettext_lazy("An event has new dates"),
    lambda: rescheduled(
        SAMPLE, ["Donnerstag, 13. Mai 2027, 10:00 bis 17:30 Uhr"], "Der Bus fährt nun später.", SAMPLE_LINK
    ),
)
enums.message(
    TOO_FEW,
    gettext_lazy("Too few people are registered"),
    lambda: too_few(SAMPLE.title, "Donnerstag, 20. Mai 2027", 9, 15, "https://example.org/schreibtisch/"),
)
