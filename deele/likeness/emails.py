"""What likeness says by mail."""

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from deele.mail import enums
from deele.mail.enums import Draft

SAMPLE = "https://example.org/schreibtisch/abgleich/"


def radar(pairs: Sequence[tuple[str, str]], total: int, link: str) -> Draft:
    """Once a month: these things overlap, and nobody has decided what follows. `pairs` is a part of all."""
    lines = "\n".join(_("- “%(one)s” and “%(other)s”") % {"one": one, "other": other} for one, other in pairs)
    return Draft(
        ngettext(
            "%(n)s overlap nobody has decided about", "%(n)s overlaps nobody has decided about", total
        ) % {"n": total},
        _(
            "Good day,\n\nthese resemble each other, and nobody has decided yet what follows:\n\n%(lines)s\n\n"
            "[[Look at all of them|%(link)s]]\n\nThis mail comes at most once a month."
        )
        % {"lines": lines, "link": link},
    )  # fmt: skip


enums.message(
    "likeness.radar",
    gettext_lazy("Overlaps nobody decided about, once a month"),
    lambda: radar([("Aktionstag Muster", "Woche des Musters")], 3, SAMPLE),
)
