"""Who is asked next: fair, group by group, with a reason for each row."""

from datetime import datetime, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from deele.events.rules import waiting
from deele.events.rules.places import Room
from deele.events.rules.waiting import Terms, Waiter
from deele.events.tests.registering import BERLIN

NOW = datetime(2027, 3, 1, 10, tzinfo=BERLIN)
TERMS = Terms(starts_at=NOW + timedelta(days=60))


def waiter(pk, seats=1, resident=False, options=None):
    return Waiter(pk, seats, NOW - timedelta(days=30) + timedelta(hours=pk), resident, options or {})


def offered(decisions):
    return [one.pk for one in decisions if one.until]


def test_first_come_first_served():
    assert offered(waiting.decide([waiter(2), waiter(1), waiter(3)], Room(10, 8), {}, TERMS, NOW)) == [1, 2]


def test_group_is_never_split_and_keeps_its_rank():
    decisions = waiting.decide([waiter(1, seats=3), waiter(2)], Room(10, 8), {}, TERMS, NOW)

    assert offered(decisions) == [2]
    assert [one.pk for one in decisions] == [1, 2]
    assert "3" in str(decisions[0].why)
    assert "2" in str(decisions[0].why)


def test_residents_come_first_where_the_event_says_so():
    terms = Terms(priority="vorrang_land", priority_until=NOW - timedelta(days=1), starts_at=TERMS.starts_at)

    assert offered(waiting.decide([waiter(1), waiter(2, resident=True)], Room(10, 9), {}, terms, NOW)) == [2]


def test_people_from_elsewhere_wait_until_the_day_given():
    terms = Terms(priority="vorrang_land", priority_until=NOW + timedelta(days=1), starts_at=TERMS.starts_at)

    decisions = waiting.decide([waiter(1)], Room(10, 0), {}, terms, NOW)

    assert offered(decisions) == []
    assert decisions[0].why == waiting.FROM_ELSEWHERE


def test_full_extra_is_named():
    options = {7: ("Exkursion am Vortag", Room(12, 12))}

    decisions = waiting.decide([waiter(1, options={7: 1}), waiter(2)], Room(10, 8), options, TERMS, NOW)

    assert offered(decisions) == [2]
    assert "Exkursion am Vortag" in str(decisions[0].why)


def test_extras_promised_on_the_way_are_gone():
    options = {7: ("Bus", Room(12, 11))}

    decisions = waiting.decide([waiter(1, options={7: 1}), waiter(2, options={7: 1})], Room(10, 0), options, TERMS, NOW)

    assert offered(decisions) == [1]


def test_overbooked_event_offers_nothing():
    """Capacity was lowered under the booked number."""
    assert offered(waiting.decide([waiter(1)], Room(5, 9), {}, TERMS, NOW)) == []


def test_list_rests_when_the_event_does():
    decisions = waiting.decide([waiter(1)], Room(5, 0), {}, Terms(moves=False), NOW)

    assert [one.why for one in decisions] == [waiting.RESTS]


def test_shortly_before_the_event_people_are_rung_up():
    decisions = waiting.decide([waiter(1)], Room(5, 0), {}, Terms(starts_at=NOW + timedelta(hours=3)), NOW)

    assert [one.why for one in decisions] == [waiting.TOO_LATE]


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])  # a busy machine decides nothing
@given(
    seats=st.lists(st.integers(1, 6), max_size=20),
    capacity=st.integers(0, 30),
    taken=st.integers(0, 30),
    residents=st.lists(st.booleans(), min_size=20, max_size=20),
)
def test_offers_never_exceed_what_is_free_and_nobody_who_fits_is_passed_over(seats, capacity, taken, residents):
    people = [waiter(pk, size, residents[pk]) for pk, size in enumerate(seats)]
    terms = Terms(priority="vorrang_land", priority_until=NOW, starts_at=TERMS.starts_at)

    decisions = waiting.decide(people, Room(capacity, taken), {}, terms, NOW)

    sizes = {one.pk: one.seats for one in people}
    given_away = sum(sizes[pk] for pk in offered(decisions))
    left = max(0, capacity - taken) - given_away
    assert left >= 0
    assert all(one.until or sizes[one.pk] > left for one in decisions)
    assert len(decisions) == len(people)
