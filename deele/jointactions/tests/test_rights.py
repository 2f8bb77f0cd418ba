"""No rights, nothing shown: what lacks a right is planted and looked for on every page and in every export."""

import io
import zipfile

import pytest
from django.urls import reverse

from deele.access.tests.factories import colleague
from deele.jointactions.actions import exports, judging, sending
from deele.jointactions.enums import Accepts, Made, Minors, People, Standing, State, Use
from deele.jointactions.models import JointAction, Photo, Submission
from deele.jointactions.rules.rights import Asked, Lack, Told, lacks
from deele.jointactions.tests import factories

PLANTED_ALT, PLANTED_TEXT, PLANTED_CREDIT = "Zitronengarten", "Pflaumenkuchen", "Quittenmeier"


def told(**fields):
    base = {
        "has_text": True, "photos": 1, "described": 1, "credit": True, "made": Made.SELF, "people": People.NOBODY,
        "minors": "", "uses": frozenset({"website"}), "terms": 1,
    }  # fmt: skip
    return Told(**{**base, **fields})


ASKED = Asked(Accepts.BOTH, 3, frozenset({"website"}), 1)


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, []),
        ({"photos": 0, "described": 0}, [Lack.PHOTO]),
        ({"has_text": False}, [Lack.TEXT]),
        ({"photos": 4, "described": 4}, [Lack.TOO_MANY]),
        ({"described": 0}, [Lack.SHOWN]),
        ({"made": ""}, [Lack.MADE]),
        ({"made": Made.UNKNOWN}, [Lack.MADE_UNKNOWN]),
        ({"credit": False}, [Lack.CREDIT]),
        ({"uses": frozenset({"druck"})}, [Lack.USES]),
        ({"people": ""}, [Lack.PEOPLE, Lack.MINORS]),
        ({"people": People.UNASKED, "minors": Minors.NONE}, [Lack.PEOPLE_UNASKED]),
        ({"people": People.AGREED, "minors": ""}, [Lack.MINORS]),
        ({"people": People.AGREED, "minors": Minors.UNASKED}, [Lack.MINORS_UNASKED]),
        ({"people": People.AGREED, "minors": Minors.PARENTS}, []),
        ({"terms": 0}, [Lack.TERMS]),
    ],
)
def test_each_missing_right_is_named(fields, expected):
    assert lacks(told(**fields), ASKED) == expected


def test_a_text_alone_shows_nobody():
    asked = Asked(Accepts.TEXT, 1, frozenset({"website"}), 1)

    assert lacks(told(photos=0, described=0, people=""), asked) == []


WITHOUT = {
    "draft": {"standing": Standing.DRAFT},
    "handed in": {"standing": Standing.SUBMITTED},
    "asked back": {"standing": Standing.ASKED},
    "refused": {"standing": Standing.REFUSED},
    "withdrawn": {"standing": Standing.WITHDRAWN},
    "people not asked": {"people": People.UNASKED},
    "people not said": {"people": ""},
    "parents not asked": {"people": People.AGREED, "minors": Minors.UNASKED},
    "minors not said": {"people": People.AGREED, "minors": ""},
    "no use granted": {
        "for_website": False, "for_exhibition": False, "for_print": False, "for_press": False,
    },
}  # fmt: skip


def planted(**fields):
    """A taken submission whose row is forced into something no action allows."""
    made = factories.submission(
        text=PLANTED_TEXT, credit=PLANTED_CREDIT, alt=PLANTED_ALT, for_print=True, for_press=True
    )
    Submission.objects.filter(pk=made.pk).update(**fields)
    return sending.fresh(made)


@pytest.mark.django_db
@pytest.mark.parametrize("fields", WITHOUT.values(), ids=WITHOUT.keys())
def test_without_a_right_a_photo_stands_on_no_public_page_and_in_no_pack(client, fields):
    sent = planted(**fields)
    action, photo = sent.call.action, factories.photo(sent)

    pages = [
        client.get(action.get_absolute_url()), client.get(reverse("jointactions:gallery", args=[action.pk])),
        client.get(reverse("jointactions:list")), client.get(sent.call.get_absolute_url()),
        client.get(f"/suche/?q={PLANTED_ALT}"), client.get(f"/suche/?q={PLANTED_TEXT}"),
    ]  # fmt: skip

    for page in pages:
        shown = page.content.decode()
        assert f"/foto/{photo.pk}/" not in shown
        assert f'alt="{PLANTED_ALT}"' not in shown
        assert PLANTED_CREDIT not in shown
    for size in ("klein", "gross"):
        assert client.get(reverse("jointactions:photo", args=[photo.pk, size])).status_code == 404
    leader = colleague("leitung")
    for use in Use:
        packed = exports.pack(action=action, use=use, by=leader, now=factories.NOW)
        assert zipfile.ZipFile(packed).namelist() == ["bildnachweis.csv"], use


@pytest.mark.django_db
def test_the_planted_photo_is_seen_where_every_right_is_there(client):
    sent = planted()
    photo = factories.photo(sent)

    shown = client.get(sent.call.action.get_absolute_url()).content.decode()

    assert f"/foto/{photo.pk}/" in shown
    assert f'alt="{PLANTED_ALT}"' in shown
    assert PLANTED_CREDIT in shown
    packed = exports.pack(action=sent.call.action, use=Use.PRESS, by=None, now=factories.NOW)
    names = zipfile.ZipFile(packed).namelist()
    assert len(names) == 2
    listed = zipfile.ZipFile(packed).read("bildnachweis.csv").decode("utf-8-sig")
    assert PLANTED_CREDIT in listed
    assert PLANTED_ALT in listed
    assert "einsendung@example.org" not in listed


@pytest.mark.django_db
def test_each_use_is_granted_on_its_own(client):
    sent = factories.submission(for_website=True, for_exhibition=False)

    assert Photo.objects.cleared(Use.WEBSITE).count() == 1
    assert Photo.objects.cleared(Use.EXHIBITION).count() == 0
    with pytest.raises(judging.NotGranted):
        judging.note_use(
            photo=factories.photo(sent), kind="ausstellung", where="Landtag", since=factories.NOW.date(), by=None,
            now=factories.NOW,
        )  # fmt: skip


@pytest.mark.django_db
@pytest.mark.parametrize("fields", [{"is_public": False}, {"state": State.DROPPED, "is_public": False}])
def test_what_belongs_to_a_hidden_action_is_hidden(client, fields):
    sent = factories.submission()
    JointAction.objects.filter(pk=sent.call.action_id).update(**fields)

    assert client.get(reverse("jointactions:photo", args=[factories.photo(sent).pk, "klein"])).status_code == 404
    assert not Submission.objects.shown().exists()


@pytest.mark.django_db
def test_the_office_cannot_take_what_lacks_a_right():
    sent = factories.submission(Standing.SUBMITTED)
    Submission.objects.filter(pk=sent.pk).update(people=People.UNASKED)

    with pytest.raises(sending.Lacking, match="einverstanden"):
        judging.judge(submission=sending.fresh(sent), to=Standing.TAKEN, by=None, now=factories.NOW)

    assert Submission.objects.get().standing == Standing.SUBMITTED


@pytest.mark.django_db
def test_new_terms_ask_drafts_anew():
    sent = factories.submission(Standing.DRAFT)
    sent.call.terms_version = 2
    sent.call.save()

    with pytest.raises(sending.Lacking, match="Bedingungen"):
        sending.hand_in(submission=sending.fresh(sent), now=factories.NOW)


@pytest.mark.django_db
def test_the_table_names_no_address_and_nobody_who_was_not_taken():
    sent = factories.submission(text="=1+1")
    factories.submission(Standing.REFUSED, of=sent.call, seeds=(9,), credit="Abgelehnt Muster")

    table = b"".join(exports.table(action=sent.call.action, by=None, now=factories.NOW)).decode("utf-8-sig")

    assert factories.CREDIT in table
    assert "Abgelehnt Muster" not in table
    assert "example.org" not in table
    assert "'=1+1" in table


@pytest.mark.django_db
def test_a_photo_that_is_left_out_is_gone_and_the_others_stay(client):
    sent = factories.submission(seeds=(1, 2))
    first = factories.photo(sent)

    judging.leave_out(photo=first, out=True, by=None, now=factories.NOW)

    assert [photo.pk for photo in Photo.objects.public()] == [sent.photos.get(rank=1).pk]
    assert io.BytesIO(sent.photos.get(rank=1).image.read()).read(2) == b"\xff\xd8"
