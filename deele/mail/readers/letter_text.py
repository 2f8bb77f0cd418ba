"""The words of a mail: decoded in whatever it was written, freed of markup, of quotes and of signs nobody can see."""

import re
from email.message import EmailMessage
from email.utils import parseaddr
from html.parser import HTMLParser

LONGEST = 50_000  # signs of a text that are kept
LONGEST_HTML = 500_000
INVISIBLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
SURROGATES = re.compile(r"[\ud800-\udfff]")
FORWARDED = re.compile(
    r"^(?:-{2,}[^\n]{0,10}(?:Weitergeleitete|Ursprüngliche|Forwarded|Original)[^\n]{0,60}"
    r"|Anfang der weitergeleiteten [^\n]{0,40}|Begin forwarded message:)[ \t]*$",
    re.MULTILINE | re.IGNORECASE,
)
FROM_LINE = re.compile(r"^[>\s*]{0,6}(?:Von|From):[*\s]{0,4}(\S[^\n]{2,200})$", re.MULTILINE)
QUOTE = re.compile(
    r"^(?:Am [^\n]{5,200} schrieb[^\n]{0,200}:|On [^\n]{5,200} wrote:"
    r"|-{2,}[^\n]{0,5}(?:Ursprüngliche|Original)[^\n]{0,60}|_{20,})[ \t]*$",
    re.MULTILINE,
)
BREAKING = {"p", "br", "div", "li", "tr", "h1", "h2", "h3", "h4", "table", "blockquote"}
SILENT = {"script", "style", "head", "title", "template"}


def decoded(part: EmailMessage) -> str:
    """The text of a part: in the charset it names, else in UTF-8, else in the one of old Windows programs."""
    payload = part.get_payload(decode=True)
    content = payload[: LONGEST_HTML * 2] if isinstance(payload, bytes) else b""
    for charset in (part.get_content_charset(), "utf-8"):
        try:
            return content.decode(charset or "utf-8")
        except (LookupError, UnicodeDecodeError, ValueError):
            continue
    return content.decode("cp1252", "replace")


class Reader(HTMLParser):
    """Gathers what a person would see."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self.silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.silent += tag in SILENT
        if tag in BREAKING:
            self.words.append("\n")

    def handle_endtag(self, tag: str) -> None:
        self.silent = max(0, self.silent - (tag in SILENT))

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.words.append(re.sub(r"\s+", " ", data))


def from_html(html: str) -> str:
    """The words of a web page, without its markup."""
    reader = Reader()
    reader.feed(html[:LONGEST_HTML])
    reader.close()
    return "".join(reader.words)


def tidy(text: str) -> str:
    """Without signs nobody sees, with single empty lines, not longer than is kept."""
    text = SURROGATES.sub("?", INVISIBLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n")))
    return re.sub(r"[ \t]*\n(?:[ \t]*\n){2,}", "\n\n", text).strip()[:LONGEST]


def one_line(text: str, most: int) -> str:
    """On one line, so that no header and no subject can be broken into two."""
    return " ".join(SURROGATES.sub("?", INVISIBLE.sub("", text.replace("\n", " ").replace("\r", " "))).split())[:most]


def without_quote(text: str) -> str:
    """An answer without the mail it answers; all of it where nothing else would be left."""
    own = QUOTE.split(text, maxsplit=1)[0]
    own = "\n".join(line for line in own.split("\n") if not line.startswith(">")).strip()
    return own or text


def forwarded_from(text: str) -> tuple[str, str]:
    """Name and address of who wrote what somebody forwarded, as the lines above it say; empty where none say so."""
    border = FORWARDED.search(text)
    line = FROM_LINE.search(text[border.end() : border.end() + 1_500]) if border else None
    if line is None:
        return "", ""
    said = line[1].replace("[mailto:", "<").replace("]", ">")
    name, address = parseaddr(said)
    return (name, address) if "@" in address else ("", "")
