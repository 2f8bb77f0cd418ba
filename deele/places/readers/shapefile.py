"""ESRI shapefile of polygons, read from the .zip as published (ESRI Shapefile Technical Description, 1998)."""

import itertools
import struct
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from deele.places.readers import geodesy
from deele.places.readers.rings import polygon_of
from deele.places.readers.rows import BadFile

POLYGONS = (5, 15, 25)  # polygon, with heights, with measures: the rings lie at the same place
NULL = 0
LARGEST = 512 * 1024 * 1024  # an unpacked layer beyond this is no administrative boundary


class Feature(NamedTuple):
    """One record: attributes of the .dbf and a GeoJSON geometry in WGS 84, None where the record has no shape."""

    properties: dict[str, str]
    geometry: dict[str, Any] | None


def read(path: Path) -> list[Feature]:
    """Read the first polygon layer of a zip. Raises BadFile."""
    try:
        with zipfile.ZipFile(path) as archive:
            parts = _parts(archive)
        to_degrees = geodesy.projection(parts["prj"].decode("ascii", "replace"))
        table = list(attributes(parts["dbf"]))
        shapes = list(geometries(parts["shp"], to_degrees))
    except (KeyError, ValueError, OSError, struct.error, zipfile.BadZipFile) as error:
        raise BadFile(f"{path.name}: cannot be read as a shapefile ({error})") from error
    if len(table) != len(shapes):
        raise BadFile(f"{path.name}: {len(table)} rows in .dbf, {len(shapes)} shapes in .shp")
    return [Feature(row, shape) for row, shape in zip(table, shapes, strict=True) if row]


def _parts(archive: zipfile.ZipFile) -> dict[str, bytes]:
    """The files of the layer of municipalities, or of the only layer."""
    infos = {info.filename: info for info in archive.infolist()}
    layers = sorted(name.rsplit(".", 1)[0] for name in infos if name.lower().endswith(".shp"))
    layer = next((name for name in layers if name.upper().endswith("GEM")), layers[0] if layers else "")
    parts = {}
    for name, info in infos.items():
        stem, _dot, ending = name.rpartition(".")
        if stem == layer and ending.lower() in ("shp", "dbf", "prj"):
            if info.file_size > LARGEST:
                raise ValueError(f"{name} unpacks to {info.file_size} bytes")
            parts[ending.lower()] = archive.read(info)
    return parts


def attributes(content: bytes) -> Iterator[dict[str, str]]:
    """The rows of a dBASE table as text; an empty dict for a deleted row. UTF-8, else Latin-1."""
    count, head, width = struct.unpack("<IHH", content[4:12])
    fields, at = [], 32
    while content[at] != 0x0D:
        name = content[at : at + 11].split(b"\0")[0].decode("ascii")
        fields.append((name, content[at + 16]))
        at += 32
    for number in range(count):
        row = content[head + number * width : head + (number + 1) * width]
        yield {} if row[:1] == b"*" else _values(row, fields)


def _values(row: bytes, fields: list[tuple[str, int]]) -> dict[str, str]:
    values, at = {}, 1
    for name, length in fields:
        raw = row[at : at + length]
        try:
            values[name] = raw.decode("utf-8").strip("\0 ")
        except UnicodeDecodeError:
            values[name] = raw.decode("latin-1").strip("\0 ")
        at += length
    return values


def geometries(
    content: bytes, to_degrees: Callable[[float, float], geodesy.Position]
) -> Iterator[dict[str, Any] | None]:
    """The polygons of a .shp file as GeoJSON geometries."""
    at, end = 100, len(content)
    while at + 8 <= end:
        length = struct.unpack(">i", content[at + 4 : at + 8])[0] * 2
        yield _polygon(content[at + 8 : at + 8 + length], to_degrees)
        at += 8 + length


def _polygon(record: bytes, to_degrees: Callable[[float, float], geodesy.Position]) -> dict[str, Any] | None:
    kind = struct.unpack("<i", record[:4])[0]
    if kind == NULL:
        return None
    if kind not in POLYGONS:
        raise ValueError(f"shape type {kind} is no polygon")
    parts, points = struct.unpack("<ii", record[36:44])
    starts = [*struct.unpack(f"<{parts}i", record[44 : 44 + 4 * parts]), points]
    flat = struct.unpack(f"<{2 * points}d", record[44 + 4 * parts : 44 + 4 * parts + 16 * points])
    positions = [to_degrees(flat[i], flat[i + 1]) for i in range(0, 2 * points, 2)]
    rings = [positions[first:last] for first, last in itertools.pairwise(starts)]
    return polygon_of([[(round(x, 5), round(y, 5)) for x, y in ring] for ring in rings])
