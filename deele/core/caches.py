"""A cache on the disk of this machine that never stands in the way, and counting in it."""

import secrets
import time
from contextlib import suppress
from typing import Any

from django.core.cache import cache
from django.core.cache.backends.base import DEFAULT_TIMEOUT
from django.core.cache.backends.filebased import FileBasedCache

LOOKS = 64  # one of so many writes looks whether the folder is too full; listing it costs more than the write


def count(key: str, number: int = 1, *, seconds: int) -> int:
    """Add to what was counted under the key in the present span of so many seconds; the sum.

    Spans begin at full multiples, so nobody has to remember when one began. Two processes at the same instant may
    count as one: it is a brake, not a gate. `incr` would not do: on the disk it begins the time of keeping anew.
    """
    place = f"{key}:{int(time.time()) // seconds}"
    used: int = cache.get(place, 0) + number
    cache.set(place, used, seconds)
    return used


class DiskCache(FileBasedCache):
    """What cannot be written is not kept, what cannot be read is not there: a full disk must not close a page.

    Whoever counts in it counts nothing then; what matters is stored in the database, which refuses by itself.
    """

    def set(self, key: Any, value: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> None:
        with suppress(OSError):
            super().set(key, value, timeout, version)

    def _cull(self) -> None:
        if secrets.randbelow(LOOKS) == 0:
            super()._cull()  # type: ignore[misc]  # unknown to the stubs

    def get(self, key: Any, default: Any = None, version: int | None = None) -> Any:
        try:
            return super().get(key, default, version)
        except OSError:
            return default

    def has_key(self, key: Any, version: int | None = None) -> bool:
        try:
            return super().has_key(key, version)
        except OSError:
            return False

    def touch(self, key: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> bool:
        try:
            return super().touch(key, timeout, version)
        except OSError:
            return False
