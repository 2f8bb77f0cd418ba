"""Numbers of measures: total, split, the keys behind them."""

import json
from collections.abc import Mapping
from typing import Any

from django.db.models import Count, F, Q, QuerySet, Sum, TextField
from django.db.models.functions import Cast

from deele.reporting.kinds import Ask, Group, Measure, Split, Table


def total(measure: Measure, ask: Ask) -> float | int | None:
    """The number of a measure; None for a share of nothing."""
    said = measure.rows(ask).order_by().aggregate(**numbers(measure))
    return number(measure, said)


def table(measure: Measure, ask: Ask, split: Split) -> Table:
    """A measure divided by `split`, the groups in the order of their labels as the split gives them."""
    rows = measure.rows(ask).order_by()
    found = listed(measure, split, rows) if split.listed else grouped(measure, split, rows)
    labels = split.labels(found) if split.labels else {key: str(key) for key in found}
    order = {key: place for place, key in enumerate(labels)}
    groups = [
        Group(key, labels.get(key, key), number(measure, said))
        for key, said in sorted(found.items(), key=lambda item: order.get(item[0], len(order)))
    ]
    return Table(measure, split, groups, total(measure, ask), {key: said["size"] for key, said in found.items()})


def keys(measure: Measure, ask: Ask, split: Split | None = None, group: Any = None) -> set[Any]:
    """The distinct keys behind a number: of the whole measure, or of one group of a split."""
    rows = measure.rows(ask).order_by()
    if split is not None:
        rows = within(rows, split, group)
    return set(rows.exclude(**{measure.of: None}).values_list(measure.of, flat=True))


def within(rows: QuerySet[Any], split: Split, group: Any) -> QuerySet[Any]:
    """The rows of one group."""
    if split.listed:
        return rows.alias(said=Cast(split.by, TextField())).filter(said__contains=json.dumps(group))
    return rows.alias(grouped_by=expression(split)).filter(grouped_by=group)


def grouped(measure: Measure, split: Split, rows: QuerySet[Any]) -> dict[Any, dict[str, Any]]:
    """One statement: the numbers of each group that has rows."""
    found = rows.annotate(grouped_by=expression(split)).values("grouped_by").annotate(**numbers(measure))
    return {said.pop("grouped_by"): said for said in found if said["size"]}


def listed(measure: Measure, split: Split, rows: QuerySet[Any]) -> dict[Any, dict[str, Any]]:
    """One statement for a field that holds a list: lists in JSON are asked for in no way both databases know."""
    rows = rows.alias(said=Cast(split.by, TextField()))
    asked = {
        f"{place}_{name}": aggregate
        for place, group in enumerate(split.listed)
        for name, aggregate in numbers(measure, Q(said__contains=json.dumps(group))).items()
    }
    said = rows.aggregate(**{f"g{name}": aggregate for name, aggregate in asked.items()})
    found = {
        group: {name: said[f"g{place}_{name}"] for name in numbers(measure)} for place, group in enumerate(split.listed)
    }
    return {group: one for group, one in found.items() if one["size"]}


def expression(split: Split) -> Any:
    """What a split divides by, as an expression."""
    return F(split.by) if isinstance(split.by, str) else split.by


def numbers(measure: Measure, where: Q | None = None) -> dict[str, Any]:
    """The aggregates a number is made of, over the rows `where` holds for."""
    counted = Count(measure.of, filter=where, distinct=measure.of != "pk")
    parts: dict[str, Any] = {"size": counted}
    if measure.amount is not None:
        parts["amount"] = Sum(measure.amount, filter=where, default=0)
    if measure.part is not None:
        parts["held"] = Count(measure.of, filter=measure.part if where is None else measure.part & where)
    return parts


def number(measure: Measure, said: Mapping[str, Any]) -> float | int | None:
    """The number from its aggregates; None for a share of nothing."""
    if measure.part is not None:
        return said["held"] / said["size"] if said["size"] else None
    return said["amount"] if measure.amount is not None else said["size"]
