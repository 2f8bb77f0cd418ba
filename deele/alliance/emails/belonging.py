"""Joining, the profile and its yearly review, leaving: what members are told by mail."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from deele.mail import enums
from deele.mail.enums import Draft

CONFIRM, ARRIVED, WELCOME, REFUSED = "alliance.confirm", "alliance.arrived", "alliance.welcome", "alliance.refused"
PUBLIC, RETURNED, REVIEW, GOODBYE = "alliance.public", "alliance.returned", "alliance.review", "alliance.goodbye"
NAME, MEMBER, SAMPLE = "Kim Muster", "Verein Muster e. V.", "https://example.org/buendnis/muster/"


def letter(name: str, subject: str, *parts: str) -> Draft:
    """Paragraphs between a greeting and a farewell."""
    return Draft(subject, "\n\n".join([_("Good day %(name)s,") % {"name": name}, *parts, _("Kind regards")]))


def button(label: str, link: str) -> str:
    """A button on a line of its own."""
    return f"[[{label}|{link}]]"


def confirm_wish(name: str, member: str, link: str) -> Draft:
    """After the public form: only a proven address counts."""
    return letter(
        name,
        _("Please confirm: %(member)s wants to join the alliance") % {"member": member},
        _("you wrote that %(member)s wants to join the alliance. Please confirm that this address is yours.")
        % {"member": member},
        button(_("Confirm the address"), link),
        _("It was not you? Then you need not do anything. What was written is deleted after 30 days."),
    )


def wish_arrived(name: str, member: str, link: str) -> Draft:
    """Confirmed: what happens now, and the way to one's own page."""
    return letter(
        name,
        _("Thank you: %(member)s and the alliance") % {"member": member},
        _("we have your wish to join. The office of the alliance writes or calls you within two weeks."),
        _("Until then you can write your profile: who you are, and three questions. Nothing is public before you "
          "and the office have agreed."),
        button(_("To my pages"), link),
    )  # fmt: skip


def welcome(name: str, member: str, link: str) -> Draft:
    """A member now."""
    return letter(
        name,
        _("Welcome: %(member)s is a member of the alliance") % {"member": member},
        _("%(member)s now belongs to the alliance. We are glad!") % {"member": member},
        _("On your pages you see what the others do, write your profile, and add colleagues who act for you."),
        button(_("To my pages"), link),
    )


def refused(name: str, member: str, reason: str) -> Draft:
    """It does not come to a membership."""
    return letter(
        name,
        _("%(member)s and the alliance") % {"member": member},
        _("%(member)s cannot become a member of the alliance at the moment. The reason: %(reason)s")
        % {"member": member, "reason": reason},
        _("If you think this is a mistake, please answer this mail."),
    )


def profile_public(name: str, member: str, link: str) -> Draft:
    """The agreed profile is public."""
    return letter(
        name,
        _("Your profile is public: %(member)s") % {"member": member},
        _("everybody can read the profile of %(member)s now. Once a year we ask whether it still holds.")
        % {"member": member},
        button(_("Look at it"), link),
    )


def draft_returned(name: str, member: str, answer: str, link: str) -> Draft:
    """The office has a question about the draft."""
    return letter(
        name,
        _("A question about your profile: %(member)s") % {"member": member},
        _("we have read your draft for %(member)s. Before it becomes public, please look at this:")
        % {"member": member},
        answer,
        _("Your text is still there. What was public stays public until we agree."),
        button(_("To my profile"), link),
    )


def review(name: str, member: str, link: str, again: bool) -> Draft:
    """Does the profile still hold? One click."""
    subject = _("Please look once more: does your profile still hold?") if again else _("Does your profile still hold?")
    return letter(
        name,
        f"{subject} ({member})",
        _("a year ago you wrote what %(member)s gives and expects in the alliance. Does it still hold?")
        % {"member": member},
        button(_("Look, and say yes"), link),
        _("One click is enough, without a password. You can change it on the same page."),
    )


def goodbye(name: str, member: str) -> Draft:
    """Left."""
    return letter(
        name,
        _("%(member)s has left the alliance") % {"member": member},
        _("%(member)s no longer belongs to the alliance. Your way into its pages has ended; what was decided and "
          "promised stays written down.") % {"member": member},
        _("You are welcome to come back at any time. Thank you for what you brought in."),
    )  # fmt: skip


for key, title, preview in (
    (CONFIRM, gettext_lazy("Alliance: confirm the wish to join"), lambda: confirm_wish(NAME, MEMBER, SAMPLE)),
    (ARRIVED, gettext_lazy("Alliance: the wish to join arrived"), lambda: wish_arrived(NAME, MEMBER, SAMPLE)),
    (WELCOME, gettext_lazy("Alliance: welcome as a member"), lambda: welcome(NAME, MEMBER, SAMPLE)),
    (REFUSED, gettext_lazy("Alliance: no membership"), lambda: refused(NAME, MEMBER, "arbeitet nicht in diesem Land")),
    (PUBLIC, gettext_lazy("Alliance: the profile is public"), lambda: profile_public(NAME, MEMBER, SAMPLE)),
    (RETURNED, gettext_lazy("Alliance: a question about the profile"),
     lambda: draft_returned(NAME, MEMBER, "Welche Räume meinen Sie?", SAMPLE)),
    (REVIEW, gettext_lazy("Alliance: does the profile still hold?"), lambda: review(NAME, MEMBER, SAMPLE, False)),
    (GOODBYE, gettext_lazy("Alliance: left"), lambda: goodbye(NAME, MEMBER)),
):  # fmt: skip
    enums.message(key, title, preview)
