"""What people read around the day itself: a reminder, thanks, the certificate, the question how it was."""

from dataclasses import replace

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from deele.events.emails.registrations import SAMPLE, SAMPLE_LINK, button, facts, letter, own_page
from deele.events.queries.telling import Told
from deele.mail import enums
from deele.mail.enums import Draft

REMINDER, THANKS, FEEDBACK = "events.reminder", "events.thanks", "events.feedback"
CERTIFICATE, VOLUNTEER_YEAR = "events.certificate", "events.volunteer-year"


def reminder(told: Told, link: str) -> Draft:
    """A few days before: when, where, how to get in, and a way to cancel in good time."""
    access = [_("Accessibility: %(text)s") % {"text": told.accessibility}] if told.accessibility else []
    return letter(
        told,
        _("Soon: “%(title)s”") % {"title": told.title},
        _("we look forward to seeing you at “%(title)s”. Here is everything once more:") % {"title": told.title},
        facts(replace(told, total="")),
        *access,
        _("If you cannot come, please cancel now, so that somebody else gets the place."),
        *own_page(link),
    )


def thanks(told: Told, link: str, feedback: str, documents: list[tuple[str, str]]) -> Draft:
    """Afterwards: thanks, what is there to read, and the question how it was."""
    papers = "\n".join(f"- {title}: {address}" for title, address in documents)
    return letter(
        told,
        _("Thank you for taking part in “%(title)s”") % {"title": told.title},
        _("thank you for being at “%(title)s”.") % {"title": told.title},
        *([_("What was shown there you find here:"), papers] if documents else []),
        *how_was_it(feedback),
        *own_page(link),
    )


def how_was_it(link: str) -> list[str]:
    """The question how it was, with its promise."""
    if not link:
        return []
    return [
        _("Please tell us how it was: six questions, two minutes. Nobody can tell who answered."),
        button(_("Tell how it was"), link),
    ]


def feedback(told: Told, link: str) -> Draft:
    """The same question for people who were registered by somebody else."""
    return letter(
        told,
        _("How was “%(title)s”?") % {"title": told.title},
        _("thank you for being at “%(title)s”.") % {"title": told.title},
        *how_was_it(link),
    )


def certificate(told: Told, link: str, check: str) -> Draft:
    """The way to the certificate."""
    return letter(
        told,
        _("Your certificate for “%(title)s”") % {"title": told.title},
        _("your certificate of attendance for “%(title)s” is ready.") % {"title": told.title},
        button(_("Open the certificate"), link),
        _("The link is valid for a year. Anybody you show the certificate to can check it here: %(address)s")
        % {"address": check},
    )


def volunteer_year(name: str, year: int, link: str) -> Draft:
    """Once a year: how many people were advised."""
    told = replace(SAMPLE, name=name)
    return letter(
        told,
        _("How many consultations were it in %(year)s?") % {"year": year},
        _(
            "once a year we ask all volunteer advisers how many people they advised. The sum of all stands in our "
            "report and shows what you do."
        ),
        button(_("Tell the number"), link),
        _("It is one number, no names. If you no longer advise, please answer this mail."),
    )


enums.message(REMINDER, gettext_lazy("Reminder before an event"), lambda: reminder(SAMPLE, SAMPLE_LINK))
enums.message(
    THANKS, gettext_lazy("Thanks after an event"), lambda: thanks(SAMPLE, SAMPLE_LINK, SAMPLE_LINK, [sample_document()])
)
enums.message(FEEDBACK, gettext_lazy("How was the event?"), lambda: feedback(SAMPLE, SAMPLE_LINK))
enums.message(
    CERTIFICATE,
    gettext_lazy("A certificate of attendance"),
    lambda: certificate(SAMPLE, SAMPLE_LINK, "https://example.org/bescheinigung/?code=MUST-ER23-4567-89AB"),
)
enums.message(
    VOLUNTEER_YEAR,
    gettext_lazy("Consultations of a volunteer in a year"),
    lambda: volunteer_year("Beraterin Muster", 2026, SAMPLE_LINK),
)


def sample_document() -> tuple[str, str]:
    """A document for the preview."""
    return _("Slides of the morning"), "https://example.org/veranstaltungen/1/dateien/1/"
