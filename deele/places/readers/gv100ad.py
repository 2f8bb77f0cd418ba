"""GV100AD, the register of municipalities of the Statistisches Bundesamt: fixed width, record types 10 to 60.

Columns (1-based) of the description that comes with the file: 1-2 type, 3-10 date, 11-18 key, 19-22 association,
23-72 name, 73-122 seat, 123-124 Textkennzeichen, 129-139 area in hectares, 140-150 inhabitants, 166-170 postcode of
the administration.
"""

import gzip
import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

from deele.places.readers.rows import BadFile, Register, RegisterRow

KEY_WIDTH = {"10": 2, "20": 3, "40": 5, "50": 5, "60": 8}
LEVELS = {"10": "state", "20": "region", "40": "district", "50": "association", "60": "municipality"}
SHORTEST = 124


def read(path: Path) -> Register:
    """Read a register (.txt, .txt.gz, or the .zip as published). Raises BadFile with line and reason."""
    rows: list[RegisterRow] = []
    dates: set[date] = set()
    for number, line in enumerate(_lines(path), start=1):
        if not line.strip() or line[:2] == "30":  # 30: planning regions of Baden-Württemberg, no level of ours
            continue
        try:
            rows.append(_row(line))
            dates.add(datetime.strptime(line[2:10], "%Y%m%d").date())  # noqa: DTZ007 a day without a clock
        except (KeyError, ValueError, IndexError) as error:
            raise BadFile(f"{path.name}, line {number}: not a record of GV100AD ({error})") from error
    if len(dates) != 1:
        raise BadFile(f"{path.name}: expected one register date, found {len(dates)}")
    return Register(dates.pop(), rows, path.name)


def _row(line: str) -> RegisterRow:
    kind = line[:2]
    key = line[10 : 10 + KEY_WIDTH[kind]]
    if not key.isdigit():
        raise ValueError(f"key {key!r}")
    row = RegisterRow(LEVELS[kind], key, line[22:72].strip(), line[72:122].strip(), line[122:124].strip())
    if kind in ("50", "60"):
        row.association_key = key[:5] + line[18:22]
    if kind == "50":
        row.key = row.association_key
    if kind == "60":
        row.area_ha, row.population = int(line[128:139]), int(line[139:150])
        row.postcode = line[165:170].strip()
    return row


def _lines(path: Path) -> Iterator[str]:
    try:
        yield from _content(path).decode("utf-8-sig").splitlines()
    except (UnicodeDecodeError, OSError, EOFError, zipfile.BadZipFile, StopIteration) as error:
        raise BadFile(f"{path.name}: cannot be read ({error})") from error


def _content(path: Path) -> bytes:
    if path.suffix == ".gz":
        return gzip.decompress(path.read_bytes())
    if path.suffix == ".zip":
        with zipfile.ZipFile(path) as archive:
            return archive.read(_text_name(archive))
    return path.read_bytes()


def _text_name(archive: zipfile.ZipFile) -> str:
    names = [name for name in archive.namelist() if name.upper().endswith(".TXT") and "GV100AD" in name.upper()]
    if not names:
        raise zipfile.BadZipFile("no GV100AD_….txt inside")
    return max(names)
