"""One path from end to end: a form without script, the link of the mail, handing in, the office, the public page."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from deele.access.tests.factories import colleague
from deele.core import seals
from deele.jointactions.enums import Standing
from deele.jointactions.models import Photo, Submission
from deele.jointactions.tests import factories
from deele.mail.models import OutgoingMail

pytestmark = pytest.mark.django_db
LINK = re.compile(r"/buendnis/aktionen/beitrag/[^/\s|\]\"]+/")


@pytest.fixture(autouse=True)
def human(monkeypatch):
    """Nobody waits three seconds here."""
    monkeypatch.setattr(seals, "HUMAN_SECONDS", 0)


def upload(seed=1, name="foto.jpg", content=None):
    return SimpleUploadedFile(name, content or factories.jpeg(seed), "image/jpeg")


def first_step(**more):
    return {"name": "Person Muster", "email": "neu@example.org", "seal": seals.sealed(), "homepage": "", **more}


RIGHTS = {
    "text": "Wir essen zusammen.", "credit": "Kim Muster", "made": "selbst", "people": "niemand", "minors": "",
    "for_website": "on", "terms_agreed": "on",
}  # fmt: skip


def path_of(mail):
    return LINK.search(mail.body).group()


def test_from_the_form_to_the_gallery(client):
    call = factories.call()

    answer = client.post(reverse("jointactions:join", args=[call.pk]), {
        **first_step(), **RIGHTS, "photo_1": upload(), "shown_1": "Eine lange Tafel auf der Straße",
    })  # fmt: skip

    assert answer.status_code == 302
    assert Submission.objects.get().standing == Standing.DRAFT
    own = path_of(OutgoingMail.objects.get(purpose="jointactions.link"))
    page = client.get(own)
    assert "Das fehlt noch" not in page.content.decode()
    photo = Photo.objects.get()
    client.post(own, {**RIGHTS, "version": 1, f"alt_{photo.pk}": photo.alt, "hand_in": "1"})
    sent = Submission.objects.get()
    assert sent.standing == Standing.SUBMITTED
    assert client.get(reverse("jointactions:photo", args=[photo.pk, "klein"])).status_code == 404

    client.force_login(colleague("leitung"))
    client.post(reverse("jointactions:desk-judge", args=[sent.pk]), {"to": "angenommen"})

    client.logout()
    public = client.get(call.action.get_absolute_url()).content.decode()
    assert "Eine lange Tafel auf der Straße" in public
    assert "neu@example.org" not in public
    assert "Person Muster" not in public
    assert client.get(reverse("jointactions:photo", args=[photo.pk, "gross"])).status_code == 200


def test_what_is_missing_is_named_and_kept_as_a_draft(client):
    call = factories.call()
    client.post(reverse("jointactions:join", args=[call.pk]), {**first_step(), "photo_1": upload()})
    own = path_of(OutgoingMail.objects.get(purpose="jointactions.link"))
    photo = Photo.objects.get()

    client.post(own, {
        "text": "Ein Fest", "made": "unklar", "people": "nicht_gefragt", "minors": "nicht_gefragt", "version": 1,
        f"alt_{photo.pk}": "", "hand_in": "1",
    })  # fmt: skip

    kept = Submission.objects.get()
    assert (kept.standing, kept.text) == (Standing.DRAFT, "Ein Fest")
    page = client.get(own).content.decode()
    for words in ("muss es erlauben", "müssen einverstanden sein", "Eltern", "was es zeigt", "auf unserer Website"):
        assert words in page


def test_a_bad_file_keeps_the_words_and_the_good_photos(client):
    call = factories.call()
    svg = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'

    answer = client.post(
        reverse("jointactions:join", args=[call.pk]),
        {**first_step(), "text": "Unser Fest", "photo_1": upload(content=svg, name="bild.jpg"), "photo_2": upload(2)},
        follow=True,
    )

    assert "SVG" in answer.content.decode()
    kept = Submission.objects.get()
    assert (kept.text, kept.photos.count()) == ("Unser Fest", 1)


def test_the_same_form_sent_twice_is_one_draft_and_one_mail(client):
    call = factories.call()
    body = first_step(**RIGHTS)

    for _time in range(2):
        client.post(reverse("jointactions:join", args=[call.pk]), {**body, "photo_1": upload()})

    assert Submission.objects.count() == 1
    assert Photo.objects.count() == 1
    assert OutgoingMail.objects.filter(purpose="jointactions.link").count() == 1


def test_an_old_version_of_the_own_page_overwrites_nothing(client):
    sent = factories.submission(Standing.DRAFT)
    own = reverse("jointactions:own", args=[factories.token(sent)])
    client.post(own, {**RIGHTS, "text": "Zuerst", "version": sent.version})

    answer = client.post(own, {**RIGHTS, "text": "Danach", "version": sent.version})

    assert Submission.objects.get().text == "Zuerst"
    assert "Danach" in answer.content.decode()
    assert "anderen Fenster" in answer.content.decode()


def test_one_may_add_and_take_out_a_photo_with_the_words_kept(client):
    sent = factories.submission(Standing.DRAFT)
    own = reverse("jointactions:own", args=[factories.token(sent)])
    client.post(own, {**RIGHTS, "text": "Neu", "version": sent.version, "photo": upload(5), "shown": "Ein Garten"})
    assert [photo.alt for photo in Photo.objects.all()][1:] == ["Ein Garten"]

    now = Submission.objects.get()
    client.post(own, {**RIGHTS, "text": "Neuer", "version": now.version, "remove": factories.photo(sent).pk})

    assert Submission.objects.get().text == "Neuer"
    assert [photo.alt for photo in Photo.objects.all()] == ["Ein Garten"]


def test_the_link_is_asked_for_without_telling_who_is_known(client):
    factories.submission(Standing.DRAFT)
    pages = [
        client.post(reverse("jointactions:ask-link"), {"email": to, "seal": seals.sealed(), "homepage": ""}).content
        for to in ("einsendung@example.org", "niemand@example.org")
    ]

    assert pages[0] == pages[1]
    assert OutgoingMail.objects.filter(purpose="jointactions.link", to="einsendung@example.org").count() == 2
    assert not OutgoingMail.objects.filter(to="niemand@example.org").exists()
