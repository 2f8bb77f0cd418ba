"""What people read about an enquiry: who asked, and who answers. Mails to the office repeat no words of it."""

from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from deele.advice.models import Enquiry
from deele.mail import enums
from deele.mail.enums import Draft

REFUSED = "advice.enquiry-refused"
CONFIRMED, ANSWERED, NEW, REMINDER = (
    "advice.enquiry-confirmed", "advice.enquiry-answered", "advice.enquiry-new", "advice.enquiry-reminder",
)  # fmt: skip
SAMPLE_LINK = "https://example.org/beratung/anfrage/muster/"


@dataclass(frozen=True)
class Told:
    """What a mail may say of an enquiry."""

    code: str
    name: str
    topic: str
    area: str
    adviser: str
    by: str
    is_answered_by_phone: bool = False


def told(enquiry: Enquiry) -> Told:
    """An enquiry in words."""
    return Told(
        code=enquiry.code,
        name=enquiry.name,
        topic=str(enquiry.get_topic_display()).partition(":")[0],
        area=enquiry.area.name,
        adviser=str(enquiry.adviser or ""),
        by=date_format(enquiry.promised_on, "l, j. F Y"),
        is_answered_by_phone=enquiry.answer_by == "telefon",
    )


SAMPLE = Told("K7M4Q", "Ratsuchende Muster", "Einstieg", "Wohnen", "Beraterin Muster", "Dienstag, 1. Dezember 2026")


def letter(told: Told, subject: str, *parts: str) -> Draft:
    """Paragraphs between a greeting and a farewell; the number stands in the subject, so that an answer finds back."""
    greeting = _("Good day %(name)s,") % {"name": told.name} if told.name else _("Good day,")
    return Draft(f"{subject} [{told.code}]", "\n\n".join([greeting, *filter(None, parts), _("Kind regards")]))


def confirmed(told: Told, link: str) -> Draft:
    """It is here."""
    who = _("%(adviser)s answers you") if told.adviser else _("We answer you")
    how = _("by telephone") if told.is_answered_by_phone else _("by e-mail")
    return letter(
        told,
        _("Your enquiry has arrived"),
        _("Thank you for your enquiry. It has arrived."),
        f"{who % {'adviser': told.adviser}} {how}, {_('by %(day)s at the latest.') % {'day': told.by}}",
        _("Your number is %(code)s. Name it when you call us, then you need not begin anew.") % {"code": told.code},
        f"[[{_('See it, add to it, withdraw it')}|{link}]]",
        _("This link opens your enquiry without a password. Please do not pass it on."),
    )


def answered(told: Told, text: str, link: str) -> Draft:
    """The answer itself, with the name of whoever wrote it."""
    return letter(
        told,
        _("The answer to your enquiry"),
        text,
        told.adviser,
        _("Is a question left? Please answer this mail, or write to us here:"),
        f"[[{_('Your enquiry')}|{link}]]",
    )


def arrived(told: Told, link: str, *, added: bool) -> Draft:
    """To whoever answers."""
    what = _("Somebody added something to an enquiry") if added else _("A new enquiry waits for you")
    return letter(
        Told(told.code, "", told.topic, told.area, told.adviser, told.by),
        what,
        _("%(what)s: %(topic)s, %(area)s.") % {"what": what, "topic": told.topic, "area": told.area},
        _("We promised an answer by %(day)s.") % {"day": told.by},
        f"[[{_('Open the enquiry')}|{link}]]",
    )


def reminder(told: Told, link: str, *, late: bool) -> Draft:
    """To whoever answers, on the promised day and after it."""
    late_words = _("The promised answer is overdue since %(day)s.") % {"day": told.by}
    today = _("Today somebody waits for your answer, or you wanted to look at it again.")
    return letter(
        Told(told.code, "", told.topic, told.area, told.adviser, told.by),
        _("An enquiry waits"),
        late_words if late else today,
        f"[[{_('Open the enquiry')}|{link}]]",
    )


def refused(megabytes: int, *, is_large: bool) -> Draft:
    """To whoever wrote a mail we could not take."""
    large = _("Your mail has %(size)s MB. We can take at most 20 MB.") % {"size": megabytes}
    knotted = _("Your mail has so many parts that we could not read it.")
    todo = _("Please write again without the files, or call us. Nobody has read your mail yet.")
    return Draft(
        _("We could not take your mail"),
        "\n\n".join([_("Good day,"), large if is_large else knotted, todo, _("Kind regards")]),
    )


enums.message(CONFIRMED, gettext_lazy("Enquiry has arrived"), lambda: confirmed(SAMPLE, SAMPLE_LINK))
enums.message(
    ANSWERED,
    gettext_lazy("Answer to an enquiry"),
    lambda: answered(SAMPLE, "In Ihrer Nähe gibt es drei Wohnprojekte, die Sie besuchen können.", SAMPLE_LINK),
)
enums.message(NEW, gettext_lazy("New enquiry, to whoever answers"), lambda: arrived(SAMPLE, SAMPLE_LINK, added=False))
enums.message(REMINDER, gettext_lazy("Reminder of an enquiry"), lambda: reminder(SAMPLE, SAMPLE_LINK, late=True))
enums.message(REFUSED, gettext_lazy("Mail could not be taken"), lambda: refused(40, is_large=True))
