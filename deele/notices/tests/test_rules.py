"""How well two notices fit, and the table of moves: values only, no database."""

from dataclasses import fields, replace
from datetime import date

import pytest

from deele.notices.enums import Access, Care, KindKey, State
from deele.notices.queries.words import sentences, stored
from deele.notices.rules import moves
from deele.notices.rules.checks import looks_personal
from deele.notices.rules.kinds import DECLARED, kind
from deele.notices.rules.matching import NO, Circle, Needs, Side, judge

VERDEN, HILDESHEIM = Circle(52.92, 9.23, 25), Circle(52.15, 9.95, 25)
PERSON = Side(
    kind=KindKey.PERSON, circles=(VERDEN,), household="2", legal=frozenset({"miete"}), monthly="bis_800",
    horizon="1_jahr", wishes=frozenset({"gemeinsam_essen"}), housing_forms=frozenset({"mehrgenerationenwohnen"}),
)  # fmt: skip
PROJECT = replace(PERSON, kind=KindKey.PROJECT, circles=(Circle(52.98, 9.30, 3),), household="5_plus")


def keys(judgement, *, fits=True):
    return {reason.key for reason in judgement.reasons if reason.fits == fits}


def test_what_fits_is_said_in_words_the_same_whichever_way_round():
    one, other = judge(PERSON, PROJECT), judge(PROJECT, PERSON)

    assert one == other
    assert one.enough
    assert keys(one) == {
        "distance", "housing-form", "legal", "monthly", "household-fits", "horizon-fits", "wishes",
    }  # fmt: skip
    assert "8 km voneinander entfernt" in sentences([stored(reason) for reason in one.reasons], fits=True)


@pytest.mark.parametrize("kind_key", [KindKey.PERSON, KindKey.LAND, KindKey.SKILL, KindKey.GROUP_LAND])
def test_kinds_that_do_not_belong_together_never_fit(kind_key):
    assert judge(PERSON, replace(PROJECT, kind=kind_key)) == NO


def test_kinds_fit_from_both_sides():
    for one in DECLARED:
        for other in one.fits:
            assert one.key in kind(other).fits


def test_what_lies_out_of_reach_does_not_fit_and_the_nearest_of_several_places_counts():
    assert judge(PERSON, replace(PROJECT, circles=(HILDESHEIM,))) == NO
    assert judge(PERSON, replace(PROJECT, circles=(HILDESHEIM, VERDEN))).reasons[0].key == "same-place"


@pytest.mark.parametrize(
    ("changes", "key"),
    [
        ({"monthly": "ueber_1500"}, "monthly"), ({"legal": frozenset({"eigentum"})}, "legal"),
        ({"household": "1"}, "household"), ({"horizon": "3_jahre"}, "horizon"),
        ({"housing_forms": frozenset({"pflege_wg"})}, "housing-form"),
    ],
)  # fmt: skip
def test_what_does_not_fit_lowers_the_rank_and_is_to_be_talked_about(changes, key):
    judgement = judge(PERSON, replace(PROJECT, **changes))

    assert judgement.rank < judge(PERSON, PROJECT).rank
    assert keys(judgement, fits=False) == {key}


def test_opposite_wishes_are_named():
    pets, none = replace(PERSON, wishes=frozenset({"tiere"})), replace(PROJECT, wishes=frozenset({"tierfrei"}))

    assert keys(judge(pets, none), fits=False) == {"wishes-differ"}


def test_what_was_not_said_stands_in_nobodys_way():
    bare = Side(kind=KindKey.FLAT, circles=(VERDEN,))

    assert keys(judge(PERSON, bare)) == {"same-place"}
    assert keys(judge(PERSON, bare), fits=False) == set()


def test_partners_must_be_what_the_other_looks_for():
    town = Side(KindKey.PARTNER, (VERDEN,), partner_own="kommune", partner_wanted=frozenset({"pflegedienst"}))
    care = Side(KindKey.PARTNER, (VERDEN,), partner_own="pflegedienst", partner_wanted=frozenset({"kommune"}))

    assert judge(town, care).enough
    assert judge(town, replace(care, partner_own="investor")) == NO


EVERY_NEED = [Needs(frozenset({access.value}), care) for access in Access for care in ["", *Care.values]]
EVERY_NEED.append(Needs(forms=frozenset({"pflege_wg"})))


@pytest.mark.parametrize("needs", EVERY_NEED)
@pytest.mark.parametrize("offered", [frozenset(), frozenset(Access.values)])
def test_needs_move_the_rank_and_no_reason_ever_changes_with_them(needs, offered):
    project = replace(PROJECT, access_offered=offered, care_offered="taeglich" if offered else "")
    without, counted = judge(PERSON, project), judge(replace(PERSON, needs=needs), project)

    assert counted.reasons == without.reasons
    assert counted.enough == without.enough
    assert counted.rank != without.rank
    assert (counted.rank < without.rank) or offered


def test_needs_are_compared_in_one_place_only():
    assert [field.name for field in fields(Side)][-1] == "needs"
    assert not any("need" in reason.key for reason in judge(PERSON, PROJECT).reasons)


def test_every_state_can_be_left_except_withdrawn():
    assert {state for state in State if not any(move.source == state for move in moves.MOVES)} == {State.WITHDRAWN}


def test_nothing_expires_unasked_and_only_time_expires():
    into = [move for move in moves.MOVES if move.target == State.EXPIRED]

    assert {move.source for move in into} == {State.RENEWAL, State.PAUSED}
    assert not any(move.by_person or move.by_office for move in into)


def test_free_flats_hold_a_month_all_else_half_a_year():
    today = date(2026, 11, 27)

    assert moves.expiry(KindKey.FLAT, today) == date(2026, 12, 27)
    assert moves.expiry(KindKey.PERSON, today) == date(2027, 5, 28)
    assert moves.ask_on(KindKey.FLAT, date(2026, 12, 27)) == date(2026, 12, 20)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Schreiben Sie an muster@example.org", 1), ("Tel. 0511 / 12 34 56 78", 1),
        ("Am Lindenweg 4 steht das Haus", 1),
        ("www.example.org und 05131-4567890", 2), ("Wir sind 3 Familien, Baujahr 1905, 120 m²", 0),
    ],
)  # fmt: skip
def test_words_that_may_show_a_person_are_pointed_out(text, number):
    assert len(looks_personal(text)) == number


def test_words_about_health_are_pointed_out_where_somebody_looks_for_a_home():
    text = "Seit der Demenz meines Mannes suchen wir etwas mit Krankenhaus in der Nähe"

    assert len(looks_personal(text, of_person=True)) == 1
    assert looks_personal(text) == []
