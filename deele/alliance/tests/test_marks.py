"""Marking: the text stays, sent twice is once, refused stays refused, changed texts found again, contacts hidden."""

from datetime import timedelta

import pytest
from django.utils import timezone

from deele.access.tests.factories import colleague
from deele.alliance.actions import marks
from deele.alliance.actions.marks import Hand, NotInText
from deele.alliance.enums import Level, State
from deele.alliance.enums.marks import MarkState, Origin
from deele.alliance.models import Mark, Match
from deele.alliance.tests import factories, world
from deele.mail.tests import factories as mails

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]
LIST, MATRIX, OWN = "/buendnis/wer-kann-was/", "/buendnis/wer-kann-was/matrix/", "/buendnis/mein/stellen/"


@pytest.fixture
def profile():
    mails.office()
    return world.profile()


def test_the_words_are_kept_as_they_stand_with_their_position_and_sent_twice_they_stand_once(profile):
    marked = world.mark(profile, quote="wir  stellen gern unsere RÄUME für Treffen bereit.")
    assert (marked.quote, marked.start) == ("Wir stellen gern unsere Räume für Treffen bereit.", 0)
    assert world.mark(profile) == marked
    assert Mark.objects.count() == 1


def test_words_that_are_not_there_are_named(profile):
    with pytest.raises(NotInText):
        world.mark(profile, quote="Wir zahlen alles.")
    assert not Mark.objects.exists()


def test_rules_propose_confirm_nothing_and_do_not_come_again_after_a_no(client, profile):
    assert marks.propose(profile=profile, now=timezone.now()) == 4
    assert set(Mark.objects.values_list("state", "origin")) == {(MarkState.PROPOSED, Origin.RULE)}
    assert "Newsletter erreicht" not in client.get(LIST).content.decode()

    refused = Mark.objects.get(kind="raeume")
    marks.decide(mark=refused, to=MarkState.REJECTED, by=Hand(), now=timezone.now())
    assert marks.propose(profile=profile, now=timezone.now()) == 0
    profile.contributes = f"Neu davor. {profile.contributes}"
    profile.save()
    marks.text_changed(profile=profile, now=timezone.now())
    refused.refresh_from_db()
    assert (refused.state, refused.start) == (MarkState.REJECTED, 11)
    assert Mark.objects.count() == 4


def test_a_proposal_reads_from_the_member_what_the_words_leave_open(profile):
    member = profile.membership
    member.level, member.themes = Level.STATE, ["wohnen"]
    profile.expects, profile.contributes = "Wir suchen gute Beispiele.", "Wir vermitteln gute Beispiele."
    marks.propose(profile=profile, now=timezone.now())

    need, offer = (Mark.objects.get(field=name) for name in ("expects", "contributes"))
    assert (need.themes, offer.themes) == ([], ["wohnen"])
    assert (need.everywhere, offer.everywhere) == (True, True)


def test_a_changed_text_loses_no_passage_and_shows_the_lost_one_to_the_member_alone(client, profile):
    marked = world.mark(profile)
    assert marked.quote in client.get(LIST).content.decode()
    profile.contributes = "Ganz anders."
    profile.save()
    assert marks.text_changed(profile=profile, now=timezone.now()) == 1

    assert marked.quote not in client.get(LIST).content.decode()
    kim = factories.delegate(profile.membership)
    own = factories.let_in(client, kim).get(OWN).content.decode()
    assert marked.quote in own
    assert "stehen nicht mehr im Text" in own


def test_a_member_marks_from_a_sentence_without_scripts(client, profile):
    factories.let_in(client, factories.delegate(profile.membership))
    own = client.get(OWN).content.decode()
    assert "neu/?text=contributes&amp;satz=1&amp;seite=beitrag" in own

    form = client.get(f"{OWN}neu/?text=contributes&satz=1&seite=beitrag").context["form"]
    assert form.initial["quote"] == "Unser Newsletter erreicht 2.000 Menschen."
    assert form.initial["kind"] == "oeffentlichkeitsarbeit_newsletter"
    sent = {**form.initial, "contact_way": "buero", "groups": [], "contact": "Robin, abends"}
    assert client.post(f"{OWN}neu/", sent).url == OWN
    marked = Mark.objects.get()
    assert (marked.state, marked.origin) == (MarkState.CONFIRMED, Origin.MEMBER)
    assert marked.decided_by_delegate.name == "Kim Muster"


def test_bad_input_comes_back_with_what_was_typed(client, profile):
    factories.let_in(client, factories.delegate(profile.membership))
    sent = {"field": "contributes", "quote": "Steht da nicht", "kind": "raeume", "contact_way": "buero"}
    page = client.post(f"{OWN}neu/", {**sent, "availability": "donnerstags"}).content.decode()
    assert "Diese Wörter stehen nicht im Text" in page
    assert "donnerstags" in page
    late = {**sent, "available_from": "2027-05-01", "available_until": "2027-04-01"}
    assert "available_until" in client.post(f"{OWN}neu/", late).context["form"].errors


def test_two_writers_of_one_passage_see_each_other(client, profile):
    marked = world.mark(profile)
    client.force_login(colleague("leitung"))
    path = f"/schreibtisch/buendnis/stellen/{marked.pk}/"
    first = client.get(path).context["form"]
    sent = {
        "field": "contributes", "quote": marked.quote, "kind": "raeume", "contact_way": "buero",
        "version": first.initial["version"],
    }  # fmt: skip
    assert client.post(path, {**sent, "availability": "montags"}).status_code == 302
    second = client.post(path, {**sent, "availability": "dienstags"})
    assert second.context["form"].conflict
    marked.refresh_from_db()
    assert marked.availability == "montags"


@pytest.mark.parametrize("hidden", ["member", "profile", "past"])
def test_only_what_holds_of_public_members_is_public(client, profile, hidden):
    marked = world.mark(profile)
    if hidden == "member":
        profile.membership.state = State.RESTING
        profile.membership.save()
    elif hidden == "profile":
        profile.published_at = None
        profile.save()
    else:
        Mark.objects.update(valid_until=timezone.localdate() - timedelta(days=1))
    assert marked.quote not in client.get(LIST).content.decode()
    assert client.get(MATRIX).context["sums"][-1]["cell"] == (0, 0)


@pytest.mark.parametrize(("asked", "found"), [("Raum", 1), ("raeume treffen", 1), ("Verein Mus", 1), ("Zoo", 0)])
def test_the_list_is_searched_by_german_stems_and_by_member(client, profile, asked, found):
    world.mark(profile)
    assert client.get(LIST, {"q": asked}).context["total"] == found


def test_filters_narrow_and_unknown_ones_are_named(client, profile):
    world.mark(profile, groups=["frauen"])
    world.need(profile)
    for asked, total in (
        ({}, 2), ({"seite": "beitrag"}, 1), ({"art": "raeume"}, 1), ({"thema": "nachbarschaft"}, 2),
        ({"thema": "demenz"}, 0), ({"gruppe": "frauen"}, 1), ({"seite": "nie"}, 2),
    ):  # fmt: skip
        assert client.get(LIST, asked).context["total"] == total, asked
    assert client.get(LIST, {"seite": "nie"}).context["asked"].notes


def test_contacts_are_on_no_page_of_strangers_and_delegates_names_neither(client, profile):
    """Planted words over all public pages, the own pages of another member, and the desk's pages of matches."""
    planted = ("PFLANZE-KONTAKT", "pflanze@geheim.example", "Pflanze Geheim")
    owner = factories.delegate(profile.membership, planted[1], name=planted[2])
    world.mark(profile, contact=planted[0])
    seeker = world.profile(name="Verein Sucht")
    other = factories.delegate(seeker.membership, "robin@example.org")
    world.need(seeker)
    match = Match.objects.get()
    public = [LIST, f"{LIST}karte.geojson", MATRIX, f"{LIST}matrix.csv"]
    seen = [client.get(path).content.decode() for path in public]
    factories.let_in(client, other)
    seen += [client.get(path).content.decode() for path in ("/buendnis/mein/", f"/buendnis/mein/treffer/{match.pk}/")]
    client.force_login(colleague("leitung"))
    desk = "/schreibtisch/buendnis/treffer/"
    seen += [client.get(path).content.decode() for path in (desk, f"{desk}{match.pk}/")]
    for page in seen:
        assert not [one for one in planted if one in page]
    assert owner.email == planted[1]
