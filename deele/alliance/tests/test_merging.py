"""Two members become one and are parted again; a new name; umbrella bodies; what is forgotten."""

from datetime import timedelta

import pytest
from django.utils import timezone

from deele.access.tests.factories import colleague
from deele.alliance import kinds
from deele.alliance.actions import forgetting, index, life, merging, people, profiles
from deele.alliance.enums import OrganisationKind, State
from deele.alliance.models import MemberMerge, Membership
from deele.alliance.tests import factories
from deele.core.versions import Conflict
from deele.mail.tests import factories as mails
from deele.privacy.actions.erasure import erase_person
from deele.search import queries as search
from deele.search.kinds import Query

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]
NOW = timezone.now()


@pytest.fixture
def boss():
    mails.office()
    return colleague("leitung")


def found(text):
    return {hit.data["title"] for hit in search.search(Query(source="alliance", text=text)).hits}


def pair():
    """Two members with people, one of them the same, someone under the one that goes, words on both sides."""
    kept, gone = (
        factories.member("Neuer Verein Muster"),
        factories.member("Alter Verein Muster", website="https://a.de"),
    )
    both = factories.delegate(kept, "kim@example.org"), factories.delegate(gone, "kim@example.org")
    other = factories.delegate(gone, "robin@example.org")
    below = factories.member("Ortsgruppe Muster", umbrella=gone)
    factories.profile(kept, portrait="Neu")
    factories.profile(gone, portrait="Alt")
    index.rebuild()
    return kept, gone, both, other, below


def test_everything_follows_the_old_name_is_found_and_the_old_address_leads_on(client, boss, monkeypatch):
    kept, gone, both, other, below = pair()
    told = []

    class Rows:
        key, rank = "rows", 1

        def move(self, gone, kept, same):
            told.append(same)
            return ["7"]

        def back(self, gone, kept, before):
            told.append(before)

    registry = kinds.Relinks()
    registry.fill(Rows())
    monkeypatch.setattr(merging, "relinks", registry)

    record = merging.merge(kept=kept, gone=gone, by=boss, now=NOW)

    for row in (other, below, kept, gone):
        row.refresh_from_db()
    assert other.membership == kept
    assert told == [{both[1].pk: both[0].pk}]
    assert below.umbrella == kept
    assert kept.website == "https://a.de"
    assert kept.profile.portrait == "Neu"
    assert kept.profile.former[0]["portrait"] == "Alt"
    assert found("Alter Verein") == {"Neuer Verein Muster"}
    assert client.get(gone.get_absolute_url()).url == kept.get_absolute_url()

    merging.undo(merge=record, by=boss, now=NOW)

    for row in (other, below, gone):
        row.refresh_from_db()
    again = Membership.objects.get(pk=kept.pk)
    assert other.membership == gone
    assert below.umbrella == gone
    assert gone.state == State.PUBLISHED
    assert (again.website, again.former_names, again.profile.former) == ("", [], [])
    assert told[-1] == ["7"]
    assert client.get(gone.get_absolute_url()).status_code == 200


def test_what_was_changed_since_stays_when_a_merge_is_taken_back(boss):
    kept, gone, _both, other, _below = pair()
    record = merging.merge(kept=kept, gone=gone, by=boss, now=NOW)
    Membership.objects.filter(pk=kept.pk).update(website="https://neu.de")
    other.refresh_from_db()
    other.membership = factories.member("Dritte Muster")
    other.save()

    merging.undo(merge=record, by=boss, now=NOW)

    assert Membership.objects.get(pk=kept.pk).website == "https://neu.de"
    other.refresh_from_db()
    assert other.membership.name == "Dritte Muster"


def test_merged_once_only_and_taken_back_once_only(boss):
    kept, gone, *_rest = pair()
    same = Membership.objects.get(pk=gone.pk)
    record = merging.merge(kept=kept, gone=gone, by=boss, now=NOW)
    with pytest.raises((merging.CannotMerge, Conflict)):
        merging.merge(kept=Membership.objects.get(pk=kept.pk), gone=same, by=boss, now=NOW)
    merging.undo(merge=record, by=boss, now=NOW)
    with pytest.raises(merging.CannotMerge):
        merging.undo(merge=MemberMerge.objects.get(), by=boss, now=NOW)


def test_words_of_the_gone_one_are_taken_over_where_the_kept_one_has_none_and_go_back(boss):
    kept, gone = factories.member("Neu Muster"), factories.member("Alt Muster")
    factories.profile(gone, portrait="Alt")
    record = merging.merge(kept=kept, gone=gone, by=boss, now=NOW)
    assert Membership.objects.get(pk=kept.pk).profile.portrait == "Alt"
    merging.undo(merge=record, by=boss, now=NOW)
    assert Membership.objects.get(pk=kept.pk).profile.portrait == ""
    assert Membership.objects.get(pk=gone.pk).profile.portrait == "Alt"


def form_of(member, **changes):
    return {
        "name": member.name, "kind": member.kind, "level": member.level, "basis": member.basis,
        "version": member.version, **changes,
    }  # fmt: skip


def test_a_new_name_keeps_the_old_one_and_a_slip_does_not(client, boss, settings):
    settings.DEELE_SECOND_FACTOR = False
    member = factories.member("Mütterzentrum Muster")
    client.force_login(boss)
    path = f"/schreibtisch/buendnis/{member.pk}/aendern/"
    client.post(path, form_of(member, name="Familienzentrum Mustre"))
    member.refresh_from_db()
    client.post(path, form_of(member, name="Familienzentrum Muster", slip="on"))

    member.refresh_from_db()
    assert (member.name, member.former_names) == ("Familienzentrum Muster", ["Mütterzentrum Muster"])
    assert found("Mütterzentrum") == {"Familienzentrum Muster"}
    listed = client.get("/schreibtisch/buendnis/?q=Mütterzentrum").content.decode()
    assert "Familienzentrum Muster" in listed


def test_two_writers_at_the_desk_see_the_conflict_and_nothing_is_lost(client, boss, settings):
    settings.DEELE_SECOND_FACTOR = False
    member = factories.member("Verein Muster")
    client.force_login(boss)
    path = f"/schreibtisch/buendnis/{member.pk}/aendern/"
    first, second = form_of(member, website="https://eins.de"), form_of(member, website="https://zwei.de")
    assert client.post(path, first).status_code == 302
    answer = client.post(path, second)
    assert answer.status_code == 409
    assert "https://zwei.de" in answer.content.decode()
    assert Membership.objects.get().website == "https://eins.de"


def test_nobody_stands_above_themselves(client, boss, settings):
    settings.DEELE_SECOND_FACTOR = False
    top = factories.member("Dach Muster")
    below = factories.member("Orts Muster", umbrella=top)
    client.force_login(boss)
    told = form_of(top, umbrella=f"Orts Muster ({below.pk})")
    answer = client.post(f"/schreibtisch/buendnis/{top.pk}/aendern/", told)
    assert answer.status_code == 200
    assert Membership.objects.get(pk=top.pk).umbrella is None


def test_an_umbrella_body_with_200_members_is_paged_in_a_few_queries(client, django_assert_max_num_queries):
    mails.office()
    top = factories.member("Dach Muster")
    Membership.objects.bulk_create(
        Membership(name=f"Ortsgruppe {n:03}", kind="verein", basis="ueber_dachverband", state=State.MEMBER,
                   state_since=NOW, umbrella=top)
        for n in range(200)
    )  # fmt: skip
    with django_assert_max_num_queries(25):
        page = client.get(top.get_absolute_url()).content.decode()
    assert page.count("Ortsgruppe ") == 30
    assert "Ortsgruppe 199" in client.get(f"{top.get_absolute_url()}?seite=7").content.decode()


def test_a_private_member_is_forgotten_three_years_after_leaving_not_before(boss):
    kim = factories.delegate(factories.member("Kim Muster", kind=OrganisationKind.PRIVATE))
    factories.profile(kim.membership, portrait="Ich bin Kim Muster.")
    life.move(membership=kim.membership, to=State.LEFT, by=boss, now=NOW, reason="zieht um")

    assert forgetting.forget_due(now=NOW + timedelta(days=3 * 365 - 2)) == 0
    assert forgetting.forget_due(now=NOW + timedelta(days=3 * 365 + 1)) == 1
    member = Membership.objects.get()
    assert member.name == "eine Privatperson"
    assert not hasattr(member, "profile")


def test_a_private_member_who_asks_is_erased_an_organisation_stays(boss):
    private = factories.delegate(factories.member("Kim Muster", kind=OrganisationKind.PRIVATE))
    factories.delegate(factories.member("Verein Muster"), "kim@example.org")
    erase_person(email=private.email, now=NOW, by=boss)
    assert set(Membership.objects.values_list("name", flat=True)) == {"eine Privatperson", "Verein Muster"}
    assert not found("Kim")


def test_the_address_of_a_person_stands_on_no_public_page(client, boss):
    profile = factories.profile()
    people.add(
        membership=profile.membership, name="Kim Geheim", email="geheim@example.org", by=boss, now=NOW, invite=False
    )
    profiles.confirm(profile=profile, by=None, now=NOW)
    index.rebuild()
    own = profile.membership.get_absolute_url()
    for path in ("/buendnis/", "/buendnis/mitglieder/", "/buendnis/mitglieder/?q=Verein", own):
        page = client.get(path).content.decode()
        assert "geheim@" not in page
        assert "Kim Geheim" not in page
