"""What notices say by mail: one function per message, declared with a sample for the preview page."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from deele.mail import enums
from deele.mail.enums import Draft

PROVE, LINK, PUBLISHED, REFUSED = "notices.prove", "notices.link", "notices.published", "notices.refused"
RENEW, EXPIRED, BLOCKED, GOODBYE = "notices.renew", "notices.expired", "notices.blocked", "notices.goodbye"
RELAY, RELAY_COPY = "notices.relay", "notices.relay-copy"
INTEREST, INTRODUCED, OUTCOME = "notices.interest", "notices.introduced", "notices.outcome"
SAMPLE, SAMPLE_LINK = "Zu zweit aufs Land, gern mit Garten", "https://example.org/gesuche/mein/muster/"


def letter(subject: str, *parts: str) -> Draft:
    """Paragraphs between a greeting and a farewell."""
    return Draft(subject, "\n\n".join([_("Good day,"), *parts, _("Kind regards")]))


def button(label: str, link: str) -> str:
    """A button on a line of its own."""
    return f"[[{label}|{link}]]"


def please_prove(title: str, link: str) -> Draft:
    """After handing in: only a proven address reaches the reader."""
    words = {"title": title}
    return letter(
        _("Please confirm your notice “%(title)s”") % words,
        _("you wrote the notice “%(title)s”. Please confirm that this address is yours.") % words,
        button(_("Confirm the address"), link),
        _("If you did not write it, you need not do anything; it will be deleted by itself after 30 days."),
    )


def your_link(title: str, link: str) -> Draft:
    """A fresh link to one's own page."""
    return letter(
        _("Your link to the notice “%(title)s”") % {"title": title},
        _("with this link you can see, change, pause, renew or end your notice “%(title)s”.") % {"title": title},
        button(_("To my notice"), link),
        _("Please do not pass the link on: whoever has it can change your notice."),
    )


def published(title: str, link: str, until: str) -> Draft:
    """It takes part from now on."""
    return letter(
        _("Your notice “%(title)s” is active") % {"title": title},
        _("we have read your notice “%(title)s”. It takes part from now on, until %(day)s.")
        % {"title": title, "day": until},
        _("Before that day we ask you whether it still holds. What fits it stands on your page."),
        button(_("To my notice"), link),
    )


def refused(title: str, reason: str, link: str) -> Draft:
    """It can't be published as it is."""
    return letter(
        _("Your notice “%(title)s” needs a change") % {"title": title},
        _("we cannot publish your notice “%(title)s” as it is. The reason: %(reason)s")
        % {"title": title, "reason": reason},
        _("You can change it and hand it in again."),
        button(_("To my notice"), link),
    )


def please_renew(title: str, link: str, until: str) -> Draft:
    """Does it still hold? One button on the page says yes."""
    return letter(
        _("Does your notice “%(title)s” still hold?") % {"title": title},
        _("your notice “%(title)s” holds until %(day)s. Shall it go on?") % {"title": title, "day": until},
        button(_("Renew or end it"), link),
        _("One click is enough. If we hear nothing, it is no longer shown after that day; you can still renew it."),
    )


def expired(title: str, link: str) -> Draft:
    """It is shown no more, and can come back."""
    return letter(
        _("Your notice “%(title)s” has expired") % {"title": title},
        _("your notice “%(title)s” is no longer shown. If you still look, one click brings it back.")
        % {"title": title},
        button(_("Renew or end it"), link),
        _("If you do nothing, we delete your name, your address and your text in six months."),
    )


def blocked(title: str, reason: str) -> Draft:
    """The office took it out."""
    return letter(
        _("Your notice “%(title)s” was taken out") % {"title": title},
        _("we have taken your notice “%(title)s” out. The reason: %(reason)s") % {"title": title, "reason": reason},
        _("If you think this is a mistake, please answer this mail."),
    )


def goodbye(title: str) -> Draft:
    """Withdrawn: what was deleted."""
    return letter(
        _("Your notice “%(title)s” is deleted") % {"title": title},
        _("your notice is withdrawn. Your name, your address, your text and everything you told us is deleted."),
        _("We only count that there was a notice of this kind."),
    )


def passed_on(title: str, name: str, email: str, text: str, link: str) -> Draft:
    """A stranger's message for the people behind a notice."""
    return letter(
        _("A message about your notice “%(title)s”") % {"title": title},
        _("%(name)s (%(email)s) writes to you about “%(title)s”:") % {"name": name, "email": email, "title": title},
        text,
        _("Your address was not shown. If you answer this mail, the answer goes directly to %(name)s.")
        % {"name": name},
        button(_("To my notice"), link),
    )


def copy_of_message(title: str) -> Draft:
    """For the sender: it went."""
    return letter(
        _("Your message about “%(title)s” is on its way") % {"title": title},
        _("we have passed your message on. If the people behind the notice want to answer, they write to you."),
    )


def interest(title: str, other: str, reasons: list[str], link: str) -> Draft:
    """Somebody's notice fits: does this side want to meet, too? Names nobody."""
    return letter(
        _("Somebody fits your notice “%(title)s”") % {"title": title},
        _("we found a notice that may fit yours: “%(other)s”.") % {"other": other},
        "\n".join(f"- {reason}" for reason in reasons),
        button(_("Look, and say yes or no"), link),
        _("Only when both sides say yes, we give each of you the name and address of the other."),
    )


def introduced(title: str, other: str, name: str, email: str) -> Draft:
    """Both agreed: here is the other."""
    return letter(
        _("You both said yes: %(other)s") % {"other": other},
        _("you both want to get to know each other. This is the other side:"),
        _("**%(name)s**, %(email)s, with the notice “%(other)s”.") % {"name": name, "email": email, "other": other},
        _("They get the same mail with your name and address. Just write; the first step is yours as much as theirs."),
        _("In some weeks we ask you what came of it. Your notice: “%(title)s”.") % {"title": title},
    )


def outcome(title: str, other: str, link: str) -> Draft:
    """Some weeks later: what came of it?"""
    return letter(
        _("What came of it? “%(other)s”") % {"other": other},
        _("some weeks ago we introduced you (“%(title)s”) and “%(other)s” to each other. Did you find each other?")
        % {"title": title, "other": other},
        button(_("Answer with one click"), link),
        _("It helps us to show that this exchange is worth its money."),
    )


enums.message(PROVE, gettext_lazy("Notice: confirm the address"), lambda: please_prove(SAMPLE, SAMPLE_LINK))
enums.message(LINK, gettext_lazy("Notice: link to one’s own page"), lambda: your_link(SAMPLE, SAMPLE_LINK))
enums.message(PUBLISHED, gettext_lazy("Notice: it is active"), lambda: published(SAMPLE, SAMPLE_LINK, "1. Mai 2027"))
enums.message(
    REFUSED, gettext_lazy("Notice: it needs a change"), lambda: refused(SAMPLE, "nennt eine Person", SAMPLE_LINK)
)
enums.message(
    RENEW, gettext_lazy("Notice: does it still hold?"), lambda: please_renew(SAMPLE, SAMPLE_LINK, "1. Mai 2027")
)
enums.message(EXPIRED, gettext_lazy("Notice: it has expired"), lambda: expired(SAMPLE, SAMPLE_LINK))
enums.message(BLOCKED, gettext_lazy("Notice: it was taken out"), lambda: blocked(SAMPLE, "nur gewerblich"))
enums.message(GOODBYE, gettext_lazy("Notice: it is deleted"), lambda: goodbye(SAMPLE))
enums.message(
    RELAY,
    gettext_lazy("Notice: a message passed on"),
    lambda: passed_on(SAMPLE, "Besucherin Muster", "muster@example.org", "Guten Tag, …", SAMPLE_LINK),
)
enums.message(RELAY_COPY, gettext_lazy("Notice: your message went"), lambda: copy_of_message(SAMPLE))
enums.message(
    INTEREST,
    gettext_lazy("Notice: somebody fits"),
    lambda: interest(SAMPLE, "Wohnhof Muster sucht noch zwei Haushalte", ["12 km auseinander"], SAMPLE_LINK),
)
enums.message(
    INTRODUCED,
    gettext_lazy("Notice: both said yes"),
    lambda: introduced(SAMPLE, "Wohnhof Muster sucht noch zwei Haushalte", "Gruppe Muster", "muster@example.org"),
)
enums.message(
    OUTCOME,
    gettext_lazy("Notice: what came of it?"),
    lambda: outcome(SAMPLE, "Wohnhof Muster sucht noch zwei Haushalte", SAMPLE_LINK),
)
