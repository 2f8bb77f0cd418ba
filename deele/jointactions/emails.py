"""What joint actions say by mail: one function per message, declared with a sample for the preview page."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from deele.mail import enums
from deele.mail.enums import Draft

LINK, RECEIVED, TAKEN = "jointactions.link", "jointactions.received", "jointactions.taken"
ASKED, REFUSED, GOODBYE = "jointactions.asked", "jointactions.refused", "jointactions.goodbye"
SAMPLE, SAMPLE_LINK = "Fotoaktion Muster", "https://example.org/buendnis/aktionen/beitrag/muster/"


def letter(subject: str, *parts: str) -> Draft:
    """Paragraphs between a greeting and a farewell."""
    return Draft(subject, "\n\n".join([_("Good day,"), *(part for part in parts if part), _("Kind regards")]))


def button(label: str, link: str) -> str:
    """A button on a line of its own."""
    return f"[[{label}|{link}]]"


def your_link(title: str, link: str, until: str) -> Draft:
    """After the first step: the draft is kept, the link leads to it."""
    return letter(
        _("Your contribution to “%(title)s”: please hand it in") % {"title": title},
        _("we have kept your draft for “%(title)s”. With this link you look at it, add to it and hand it in.")
        % {"title": title},
        button(_("To my contribution"), link),
        _("The call is open until %(day)s. Nobody sees your draft before you hand it in.") % {"day": until},
        _("Please keep this mail: with the link you can also withdraw your contribution later. If you sent nothing in, "
          "you need not do anything; the draft is deleted by itself."),
    )  # fmt: skip


def received(title: str, link: str) -> Draft:
    """Handed in."""
    return letter(
        _("Your contribution to “%(title)s” has arrived") % {"title": title},
        _("thank you. We look at every contribution and then write to you."),
        button(_("To my contribution"), link),
    )


def taken(title: str, link: str) -> Draft:
    """The office takes it."""
    return letter(
        _("Your contribution to “%(title)s” takes part") % {"title": title},
        _("we are glad about your contribution to “%(title)s” and use it for what you allowed.") % {"title": title},
        button(_("To my contribution"), link),
        _("You can withdraw it at any time; it then goes from our website at once."),
    )


def asked_back(title: str, answer: str, link: str) -> Draft:
    """Something is open."""
    return letter(
        _("A question about your contribution to “%(title)s”") % {"title": title},
        _("we have looked at your contribution to “%(title)s” and have a question:") % {"title": title},
        answer,
        button(_("To my contribution"), link),
        _("There you can change it and hand it in again."),
    )


def refused(title: str, reason: str, answer: str) -> Draft:
    """It is not used."""
    return letter(
        _("Your contribution to “%(title)s”") % {"title": title},
        _("thank you for sending something in to “%(title)s”. We do not use it. The reason: %(reason)s.")
        % {"title": title, "reason": reason},
        answer,
        _("Nobody else sees it. We delete it after three months; with your link you can do so yourself at once."),
    )


def goodbye(title: str, places: list[str]) -> Draft:
    """Withdrawn: what is gone, and where it had been used."""
    listed = "\n".join(f"- {place}" for place in places)
    used = _("It had been used here; the office takes it down where that is possible:") if places else ""
    return letter(
        _("Your contribution to “%(title)s” is withdrawn") % {"title": title},
        _("your name, your address, your text and your photos are deleted and gone from our website."),
        used,
        listed,
    )


enums.message(
    LINK, gettext_lazy("Joint action: link to what was sent in"), lambda: your_link(SAMPLE, SAMPLE_LINK, "1. Mai 2027")
)
enums.message(RECEIVED, gettext_lazy("Joint action: it has arrived"), lambda: received(SAMPLE, SAMPLE_LINK))
enums.message(TAKEN, gettext_lazy("Joint action: it takes part"), lambda: taken(SAMPLE, SAMPLE_LINK))
enums.message(
    ASKED, gettext_lazy("Joint action: a question"), lambda: asked_back(SAMPLE, "Wer ist zu sehen?", SAMPLE_LINK)
)
enums.message(REFUSED, gettext_lazy("Joint action: it is not used"), lambda: refused(SAMPLE, "war schon da", ""))
enums.message(
    GOODBYE, gettext_lazy("Joint action: it is withdrawn"), lambda: goodbye(SAMPLE, ["Ausstellung Muster, Tafel 3"])
)
