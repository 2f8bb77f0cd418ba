"""Numbers of measures, and the splits many of them share."""

from deele.reporting.queries.numbers import keys, table, total, within

__all__ = ["keys", "table", "total", "within"]
