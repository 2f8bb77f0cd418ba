"""What people at the desk do not see of a mail: the tokens in its links, and addresses without need.

A link in a mail is a key: who reads it could confirm an entry or set a password in another person's name.
"""

import re

HIDDEN = "•••"
URL = re.compile(r"(https?://[^/\s<>\"'&]+)((?:/[^\s<>\"']*)?)")
HREF = re.compile(r"""href=["'](https?://[^"']*)["']""")
ADDRESS = re.compile(r"[A-Za-z0-9._%+'-]+@[A-Za-z0-9.-]+\.?[A-Za-z0-9]")
CODE = re.compile(r"\b(?=[A-Z0-9-]*\d)[A-Z0-9]{3,8}(?:-[A-Z0-9]{3,8})*\b")
PLAIN = re.compile(r"[a-zäöüß-]{1,24}")


def links(text: str) -> str:
    """Every link of a text cut after its first path segment: https://host/eintrag/•••."""
    return URL.sub(lambda found: found[1] + _path(found[2]), text)


def links_in_html(html: str) -> str:
    """As `links`; and what was cut leads nowhere."""
    dead = HREF.sub(lambda found: found[0] if links(found[1]) == found[1] else 'href="#"', html)
    return links(dead)


def _path(path: str) -> str:
    first, _, rest = path.removeprefix("/").partition("/")
    if not path or (not rest and PLAIN.fullmatch(first)) or path == "/":
        return path
    return f"/{first}/{HIDDEN}" if PLAIN.fullmatch(first) else f"/{HIDDEN}"


def codes(text: str) -> str:
    """Sign-in codes such as 1A2B-3C4D, hidden."""
    return CODE.sub(HIDDEN, text)


def address(value: str) -> str:
    """m•••@beispiel.de: enough to find a mistake in the domain, not enough to write to."""
    name, at, domain = value.rpartition("@")
    return f"{name[:1]}{HIDDEN}{at}{domain}" if at else HIDDEN


def addresses(text: str) -> str:
    """All mail addresses in a text, masked; used for the answers of mail servers."""
    return ADDRESS.sub(lambda found: address(found[0]), text)
