"""Numbers of measures: total, split, the keys behind them."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import Count, F, Model, QuerySet, Sum, TextField
from django.db.models.functions import Cast

from deele.reporting.kinds import Ask, Group, Measure, Split, Table

Said = dict[str, Any]  # the aggregates of one number: size, and amount or held


def total(measure: Measure, ask: Ask) -> float | int | None:
    """The number of a measure; None for a share of nothing."""
    return number(measure, _whole(measure, measure.rows(ask).order_by()))


def sides(measure: Measure, ask: Ask) -> tuple[int, int]:
    """How many keys a share holds for, and how many keys there are; both alike where the measure is no share."""
    said = _whole(measure, measure.rows(ask).order_by())
    return said.get("held", said["size"]), said["size"]


def table(measure: Measure, ask: Ask, split: Split) -> Table:
    """A measure divided by `split`, the groups in the order of their labels as the split gives them."""
    rows = measure.rows(ask).order_by()
    found = parts(measure, split, rows)
    labels = split.labels(found) if split.labels else {key: str(key) for key in found}
    order = {key: place for place, key in enumerate(labels)}
    groups = [
        Group(key, labels.get(key, key), number(measure, said))
        for key, said in sorted(found.items(), key=lambda item: order.get(item[0], len(order)))
    ]
    whole = _whole(measure, rows)
    return Table(
        measure,
        split,
        groups,
        number(measure, whole),
        {key: said["size"] for key, said in found.items()},
        whole["size"],
    )


def keys(measure: Measure, ask: Ask, split: Split | None = None, group: Any = None) -> set[Any]:
    """The distinct keys behind a number: of the whole measure, or of one group of a split."""
    rows = measure.rows(ask).order_by()
    if split is not None:
        rows = within(rows, split, group)
    return set(rows.exclude(**{measure.of: None}).values_list(measure.of, flat=True))


def within(rows: QuerySet[Any], split: Split, group: Any) -> QuerySet[Any]:
    """The rows of one group."""
    if split.listed:
        said = "[]" if group is None else json.dumps(group)
        return rows.alias(said=Cast(split.by, TextField())).filter(said__contains=said)
    return rows.alias(grouped_by=expression(split)).filter(grouped_by=group)


def parts(measure: Measure, split: Split, rows: QuerySet[Any]) -> dict[Any, Said]:
    """The aggregates of each group that has rows."""
    if "__" in measure.of:
        return _paired(measure, split, rows)
    found = _listed(measure, split, rows) if split.listed else _grouped(measure, split, rows)
    return {group: said for group, said in found.items() if said["size"]}


def _whole(measure: Measure, rows: QuerySet[Any]) -> Said:
    """The aggregates of all rows.

    Different districts are counted among the places that were met: thousands of rows met a few hundred of them.
    """
    if "__" not in measure.of:
        return rows.aggregate(**numbers(measure))
    link, _dot, path = measure.of.partition("__")
    met = _related(measure, rows)._default_manager.filter(pk__in=rows.values(link))
    return {"size": met.aggregate(size=Count(path, distinct=True))["size"]}


def _grouped(measure: Measure, split: Split, rows: QuerySet[Any]) -> dict[Any, Said]:
    """One statement: the numbers of each group."""
    found = rows.annotate(grouped_by=expression(split)).values("grouped_by").annotate(**numbers(measure))
    return {said.pop("grouped_by"): said for said in found}


def _listed(measure: Measure, split: Split, rows: QuerySet[Any]) -> dict[Any, Said]:
    """The numbers of each name in a list. One statement counts each list as a whole: there are far fewer than rows."""
    found: defaultdict[Any, Said] = defaultdict(lambda: dict.fromkeys(numbers(measure), 0))
    for said in rows.values(grouped_by=Cast(split.by, TextField())).annotate(**numbers(measure)):
        for group in _groups(split, said.pop("grouped_by")):
            for name, value in said.items():
                found[group][name] += value
    return found


def _paired(measure: Measure, split: Split, rows: QuerySet[Any]) -> dict[Any, Said]:
    """Different keys behind a link: which places each group met, then the keys of these places."""
    link, _dot, path = measure.of.partition("__")
    by = Cast(split.by, TextField()) if split.listed else expression(split)
    pairs = list(rows.annotate(grouped_by=by).values_list("grouped_by", link).distinct())
    met = _related(measure, rows)._default_manager.filter(pk__in=rows.values(link))
    key_of = dict(met.values_list("pk", path))
    found: defaultdict[Any, set[Any]] = defaultdict(set)
    for value, place in pairs:
        if (key := key_of.get(place)) is not None:
            for group in _groups(split, value):
                found[group].add(key)
    return {group: {"size": len(known)} for group, known in found.items()}


def _groups(split: Split, value: Any) -> Iterable[Any]:
    """The groups a value stands for: itself, or each name in a list. An empty list is the group None."""
    return [value] if not split.listed else dict.fromkeys(json.loads(value)) or [None]


def _related(measure: Measure, rows: QuerySet[Any]) -> type[Model]:
    """The model behind the link of `of`."""
    found: Any = rows.model._meta.get_field(measure.of.partition("__")[0]).related_model
    return found


def expression(split: Split) -> Any:
    """What a split divides by, as an expression."""
    return F(split.by) if isinstance(split.by, str) else split.by


def numbers(measure: Measure) -> dict[str, Any]:
    """The aggregates a number is made of."""
    found: dict[str, Any] = {"size": Count(measure.of, distinct=measure.of != "pk")}
    if measure.amount is not None:
        found["amount"] = Sum(measure.amount, default=0)
    if measure.part is not None:
        found["held"] = Count(measure.of, filter=measure.part)
    return found


def number(measure: Measure, said: Mapping[str, Any]) -> float | int | None:
    """The number from its aggregates; None for a share of nothing."""
    if measure.part is not None:
        return said["held"] / said["size"] if said["size"] else None
    return said["amount"] if measure.amount is not None else said["size"]
