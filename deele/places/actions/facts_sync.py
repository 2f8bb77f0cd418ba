"""Bringing postcodes, boundaries and figures to a reference."""

from collections.abc import Iterable
from typing import Any

from django.db import models

from deele.places import kinds
from deele.places.models import Indicator, IndicatorValue, Postcode, Shape
from deele.places.readers.boundaries import written
from deele.places.readers.rows import Reference

BATCH = 5000


def _remove(model: type[models.Model], pks: list[int]) -> int:
    for start in range(0, len(pks), 500):
        model._default_manager.filter(pk__in=pks[start : start + 500]).delete()
    return len(pks)


def _bring(
    model: type[models.Model], wanted: dict[Any, dict[str, Any]], before: dict[Any, tuple[Any, ...]], keep: bool
) -> int:
    """Make what is missing, renew what differs, remove the rest unless it is kept; the number of rows touched.

    `wanted`: identity → columns; `before`: identity → (pk, *values of the columns that may differ).
    """
    gone = [] if keep else [row[0] for identity, row in before.items() if identity not in wanted]
    stale = []
    fresh = []
    for identity, columns in wanted.items():
        row = before.get(identity)
        if row is not None and row[1:] == tuple(columns.values())[-len(row[1:]) :]:
            continue
        if row is not None:
            stale.append(row[0])
        fresh.append(model(**columns))
    _remove(model, [*gone, *stale])
    model._default_manager.bulk_create(fresh, batch_size=BATCH)
    return len(fresh) + len(gone)


def postcodes(reference: Reference, ids: dict[str, int]) -> int:
    """Which code lies in which municipality."""
    wanted = {
        (row.code, ids[row.key]): {
            "code": row.code,
            "place_id": ids[row.key],
            "lat": row.lat,
            "lon": row.lon,
            "source": row.source[:120],
        }
        for row in reference.postcodes
    }
    rows = Postcode.objects.values_list("code", "place", "pk", "lat", "lon", "source")
    before = {(code, place): (pk, *rest) for code, place, pk, *rest in rows}
    return _bring(Postcode, wanted, before, keep=not reference.is_complete)


def shapes(reference: Reference, ids: dict[str, int]) -> int:
    """The boundaries."""
    wanted = {
        ids[key]: {"place_id": ids[key], "level": row.level, "geojson": written(row.geometry), "source": row.source}
        for key, row in reference.shapes.items()
    }
    before = {
        place: (place, level, geojson, source)
        for place, level, geojson, source in Shape.objects.values_list("place", "level", "geojson", "source")
    }
    return _bring(Shape, wanted, before, keep=not reference.shapes)


def indicators(keys: Iterable[str]) -> dict[str, int]:
    """Row ids of the indicators, those missing made, those declared anew renewed."""
    rows = {row.key: row for row in Indicator.objects.all()}
    for key in sorted(set(keys)):
        figure = kinds.FIGURES[key]
        columns = {
            "title": str(figure.title),
            "unit": str(figure.unit),
            "source": figure.source.name,
            "licence": figure.source.licence,
        }
        if key not in rows:
            rows[key] = Indicator.objects.create(key=key, **columns)
    return {key: row.pk for key, row in rows.items()}


def values(reference: Reference, ids: dict[str, int]) -> int:
    """The figures."""
    known = indicators(row.indicator for row in reference.values)
    rows = IndicatorValue.objects.values_list("place", "indicator", "year", "pk", "value")
    before = {(place, indicator, year): (pk, value) for place, indicator, year, pk, value in rows.iterator()}
    wanted = {}
    for row in reference.values:
        place, indicator = ids[row.key], known[row.indicator]
        wanted[place, indicator, row.year] = {
            "place_id": place,
            "indicator_id": indicator,
            "year": row.year,
            "value": row.value,
        }
    return _bring(IndicatorValue, wanted, before, keep=not reference.values)
