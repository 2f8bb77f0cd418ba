"""The floor: bare Django and SQL on the same rows, in one file. What Deele is measured against.

    gunicorn -c config/gunicorn.py --pythonpath tools/bench floor:application     (DEELE_FLOOR names its database)

No translation, no permissions, no components, no facets, no totals; FTS5 without stemming, an R*Tree, plain rows.
"""

import json
import math
import os
import sqlite3
from pathlib import Path

import django
from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.db import connection
from django.http import Http404, HttpRequest, HttpResponse
from django.template import engines
from django.urls import path

DATABASE = os.environ.get("DEELE_FLOOR", "")
ROWS = """SELECT e.id, e.title, e.kind, e.short_text, e.description, e.operator, e.lat, e.lon, p.name, e.verified_at
    FROM house.directory_entry e JOIN house.places_place p ON p.id = e.place_id WHERE e.state = 'veroeffentlicht'"""
TABLES = """
    CREATE TABLE floor_row (id INTEGER PRIMARY KEY, title TEXT, kind TEXT, short TEXT, body TEXT, operator TEXT,
        lat REAL, lon REAL, city TEXT, verified_at TEXT);
    CREATE VIRTUAL TABLE floor_text USING fts5(title, body, content='', tokenize='unicode61 remove_diacritics 2');
    CREATE VIRTUAL TABLE floor_map USING rtree(id, west, east, south, north);
    CREATE TABLE floor_place (id INTEGER PRIMARY KEY, name TEXT COLLATE NOCASE, population INTEGER);
"""
FILL = """
    INSERT INTO floor_text (rowid, title, body)
        SELECT id, title, kind || ' ' || city || ' ' || short || ' ' || body || ' ' || operator FROM floor_row;
    INSERT INTO floor_map SELECT id, lon, lon, lat, lat FROM floor_row WHERE lat IS NOT NULL;
    INSERT INTO floor_place SELECT id, name, population FROM house.places_place WHERE valid_until IS NULL;
    CREATE INDEX floor_place_name ON floor_place (name);
"""
PAGE = """<!doctype html><html lang="de"><head><meta charset="utf-8"><title>{{ row.1 }}</title></head><body>
<h1>{{ row.1 }}</h1><p>{{ row.3 }}</p><dl><dt>Art</dt><dd>{{ row.2 }}</dd><dt>Ort</dt><dd>{{ row.8 }}</dd>
<dt>Träger</dt><dd>{{ row.5 }}</dd><dt>Lage</dt><dd>{{ row.6 }}, {{ row.7 }}</dd><dt>Bestätigt</dt><dd>{{ row.9 }}</dd>
</dl><p>{{ row.4 }}</p></body></html>"""
TEXT = """SELECT r.id, r.title, r.kind, r.city, bm25(floor_text, 10.0, 1.0) AS score FROM floor_text
    JOIN floor_row r ON r.id = floor_text.rowid WHERE floor_text MATCH %s ORDER BY score LIMIT 20"""
NEAR = """SELECT r.id, r.title, r.kind, r.city, r.lat, r.lon FROM floor_text JOIN floor_map m ON m.id = floor_text.rowid
    JOIN floor_row r ON r.id = m.id WHERE floor_text MATCH %s
    AND m.west >= %s AND m.east <= %s AND m.south >= %s AND m.north <= %s"""
BOX = """SELECT r.id, r.title, r.kind, r.city, r.lat, r.lon FROM floor_map m JOIN floor_row r ON r.id = m.id
    WHERE m.west >= %s AND m.east <= %s AND m.south >= %s AND m.north <= %s LIMIT 500"""


def build(house: Path, floor: Path) -> None:
    """Copy the public entries of a house into the floor's own tables, once."""
    if floor.exists():
        return
    fresh = floor.with_suffix(".new")
    fresh.unlink(missing_ok=True)
    with sqlite3.connect(fresh) as database:
        database.execute("ATTACH ? AS house", [str(house)])
        database.executescript(TABLES)
        database.execute(f"INSERT INTO floor_row {ROWS}")
        database.executescript(FILL + "PRAGMA journal_mode=WAL; ANALYZE;")
    database.close()
    fresh.rename(floor)


def quoted(text: str) -> str:
    """Every word must occur."""
    return " AND ".join(f'"{word}"' for word in text.replace('"', " ").split())


def asked(sql: str, values: list[object]) -> list[tuple]:
    """The rows of a query."""
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return cursor.fetchall()


def answer(found: object) -> HttpResponse:
    """Rows as JSON."""
    return HttpResponse(json.dumps(found), content_type="application/json")


def detail(request: HttpRequest, pk: int) -> HttpResponse:
    """One row as a small page."""
    rows = asked("SELECT * FROM floor_row WHERE id = %s", [pk])
    if not rows:
        raise Http404
    return HttpResponse(page.render({"row": rows[0]}))


def text(request: HttpRequest) -> HttpResponse:
    """Twenty hits by bm25."""
    return answer(asked(TEXT, [quoted(request.GET["q"])]))


def near(request: HttpRequest) -> HttpResponse:
    """The nearest twenty of a word within 25 km."""
    lat, lon = float(request.GET["lat"]), float(request.GET["lon"])
    high, wide = 25 / 111.2, 25 / (111.2 * math.cos(math.radians(lat)))
    rows = asked(NEAR, [quoted(request.GET["q"]), lon - wide, lon + wide, lat - high, lat + high])
    return answer(sorted(rows, key=lambda row: math.hypot(row[4] - lat, row[5] - lon))[:20])


def bbox(request: HttpRequest) -> HttpResponse:
    """At most 500 features of a box."""
    west, south, east, north = (float(side) for side in request.GET["bbox"].split(","))
    features = [
        {
            "type": "Feature",
            "geometry": {"type": "Point", "coordinates": [row[5], row[4]]},
            "properties": {"id": row[0], "title": row[1], "kind": row[2], "city": row[3]},
        }
        for row in asked(BOX, [west, east, south, north])
    ]
    return answer({"type": "FeatureCollection", "features": features})


def place(request: HttpRequest) -> HttpResponse:
    """Places whose name begins so, larger ones first."""
    sql = "SELECT name FROM floor_place WHERE name LIKE %s ORDER BY population DESC LIMIT 10"
    return answer(asked(sql, [request.GET["q"] + "%"]))


urlpatterns = [
    path("entry/<int:pk>/", detail),
    path("text", text),
    path("near", near),
    path("bbox", bbox),
    path("place", place),
]

if DATABASE:  # served; not when only `build` is wanted
    settings.configure(
        SECRET_KEY="floor",
        ROOT_URLCONF="floor",
        ALLOWED_HOSTS=["127.0.0.1"],
        DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": DATABASE, "CONN_MAX_AGE": 60}},
        TEMPLATES=[{"BACKEND": "django.template.backends.django.DjangoTemplates"}],
    )
    django.setup()
    page = engines["django"].from_string(PAGE)
    application = get_wsgi_application()
