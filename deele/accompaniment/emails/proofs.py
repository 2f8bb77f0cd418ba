"""To the adviser: a proof of a grant comes due."""

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from deele.mail import enums
from deele.mail.enums import Draft

PURPOSE = "accompaniment.proof-due"


def proof_due(*, plan: str, programme: str, what: str, due_on: date, today: date, link: str) -> Draft:
    """A proof is due soon, today, or since some days."""
    day = date_format(due_on, "j. F Y")
    values = {"what": what, "plan": plan, "programme": programme, "day": day}
    subject = _("Due on %(day)s: %(what)s, %(plan)s") % values
    if due_on < today:
        subject = _("Overdue since %(day)s: %(what)s, %(plan)s") % values
    lines = (
        _("Good day,"),
        _("for the plan “%(plan)s” the %(what)s under “%(programme)s” is due on %(day)s.") % values,
        _("Please ask the carrier whether it is on its way, and write down when it was handed in."),
        f"[[{_('Open the application')}|{link}]]",
    )
    return Draft(subject, "\n\n".join(lines))


def sample() -> Draft:
    """As it looks."""
    return proof_due(
        plan="Hof Muster", programme="Dorfgeld Muster", what=_("interim proof"), due_on=date(2027, 3, 31),
        today=date(2027, 3, 3), link="https://example.org/schreibtisch/begleitung/1/antraege/1/",
    )  # fmt: skip


enums.message(PURPOSE, gettext_lazy("A proof of a grant comes due"), sample)
