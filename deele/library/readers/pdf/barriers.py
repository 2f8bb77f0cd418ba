"""What in a PDF shuts people out, as far as a machine can see it (after the Matterhorn protocol of PDF/UA-1)."""

from typing import Any

from pypdf import PageObject, PdfReader

from deele.core.pdf_dangers import plain
from deele.library.readers.pdf.tags import Tags, read
from deele.library.rules.pdf_findings import Finding

MANY_PAGES = 20
LETTERS_OF_A_TEXT = 20  # fewer signs on a page are a number or a stamp
ENCODED = ("/WinAnsiEncoding", "/MacRomanEncoding", "/StandardEncoding", "/MacExpertEncoding")
MOST_FONTS = 2000


class Fonts:
    """The fonts of the pages looked at so far."""

    def __init__(self) -> None:
        self.seen: set[int] = set()
        self.loose: set[str] = set()
        self.mute: set[str] = set()

    def look(self, page: PageObject) -> None:
        """Note what is not embedded, and what says no letters."""
        fonts = plain((plain(page.get("/Resources")) or {}).get("/Font")) or {}
        for value in fonts.values():
            number = getattr(value, "idnum", 0)
            if (number and number in self.seen) or len(self.seen) > MOST_FONTS:
                continue
            self.seen.add(number)
            self._note(plain(value))

    def _note(self, font: dict[str, Any]) -> None:
        name = str(font.get("/BaseFont", font.get("/Name", "")))
        below = plain(plain(font.get("/DescendantFonts", [{}]))[0]) if "/DescendantFonts" in font else font
        sheet = plain(below.get("/FontDescriptor")) or {}
        if font.get("/Subtype") != "/Type3" and not any(
            key in sheet for key in ("/FontFile", "/FontFile2", "/FontFile3")
        ):
            self.loose.add(name)
        encoding = plain(font.get("/Encoding"))
        if "/ToUnicode" not in font and not isinstance(encoding, dict) and encoding not in ENCODED:
            self.mute.add(name)


def findings(reader: PdfReader, fonts: Fonts, lengths: list[int], *, locked: bool) -> list[Finding]:
    """Every finding, the gravest first."""
    root = plain(reader.trailer["/Root"])
    tags = read(root)
    bare = sum(length < LETTERS_OF_A_TEXT for length in lengths)
    found = [
        Finding("text", bare * 4 <= len(lengths), bare),
        Finding("tagged", tags.is_tagged),
        Finding("locked", not locked) if locked else None,
        Finding("language", bool(str(plain(root.get("/Lang")) or "").strip())),
        Finding("title", _has_title(reader)),
        Finding("title_shown", _shows_title(root)),
        Finding("bookmarks", _has_bookmarks(root)) if len(lengths) > MANY_PAGES else None,
        *_of_tags(tags, len(lengths)),
        Finding("fields", not (mute := _mute_fields(root)), mute) if plain(root.get("/AcroForm")) else None,
        Finding("fonts", not fonts.loose, len(fonts.loose)),
        Finding("letters", not fonts.mute, len(fonts.mute)),
    ]
    return [one for one in found if one]


def _of_tags(tags: Tags, pages: int) -> list[Finding]:
    """What only tags can tell; nothing of it is said of a file without tags."""
    if not tags.is_tagged:
        return []
    found = [Finding("pictures", not tags.without_alt, tags.without_alt)] if tags.figures else []
    if tags.headings or pages > 1:
        found.append(Finding("headings", bool(tags.headings) and not tags.jumps, tags.jumps))
    if tags.tables:
        found.append(Finding("tables", not tags.without_head, tags.without_head))
    return found


def _has_title(reader: PdfReader) -> bool:
    known = reader.metadata
    if known and str(known.title or "").strip():
        return True
    xmp = reader.xmp_metadata
    return bool(xmp and any(str(words).strip() for words in (xmp.dc_title or {}).values()))


def _shows_title(root: dict[str, Any]) -> bool:
    wishes = plain(root.get("/ViewerPreferences")) or {}
    shown = plain(wishes.get("/DisplayDocTitle"))
    return bool(getattr(shown, "value", shown))


def _has_bookmarks(root: dict[str, Any]) -> bool:
    outlines = plain(root.get("/Outlines")) or {}
    return outlines.get("/First") is not None


def _mute_fields(root: dict[str, Any]) -> int:
    """Form fields without words for a screen reader (/TU)."""
    waiting = list(plain(plain(root["/AcroForm"]).get("/Fields")) or [])
    mute = looked = 0
    while waiting and looked < 20_000:
        looked += 1
        one = plain(waiting.pop())
        kids = [kid for kid in plain(one.get("/Kids")) or [] if "/T" in plain(kid)]
        waiting.extend(kids)
        mute += not kids and "/T" in one and not str(plain(one.get("/TU")) or "").strip()
    return mute
