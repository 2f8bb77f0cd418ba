"""Streets, telephone numbers, web and mail addresses in the spellings people use."""

import re
from typing import NamedTuple

from deele.core import text

# Addresses of everybody: the same domain says nothing about who it is.
_PUBLIC = (
    "mail.example gmx.de gmx.net web.de gmail.com googlemail.com t-online.de freenet.de outlook.de outlook.com "
    "hotmail.com hotmail.de yahoo.de yahoo.com aol.com icloud.com posteo.de mailbox.org arcor.de online.de ewe.net "
    "ewetel.net kabelmail.de vodafone.de live.de email.de"
)
PUBLIC_MAIL = frozenset(_PUBLIC.split())
_SHARED_HOST = re.compile(r"facebook|instagram|linktr|youtube|twitter|sites\.google|nebenan|meetup")
_NOISE = re.compile(r"^(?:index|default|home|start|startseite)(?:\.\w+)?$")
_STREET = re.compile(r"^(.*?)\s*(\d+)\s*([a-z]?)\b.*$")
_STREET_END = re.compile(r"str(?:\.|asse)?(?=$|\s|\d)")
_SIGNS = re.compile(r"[^a-z0-9]+")


class Street(NamedTuple):
    """Street without its signs, first house number and its letter."""

    name: str
    number: str
    letter: str


class Site(NamedTuple):
    """Host without www and the first parts of the path; on shared hosts the page is the host."""

    host: str
    path: str


def street(given: str) -> Street | None:
    """Take a street apart: Hauptstr. 12 a, Hinterhaus → (hauptstr, 12, a). Only the first address counts."""
    folded = text.fold(given.split(";")[0]).strip()
    if not folded:
        return None
    found = _STREET.match(folded)
    name, number, letter = found.groups() if found else (folded.split(",")[0], "", "")
    name = _STREET_END.sub("str", name.strip())
    return Street(_SIGNS.sub("", name), number, letter) if name else None


def phone(given: str) -> str:
    """Digits with one leading nought: +49 (0) 511/123-4 → 05111234. Nothing when too short to be a number."""
    digits = re.sub(r"\D", "", given.replace("(0)", ""))
    for prefix in ("0049", "49") if given.strip().startswith(("+", "00")) else ():
        digits = "0" + digits.removeprefix(prefix).lstrip("0") if digits.startswith(prefix) else digits
    return digits if len(digits) >= 6 else ""


def mail(given: str) -> tuple[str, str]:
    """Return address and own domain; the domain is empty for mail providers of everybody."""
    address = given.strip().lower()
    _, at, domain = address.rpartition("@")
    if not at or "." not in domain:
        return "", ""
    return address, "" if domain in PUBLIC_MAIL else domain


def site(given: str) -> Site | None:
    """Take a web address apart; None when there is no host in it."""
    plain = re.sub(r"^[a-z]+://", "", given.strip().lower()).split("#")[0].split("?")[0]
    host, _, rest = plain.partition("/")
    host = host.removeprefix("www.").split(":")[0]
    if "." not in host:
        return None
    parts = [part for part in rest.split("/") if part and not _NOISE.match(part)]
    if _SHARED_HOST.search(host):
        return Site("/".join([host, *parts[:1]]), "") if parts else None
    return Site(host, "/".join(parts[:2]))
