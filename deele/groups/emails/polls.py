"""Finding a date."""

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from deele.groups.emails.seats import SAMPLE, letter
from deele.mail import enums
from deele.mail.enums import Draft

POLL, CHOSEN = "groups.poll", "groups.date-chosen"


def poll_opened(
    name: str, group: str, about: tuple[str, str], options: Sequence[str], until: str, link: str
) -> Draft:  # fmt: skip
    """Somebody is asked when they can come. `about` is the title and a few words."""
    title, text = about
    words = {"group": group, "title": title, "day": until}
    return letter(
        _("When can you come? %(title)s") % words,
        name,
        _("the working group “%(group)s” looks for a date: %(title)s") % words,
        text,
        "\n".join(f"- {option}" for option in options),
        f"[[{_('Say what suits')}|{link}]]",
        _("Please answer until %(day)s. You need not sign in, and you can change your answer with the same link.")
        % words,
    )


def date_chosen(name: str, group: str, title: str, date: tuple[str, str], link: str) -> Draft:
    """The date is found. `date` is when and where."""
    when, where = date
    words = {"group": group, "title": title}
    return letter(
        _("The date is found: %(title)s") % words,
        name,
        _("the working group “%(group)s” has found a date: %(title)s") % words,
        f"**{when}**" + (f"\n{where}" if where else ""),
        _("The file with this mail puts it into your calendar."),
        f"[[{_('To the working group')}|{link}]]",
    )


enums.message(
    POLL, gettext_lazy("A working group looks for a date"),
    lambda: poll_opened("Kim Muster", "Arbeitsgruppe Muster", ("Sitzung im März", ""),
                        ["Di, 3. März 2027, 10:00 bis 12:00", "Do, 5. März 2027, 10:00 bis 12:00"],
                        "Freitag, 20. Februar", SAMPLE),
)  # fmt: skip
enums.message(
    CHOSEN, gettext_lazy("A working group has found a date"),
    lambda: date_chosen("Kim Muster", "Arbeitsgruppe Muster", "Sitzung im März",
                        ("Di, 3. März 2027, 10:00 bis 12:00", "Nachbarschaftstreff Muster"), SAMPLE),
)  # fmt: skip
