"""A finished message with personal places: made once per issue and language, filled for each recipient as bytes.

Building a message with Python's email package takes milliseconds; joining ready bytes takes microseconds. Everything
is seven-bit (quoted-printable), so any mail server takes it; lines that begin with a dot are already doubled (RFC 5321
§4.5.2). A personal place is named by a mark of chance that no text can contain, and stands between soft line breaks.
"""

import binascii
import re
from collections.abc import Iterable, Mapping

PLACES = ("to", "id", "date", "leave", "settings")  # the last two: addresses of unsubscription and settings
WIDTH = 70
DOT = re.compile(rb"(?m)^\.")


def place(mark: str, name: str) -> str:
    """How a personal place stands in the text before it is filled."""
    return f"{mark}{PLACES.index(name)}{mark}"


def head(lines: Iterable[bytes]) -> bytes:
    """The head of the message; places stand in it as they are."""
    return b"".join(line.rstrip(b"\r\n") + b"\r\n" for line in lines)


def body(mark: str, text: str) -> bytes:
    """A text as quoted-printable with its places left open, each at the beginning of a line of its own."""
    parts = re.split(f"{mark}([0-9]){mark}", text.replace("\r\n", "\n").replace("\r", "\n"))
    out = []
    for number, part in enumerate(parts):
        if number % 2:
            out.append(f"=\n{mark}q{part}{mark}=\n".encode())
        else:
            out.append(binascii.b2a_qp(part.encode(), istext=True))
    whole = b"".join(out)
    return DOT.sub(b"=2E", whole).replace(b"\n", b"\r\n")


class Frame:
    """Cut at its personal places; `fill` joins the pieces of one recipient."""

    def __init__(self, mark: str, content: bytes) -> None:
        cuts = re.split(f"{mark}(q?[0-9]){mark}".encode(), content)
        self.fixed = cuts[0::2]
        self.order = [(PLACES[int(cut[-1:])], cut.startswith(b"q")) for cut in cuts[1::2]]
        self.quoted = {name for name, is_quoted in self.order if is_quoted}

    def fill(self, values: Mapping[str, str]) -> bytes:
        """The message of one recipient, ready for DATA but for the final dot."""
        raw = {name: value.encode("ascii") for name, value in values.items()}
        quoted = {name: quote(raw[name]) for name in self.quoted}
        out = [self.fixed[0]]
        for (name, is_quoted), fixed in zip(self.order, self.fixed[1:], strict=True):
            out += (quoted[name] if is_quoted else raw[name], fixed)
        return b"".join(out)


def quote(value: bytes) -> bytes:
    """A short ASCII value within a quoted-printable text, folded where it is long."""
    lines = [value[at : at + WIDTH // 2].replace(b"=", b"=3D") for at in range(0, len(value), WIDTH // 2)]
    return b"=\r\n".join(b"=2E" + line[1:] if line.startswith(b".") else line for line in lines)
