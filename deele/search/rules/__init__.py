"""The one German analysis: used when a document is stored and when somebody asks, so both sides always fit."""

import re
import unicodedata
from functools import lru_cache
from pathlib import Path

import snowballstemmer

from deele.core import text as core_text

HERE = Path(__file__).resolve().parent
MAX_WORD = 64

_WORD = re.compile(r"[^\W_]+")
_HYPHENED = re.compile(r"(?<![^\W_])[^\W_]++(?:[-‐‑–][^\W_]++)+")
_TOKEN = re.compile(r"[a-z0-9]+")
_GERMAN = frozenset("abcdefghijklmnopqrstuvwxyzäöüß0123456789")
_german = snowballstemmer.stemmer("german")


def lines(name: str) -> list[str]:
    """The lines of a word list beside this module, without comments and blanks."""
    found = (line.split("#")[0].strip() for line in (HERE / name).read_text(encoding="utf-8").splitlines())
    return [line for line in found if line]


@lru_cache(maxsize=32_768)
def stem(word: str) -> str:
    """The stem of one word, without accents: Häuser, HAEUSER and hauser are haus. Empty when no letter is left.

    Umlauts are left to the stemmer because it knows that the "ue" of "Frauen" is none (Snowball german 3 maps
    ä, ae and ß itself); folding takes away the accents of other languages.
    """
    plain = word.lower()[:MAX_WORD]
    if not plain.isascii():
        plain = "".join(sign if sign in _GERMAN else core_text.fold(sign) for sign in plain)
    token = _german.stemWord(plain)
    return "".join(_TOKEN.findall(token if token.isascii() else core_text.fold(token)))


def bare(word: str) -> str:
    """A word in lower case without accents, unstemmed: for beginnings."""
    plain = unicodedata.normalize("NFKD", word.lower().replace("ß", "ss"))
    return "".join(_TOKEN.findall(plain))


def surfaces(text: str) -> list[str]:
    """The words of `text` as written, in lower case, without single letters (e. V., 5 a) and without stop words."""
    found = _WORD.findall(unicodedata.normalize("NFC", text).lower())
    return [word for word in found if (len(word) > 1 or word.isdigit()) and word not in stop_words()]


def stems(text: str) -> list[str]:
    """The stems of `text` in their order; what index and query compare."""
    return [token for word in surfaces(text) if (token := stem(word))]


def joined(text: str) -> list[str]:
    """The stems of hyphened words written as one: Fahrrad-Werkstatt is also fahrradwerkstatt."""
    found = _HYPHENED.findall(unicodedata.normalize("NFC", text))
    return [token for word in found if (token := stem(re.sub(r"[\W_]", "", word)))]


@lru_cache(maxsize=1)
def stop_words() -> frozenset[str]:
    """Words that say nothing (stop_words.txt), in lower case, with and without umlauts."""
    plain = {word.lower() for line in lines("stop_words.txt") for word in line.split()}
    return frozenset(plain | {word.translate(_SPELLED) for word in plain})


_SPELLED = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
