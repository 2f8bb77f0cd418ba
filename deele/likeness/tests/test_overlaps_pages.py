from datetime import timedelta

import pytest
from django.urls import reverse

from deele.access.tests.factories import colleague
from deele.likeness.actions import overlaps, radar, renewing
from deele.likeness.kinds import subjects
from deele.likeness.models import OverlapCheck, OverlapDecision, StoredSubject
from deele.likeness.queries import overlaps as queries
from deele.likeness.tests.planned import NOW, subject, told
from deele.mail.models import OutgoingMail

pytestmark = pytest.mark.django_db
ONE, TWO, THREE = "tests.thing:1", "tests.thing:2", "tests.thing:3"
OWNERS = {ONE: "Verein Muster", TWO: "Stadt Muster", THREE: "Diakonie Muster"}


class Kind:
    key = "tests.thing"
    title = "Ding"
    present: tuple = ()

    def subjects(self, refs=None):
        return [one for one in self.present if refs is None or one.ref in refs]

    def url(self, ref, user):
        return "" if ref == THREE else f"/schreibtisch/ding/{ref}/"


@pytest.fixture(autouse=True)
def kind():
    one = Kind()
    subjects.add(Kind.key, one)
    yield one
    subjects._items.pop(Kind.key)


@pytest.fixture
def three():
    for ref, owner in OWNERS.items():
        told(ref, owner=owner)


@pytest.fixture
def desk(client, settings):
    settings.DEELE_SECOND_FACTOR = False
    client.force_login(colleague("redaktion"))
    return client


def page(desk, ref=ONE):
    return desk.get(reverse("likeness:check", args=[ref])).content.decode()


def post(desk, name="check", ref=ONE, **data):
    return desk.post(reverse(f"likeness:{name}", args=[ref]), data)


def test_radar_lists_what_nobody_decided_and_hides_closed_titles(desk, three):
    answer = desk.get(reverse("likeness:radar")).content.decode()

    assert answer.count("Aktionstag Demenz in Verden") >= 3
    assert "Ding, für Sie nicht einsehbar" in answer
    assert desk.get(reverse("likeness:radar"), {"art": "events.event"}).content.decode().count("wohl dasselbe") == 0


def test_each_is_decided_for_itself_and_one_decision_takes_the_rest(desk, three):
    answer = post(desk, **{"d0-decision": "bewusst_getrennt", "d0-reason": "Andere Sprache",
                           "rest-decision": "abgestimmt"})  # fmt: skip

    assert answer["Location"] == f"/schreibtisch/ding/{ONE}/"
    assert sorted(OverlapDecision.objects.values_list("decision", "reason")) == [
        ("abgestimmt", ""), ("bewusst_getrennt", "Andere Sprache")
    ]  # fmt: skip
    assert queries.undecided(ONE) == []
    assert OverlapCheck.objects.get().hits == 2


def test_apart_without_a_reason_keeps_what_was_chosen(desk, three):
    answer = post(desk, **{"d0-decision": "bewusst_getrennt", "d1-decision": "abgestimmt"}).content.decode()

    assert "warum beides getrennt bleibt" in answer
    assert '<option value="bewusst_getrennt" selected>' in answer
    assert '<option value="abgestimmt" selected>' in answer
    assert not OverlapDecision.objects.exists()


def test_nothing_chosen_is_said(desk, three):
    assert "Es ist noch nichts entschieden" in post(desk).content.decode()


def test_somebody_decided_meanwhile_and_nothing_of_mine_is_lost(desk, three):
    overlaps.decide(ref=ONE, other=TWO, decision="zusammengelegt", by=None, now=NOW)

    answer = post(desk, **{f"seen-{TWO}": "0", "d0-decision": "abgestimmt", "d1-decision": "abgestimmt"})

    assert "inzwischen jemand anderes entschieden" in answer.content.decode()
    assert OverlapDecision.objects.get().decision == "zusammengelegt"


def test_card_decides_all_it_showed_and_leaves_what_came_since(desk, three):
    post(desk, "decide-all", decision="abgestimmt", other=[f"{TWO}|0"])

    assert [one.ref for one in queries.undecided(ONE)] == [THREE]


def test_card_sends_whoever_keeps_apart_to_the_page_that_asks_why(desk, three):
    answer = post(desk, "decide-all", decision="bewusst_getrennt", other=[f"{TWO}|0"])

    assert answer["Location"] == reverse("likeness:check", args=[ONE])
    assert not OverlapDecision.objects.exists()


def test_a_look_that_found_nothing_is_kept(desk):
    told(ONE)

    post(desk, "looked")

    assert OverlapCheck.objects.get().hits == 0
    assert "nichts, das sich überschneidet" in page(desk)


def test_who_may_not_work_on_it_finds_no_page(client, settings, three):
    settings.DEELE_SECOND_FACTOR = False
    client.force_login(colleague("technik"))

    assert client.get(reverse("likeness:check", args=[THREE])).status_code == 404
    assert client.get(reverse("likeness:check", args=[ONE])).status_code == 200


def test_radar_goes_once_a_month_to_who_looks_after_the_alliance(three):
    colleague("redaktion"), colleague("technik"), colleague("beratung")
    later = NOW + timedelta(days=10)

    assert radar.write(now=NOW) == 0  # whoever plans has a week
    assert (radar.write(now=later), radar.write(now=later + timedelta(days=20))) == (1, 0)
    assert radar.write(now=later + timedelta(days=29)) == 1

    first = OutgoingMail.objects.order_by("pk").first()
    assert "„Aktionstag Demenz in Verden“" in first.body
    assert "nicht einsehbar" in first.body


def test_radar_is_silent_when_everything_is_decided(three):
    colleague("redaktion")
    for one, other in ((ONE, TWO), (ONE, THREE), (TWO, THREE)):
        overlaps.decide(ref=one, other=other, decision="abgestimmt", by=None, now=NOW)

    assert radar.write(now=NOW + timedelta(days=10)) == 0


def test_renewing_takes_in_what_no_action_told_and_forgets_what_is_gone(kind):
    told(ONE)
    told("gone.kind:1")
    kind.present = (subject(TWO, owner="Stadt Muster"), subject(THREE, owner="Diakonie Muster"))

    later = NOW + timedelta(hours=1)
    changed = renewing.renew(now=later)
    compared = renewing.compare_waiting(now=later)

    assert set(StoredSubject.objects.filter(kind="tests.thing").values_list("ref", flat=True)) == {TWO, THREE}
    assert not StoredSubject.objects.filter(kind="gone.kind").exists()
    assert (changed, compared) == (2, 2)
    assert [one.ref for one in queries.open_for(TWO)] == [THREE]


def test_what_rested_on_a_word_of_the_whole_house_asks_no_more_once_the_words_are_counted(kind):
    here = {"themes": ("nachbarschaft",), "groups": (), "place_keys": (), "begins": None, "ends": None}
    kind.present = tuple(
        subject(
            f"tests.thing:{at}",
            **{**here, "title": f"Muster Name{at}", "text": f"Ort{at} Sache{at} Ziel{at}", "owner": f"Verein {at}"},
        )
        for at in range(40)
    )
    for one in kind.present[:2]:
        overlaps.tell(subject=one, now=NOW)
    assert queries.undecided("tests.thing:0")

    renewing.renew(now=NOW + timedelta(days=1))
    renewing.compare_waiting(now=NOW + timedelta(days=1))

    assert not queries.undecided("tests.thing:0")
