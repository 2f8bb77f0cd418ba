"""The table of moves, the way in, leaving, the yearly review."""

from datetime import timedelta

import pytest
from django.utils import timezone

from deele.access.tests.factories import colleague
from deele.accounts.models import MailLink
from deele.alliance import kinds, tasks
from deele.alliance.actions import joining, life, people, profiles, reviewing
from deele.alliance.actions.life import BadMove
from deele.alliance.enums import State
from deele.alliance.forms.profile import ProfileForm
from deele.alliance.models import Delegate, JoinRequest, Membership, Profile, ProfileDraft
from deele.alliance.queries import due
from deele.alliance.rules import moves
from deele.alliance.tests import factories
from deele.core.versions import Conflict
from deele.mail.models import OutgoingMail
from deele.mail.tests import factories as mails

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]
NOW = timezone.now()


@pytest.fixture
def boss():
    mails.office()
    return colleague("leitung")


def answers(member, **texts):
    draft = profiles.draft_of(member)
    form = ProfileForm({"version": draft.version if draft.pk else "", **draft.texts(), **texts}, instance=draft)
    assert form.is_valid(), form.errors
    return form


def test_every_state_can_be_reached_and_left_by_somebody():
    for state in State:
        assert any(one.source == state for one in moves.MOVES), state
        if state != State.ENQUIRY:
            assert any(one.target == state for one in moves.MOVES), state


def test_the_whole_way_from_the_enquiry_to_the_public_profile(boss):
    member = factories.member(state=State.ENQUIRY)
    factories.delegate(member)
    profiles.write(form=answers(member, portrait="Wir sind acht."), hand="Kim", send=True, by=None, now=NOW)
    member.refresh_from_db()
    assert member.state == State.DRAFT

    profiles.agree(membership=member, version=member.draft.version, by=boss, now=NOW)
    assert (member.state, member.is_public) == (State.AGREED, False)
    life.move(membership=member, to=State.MEMBER, by=boss, now=NOW)
    life.move(membership=member, to=State.PUBLISHED, by=boss, now=NOW)

    assert member.since == timezone.localdate(NOW)
    assert Profile.objects.get().is_public
    assert {mail.purpose for mail in OutgoingMail.objects.all()} == {"alliance.welcome", "alliance.public"}


def test_what_is_public_stays_until_the_draft_is_agreed_and_is_kept_then(boss):
    profile = factories.profile()
    member = profile.membership
    profiles.write(form=answers(member, portrait="Jetzt sind wir neun."), hand="Kim", send=True, by=None, now=NOW)
    profile.refresh_from_db()
    assert "40" in profile.portrait

    profiles.agree(membership=member, version=member.draft.version, by=boss, now=NOW)

    profile.refresh_from_db()
    assert profile.portrait == "Jetzt sind wir neun."
    assert "40" in profile.former[0]["portrait"]
    assert not ProfileDraft.objects.exists()


def test_a_draft_that_changed_after_it_was_read_is_not_agreed_to(boss):
    member = factories.member()
    profiles.write(form=answers(member, portrait="Eins"), hand="Kim", send=True, by=None, now=NOW)
    read = member.draft.version
    profiles.write(form=answers(member, portrait="Zwei"), hand="Kim", send=True, by=None, now=NOW)

    with pytest.raises(Conflict):
        profiles.agree(membership=member, version=read, by=boss, now=NOW)
    assert ProfileDraft.objects.get().portrait == "Zwei"


def test_two_people_move_one_member_and_the_second_is_told(boss):
    member = factories.member(state=State.AGREED)
    same = Membership.objects.get(pk=member.pk)
    life.move(membership=member, to=State.MEMBER, by=boss, now=NOW)

    with pytest.raises(Conflict):
        life.move(membership=same, to=State.DRAFT, by=boss, now=NOW)
    assert Membership.objects.get().state == State.MEMBER


@pytest.mark.parametrize(
    ("state", "to", "reason"),
    [
        (State.ENQUIRY, State.PUBLISHED, ""),
        (State.MEMBER, State.PUBLISHED, ""),  # there is no profile
        (State.MEMBER, State.LEFT, ""),  # no reason
        (State.PUBLISHED, State.REVIEW, ""),  # time alone
    ],
)
def test_what_the_table_does_not_know_is_refused(boss, state, to, reason):
    with pytest.raises(BadMove):
        life.move(membership=factories.member(state=state), to=to, by=boss, now=NOW, reason=reason)


def test_a_leaver_is_out_on_every_device_at_once_and_what_is_open_is_handed_on(client, boss, monkeypatch):
    released = []

    class Tasks:
        key, rank, title = "aufgaben", 1, "Aufgaben"

        def open(self, membership, delegate=None, reader=None):
            return [kinds.Duty("Saal reservieren", heir="die Leitung der AG")]

        def release(self, membership, delegate, now, heirs):
            released.append(delegate)
            return 1

    registry = kinds.AllDuties()
    registry.fill(Tasks())
    monkeypatch.setattr(people, "duties", registry)
    kim = factories.delegate()
    factories.let_in(client, kim)
    assert client.get("/buendnis/mein/").status_code == 200

    life.move(membership=kim.membership, to=State.LEFT, by=None, now=NOW, member=True)

    assert client.get("/buendnis/mein/").status_code == 302
    assert kim.membership.until == timezone.localdate(NOW)
    assert None in released
    assert kim in released
    assert OutgoingMail.objects.get().purpose == "alliance.goodbye"


def test_ended_today_means_no_new_link_today(boss):
    kim = factories.delegate(since=timezone.localdate())
    people.end(delegate=kim, by=boss, now=NOW)
    people.end(delegate=kim, by=boss, now=NOW)
    assert not Delegate.objects.active(timezone.localdate()).exists()


def test_the_last_one_cannot_end_themselves_but_the_office_can(boss):
    kim = factories.delegate()
    with pytest.raises(people.LastOne):
        people.end(delegate=kim, by=None, now=NOW)
    people.end(delegate=kim, by=boss, now=NOW)
    assert not kim.is_active(timezone.localdate())


def test_a_form_sent_twice_is_one_wish_and_a_link_pressed_twice_one_member(client, boss):
    values = {"name": "Hof Muster", "kind": "initiative", "contact_name": "Robin", "contact_email": "r@example.org"}
    for _turn in range(2):
        joining.ask(values=values, form="ein-siegel", now=NOW)
    assert (JoinRequest.objects.count(), OutgoingMail.objects.count()) == (1, 1)
    path = "/buendnis/" + OutgoingMail.objects.get().body.split("/buendnis/", 1)[1].split()[0]

    assert client.get(path).status_code == 200
    assert not Membership.objects.exists()
    assert client.post(path).status_code == 302
    assert client.post(path).status_code == 410
    assert Membership.objects.get().state == State.ENQUIRY
    assert Delegate.objects.get().email == "r@example.org"
    assert MailLink.objects.filter(purpose=joining.PROVE, used_at=None).count() == 0


def test_a_member_of_that_name_is_told_kindly_and_no_address_is_given_away(client, boss):
    factories.delegate(factories.member("Verein Muster"), "geheim@example.org")
    page = client.post("/buendnis/mitglied-werden/", {"name": "VEREIN  Muster", "kind": "verein"}).content.decode()
    assert "gehört zum Bündnis" in page
    assert 'name="another"' in page
    assert "geheim@" not in page


def test_the_review_is_asked_once_however_often_the_job_runs_reminded_twice_then_overdue(boss):
    profile = factories.profile(next_review_on=timezone.localdate())
    factories.delegate(profile.membership)
    at = NOW
    for day, mails_so_far in ((0, 1), (1, 1), (22, 2), (44, 3), (66, 3)):
        at = NOW + timedelta(days=day)
        for _turn in range(2):
            tasks.ask_about_profiles(at)
        assert OutgoingMail.objects.filter(purpose="alliance.review").count() == mails_so_far, day
    profile.membership.refresh_from_db()
    assert profile.membership.state == State.REVIEW
    assert due.overdue(at).get() == profile.membership


def test_one_click_in_the_mail_confirms_for_another_year_without_signing_in(client, boss):
    profile = factories.profile(next_review_on=timezone.localdate())
    kim = factories.delegate(profile.membership)
    reviewing.ask(profile=profile, now=NOW)
    path = "/buendnis/" + OutgoingMail.objects.get().body.split("/buendnis/", 1)[1].split()[0]

    assert client.get(path).status_code == 200
    profile.refresh_from_db()
    assert profile.asked_times == 1  # looking changes nothing
    client.post(path)
    client.post(path)

    profile.refresh_from_db()
    assert profile.next_review_on == timezone.localdate() + timedelta(days=365)
    assert profile.membership.state == State.PUBLISHED
    people.end(delegate=kim, by=boss, now=NOW)
    assert client.get(path).status_code == 404
