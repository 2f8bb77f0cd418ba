"""Which of two taps counts: devices without a network and with clocks that go wrong send them late and twice."""

from datetime import datetime, timedelta
from typing import NamedTuple

LONGEST_WAIT = timedelta(days=30)  # a tap that waited longer on a device is dated no earlier than this


class Tap(NamedTuple):
    """One tap at the entrance. `mark` is "<device>-<its clock in ms>-<chance>" and names the tap for ever.

    `at` is the time by the clock of the device.
    """

    participant: int
    day: int
    present: bool
    at: datetime
    mark: str


def house_time(at: datetime, *, sent_at: datetime, now: datetime) -> datetime:
    """When the tap happened by our clock: so long before now as the device says it waited."""
    waited = min(max(sent_at - at, timedelta(0)), LONGEST_WAIT)
    return now - waited


def device_of(mark: str) -> str:
    """The device in the name of a tap."""
    return mark.partition("-")[0]


def is_later(*, at: datetime, mark: str, than_at: datetime, than_mark: str) -> bool:
    """Whether a tap counts against the one that is stored.

    Taps of one device follow the device's own order, however slow the network was between them; of two devices the
    later time wins. The same tap once more never counts.
    """
    if device_of(mark) == device_of(than_mark):
        return mark > than_mark
    return (at, mark) > (than_at, than_mark)
