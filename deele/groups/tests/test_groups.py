"""Groups through their life: proposed, set up, moved, changed; who may see and do what."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from deele.access.tests.factories import colleague
from deele.alliance.models import Tiding
from deele.alliance.tests import factories as members
from deele.core.versions import Conflict
from deele.groups.actions import checking, files, seats, wishes
from deele.groups.actions import groups as actions
from deele.groups.enums import Role, State, WishState
from deele.groups.kinds import Actor
from deele.groups.models import GroupFile, Seat, SeatWish, WorkingGroup
from deele.groups.rules import moves
from deele.groups.tests import factories
from deele.mail.models import OutgoingMail
from deele.mail.tests import factories as mails

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]
SECRET = "Arbeitsgruppe Geheimnis"
WRITTEN = {"name": "Arbeitsgruppe Neu", "mandate": "Sammelt Beispiele.", "is_public": "on"}


@pytest.fixture
def kim():
    mails.office()
    return members.delegate()


@pytest.fixture
def office(settings):
    settings.DEELE_SECOND_FACTOR = False
    return colleague("leitung")


def test_a_member_proposes_a_group_and_nobody_else_sees_it_until_the_office_sets_it_up(client, kim, office):
    members.let_in(client, kim)
    client.post(reverse("groups:propose"), WRITTEN)
    group = WorkingGroup.objects.get()
    assert (group.state, group.seats.get().role) == (State.PROPOSED, Role.LEAD)
    assert client.get(group.get_absolute_url()).status_code == 404
    assert client.get(group.mine_url()).status_code == 200

    client.force_login(office)
    client.post(reverse("groups:desk-move", args=[group.pk]), {"to": State.SET_UP})

    assert client.get(group.get_absolute_url()).status_code == 200
    assert Tiding.objects.get(delegate=kim).path == group.mine_url()


def test_proposing_the_same_twice_makes_one_group(client, kim):
    members.let_in(client, kim)
    for _turn in range(2):
        assert client.post(reverse("groups:propose"), WRITTEN).url == reverse("groups:mine-list")
    assert WorkingGroup.objects.count() == 1


def test_a_name_that_is_not_free_is_said_and_the_text_stays(client, kim):
    factories.group(WRITTEN["name"], is_public=False, mandate="Geheim")
    members.let_in(client, kim)
    shown = client.post(reverse("groups:propose"), WRITTEN).content.decode()
    assert "nicht frei" in shown
    assert "Sammelt Beispiele." in shown
    assert "Geheim" not in shown


def test_every_state_has_a_way_on_and_none_leads_back_to_proposed():
    assert {move.source for move in moves.MOVES} == set(State)
    assert State.PROPOSED not in {move.target for move in moves.MOVES}


def test_the_lead_may_not_set_up_and_an_end_needs_a_reason(kim):
    group = factories.group(state=State.PROPOSED)
    factories.seat(group, kim, Role.LEAD)
    lead, now = Actor(delegate=kim), timezone.now()
    with pytest.raises(actions.BadMove):
        actions.move(group=group, to=State.SET_UP, by=lead, now=now)
    with pytest.raises(actions.BadMove, match="Grund"):
        actions.move(group=group, to=State.ENDED, by=lead, now=now)
    actions.move(group=group, to=State.ENDED, by=lead, now=now, reason="Zu wenige Leute")
    assert group.until == timezone.localdate(now)


def test_of_two_who_move_a_group_the_second_hears_of_the_first(kim, office):
    group = factories.group(state=State.SET_UP)
    other = WorkingGroup.objects.get(pk=group.pk)
    house = Actor(user=office)
    actions.move(group=group, to=State.ACTIVE, by=house, now=timezone.now())
    with pytest.raises(Conflict):
        actions.move(group=other, to=State.ENDED, by=house, now=timezone.now(), reason="x")


def test_a_second_writer_sees_both_versions_and_loses_nothing(client, kim):
    group = factories.group()
    factories.seat(group, kim, Role.LEAD)
    members.let_in(client, kim)
    url = reverse("groups:mine-change", args=[group.pk])
    sent = {"name": group.name, "mandate": "Meins", "version": group.version}
    WorkingGroup.objects.filter(pk=group.pk).update(mandate="Ihres", version=group.version + 1)

    answer = client.post(url, sent)

    assert answer.status_code == 409
    assert "Meins" in answer.content.decode()
    assert "Ihres" in answer.content.decode()


def test_a_group_that_is_not_public_is_nowhere_for_strangers_and_other_members(client, kim):
    """The planted name: it stands on no page somebody without a seat can open, and no address of it answers."""
    group = factories.group(SECRET, is_public=False, mandate=f"Auftrag von {SECRET}")
    lead = factories.lead(group)
    mine = factories.group("Arbeitsgruppe Offen")
    factories.seat(mine, kim)
    kept = put(group, Actor(delegate=lead))
    hidden = [
        group.get_absolute_url(), group.mine_url(), reverse("groups:join", args=[group.pk]),
        *[reverse(f"groups:mine-{name}", args=[group.pk]) for name in ("people", "files", "change", "invite")],
        reverse("groups:mine-file", args=[group.pk, kept.pk]), reverse("groups:file", args=[group.pk, kept.pk]),
    ]  # fmt: skip
    open_pages = [
        reverse("groups:list"), reverse("groups:mine-list"), reverse("alliance:mine"), mine.mine_url(),
        mine.get_absolute_url(),
    ]  # fmt: skip
    stranger = client.__class__()
    members.let_in(client, kim)

    assert {url: client.get(url).status_code for url in hidden} == dict.fromkeys(hidden, 404)
    assert {stranger.get(url).status_code for url in hidden} <= {302, 404}
    for who in (client, stranger):
        assert [url for url in open_pages if SECRET in who.get(url).content.decode()] == []
    members.let_in(client, lead)
    assert SECRET in client.get(group.mine_url()).content.decode()


def test_names_of_people_stand_on_no_public_page(client, kim):
    group = factories.group()
    factories.seat(group, kim)
    shown = client.get(group.get_absolute_url()).content.decode()
    assert "Verein Muster" in shown
    assert "Kim Muster" not in shown


def test_a_private_member_is_not_named_for_everybody(client):
    mails.office()
    group = factories.group()
    person = members.delegate(members.member("Privatperson Muster", kind="privat"))
    factories.seat(group, person)
    assert "Privatperson Muster" not in client.get(group.get_absolute_url()).content.decode()


def test_guests_read_and_write_nothing(client, kim):
    group = factories.group()
    seat = factories.seat(group, kim, Role.GUEST)
    members.let_in(client, kim)
    assert client.get(reverse("groups:mine-files", args=[group.pk])).status_code == 200
    assert client.get(reverse("groups:mine-file-add", args=[group.pk])).status_code == 403
    with pytest.raises(checking.NotAllowed):
        put(group, Actor(delegate=kim))
    assert seat.is_held


# Seats, invitations, wishes


def test_an_invitation_gives_a_seat_only_when_the_person_says_yes(client, kim):
    group = factories.group()
    lead = factories.lead(group)
    wishes.invite_address(
        group=group, email="KIM@example.org", role=Role.MEMBER, words="Bitte", by=Actor(delegate=lead),
        now=timezone.now(),
    )  # fmt: skip
    assert OutgoingMail.objects.get(purpose="groups.invitation").to == kim.email
    assert not Seat.objects.filter(delegate=kim).exists()
    members.let_in(client, kim)
    url = reverse("groups:invitation", args=[SeatWish.objects.get().pk])
    assert client.get(url).status_code == 200
    assert not Seat.objects.filter(delegate=kim).exists()  # looking changes nothing

    assert client.post(url, {"yes": "ja"}).url == group.mine_url()

    assert Seat.objects.get(delegate=kim).role == Role.MEMBER
    assert client.post(url, {"yes": "ja"}).status_code == 404


def test_inviting_an_unknown_address_says_the_same_and_writes_to_nobody(client, kim):
    group = factories.group()
    factories.seat(group, kim, Role.LEAD)
    members.let_in(client, kim)
    url = reverse("groups:mine-invite", args=[group.pk])
    other = members.delegate(members.member("Hof Muster"), email="hof@example.org")
    said = [
        client.post(url, {"email": email, "role": Role.MEMBER}, follow=True).content.decode().split("<main")[1]
        for email in ("niemand@example.org", other.email)
    ]
    message = "Gehört diese Adresse"
    assert [message in text for text in said] == [True, True]
    assert OutgoingMail.objects.count() == 1


def test_inviting_twice_is_one_invitation_and_one_mail(kim):
    group = factories.group()
    lead = Actor(delegate=factories.lead(group))
    for _turn in range(2):
        wishes.invite(group=group, delegate=kim, role=Role.MEMBER, words="", by=lead, now=timezone.now())
    assert (SeatWish.objects.count(), OutgoingMail.objects.count()) == (1, 1)


def test_who_asks_to_join_is_let_in_once(client, kim):
    group = factories.group()
    lead = factories.lead(group)
    members.let_in(client, kim)
    for _turn in range(2):
        client.post(reverse("groups:join", args=[group.pk]), {"words": "Gern"})
    wish = SeatWish.objects.get()
    assert Tiding.objects.filter(delegate=lead).count() == 1
    members.let_in(client, lead)
    url = reverse("groups:mine-answer", args=[group.pk, wish.pk])

    client.post(url, {"yes": "ja"})

    assert group.seats.filter(delegate=kim, until=None).count() == 1
    wish.refresh_from_db()
    assert wish.state == WishState.YES
    assert client.post(url, {"yes": "nein"}).status_code == 404


def test_the_only_lead_of_a_group_at_work_names_another_before_leaving(kim):
    group = factories.group()
    seat = factories.seat(group, kim, Role.LEAD)
    lead, now = Actor(delegate=kim), timezone.now()
    with pytest.raises(seats.LastLead):
        seats.end(seat=seat, by=lead, now=now)
    factories.lead(group)
    seats.end(seat=seat, by=lead, now=now)
    assert not group.seats.filter(delegate=kim, until=None).exists()
    assert Seat.objects.filter(delegate=kim).exists()  # kept, so that minutes keep their people


def test_a_member_may_not_end_the_seat_of_another(kim):
    group = factories.group()
    factories.seat(group, kim)
    other = factories.lead(group)
    with pytest.raises(checking.NotAllowed):
        seats.end(seat=other.seats.get(), by=Actor(delegate=kim), now=timezone.now())


# Files


def put(group, by, name="Plan.pdf", **told):
    upload = SimpleUploadedFile(name, b"%PDF-1.7 Muster")
    return files.add(group=group, file=upload, told=files.Told(**told), by=by, now=timezone.now())


def test_the_same_name_is_the_next_state_and_the_old_one_stays(kim):
    group = factories.group()
    factories.seat(group, kim)
    by = Actor(delegate=kim)
    first, second = put(group, by), put(group, by)
    assert [(one.name, one.number) for one in (first, second)] == [("Plan.pdf", 1), ("Plan.pdf", 2)]
    assert GroupFile.objects.count() == 2


def test_a_file_sent_twice_is_kept_once(kim):
    group = factories.group()
    factories.seat(group, kim)
    for _turn in range(2):
        put(group, Actor(delegate=kim), token="einmal")
    assert GroupFile.objects.count() == 1


def test_what_a_file_is_decides_its_content_and_a_refusal_keeps_what_was_typed(client, kim):
    group = factories.group()
    factories.seat(group, kim)
    members.let_in(client, kim)
    program = SimpleUploadedFile("Plan.pdf", b"MZ\x90\x00" + b"\x00" * 600)
    answer = client.post(
        reverse("groups:mine-file-add", args=[group.pk]), {"upload": program, "name": "Plan", "note": "Fassung 2"}
    )
    assert "ein Programm" in answer.content.decode()
    assert "Fassung 2" in answer.content.decode()
    assert not GroupFile.objects.exists()


def test_a_file_of_the_group_becomes_public_only_when_it_is_shared(client, kim):
    group = factories.group()
    factories.seat(group, kim)
    kept = put(group, Actor(delegate=kim))
    url = reverse("groups:file", args=[group.pk, kept.pk])
    assert client.get(url).status_code == 404
    files.share(file=kept, is_public=True, by=Actor(delegate=kim), now=timezone.now())
    assert client.get(url).headers["Content-Disposition"].startswith("attachment")
