"""What good examples say by mail: to their contact, and to whoever asks."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from deele.mail import enums
from deele.mail.enums import Draft

NAMED, RELAY, RELAY_COPY = "library.contact", "library.relay", "library.relay-copy"
FOLLOW_UP, ENDED = "library.follow-up", "library.contact-ended"
SAMPLE, SAMPLE_LINK = "Gutes Beispiel Muster", "https://example.org/bibliothek/beispiele/kontakt/muster/"


def letter(subject: str, *parts: str) -> Draft:
    """Paragraphs between a greeting and a farewell."""
    return Draft(subject, "\n\n".join([_("Good day,"), *parts, _("Kind regards")]))


def button(label: str, link: str) -> str:
    """A button on a line of its own."""
    return f"[[{label}|{link}]]"


def named(title: str, link: str) -> Draft:
    """After somebody was written down as the one who may be asked."""
    words = {"title": title}
    return letter(
        _("You may be asked about “%(title)s”") % words,
        _("you told us that people may ask you about the good example “%(title)s”. Thank you.") % words,
        _("Your name and address are never shown. We pass questions on by mail; you decide whether you answer."),
        button(_("See or end it"), link),
        _("If you did not agree to this, please end it with the link; nobody can ask you from then on."),
    )


def passed_on(title: str, name: str, email: str, text: str, link: str) -> Draft:
    """A question of somebody who read the example."""
    return letter(
        _("A question about “%(title)s”") % {"title": title},
        _("%(name)s has read the good example “%(title)s” and asks:") % {"name": name, "title": title},
        text,
        _("Answering this mail goes directly to %(email)s. Until then they don't know your address.")
        % {"email": email},
        button(_("I no longer want to be asked"), link),
    )


def copy_of_question(title: str) -> Draft:
    """To whoever asked."""
    return letter(
        _("Your question about “%(title)s” is on its way") % {"title": title},
        _("we passed your question on. The answer comes directly to you; sometimes it takes a while."),
        _("We keep your question for 90 days and delete it then."),
    )


def follow_up(title: str, link: str) -> Draft:
    """Every two years: what became of it?"""
    return letter(
        _("What has become of “%(title)s”?") % {"title": title},
        _("for some years “%(title)s” has been among our good examples. Is it still running? What has changed?")
        % {"title": title},
        button(_("Answer in two minutes"), link),
        _("Your answer helps others who want to do the same. We show it with its date, without your name."),
    )


def ended(title: str) -> Draft:
    """After the contact was ended."""
    return letter(
        _("Nobody can ask you about “%(title)s” any more") % {"title": title},
        _("we have deleted your name and address from the good example. Thank you for the time you gave."),
    )


enums.message(NAMED, gettext_lazy("Good example: you may be asked"), lambda: named(SAMPLE, SAMPLE_LINK))
enums.message(
    RELAY,
    gettext_lazy("Good example: a question passed on"),
    lambda: passed_on(SAMPLE, "Besucherin Muster", "muster@example.org", "Wie haben Sie begonnen?", SAMPLE_LINK),
)
enums.message(RELAY_COPY, gettext_lazy("Good example: your question went"), lambda: copy_of_question(SAMPLE))
enums.message(FOLLOW_UP, gettext_lazy("Good example: what has become of it?"), lambda: follow_up(SAMPLE, SAMPLE_LINK))
enums.message(ENDED, gettext_lazy("Good example: nobody asks you any more"), lambda: ended(SAMPLE))
