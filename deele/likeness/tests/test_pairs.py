import random
from dataclasses import replace

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from deele.likeness.rules import Record, compare, pairs
from deele.likeness.rules.pairs import across
from deele.likeness.rules.quality import measured
from deele.likeness.rules.reasons import SENTENCES, Reason
from deele.likeness.tests.factories import record
from deele.likeness.tests.generator import CHANGES, generated

TEXT = st.text(max_size=25)
RECORDS = st.builds(
    Record,
    id=st.just("1"),
    name=st.text(min_size=1, max_size=40),
    kind=st.sampled_from(["", "pflege_wg", "Hofladen"]),
    street=TEXT,
    zip=TEXT,
    city=TEXT,
    lat=st.one_of(st.none(), st.floats(47, 55)),
    lon=st.one_of(st.none(), st.floats(6, 15)),
    phone=TEXT,
    email=TEXT,
    website=TEXT,
    description=TEXT,
)


@given(RECORDS, RECORDS)
def test_compare_is_symmetric_whatever_is_written(one, other):
    there, back = compare(one, other), compare(other, one)

    assert there.score == pytest.approx(back.score, abs=1e-12)
    assert there.verdict == back.verdict


@pytest.mark.parametrize("seed", range(40))
def test_compare_with_itself_is_same(seed):
    one = generated(3, seed)[0][0]

    assert compare(one, one).verdict == "same"


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_compare_after_one_change_is_proposed(change):
    rng = random.Random(7)
    rows = generated(30, 3)[0]

    verdicts = {compare(one, change(rng, replace(one))).verdict for one in rows}

    assert "different" not in verdicts


@pytest.mark.slow  # 1,500 records, the smallest size at which shares mean something
@pytest.mark.parametrize(("seed", "changes", "least"), [(11, 3, 0.96), (12, 5, 0.94)])
def test_pairs_of_a_generated_table_are_good(seed, changes, least):
    rows, true, traps = generated(1500, seed, changes)

    found = list(pairs(rows))

    proposed = {tuple(sorted((one.left, one.right))) for one in found}
    same = {tuple(sorted((one.left, one.right))) for one in found if one.judgement.verdict == "same"}
    assert measured(proposed, true).f1 >= least
    assert measured(same, true).precision >= 0.985
    assert len(proposed & traps) <= 0.01 * len(traps)
    assert len(found) == len(proposed)


def test_pairs_are_the_same_on_every_run():
    rows = generated(300, 5)[0]

    assert list(pairs(rows)) == list(pairs(rows))


def test_pairs_come_before_all_is_compared():
    rows = [record("AllerHaus", id="1"), record("Allerhaus", id="2"), *generated(100, 1)[0]]
    told = []

    first = next(pairs(rows, lambda done, of: told.append(done)))

    assert (first.left, first.right, told) == ("1", "2", [])


def test_pairs_close_groups_through_a_third():
    whole = Record(
        id="b", name="Werkstatt Linde Holz", city="Verden", zip="27283", phone="04231 12345",
        email="info@werkstatt-linde.example.org", website="https://werkstatt-linde.example.org",
    )  # fmt: skip
    left = replace(whole, id="a", email="", website="", zip="", name="Werkstatt Linde Holz e.V.")
    right = replace(whole, id="c", phone="", name="Holzplatz am Fluss")

    found = {(one.left, one.right): one.judgement.verdict for one in pairs([left, whole, right])}

    assert compare(left, right).verdict == "different"
    assert set(found) >= {("a", "b"), ("b", "c")}


def test_across_pairs_only_one_of_each_table():
    mine = [record("AllerHaus", id="1"), record("Allerhaus", id="2")]
    others = [record("AllerHaus Verden", id="7"), record("Pflegehof", id="8")]

    found = [(one.left, one.right) for one in across(mine, others)]

    assert found == [("1", "7"), ("2", "7")]
    assert list(across(mine, [])) == []


def test_reasons_are_sentences_with_their_values():
    values = {"words": "linde", "metres": "10", "km": "3", "host": "x.de", "third": "7"}

    with translation.override("en"):
        said = {key: str(Reason(key, values, 1.0)) for key in SENTENCES}

    assert said["place-km"] == "3 km apart"
    assert all("%(" not in sentence for sentence in said.values())
