"""Which reader a file needs, by its content; its name proves nothing."""

import io
import zipfile
import zlib

from django.utils.translation import gettext as _

from deele.core import file_signs
from deele.money.readers import camt, table
from deele.money.readers.statement import BadStatement, Statement

LARGEST = 20 * 1024 * 1024
MOST_PARTS, MOST_UNPACKED = 100, 60 * 1024 * 1024
MT940 = (b":20:", b"{1:", b"\r\n:20:", b"\n:20:")
MEGABYTE = 1024 * 1024


def read(content: bytes, name: str) -> Statement:
    """The statement in these bytes. Raises BadStatement, also for one broken line: all or nothing."""
    if len(content) > LARGEST:
        words = _("The file has more than %(limit)s MB. Please export a shorter period.")
        raise BadStatement(words % {"limit": LARGEST // MEGABYTE}, code="too-large")
    if content.lstrip(b"\xef\xbb\xbf").startswith(MT940):
        raise BadStatement(
            _("This is an MT940 file, a form that banks have given up. Please export CAMT.053 or CSV instead."),
            code="mt940",
        )
    kind = file_signs.kind_of(content[: file_signs.HEAD])
    if kind == "xml":
        return camt.read(content)
    if kind == "zip" and (parts := packed(content)):
        return joined(parts)
    return table.read(content, name)


def packed(content: bytes) -> list[bytes]:
    """The XML files in a ZIP; none where it is a workbook. Raises BadStatement."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            files = [one for one in archive.infolist() if not one.is_dir()]
            if any(one.filename == "[Content_Types].xml" for one in files):
                return []
            check_packed(files)
            return [archive.read(one) for one in files]
    except (zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, OSError, EOFError) as error:
        words = _("The ZIP file is broken or locked with a password. Please export it once more, without a password.")
        raise BadStatement(words, code="zip") from error


def check_packed(files: list[zipfile.ZipInfo]) -> None:
    """Raises BadStatement for what is no handful of XML files."""
    if not files or any(not one.filename.lower().endswith(".xml") for one in files):
        words = _("The ZIP file holds other things than CAMT files (.xml). Please send them in one by one.")
        raise BadStatement(words, code="zip")
    if len(files) > MOST_PARTS or sum(one.file_size for one in files) > MOST_UNPACKED:
        raise BadStatement(_("The ZIP file is too large. Please export a shorter period."), code="too-large")


def joined(parts: list[bytes]) -> Statement:
    """Several CAMT files of one account as one statement. Raises BadStatement."""
    statements = [camt.read(part) for part in parts]
    accounts = {one.account for one in statements if one.account}
    if len(accounts) > 1:
        words = _("The ZIP file holds statements of several accounts: %(accounts)s. Please send them in one by one.")
        raise BadStatement(words % {"accounts": ", ".join(sorted(accounts))}, code="accounts")
    return Statement("CAMT.053 (ZIP)", next(iter(accounts), ""), [row for one in statements for row in one.rows])
