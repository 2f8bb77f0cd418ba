"""The clock of these tests stands at the day their rows are made for, so that they don't age; it runs on."""

from datetime import timedelta

import pytest
import time_machine

from deele.events.tests.factories import NOW

LATER = timedelta(hours=2)  # after all the rows were made, before any of their terms ends


@pytest.fixture(autouse=True)
def _today():
    with time_machine.travel(NOW + LATER, tick=True):
        yield
