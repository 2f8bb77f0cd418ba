"""The cache on a disk that takes nothing."""

import pytest

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
