"""Numbers of measures, and the splits many of them share."""

from deele.reporting.queries.numbers import keys, sides, table, total, within

__all__ = ["keys", "sides", "table", "total", "within"]
