"""The desk of the directory, door by door and click by click."""

import pytest
from django.urls import reverse

from deele.directory.actions import entries
from deele.directory.enums import State
from deele.directory.models import Entry
from deele.directory.tests import factories
from deele.directory.tests.factories import NOW
from deele.office.models import Area, Carrier
from deele.places.tests import factories as places

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _no_second_factor(settings):
    settings.DEELE_SECOND_FACTOR = False


@pytest.fixture
def editor(client):
    person = factories.staff()
    client.force_login(person)
    return person


def written(entry: Entry | None = None, **changed: str) -> dict[str, str]:
    place = factories.place()
    data = {
        "title": "Dorftreff Muster",
        "kind": "dorftreffpunkt",
        "place_text": f"{place.name} ({place.key})",
        "precision": "adresse",
        "contact_way": "relais",
    }
    return {**data, **({"version": str(entry.version)} if entry else {}), **changed}


def test_new_entry_is_a_draft_with_its_place(client, editor):
    client.post(reverse("directory:desk-new"), written())

    entry = Entry.objects.get()
    assert (entry.state, entry.place.key) == (State.DRAFT, "03361007")


def test_new_entry_that_resembles_another_asks_first(client, editor):
    factories.entry("Dorftreff Muster", state=State.PUBLISHED)

    response = client.post(reverse("directory:desk-new"), written())
    assert (Entry.objects.count(), len(response.context["alike"])) == (1, 1)

    client.post(reverse("directory:desk-new"), written(anyway="1"))
    assert Entry.objects.count() == 2


def test_place_of_several_is_offered_not_guessed(client, editor):
    places.load_starter()

    response = client.post(reverse("directory:desk-new"), written(place_text="Neuenkirchen"))

    choices = response.context["form"].fields["place_pick"].choices
    assert (Entry.objects.count(), len(choices) > 1) == (0, True)


def test_details_and_parts_of_the_legal_form_are_kept(client, editor):
    entry = factories.entry()

    client.post(entry.desk_url(), written(entry, **{"detail-raeume": "drei", "part_boden": "verein"}))

    entry.refresh_from_db()
    assert (entry.details, entry.legal_form_parts) == ({"raeume": "drei"}, {"boden": "verein"})


def test_second_editor_sees_both_versions(client, editor):
    entry = factories.entry(short_text="alt")
    data = written(entry, title=entry.title, short_text="meins")
    entries.change(entry=Entry.objects.get(pk=entry.pk), values={"short_text": "ihres"}, by=None, now=NOW)

    response = client.post(entry.desk_url(), data)

    entry.refresh_from_db()
    rows = [(row.theirs, row.yours) for row in response.context["form"].conflict]
    assert (response.status_code, entry.short_text, ("ihres", "meins") in rows) == (409, "ihres", True)


@pytest.mark.parametrize("field", ["postcode", "coordinates"])
def test_facts_that_do_not_fit_are_named(client, editor, field):
    from deele.places.models import Postcode  # noqa: PLC0415  only here

    Postcode.objects.create(code="27308", place=factories.place())
    wrong = {"postcode": {"addresses": "Weg 1, 99999 Woanders"}, "coordinates": {"lat": "9.3", "lon": "52.9"}}[field]

    response = client.post(reverse("directory:desk-new"), written(**wrong))

    assert (Entry.objects.count(), bool(response.context["form"].errors)) == (0, True)


def test_publish_with_one_click(client, editor):
    entry = factories.entry(state=State.SUBMITTED)

    client.post(reverse("directory:desk-move", args=[entry.pk]), {"to": State.PUBLISHED})

    entry.refresh_from_db()
    assert entry.state == State.PUBLISHED


def test_duplicates_are_merged_and_taken_back(client, editor):
    kept, gone = (factories.entry("Dorftreff Muster", state=State.PUBLISHED) for _number in range(2))
    client.post(reverse("directory:desk-decide", args=[kept.pk, gone.pk]), {"verdict": "keep_left"})
    gone.refresh_from_db()
    assert gone.merged_into == kept

    client.post(reverse("directory:desk-undo-merge", args=[kept.merges.get().pk]))
    gone.refresh_from_db()
    assert (gone.state, gone.merged_into) == (State.PUBLISHED, None)


def test_entry_of_another_area_does_not_exist_here(client):
    carrier = Carrier.objects.create(name="Träger Muster")
    mine, other = (Area.objects.create(key=key, name=key, carrier=carrier) for key in ("eins", "zwei"))
    entry = factories.entry(area=other)
    client.force_login(factories.staff(area=mine))

    assert client.get(entry.desk_url()).status_code == 404


def test_entry_is_not_handed_to_a_foreign_area(client):
    carrier = Carrier.objects.create(name="Träger Muster")
    mine, other = (Area.objects.create(key=key, name=key, carrier=carrier) for key in ("eins", "zwei"))
    entry = factories.entry(area=mine)
    person = factories.staff(area=mine)
    client.force_login(person)

    response = client.post(entry.desk_url(), written(entry, title=entry.title, area=str(other.pk)))

    assert "area" in response.context["form"].errors
    with pytest.raises(entries.NotAllowed):
        entries.change(entry=entry, values={"area": other}, by=person, now=NOW)


def test_list_needs_the_same_queries_for_many(client, editor, django_assert_max_num_queries):
    counts = []
    for wanted in (1, 4):
        while Entry.objects.count() < wanted:
            factories.entry(f"Treff {Entry.objects.count()}")
        client.get(reverse("directory:desk-list"))
        # Among them the numbers beside the items of the menu, one for each room of the house.
        with django_assert_max_num_queries(30) as seen:
            client.get(reverse("directory:desk-list"))
        counts.append(len(seen))

    assert counts[0] == counts[1]
