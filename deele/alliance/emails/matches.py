"""What matches of needs and offers say by mail."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from deele.mail import enums
from deele.mail.enums import Draft

QUESTION, INTRODUCED, OUTCOME = "alliance.match-question", "alliance.match-introduced", "alliance.match-outcome"
SAMPLE = "https://example.org/buendnis/treffer/muster/"


def letter(subject: str, name: str, *parts: str) -> Draft:
    """A mail to a person."""
    return Draft(subject, "\n\n".join([_("Good day %(name)s,") % {"name": name}, *filter(None, parts)]))


def question(name: str, other: str, quote: str, reasons: list[str], link: str) -> Draft:
    """Something fits: would you like to meet? Names the other member, no person and no address."""
    return letter(
        _("Offer meets need: %(other)s") % {"other": other}, name,
        _("what you wrote and what %(other)s wrote seem to fit. There it says: “%(quote)s”")
        % {"other": other, "quote": quote},
        "\n".join(f"- {reason}" for reason in reasons),
        f"[[{_('Look, and say yes or no')}|{link}]]",
        _("Only when both sides say yes, each of you gets the name and the address of the other."),
    )  # fmt: skip


def introduced(name: str, other: str, person: str, address: str, whom: str, link: str) -> Draft:
    """Both said yes: whom to write to."""
    return letter(
        _("You both said yes: %(other)s") % {"other": other}, name,
        _("you and %(other)s would like to meet. Please write to:") % {"other": other},
        _("**%(person)s**, %(address)s") % {"person": person, "address": address},
        _("They add: %(whom)s") % {"whom": whom} if whom else "",
        _("They get the same mail with your name and your address. In three months we ask what came of it."),
        f"[[{_('To this match')}|{link}]]",
    )  # fmt: skip


def outcome(name: str, other: str, link: str) -> Draft:
    """Three months later: what came of it?"""
    return letter(
        _("What came of it? %(other)s") % {"other": other}, name,
        _("three months ago you and %(other)s said yes to each other. Did something come of it? One click is enough.")
        % {"other": other},
        f"[[{_('Tell what came of it')}|{link}]]",
        _("“Nothing” is an answer, too. It helps us to bring together better what fits."),
    )  # fmt: skip


enums.message(
    QUESTION,
    gettext_lazy("Alliance: a need and an offer fit"),
    lambda: question("Kim Muster", "Hof Muster", "Unsere Räume stehen offen.", ["Beide: Nachbarschaft."], SAMPLE),
)
enums.message(
    INTRODUCED,
    gettext_lazy("Alliance: both sides of a match said yes"),
    lambda: introduced("Kim Muster", "Hof Muster", "Robin Beispiel", "robin@example.org", "am besten abends", SAMPLE),
)
enums.message(
    OUTCOME,
    gettext_lazy("Alliance: what came of a match?"),
    lambda: outcome("Kim Muster", "Hof Muster", SAMPLE),
)
