"""What the check of a PDF can find, in words: what it is, whom it shuts out, how to repair it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from deele.core import pdf_dangers
from deele.library.enums.publication import Verdict

GRAVE = ("text", "tagged")


@dataclass(frozen=True)
class Finding:
    """One thing looked at; `number` counts what is wrong."""

    key: str
    ok: bool
    number: int = 0

    def stored(self) -> dict[str, Any]:
        """As the report keeps it."""
        return {"key": self.key, "ok": self.ok, "number": self.number}


class Words(NamedTuple):
    """What a finding says."""

    good: Promise
    bad: Promise
    why: Promise
    repair: Promise


WORDS: dict[str, Words] = {
    "text": Words(
        _("The pages hold text."),
        _("Pages are pictures of text (scanned)."),
        _("A screen reader has nothing to read, nobody can search or enlarge the words."),
        _("Make the PDF from the text file itself. Only paper? Run text recognition (OCR) and read it over."),
    ),
    "tagged": Words(
        _("The file is tagged: it says what is a heading, a paragraph, a list."),
        _("The file has no tags: it does not say what is a heading, a paragraph, a list."),
        _("Blind people hear the words in a random order and cannot jump from heading to heading."),
        _(
            "Word: use styles for headings and lists, then Save as → PDF → Options → “Document structure tags for "
            "accessibility”. InDesign: map styles to tags, export as PDF (Interactive) with “Create tagged PDF”."
        ),
    ),
    "locked": Words(
        _("Nothing is forbidden."),
        _("The file forbids copying or printing."),
        _("Some screen readers and reading aids are shut out by it; others cannot quote."),
        _("Save it again without protection: Word has it under Options, Acrobat under Properties → Security."),
    ),
    "language": Words(
        _("The language is set."),
        _("The language is not set."),
        _("A screen reader may read German with English sounds."),
        _("Word: Review → Language. InDesign: language in the paragraph style. Acrobat: Properties → Advanced."),
    ),
    "title": Words(
        _("The file has a title."),
        _("The file has no title."),
        _("With many tabs open nobody hears which document this is."),
        _("Word: File → Info → Title. InDesign: File → File Information."),
    ),
    "title_shown": Words(
        _("The title is shown in the window."),
        _("The window shows the name of the file instead of its title."),
        _("A screen reader announces “brochure_final_3.pdf”."),
        _("Acrobat: Properties → Initial View → Show: Document Title. InDesign: in the export, “Display title”."),
    ),
    "bookmarks": Words(
        _("There are bookmarks."),
        _("More than 20 pages and no bookmarks."),
        _("Who cannot leaf through has to go through every page."),
        _("Word: options of Save as PDF, “Create bookmarks using headings”. InDesign: bookmarks from the contents."),
    ),
    "pictures": Words(
        _("All pictures have words."),
        _("Pictures without words for those who do not see them."),
        _("A blind person hears “graphic” and nothing more."),
        _("Word: right click → Edit alt text. InDesign: Object export options. Mere decoration: mark as decorative."),
    ),
    "headings": Words(
        _("The headings are in order."),
        _("Headings are missing or jump over a level."),
        _("Who moves from heading to heading believes a part is missing."),
        _("Use the styles Heading 1, 2, 3 in their order, never for size alone."),
    ),
    "tables": Words(
        _("The tables have head cells."),
        _("Tables without head cells."),
        _("A screen reader reads numbers and does not say what they are."),
        _("Word: Table Design → Header Row, and Layout → Repeat Header Rows."),
    ),
    "fields": Words(
        _("All form fields have a name that is read aloud."),
        _("Form fields without a name that is read aloud."),
        _("A blind person hears “text field” and does not know what to write."),
        _("Acrobat: Prepare Form → Properties of the field → Tooltip. Or offer the form as a web page."),
    ),
    "fonts": Words(
        _("All fonts are in the file."),
        _("Fonts are not in the file."),
        _("On other devices the text may look different or become unreadable."),
        _("Word: Options → Save → Embed fonts. InDesign embeds them by itself."),
    ),
    "letters": Words(
        _("Every letter says which one it is."),
        _("Fonts that do not say which letter is which."),
        _("Read aloud and copied, the text may be gibberish."),
        _("Choose another font, or save the PDF anew from the text program."),
    ),
}  # fmt: skip
NOT_CHECKED = _(
    "Not checked by a machine: contrast of colours, sensible order of reading, plain words. Please look yourself."
)

PROBLEMS: dict[str, tuple[Promise, Promise]] = {
    "encrypted": (
        _("The PDF is locked with a password."),
        _("Nobody could open it. Please save it without a password and upload it again."),
    ),
    "broken": (
        _("The PDF is damaged or not complete."),
        _("Please open it on your computer. If that works, save it again as PDF and upload that."),
    ),
    **pdf_dangers.WORDS,
    "too_long": (
        _("The PDF has more than 3,000 pages."),
        _("Please split it into volumes."),
    ),
    "too_slow": (
        _("Reading the PDF took longer than 20 minutes."),
        _("Please save it anew with smaller pictures, or split it."),
    ),
}  # fmt: skip


def verdict(findings: Iterable[Finding]) -> Verdict:
    """In one word. Without text or tags a file is not accessible, whatever else is right."""
    wrong = {finding.key for finding in findings if not finding.ok}
    if wrong & set(GRAVE):
        return Verdict.BAD
    return Verdict.PARTLY if wrong else Verdict.GOOD


PUBLIC_LINES = {
    Verdict.GOOD: _("Accessible as far as it can be checked automatically."),
    Verdict.PARTLY: _("This PDF has some barriers. The summary on this page has none."),
    Verdict.BAD: _("This PDF is not accessible. The summary on this page is."),
}
SCANNED_LINE = pgettext_lazy("PDF", "This PDF is made of pictures of pages; its text cannot be searched or read aloud.")
