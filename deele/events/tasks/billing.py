"""Invoices that are due."""

import logging
from datetime import datetime, timedelta

from deele.core.jobs import periodic
from deele.events.actions import billing

logger = logging.getLogger(__name__)


def invoices(now: datetime) -> None:
    """Write and correct invoices. What can't be written stands on the event's page of invoices, too."""
    _done, faults = billing.settle_due(now)
    for fault in faults:
        logger.warning("No invoice: %s", fault)


periodic("events.invoices", timedelta(minutes=5), invoices)
