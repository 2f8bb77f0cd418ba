"""What a reader should look at: words that may show a person. Hints, never a verdict."""

import re

from django.utils.translation import gettext as _

MAIL = re.compile(r"[\w.+-]+@[\w-]+\.\w+")
PHONE = re.compile(r"(?<![\d.])(?:\+49|0)[\d\s/().-]{6,}\d")
WEB = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
HEALTH = re.compile(
    r"(pflegegrad|pflegestufe|demenz|rollstuhl|rollator|depress|behinder|diagnose|krank(?!enhaus|enkasse)|krebs|"
    r"parkinson|epilep|psychi|therapie|schwerhörig|blind)",
    re.IGNORECASE,
)
STREET = re.compile(r"\b[A-ZÄÖÜ][\wäöüß-]+(?:straße|strasse|str\.|weg|allee|platz)\s+\d+", re.UNICODE)


def looks_personal(text: str, *, of_person: bool = False) -> list[str]:
    """What the text may show, in words; of somebody who looks for a home also words about health."""
    found = {
        _("an e-mail address"): MAIL,
        _("a telephone number"): PHONE,
        _("a web address"): WEB,
        _("a street with a number"): STREET,
    }
    if of_person:
        found[_("something about health or need of care")] = HEALTH
    return [words for words, pattern in found.items() if pattern.search(text)]
