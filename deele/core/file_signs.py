"""What a file really is, by its first bytes; the name proves nothing."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

HEAD = 4096

# Order matters: the longer sign first. Sources: the formats' own specifications, file(1)'s magic list.
SIGNS: tuple[tuple[bytes, str], ...] = (
    (b"MZ", "program"),
    (b"\x7fELF", "program"),
    (b"\xcf\xfa\xed\xfe", "program"),
    (b"\xca\xfe\xba\xbe", "program"),
    (b"#!", "script"),
    (b"%PDF", "pdf"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ole"),
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"\xff\xd8\xff", "jpeg"),
    (b"GIF8", "gif"),
    (b"BM", "bmp"),
    (b"II*\x00", "tiff"),
    (b"MM\x00*", "tiff"),
    (b"Rar!", "archive"),
    (b"7z\xbc\xaf\x27\x1c", "archive"),
    (b"\x1f\x8b", "archive"),
    (b"{\\rtf", "rtf"),
    (b"SQLite format 3\x00", "database"),
)

NAMES: dict[str, Promise] = {
    "program": _("a program"),
    "script": _("a script"),
    "pdf": _("a PDF document"),
    "ole": _("an old Excel or Word file, or one locked with a password"),
    "zip": _("a packed archive"),
    "ods": _("an OpenDocument table"),
    "word": _("a Word document"),
    "xlsx": _("an Excel workbook"),
    "png": _("a PNG picture"),
    "jpeg": _("a JPEG picture"),
    "gif": _("a GIF picture"),
    "webp": _("a WebP picture"),
    "heic": _("a HEIC photo"),
    "bmp": _("a BMP picture"),
    "tiff": _("a TIFF picture"),
    "svg": _("an SVG drawing"),
    "html": _("a web page"),
    "xml": _("an XML file"),
    "json": _("a JSON file"),
    "archive": _("a packed archive"),
    "rtf": _("a text document"),
    "database": _("a database"),
    "empty": _("an empty file"),
    "text": _("a text file"),
    "binary": _("no text and no table"),
}
TEXTUAL = ("svg", "html", "xml", "json", "text")
CONTROL_SIGNS = bytes(set(range(32)) - {0, 9, 10, 12, 13, 26, 27})
MOST_CONTROL_SIGNS = 0.02


def kind_of(head: bytes) -> str:
    """The kind of file that begins with `head` (at least HEAD bytes, or the whole file): a key of NAMES."""
    if not head.strip(b"\x00\xef\xbb\xbf \r\n\t"):
        return "empty"
    for sign, kind in SIGNS:
        if head.startswith(sign) and not (kind == "bmp" and _looks_like_text(head)) and not _is_word(head, sign):
            return kind
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "webp"
    if head[4:8] == b"ftyp" and head[8:12] in (b"heic", b"heix", b"mif1", b"msf1", b"avif"):
        return "heic"
    return _kind_of_text(head) if _looks_like_text(head) else "binary"


def _is_word(head: bytes, sign: bytes) -> bool:
    """A text may begin with "MZ…" as a heading; a program never looks like text."""
    return sign == b"MZ" and _looks_like_text(head)


def _looks_like_text(head: bytes) -> bool:
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return True
    body = head.replace(b"\x00", b"")
    odd = len(body) - len(body.translate(None, CONTROL_SIGNS))
    return len(body) * 4 > len(head) and odd <= max(1, len(body) * MOST_CONTROL_SIGNS)


def _kind_of_text(head: bytes) -> str:
    start = head.replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \r\n\t").lower()
    if b"<svg" in start[:1000]:
        return "svg"
    if start.startswith((b"<!doctype html", b"<html", b"<head", b"<table", b"<meta", b"<body")):
        return "html"
    if start.startswith(b"<?xml"):
        return "html" if b"<html" in start else "xml"
    if start.startswith((b'{"', b"[{", b"{\n", b"{\r")):
        return "json"
    return "text"
