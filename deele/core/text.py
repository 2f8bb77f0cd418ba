"""German text for comparing and for addresses."""

import re
import unicodedata

_AE = re.compile(r"ae|oe|(?<!q)ue")
_WORDS = re.compile(r"[a-z0-9]+")
_LETTERS = str.maketrans({"ß": "ss", "ẞ": "ss", "ł": "l", "ø": "o", "đ": "d", "æ": "ae", "œ": "oe"})


def fold(text: str) -> str:
    """Return `text` in lower case without accents, so that Lüchow, LUECHOW and luchow are one.

    The spellings ae, oe and ue become a, o and u as ä, ö and ü do; the loss (Goethe → gothe) does no
    harm as long as both sides of a comparison are folded.
    """
    plain = unicodedata.normalize("NFKD", text.lower().translate(_LETTERS))
    plain = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return _AE.sub(lambda found: found[0][0], plain)


def words(text: str) -> list[str]:
    """Return the folded words of `text`, without signs."""
    return _WORDS.findall(fold(text))


def slug(text: str, limit: int = 60) -> str:
    """Return `text` as it may stand in an address: Lüchow (Wendland) → luechow-wendland."""
    spelled = text.lower()
    for umlaut, letters in (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ß", "ss")):
        spelled = spelled.replace(umlaut, letters)
    plain = unicodedata.normalize("NFKD", spelled)
    plain = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return "-".join(re.findall(r"[a-z0-9]+", plain))[:limit].strip("-") or "-"


def one_line(text: str) -> str:
    """Without line breaks and signs nobody sees; what people type in one line stays one line."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())
