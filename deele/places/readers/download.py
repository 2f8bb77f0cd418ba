"""Fetching the official files. Only when asked for: the house opens no outside connection by itself."""

import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path

from deele.places.readers.rows import BadFile

REGISTER_URL = (
    "https://www.destatis.de/DE/Themen/Laender-Regionen/Regionales/Gemeindeverzeichnis/Administrativ/Archiv/GV100ADQ/"
    "GV100AD{quarter}QAktuell.zip?__blob=publicationFile"
)
BOUNDARIES_URL = "https://daten.gdz.bkg.bund.de/produkte/vg/vg5000_0101/aktuell/vg5000_01-01.utm32s.shape.ebenen.zip"
SECONDS = 60
LARGEST = 200 * 1024 * 1024


def fetch(folder: Path, tell: Callable[[str], object]) -> Path:
    """Bring the registers of the last four quarters and the boundaries into `folder/official`.

    The youngest register is chosen when the folder is read. Raises BadFile when no register can be fetched.
    """
    target = folder / "official"
    target.mkdir(parents=True, exist_ok=True)
    files = {f"GV100AD_{quarter}Q.zip": REGISTER_URL.format(quarter=quarter) for quarter in range(1, 5)}
    failures = [reason for name, url in files.items() if (reason := _fetch(url, target / name, tell))]
    if len(failures) == len(files):
        raise BadFile(f"The official address could not be reached ({failures[0]}). Is there a way to the internet?")
    _fetch(BOUNDARIES_URL, target / "vg5000.gem.zip", tell)
    return folder


def _fetch(url: str, target: Path, tell: Callable[[str], object]) -> str:
    """The reason of a failure, empty when the file is there."""
    host = url.split("/")[2]
    tell(f"fetching {target.name} from {host}")
    try:
        with urllib.request.urlopen(url, timeout=SECONDS) as answer:  # noqa: S310  our own two https addresses
            content = answer.read(LARGEST + 1)
    except (urllib.error.URLError, OSError) as error:
        reason = f"{host}: {getattr(error, 'reason', error)}"
        tell(f"not reachable: {reason}")
        return reason
    if len(content) > LARGEST or not content.startswith(b"PK"):
        return f"{host}: the answer is no ZIP file"
    part = target.with_suffix(".part")
    part.write_bytes(content)
    part.replace(target)
    return ""
