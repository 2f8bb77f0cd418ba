"""Every part of events that has jobs or mails is known to the worker and to the preview page."""

from pathlib import Path

import pytest

from deele.core import jobs
from deele.events import emails, tasks

PACKAGES = [tasks, emails]


@pytest.mark.parametrize("package", PACKAGES, ids=lambda package: package.__name__)
def test_every_module_is_named_by_its_package(package):
    there = {path.stem for path in Path(package.__file__).parent.glob("*.py")} - {"__init__"}

    assert there == set(package.__all__)


def test_jobs_of_events_are_registered():
    keys = {job.key for job in jobs.discover() if job.key.startswith("events.")}

    assert {"events.offers", "events.waiting"} <= keys
    assert any("bill" in key or "invoice" in key for key in keys)
