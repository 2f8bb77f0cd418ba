"""The optional sentence model: asked where the house wants it, said so where it cannot be had, never required."""

from types import SimpleNamespace

import pytest

from deele.likeness.apps import meaning
from deele.likeness.queries import overlaps
from deele.likeness.rules.overlap import sentences
from deele.likeness.tests.planned import STATE, subject, told


class Wheel:
    """A model that finds all texts alike, or breaks."""

    def __init__(self, *, breaks=""):
        self.breaks = breaks

    def USE(self, threads):
        if self.breaks == "start":
            raise OSError("no model file")
        return SimpleNamespace(encode=self.encode)

    def encode(self, text):
        if self.breaks in text.split(". ")[0] and self.breaks:
            raise ValueError("odd text")
        return (1.0, 0.0)


@pytest.fixture
def installed(monkeypatch):
    """Put a wheel where the real one would be; forget what was tried before and after."""

    def put(wheel):
        monkeypatch.setattr(sentences, "find_spec", lambda name: wheel)
        monkeypatch.setattr(sentences, "import_module", lambda name: wheel)
        sentences.tried.cache_clear()

    yield put
    sentences.tried.cache_clear()


def kinos():
    """Two evenings that share a theme and no word."""
    told("a.b:1", title="Kinoabend", text="Filme von früher", themes=("einsamkeit",), place_keys=STATE)
    return subject("a.c:2", title="Lichtspiele", text="Alte Streifen", themes=("einsamkeit",), place_keys=STATE)


@pytest.mark.django_db
def test_the_check_asks_the_model_only_where_the_house_wants_it(installed, settings):
    installed(Wheel())
    asked = kinos()
    settings.DEELE_MEANING = False
    assert [one.level for one in overlaps.like(asked)] == ["similar"]
    settings.DEELE_MEANING = True
    assert [one.level for one in overlaps.like(asked)] == ["overlap"]
    assert meaning(None) == []


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("wheel", "says"),
    [(None, "not installed"), (Wheel(breaks="start"), "OSError: no model file"), (Wheel(breaks="Licht"), "")],
)
def test_without_the_wheel_or_with_a_broken_one_the_check_works_and_the_start_says_so(installed, settings, wheel, says):
    installed(wheel)
    settings.DEELE_MEANING = True
    assert [one.level for one in overlaps.like(kinos())] == ["similar"]
    found = meaning(None)
    assert [says in one.msg for one in found] == ([True] if says else [])
    settings.DEELE_MEANING = False
    assert meaning(None) == []
