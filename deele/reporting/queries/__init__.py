"""Numbers of measures, and the splits many of them share."""

from deele.reporting.queries.numbers import keys, sized, table, total, within

__all__ = ["keys", "sized", "table", "total", "within"]
