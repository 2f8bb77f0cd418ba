"""Who gets a certificate, over how many hours, and how it is shown to people who check it."""

import math
import secrets
from decimal import Decimal

LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"  # nothing that is misread
GROUPS, LENGTH = 4, 4  # 31^16 possibilities: nobody guesses one


def new_code() -> str:
    """A code nobody can guess, in groups one can type."""
    return "-".join("".join(secrets.choice(LETTERS) for _sign in range(LENGTH)) for _group in range(GROUPS))


def tidy_code(typed: str) -> str:
    """What somebody typed, as a code is written; empty when it can't be one."""
    signs = "".join(sign for sign in typed.upper() if sign.isalnum())
    if len(signs) != GROUPS * LENGTH or not set(signs) <= set(LETTERS):
        return ""
    return "-".join(signs[start : start + LENGTH] for start in range(0, len(signs), LENGTH))


def days_needed(wanted: int | None, days: int) -> int:
    """On how many days one must have been there; all of them unless the event asks for fewer."""
    return max(1, min(wanted or days, days))


def hours_for(hours: Decimal | None, *, attended: int, days: int) -> Decimal | None:
    """The hours on the certificate: all for all days, the share of it otherwise, rounded down to half hours."""
    if hours is None or not days:
        return None
    if attended >= days:
        return hours
    return Decimal(math.floor(hours * attended / days * 2)) / 2


def masked(name: str) -> str:
    """ "Teilnehmerin von Muster" → "T… v… M…": enough to compare, too little to learn a name."""
    return " ".join(f"{word[0]}…" for word in name.split())


# What frames a day and teaches nothing. A title counts as frame when its first word is, or begins with, one of these.
FRAME = (
    "pause", "kaffeepause", "mittag", "imbiss", "frühstück", "abendessen", "ankommen", "ankunft", "anreise", "abreise",
    "abfahrt", "abschluss", "ausklang", "busfahrt", "einlass", "ende", "fahrt", "heimfahrt", "check-in", "rückfahrt",
    "rückkehr", "weiterfahrt", "begrüßung", "verabschiedung", "anmeldung", "registrierung",
)  # fmt: skip
FRAME_WORDS = 3
PREFIXES = ("gemeinsame ", "gemeinsamer ", "gemeinsames ", "kleine ", "kleiner ", "kurze ")


def is_content(title: str) -> bool:
    """Whether a line of the programme is something one can learn, and not a break, a bus ride or a welcome.

    A longer title that only begins so ("Fahrt mit dem Bürgerbus organisieren") is content: a frame has few words.
    """
    words = title.strip().lower()
    for prefix in PREFIXES:
        words = words.removeprefix(prefix)
    return not words.startswith(FRAME) or len(words.split()) > FRAME_WORDS
