"""Offer meets need: found once, both sides say yes before contacts are given, races, the outcome three months later."""

from datetime import timedelta
from threading import Barrier, Thread

import pytest
from django.db import close_old_connections, connection
from django.utils import timezone

from deele.alliance.actions import introducing, marks, match_post, matching, merging
from deele.alliance.actions.introducing import NotPossible
from deele.alliance.actions.marks import Hand
from deele.alliance.enums.marks import MarkState, MatchState
from deele.alliance.models import Mark, Match, Tiding
from deele.alliance.queries import matches as queries
from deele.alliance.tests import factories, world
from deele.mail.models import OutgoingMail
from deele.mail.tests import factories as mails

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]


@pytest.fixture
def met():
    mails.office()
    return world.pair()


def say(match, who, yes=True):
    return introducing.answer(match=match, delegate=who, yes=yes, now=timezone.now())


def sent(purpose):
    return OutgoingMail.objects.filter(purpose=purpose)


def test_a_need_and_an_offer_meet_once_with_reasons_and_both_read_of_it(met):
    match, kim, robin = met
    assert (match.seeker, match.giver) == (kim.membership, robin.membership)
    assert queries.match_words.reasons(match)[0].startswith("Gesucht: gemeinsame Veranstaltungen.")
    assert set(Tiding.objects.values_list("delegate", flat=True)) == {kim.pk, robin.pk}
    assert matching.look(mark=match.need, now=timezone.now()) == 0
    assert not OutgoingMail.objects.exists()


def test_contacts_are_given_with_the_second_yes_and_not_before(client, met):
    match, kim, robin = met
    factories.let_in(client, kim)
    path = f"/buendnis/mein/treffer/{match.pk}/"
    client.post(f"{path}antwort/", {"antwort": "ja"})
    page = client.get(path).content.decode()
    assert "robin@gibt.example" not in page
    assert "Klingel Robin" not in page
    assert [mail.to for mail in sent("alliance.match-question")] == ["robin@gibt.example"]

    say(match, robin)
    page = client.get(path).content.decode()
    assert "robin@gibt.example" in page
    assert "Klingel Robin" in page
    assert {mail.to: mail.reply_to for mail in sent("alliance.match-introduced")} == {
        "kim@sucht.example": "robin@gibt.example", "robin@gibt.example": "kim@sucht.example",
    }  # fmt: skip


def test_the_mail_link_answers_without_signing_in_and_opening_it_changes_nothing(client, met):
    match, _kim, robin = met
    path = "/" + match_post.link(match, robin, timezone.now()).split("/", 3)[3]
    assert client.get(path).status_code == 200
    match.refresh_from_db()
    assert match.giver_answer == ""
    client.post(f"{path}antwort/", {"antwort": "ja"})
    match.refresh_from_db()
    assert match.giver_answer == "ja"
    robin.until = timezone.localdate() - timedelta(days=1)
    robin.save()
    assert client.get(path).status_code == 404


def test_declined_is_declined_for_ever_and_nobody_gets_an_address(met):
    match, kim, robin = met
    say(match, kim, yes=False)
    with pytest.raises(NotPossible):
        say(match, robin)
    assert matching.look(mark=match.offer, now=timezone.now()) == 0
    assert Match.objects.get().state == MatchState.DECLINED
    assert not OutgoingMail.objects.exists()


@pytest.mark.parametrize("gone", ["mark", "member", "text"])
def test_who_takes_part_no_more_is_not_introduced(met, gone):
    match, kim, robin = met
    say(match, kim)
    if gone == "mark":
        marks.decide(mark=match.offer, to=MarkState.WITHDRAWN, by=Hand(delegate=robin), now=timezone.now())
    elif gone == "member":
        kim.membership.state = "ruht"
        kim.membership.save()
    else:
        match.need.profile.expects = "Nichts mehr."
        match.need.profile.save()
        marks.text_changed(profile=match.need.profile, now=timezone.now())
    with pytest.raises(NotPossible):
        say(match, robin)
    assert not sent("alliance.match-introduced").exists()


def test_asking_both_twice_sends_one_mail_to_each(met):
    match, *_both = met
    for _turn in range(2):
        introducing.ask_both(match=match, by=None, now=timezone.now())
    assert sent("alliance.match-question").count() == 2


def test_what_came_of_it_is_asked_once_after_three_months_and_a_result_stays(met):
    match, kim, robin = met
    say(match, kim)
    say(match, robin)
    assert queries.outcomes_due(timezone.now(), 10) == []
    later = timezone.now() + timedelta(days=92)
    (due,) = queries.outcomes_due(later, 10)
    for _turn in range(2):
        introducing.ask_outcome(match=due, now=later)
    assert sent("alliance.match-outcome").count() == 2
    tell = {"match": match, "now": later}
    introducing.tell_outcome(**tell, delegate=kim, outcome="hilfe_geleistet", note="Saal am 3. Mai")
    introducing.tell_outcome(**tell, delegate=robin, outcome="nichts", note="")
    match.refresh_from_db()
    assert (match.outcome, match.outcome_note) == ("hilfe_geleistet", "Saal am 3. Mai")


def test_members_that_met_are_left_alone_for_a_year(met):
    match, kim, robin = met
    say(match, kim)
    say(match, robin)
    world.mark(match.offer.profile, quote="Unser Newsletter erreicht 2.000 Menschen.", kind="gemeinsame_aktion")
    assert Match.objects.count() == 1


def test_matches_and_passages_follow_a_merge_and_go_back(met):
    match, kim, robin = met
    say(match, kim)
    say(match, robin)
    heir = factories.member("Hof Muster Neu")
    record = merging.merge(kept=heir, gone=match.giver, by=None, now=timezone.now())
    match.refresh_from_db()
    assert match.giver == heir
    assert Mark.objects.get(pk=match.offer_id).profile.membership == heir
    merging.undo(merge=record, by=None, now=timezone.now())
    match.refresh_from_db()
    assert match.giver == robin.membership
    assert Mark.objects.get(pk=match.offer_id).profile.membership == robin.membership


def test_the_weekly_look_comes_to_every_passage_once_a_week(met):
    now = timezone.now()
    seen = [mark.pk for day in range(7) for mark in queries.to_match(now + timedelta(days=day))]
    assert sorted(seen) == sorted(Mark.objects.values_list("pk", flat=True))


def at_once(*deeds):
    """Run deeds in threads that begin together; what they raised, by their place."""
    start, raised = Barrier(len(deeds)), [None] * len(deeds)

    def run(at, deed):
        close_old_connections()
        start.wait()
        try:
            deed()
        except NotPossible as refusal:
            raised[at] = refusal
        finally:
            connection.close()

    threads = [Thread(target=run, args=pair) for pair in enumerate(deeds)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return raised


@pytest.mark.django_db(transaction=True)
def test_both_yes_at_once_make_one_introduction():
    mails.office()
    match, kim, robin = world.pair()
    assert at_once(lambda: say(match, kim), lambda: say(match, robin)) == [None, None]
    match.refresh_from_db()
    assert match.state == MatchState.AGREED
    assert sent("alliance.match-introduced").count() == 2


@pytest.mark.django_db(transaction=True)
def test_a_passage_taken_back_at_the_moment_of_the_second_yes_is_before_or_after_it():
    mails.office()
    match, kim, robin = world.pair()
    say(match, kim)

    def take_back():
        marks.decide(mark=match.offer, to=MarkState.WITHDRAWN, by=Hand(delegate=robin), now=timezone.now())

    refused = at_once(lambda: say(match, robin), take_back)[0]
    match.refresh_from_db()
    assert match.state == (MatchState.VOID if refused else MatchState.AGREED)
    assert sent("alliance.match-introduced").count() == (0 if refused else 2)
