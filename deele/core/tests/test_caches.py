"""The cache on a disk that takes nothing."""

import pytest
import time_machine

from deele.core import caches
from deele.core.caches import DiskCache


@pytest.fixture
def shut(tmp_path):
    """A cache without its folder: a file stands in the way."""
    cache = DiskCache(str(tmp_path / "cache"), {})
    (tmp_path / "cache").rmdir()
    (tmp_path / "cache").write_text("in the way")
    return cache


def test_cache_that_cannot_be_written_keeps_nothing_and_raises_nothing(shut):
    shut.set("a", 1)

    assert shut.get("a", "nothing") == "nothing"
    assert shut.add("a", 1) is True
    assert shut.has_key("a") is False
    assert shut.touch("a") is False
    assert shut.get_or_set("a", lambda: 7) == 7
    with pytest.raises(ValueError, match="a"):
        shut.incr("a")


def test_cache_keeps_what_it_can(tmp_path):
    cache = DiskCache(str(tmp_path), {})

    cache.set("a", 1)

    assert (cache.get("a"), cache.incr("a"), cache.touch("a")) == (1, 2, True)


def test_counting_begins_anew_with_each_span_and_not_with_each_use():
    with time_machine.travel("2026-11-24 10:20:00+00:00", tick=False) as clock:
        counted = [caches.count("form", seconds=3600)]
        clock.shift(1200)
        counted.append(caches.count("form", 4, seconds=3600))
        clock.shift(1200)
        counted.append(caches.count("form", seconds=3600))

    assert counted == [1, 5, 1]


def test_cache_that_grows_too_large_is_cut_back_now_and_then(tmp_path):
    cache = DiskCache(str(tmp_path), {"OPTIONS": {"MAX_ENTRIES": 10}})

    for number in range(1000):
        cache.set(f"key{number}", number)

    assert len(list(tmp_path.iterdir())) < 900
