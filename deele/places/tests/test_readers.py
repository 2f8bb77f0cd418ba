"""Grids, shapefiles, TopoJSON, GENESIS and the cleaned tables, on tiny files."""

import json
import struct
import zipfile
from datetime import date
from math import cos, radians, sin, sqrt

import pytest

from deele.places.readers import boundaries, genesis, geodesy, rings, shapefile, tables, topojson
from deele.places.readers.rows import BadFile, ValueRow

UTM = 'PROJCS["ETRS_1989_UTM_Zone_32N",GEOGCS["GCS_ETRS_1989"],PARAMETER["Central_Meridian",9.0]]'
SQUARE = [(0, 0), (0, 100), (100, 100), (100, 0), (0, 0)]  # with the clock: an outer ring
DISTRICT = {"kreis": "90001"}
HOLE = [(40, 40), (60, 40), (60, 60), (40, 60), (40, 40)]


def test_utm_follows_the_meridian():
    """The arc from the equator to 52° N is 5,763,343.55 m long; the grid shows 0.9996 of it."""
    lon, lat = geodesy.from_utm32(500_000, 5_763_343.55 * 0.9996)

    assert (lon, lat) == pytest.approx((9.0, 52.0), abs=1e-7)


def test_utm_is_true_to_scale_beside_the_meridian():
    """A kilometre on the grid is 1000 / 0.9996 m on the parallel: radius of the normal section times its cosine."""
    lon, lat = geodesy.from_utm32(501_000, 5_763_343.55 * 0.9996)

    normal = geodesy.GRS80.axis / sqrt(1 - geodesy.GRS80.eccentricity_squared * sin(radians(lat)) ** 2)
    assert radians(lon - 9) * normal * cos(radians(lat)) == pytest.approx(1000 / 0.9996, abs=0.01)


def test_gauss_krueger_gets_the_datum_shift():
    """Without the shift places would lie some 150 m off. The pinned value was held against BKG's own degrees."""
    lon, lat = geodesy.from_gk3(3_500_000, 5_800_000)

    assert (lon, lat) == pytest.approx((8.9989396, 52.3333878), abs=1e-6)
    assert geodesy.GK3.degrees(3_500_000, 5_800_000)[0] == 9.0


def test_projection_refuses_what_it_does_not_know():
    with pytest.raises(ValueError, match="unknown projection"):
        geodesy.projection('PROJCS["Lambert_Conformal_Conic"]')


def shape_record(parts):
    points = [point for part in parts for point in part]
    starts, at = [], 0
    for part in parts:
        starts.append(at)
        at += len(part)
    body = struct.pack("<i4d2i", 5, 0, 0, 0, 0, len(parts), len(points)) + struct.pack(f"<{len(parts)}i", *starts)
    body += b"".join(struct.pack("<2d", 500_000 + x, 5_800_000 + y) for x, y in points)
    return struct.pack(">2i", 1, len(body) // 2) + body


def dbf(rows):
    head = struct.pack("<4BIHH20x", 3, 126, 1, 1, len(rows), 32 + 32 * 2 + 1, 1 + 8 + 20)
    fields = b"".join(struct.pack("<11sc4xB15x", name, b"C", size) for name, size in ((b"AGS", 8), (b"GEN", 20)))
    return head + fields + b"\r" + b"".join(b" " + ags.encode().ljust(8) + gen.encode().ljust(20) for ags, gen in rows)


def write_layer(path, records, rows, prj=UTM):
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("x/VG_GEM.shp", b"\0" * 100 + b"".join(records))
        archive.writestr("x/VG_GEM.dbf", dbf(rows))
        archive.writestr("x/VG_GEM.prj", prj)
    return path


def test_shapefile_gives_polygons_with_holes_and_attributes(tmp_path):
    path = write_layer(tmp_path / "gem.zip", [shape_record([SQUARE, HOLE])], [("90001001", "Lüchow")])

    feature = shapefile.read(path)[0]

    assert feature.properties == {"AGS": "90001001", "GEN": "Lüchow"}
    assert feature.geometry["type"] == "Polygon"
    assert [len(ring) for ring in feature.geometry["coordinates"]] == [5, 5]
    assert feature.geometry["coordinates"][0][0] == (9.0, 52.35029)


def test_shapefile_keeps_two_outer_rings_apart(tmp_path):
    island = [(x + 500, y) for x, y in SQUARE]
    path = write_layer(tmp_path / "gem.zip", [shape_record([SQUARE, island])], [("90001001", "Inseln")])

    assert shapefile.read(path)[0].geometry["type"] == "MultiPolygon"


def test_shapefile_refuses_an_unknown_projection_and_a_missing_part(tmp_path):
    strange = write_layer(tmp_path / "a.zip", [shape_record([SQUARE])], [("90001001", "X")], prj='PROJCS["Moon"]')
    with zipfile.ZipFile(tmp_path / "b.zip", "w") as archive:
        archive.writestr("x.shp", b"")

    for path in (strange, tmp_path / "b.zip"):
        with pytest.raises(BadFile, match="cannot be read"):
            shapefile.read(path)


def test_shapefile_refuses_tables_of_different_length(tmp_path):
    path = write_layer(tmp_path / "gem.zip", [shape_record([SQUARE])], [("90001001", "A"), ("90001002", "B")])

    with pytest.raises(BadFile, match=r"2 rows in \.dbf, 1 shapes"):
        shapefile.read(path)


def test_topojson_joins_arcs_in_both_directions(tmp_path):
    path = tmp_path / "ni.topojson"
    content = {
        "type": "Topology",
        "transform": {"scale": [0.1, 0.1], "translate": [9, 52]},
        "arcs": [[[0, 0], [10, 0]], [[0, 0], [0, 10], [10, -10]]],
        "objects": {"districts": {"geometries": [{"type": "Polygon", "arcs": [[0, -2]], "properties": DISTRICT}]}},
    }
    path.write_text(json.dumps(content))

    found = boundaries.cleaned(tmp_path)["90001"]

    assert found.level == "district"
    assert found.geometry["coordinates"] == [[(9.0, 52.0), (10.0, 52.0), (9.0, 53.0), (9.0, 52.0)]]


def test_topojson_refuses_other_files(tmp_path):
    (tmp_path / "x.topojson").write_text("{}")

    with pytest.raises(BadFile, match="TopoJSON"):
        topojson.read(tmp_path / "x.topojson")


def test_genesis_reads_between_heading_and_notes(tmp_path):
    path = tmp_path / "22411.csv"
    text = (
        " GENESIS-Tabelle: 22411-01-01-4-B;;;;\nEinrichtungen;;;;\n;;;Pflegedienste;Pflegeheime\n;;;Anzahl;Anzahl\n"
        '31.12.17;3;Niedersachsen;1312;-\n__________;;;;\n"zu ""Tabelle"":\nÜber die Zeile";;;;\n'
    )
    path.write_bytes(text.encode("latin-1"))

    table = genesis.read(path)

    assert table.number == "22411-01-01-4-B"
    assert table.lines == [genesis.Line(date(2017, 12, 31), "03", "Niedersachsen", {"Pflegedienste": 1312.0})]


def test_genesis_refuses_other_tables(tmp_path):
    (tmp_path / "x.csv").write_text("a;b\n1;2\n")

    with pytest.raises(BadFile, match="GENESIS"):
        genesis.read(tmp_path / "x.csv")


def test_census_joins_merged_municipalities_by_weight(tmp_path):
    path = tmp_path / "zensus.csv"
    path.write_text(
        "ags,ags_2026,population,vacancy_pct,age_67_plus_pct,dwellings\n"
        "1,90001001,100,10,20,300\n2,90001001,300,2,40,100\n3,90001002,50,,30,20\n"
    )

    assert list(tables.census(path)) == [
        ValueRow("census_vacancy_pct", "90001001", 2022, 8.0),
        ValueRow("census_age_67_plus_pct", "90001001", 2022, 35.0),
        ValueRow("census_dwellings", "90001001", 2022, 400.0),
        ValueRow("census_age_67_plus_pct", "90001002", 2022, 30.0),
        ValueRow("census_dwellings", "90001002", 2022, 20.0),
    ]


def test_tables_name_the_missing_column(tmp_path):
    (tmp_path / "x.csv").write_text("name,lat\n")

    with pytest.raises(BadFile, match="column ags is missing"):
        list(tables.rows(tmp_path / "x.csv", ["ags"]))


def test_rings_know_inside_from_hole():
    geometry = {"type": "Polygon", "coordinates": [SQUARE, HOLE]}

    assert rings.contains(geometry, 10, 10)
    assert not rings.contains(geometry, 50, 50)
    assert rings.middle(geometry) == (50, 50)
    assert rings.box(geometry) == (0, 0, 100, 100)


def test_rings_snapped_share_corners_and_vanish_when_too_small():
    drawn = rings.snapped(
        {"type": "Polygon", "coordinates": [[(0.004, 0), (0, 1.004), (1, 1), (1, 0.003), (0.004, 0)]]}, 0.01
    )

    assert drawn == {"type": "Polygon", "coordinates": [[(0.0, 0.0), (0.0, 1.0), (1.0, 1.0), (1.0, 0.0), (0.0, 0.0)]]}
    assert rings.snapped({"type": "Polygon", "coordinates": [[(0, 0), (0.001, 0), (0, 0.001), (0, 0)]]}, 0.01) is None
