"""Asking another site whether an address still leads somewhere. Only public addresses are ever asked.

The name is looked up here, every answer must be a public address, and the connection goes to just that address: a name
that means one thing when it is checked and another when it is used leads nowhere. Each step of a redirect is checked
the same way.
"""

import http.client
import ipaddress
import socket
import ssl
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import quote, urljoin, urlsplit

from deele.library.rules.links import Answer, tidy

SECONDS = 10
MOST_STEPS = 5
WEB_PORTS = {"http": 80, "https": 443}
KEPT = "/%?&=+:;,@!$'()*~#[]"  # signs of an address that stay as they are
AGENT = "Deele-Linkpruefung/1.0"
PERMANENT = (301, 308)
REDIRECTS = (301, 302, 303, 307, 308)
ASK_AGAIN = (400, 403, 404, 405, 500, 501, 503)  # sites that answer HEAD wrongly

Lookup = Callable[[str, int], list[str]]


class NotPublic(Exception):
    """The name leads into a network that is nobody's business."""


@dataclass(frozen=True)
class Reply:
    """Status and where it points."""

    status: int
    location: str = ""


def ask(url: str, *, lookup: Lookup | None = None) -> Answer:
    """What an address answers, after at most five redirects. Raises nothing."""
    at, moved = url, True
    for step in range(MOST_STEPS + 1):
        try:
            reply = _reply(at, lookup or addresses)
        except NotPublic:
            return Answer(asked=False) if not step else Answer(words="leads into a closed network")
        except (OSError, http.client.HTTPException, ValueError) as error:
            return Answer(words=type(error).__name__)
        if reply.status not in REDIRECTS or not reply.location:
            return Answer(reply.status, str(reply.status), at if moved and at != url else "")
        moved = moved and reply.status in PERMANENT
        at = tidy(urljoin(at, reply.location))
        if not at:
            return Answer(words="redirect leads nowhere")
    return Answer(words="too many redirects")


def addresses(host: str, port: int) -> list[str]:
    """The addresses of a name."""
    return [str(found[4][0]) for found in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]


def public_address(host: str, port: int, lookup: Lookup) -> str:
    """The address to connect to. Raises NotPublic when any of its addresses is not public."""
    found = lookup(host, port)
    for one in found:
        address = ipaddress.ip_address(one.partition("%")[0])
        mapped = getattr(address, "ipv4_mapped", None) or getattr(address, "sixtofour", None)
        if not address.is_global or address.is_multicast or (mapped is not None and not mapped.is_global):
            raise NotPublic(host)
    if not found:
        raise OSError(host)
    return found[0]


def _reply(url: str, lookup: Lookup) -> Reply:
    """HEAD, and GET where HEAD is answered with an error. Raises OSError and its kind, NotPublic."""
    parts = urlsplit(url)
    host, port = (parts.hostname or "").encode("idna").decode(), parts.port or WEB_PORTS[parts.scheme]
    if port not in WEB_PORTS.values():
        raise NotPublic(host)
    address = public_address(host, port, lookup)
    path = quote(f"{parts.path or '/'}{'?' + parts.query if parts.query else ''}", safe=KEPT)
    reply = _asked("HEAD", parts.scheme, host, address, port, path)
    return _asked("GET", parts.scheme, host, address, port, path) if reply.status in ASK_AGAIN else reply


def _asked(method: str, scheme: str, host: str, address: str, port: int, path: str) -> Reply:
    connection = http.client.HTTPConnection(host, port, timeout=SECONDS)
    connection.sock = socket.create_connection((address, port), timeout=SECONDS)
    try:
        if scheme == "https":
            connection.sock = ssl.create_default_context().wrap_socket(connection.sock, server_hostname=host)
        headers = {"User-Agent": AGENT, "Accept": "*/*", "Connection": "close"}
        connection.request(method, path, headers=headers)
        answer = connection.getresponse()
        return Reply(answer.status, answer.headers.get("Location", ""))
    finally:
        connection.close()
