"""Numbers as people give them: "20–30", "ca. 40", "mind. 8", "bis 12", "über 600" are values with a precision."""

import re
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

NUMBER = r"(\d{1,3}(?:\.\d{3})+|\d+)"
ABOUT = re.compile(r"^(?:ca\.?|circa|etwa|rund|ungefähr|um die|~)\s*", re.IGNORECASE)
AT_LEAST = re.compile(r"^(?:mindestens|mind\.?|ab|>=)\s*", re.IGNORECASE)
AT_MOST = re.compile(r"^(?:maximal|max\.?|bis zu|bis|höchstens|<=)\s*", re.IGNORECASE)
OVER = re.compile(r"^(?:über|mehr als|>)\s*", re.IGNORECASE)
UNDER = re.compile(r"^(?:unter|weniger als|<)\s*", re.IGNORECASE)
BETWEEN = re.compile(rf"^{NUMBER}\s*(?:-|–|—|bis|\.\.)\s*{NUMBER}$", re.IGNORECASE)
SINGLE = re.compile(rf"^{NUMBER}$")


class BadRange(ValueError):
    """The text is no number and no range."""


@dataclass(frozen=True)
class Range:
    """A count with its precision. `low` and `high` are inclusive; None means open on that side.

    `about` marks a value given as "ca.": the number is the best known, not a bound. `beyond` marks "über 600" and
    "unter 50": the one bound that was said is itself left out.
    """

    low: int | None
    high: int | None
    about: bool = False
    beyond: bool = False

    def __post_init__(self) -> None:
        if self.low is None and self.high is None:
            raise BadRange("a range needs a number")
        if self.low is not None and self.high is not None and self.low > self.high:
            raise BadRange("the first number is larger than the second")
        if self.beyond and (self.about or (self.low is not None and self.high is not None)):
            raise BadRange("beyond what? one number is needed")

    @property
    def middle(self) -> float:
        """One number for sorting and charts: the middle, or the known bound."""
        known = [bound for bound in (self.low, self.high) if bound is not None]
        return sum(known) / len(known)

    def __str__(self) -> str:
        if self.beyond:
            words = _("under %(number)s") if self.low is None else _("over %(number)s")
            return str(words % {"number": self.high if self.low is None else self.low})
        if self.low is None:
            return str(_("up to %(number)s") % {"number": self.high})
        if self.high is None:
            return str(_("at least %(number)s") % {"number": self.low})
        number = str(self.low) if self.low == self.high else f"{self.low}–{self.high}"
        return str(_("about %(number)s") % {"number": number}) if self.about else number

    def stored(self) -> str:
        """The canonical spelling kept in the database: 20..30, ~40, 8.., ..12, >600, <50."""
        if self.beyond:
            return f"<{self.high}" if self.low is None else f">{self.low}"
        if self.low == self.high:
            body = str(self.low)
        else:
            body = f"{'' if self.low is None else self.low}..{'' if self.high is None else self.high}"
        return f"~{body}" if self.about else body

    @classmethod
    def restored(cls, text: str) -> "Range":
        """Read the canonical spelling."""
        if text.startswith((">", "<")):
            number = int(text[1:])
            return cls(number, None, beyond=True) if text[0] == ">" else cls(None, number, beyond=True)
        about, body = text.startswith("~"), text.removeprefix("~")
        low, dots, high = body.partition("..")
        if not dots:
            high = low
        return cls(int(low) if low else None, int(high) if high else None, about)


def _whole(text: str) -> int:
    return int(text.replace(".", ""))


def parse(text: str) -> Range:
    """Read what a person wrote. German thousands points are understood. Raises BadRange."""
    plain = text.strip()
    about = bool(ABOUT.match(plain))
    plain = ABOUT.sub("", plain)
    if found := BETWEEN.match(plain):
        return Range(_whole(found[1]), _whole(found[2]), about)
    for prefix, sides in ((AT_LEAST, "low"), (AT_MOST, "high"), (OVER, "low"), (UNDER, "high")):
        if prefix.match(plain) and (found := SINGLE.match(prefix.sub("", plain))):
            number, beyond = _whole(found[1]), prefix in (OVER, UNDER) and not about
            low, high = (number, None) if sides == "low" else (None, number)
            return Range(low, high, about, beyond)
    if found := SINGLE.match(plain):
        number = _whole(found[1])
        return Range(number, number, about)
    raise BadRange(f"{text!r} is no number and no range")
