from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import transaction
from django.template import Context, Template
from django.test import RequestFactory
from django.utils import translation

from deele.audit.models import Entry as LogEntry
from deele.core.versions import Conflict
from deele.likeness.actions import overlaps
from deele.likeness.kinds import subjects
from deele.likeness.models import Overlap, OverlapCheck, OverlapDecision, StoredSubject, SubjectKey
from deele.likeness.queries import overlaps as queries
from deele.likeness.queries import rarities
from deele.likeness.tests.planned import ACHIM, EMDEN, NOW, subject, told

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]
ACTION = "jointactions.action:7"
GROUP = {"owner": "Seniorenbeirat Muster", "title": "Demenztag für Angehörige"}


def levels(ref="events.event:1"):
    return [(one.ref, one.level, one.decision) for one in queries.open_for(ref)]


def test_tell_finds_an_overlap_of_two_kinds_for_both():
    told()
    told(ACTION, **GROUP, begins=date(2027, 3, 20), ends=date(2027, 3, 20))

    assert levels() == [(ACTION, "overlap", "")]
    assert levels(ACTION) == [("events.event:1", "overlap", "")]


def test_tell_finds_the_same_thing_in_two_kinds():
    told()
    told(ACTION, owner="Stadt Muster")

    assert levels() == [(ACTION, "same", "")]


def test_like_answers_for_what_is_not_stored_and_writes_nothing():
    told()

    found = queries.like(subject(ACTION, **GROUP))

    assert [(one.ref, one.level) for one in found] == [("events.event:1", "overlap")]
    assert (StoredSubject.objects.count(), Overlap.objects.count()) == (1, 0)


def test_tell_again_renews_and_leaves_no_keys_behind():
    told()
    before = SubjectKey.objects.count()
    told(title="Radtour durch das Moor", text="Mit Rast", themes=("mobilitaet",), groups=())
    told()

    assert (StoredSubject.objects.count(), SubjectKey.objects.count()) == (1, before)


def test_tell_what_did_not_change_compares_nothing():
    one = told()
    later = NOW + timedelta(days=1)

    overlaps.tell(subject=one, now=later)

    assert StoredSubject.objects.get().told_at == NOW


def test_an_overlap_goes_when_the_thing_moves_away():
    told()
    told(ACTION, **GROUP)
    assert levels() != []

    told(ACTION, title="Fahrradwerkstatt", text="Wir schrauben.", themes=("mobilitaet",), groups=(), place_keys=EMDEN)

    assert levels() == []


def test_forget_takes_the_pairs_and_keeps_decisions():
    told()
    told(ACTION, **GROUP)
    overlaps.decide(ref=ACTION, other="events.event:1", decision="abgestimmt", by=None, now=NOW)

    overlaps.forget(ref=ACTION)
    overlaps.forget(ref=ACTION)

    assert (Overlap.objects.count(), SubjectKey.objects.filter(subject__ref=ACTION).count()) == (0, 0)
    assert OverlapDecision.objects.count() == 1


def test_a_decision_is_kept_and_not_asked_again():
    told()
    told(ACTION, **GROUP)
    overlaps.decide(ref="events.event:1", other=ACTION, decision="abgestimmt", by=None, now=NOW)

    told(ACTION, **GROUP, text="Ein Satz mehr: Kaffee und Kuchen gibt es auch.")

    assert levels() == [(ACTION, "overlap", "abgestimmt")]
    assert queries.undecided(ACTION) == []
    overlaps.ask_first(ref=ACTION)


def test_a_decision_ends_when_the_thing_became_another_one():
    told()
    told(ACTION, **GROUP)
    overlaps.decide(ref="events.event:1", other=ACTION, decision="kein_treffer", by=None, now=NOW)

    told(ACTION, title="Aktionstag Demenz", owner="Seniorenbeirat Muster")

    assert [one.decision for one in queries.open_for(ACTION)] == [""]
    with pytest.raises(overlaps.Undecided):
        overlaps.ask_first(ref=ACTION)


def test_a_decision_about_an_edition_holds_for_the_next_until_somebody_decides_anew():
    first, other = told(), told("directory.entry:5", owner="Stadt Muster")
    overlaps.decide(ref=first.ref, other=other.ref, decision="abgestimmt", by=None, now=NOW)

    second = told("events.event:2", belongs=(first.ref,))
    assert queries.undecided(second.ref) == []
    told(other.ref, owner="Stadt Muster", text=f"{other.text} Mit Kaffee.")  # compared from its side, too
    assert queries.undecided(second.ref) == []

    overlaps.decide(ref=second.ref, other=other.ref, decision="zusammengelegt", by=None, now=NOW)
    told(second.ref, belongs=(first.ref,), text=f"{second.text} Mit Kuchen.")
    assert [one.decision for one in queries.open_for(second.ref)] in ([], ["zusammengelegt"])
    assert Overlap.objects.get(left=other.ref, right=second.ref).decision == "zusammengelegt"

    third = told("events.event:3", belongs=(first.ref,), place_keys=EMDEN, title="Aktionstag Demenz in Emden")
    told("directory.entry:6", owner="Stadt Muster", place_keys=EMDEN)
    assert queries.undecided(third.ref)


def test_a_pair_found_from_one_side_does_not_go_because_others_are_nearer_to_the_other():
    far = told("events.event:1", text="Ein Nachmittag im Rathaus.")
    for number in range(2, 15):
        told(f"events.event:{number}", owner=f"Verein {number}")
    last = StoredSubject.objects.get(ref="events.event:14")
    assert far.ref not in [one.ref for one in queries.like(last.subject, limit=10)]

    told(far.ref, text="Ein Nachmittag im Rathaus, für Angehörige.")  # finds its ten, and is no one else's tenth
    mine = {one.ref for one in queries.open_for(far.ref)}
    for row in StoredSubject.objects.filter(ref__in=mine):
        overlaps.compare(row, NOW)

    assert {one.ref for one in queries.open_for(far.ref)} == mine


def test_deliberately_apart_needs_a_reason():
    told()
    told(ACTION, **GROUP)

    with pytest.raises(overlaps.ReasonMissing):
        overlaps.decide(ref=ACTION, other="events.event:1", decision="bewusst_getrennt", by=None, now=NOW, reason=" ")
    overlaps.decide(
        ref=ACTION, other="events.event:1", decision="bewusst_getrennt", by=None, now=NOW, reason="Andere Sprache"
    )

    assert queries.decisions(ACTION)[0].reason == "Andere Sprache"
    assert LogEntry.objects.get(event="likeness.overlap_decided").data == {"decision": "bewusst_getrennt"}


def test_deciding_twice_the_same_is_one_decision():
    told()
    told(ACTION, **GROUP)
    for _ in range(2):
        overlaps.decide(ref=ACTION, other="events.event:1", decision="abgestimmt", by=None, now=NOW, seen=0)

    assert OverlapDecision.objects.count() == 1


def test_deciding_otherwise_upon_an_old_page_is_told():
    told()
    told(ACTION, **GROUP)
    overlaps.decide(ref=ACTION, other="events.event:1", decision="abgestimmt", by=None, now=NOW, seen=0)

    with pytest.raises(Conflict):
        overlaps.decide(ref=ACTION, other="events.event:1", decision="zusammengelegt", by=None, now=NOW, seen=0)


def test_deciding_about_what_is_gone_is_refused():
    told()
    with pytest.raises(overlaps.NoPair):
        overlaps.decide(ref=ACTION, other="events.event:1", decision="abgestimmt", by=None, now=NOW)


def test_a_check_counts_what_was_found():
    told()
    overlaps.none_found(ref="events.event:1", by=None, now=NOW)
    told(ACTION, **GROUP)
    overlaps.none_found(ref="events.event:1", by=None, now=NOW)

    assert list(OverlapCheck.objects.order_by("pk").values_list("kind", "hits")) == [
        ("events.event", 0),
        ("events.event", 1),
    ]


def test_tell_many_stores_and_leaves_comparing_to_the_job():
    rows = [subject(), subject(ACTION, **GROUP)]

    assert overlaps.tell_many(rows, now=NOW) == 2
    assert overlaps.tell_many(rows, now=NOW) == 0
    assert (Overlap.objects.count(), StoredSubject.objects.filter(compared_at=None).count()) == (0, 2)


def test_rare_words_are_counted_apart_from_the_records_of_the_directory():
    for number in range(4):
        told(f"events.event:{number}", title=f"Klönschnack {number}", place_keys=ACHIM)

    assert overlaps.recount() == 4

    rarity = rarities.rarity()
    assert (rarity.size, rarity.count("klonschnack")) == (4, 4)


def test_counts_are_kept_until_they_are_renewed_and_a_renewal_that_failed_leaves_nothing(django_assert_num_queries):
    told("events.event:0", title="Klönschnack", place_keys=ACHIM)
    for number in range(1, 4):
        told(f"events.event:{number}", title=f"Klönschnack {number}", place_keys=ACHIM)
    overlaps.recount()
    before = rarities.rarity()("klonschnack")
    with django_assert_num_queries(1):
        assert rarities.rarity()("klonschnack") == before

    with transaction.atomic():
        told("events.event:5", title="Klönschnack", place_keys=ACHIM)
        overlaps.recount()
        assert rarities.rarity().count("klonschnack") == 5
        transaction.set_rollback(True)
    assert rarities.rarity().count("klonschnack") == 4

    told("events.event:6", title="Klönschnack", place_keys=ACHIM)
    overlaps.recount()
    assert rarities.rarity().count("klonschnack") == 5


class Kind:
    key = "tests.thing"
    title = "Ding"

    def subjects(self, refs=None):
        return []

    def url(self, ref, user):
        return "" if ref.endswith(":2") else "/ding/1/"


@pytest.fixture
def kind():
    subjects.add(Kind.key, Kind())
    yield
    subjects._items.pop(Kind.key)


def card(ref):
    request = RequestFactory().get("/")
    request.user = AnonymousUser()
    with translation.override("en"):
        return Template("{% load overlaps %}{% overlaps ref %}").render(Context({"ref": ref, "request": request}))


def test_card_names_no_thing_its_reader_may_not_see(kind):
    one = told("tests.thing:1")
    overlaps.tell(subject=replace(one, ref="tests.thing:2", title="Demenztag im Hause Muster"), now=NOW)

    assert "Hause Muster" not in card("tests.thing:1")
    assert "Ding, not open to you" in card("tests.thing:1")
    assert 'href="/ding/1/"' in card("tests.thing:2")
    assert "1 to decide" in card("tests.thing:1")


def test_card_says_what_is_missing_on_three_words():
    told(title="Demenz Verden Rathaus", text="", themes=(), groups=(), place_keys=(), begins=None, ends=None)

    found = card("events.event:1")

    assert "Nothing we know of resembles this." in found
    assert "Please add: a theme, a place, a few words on what it is about." in found
