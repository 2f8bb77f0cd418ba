"""From writing a notice to being introduced: the person's path through the views."""

import re
import time
from datetime import timedelta

import pytest
from django.core import signing
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import get_random_string

from deele.core.seals import SALT
from deele.mail.models import OutgoingMail
from deele.notices.enums import KindKey, State
from deele.notices.models import Need, Notice
from deele.notices.rules.matching import Needs
from deele.notices.tests import factories
from deele.places.enums import NameKind
from deele.places.models import PlaceName
from deele.privacy.models import Consent

pytestmark = pytest.mark.django_db


@pytest.fixture
def here():
    made = factories.place()
    PlaceName.objects.create(place=made, name=made.name, kind=NameKind.OFFICIAL, folded=made.name.lower())
    return made


def seal(age=60):
    """A form that was opened a while ago."""
    return signing.dumps([int(time.time()) - age, get_random_string(20)], salt=SALT)


def written(**changes):
    """What a person types."""
    return {
        "title": "Zu zweit aufs Land", "text": factories.TEXT, "place": "Kirchlinteln", "radius": "20",
        "household": "2", "visibility": "anonym_oeffentlich", "contact_name": "Person Muster",
        "contact_email": "neu@example.org", "access_need": ["rollstuhl"], "needs_consent": "on", "consent": "on",
        "seal": seal(), **changes,
    }  # fmt: skip


def link_of(purpose):
    mail = OutgoingMail.objects.filter(purpose=purpose).latest("pk")
    return re.search(r"https?://[^/]+(/[^\s)>]+)", mail.body)[1]


SUBMIT = KindKey.PERSON


def test_a_notice_is_written_proven_read_and_stands_in_the_list(client, here):
    response = client.post(reverse("notices:submit", args=[SUBMIT]), written())
    assert response.url == reverse("notices:submitted")
    url = link_of("notices.prove")
    assert client.get(url).status_code == 200
    assert Notice.objects.get().state == State.DRAFT

    client.post(url)

    notice = Notice.objects.get()
    assert notice.state == State.SUBMITTED
    assert set(Consent.objects.values_list("purpose", flat=True)) == {
        f"notices.publish:{notice.pk}", "notices.need",
    }  # fmt: skip
    factories.walk(notice, State.ACTIVE, timezone.now())
    assert "Zu zweit aufs Land" in client.get(reverse("notices:list")).content.decode()
    own = client.get(link_of("notices.link")).content.decode()
    assert "mit dem Rollstuhl nutzbar" in own


def test_the_same_form_sent_twice_is_one_notice(client, here):
    form = written()

    for _time in range(2):
        client.post(reverse("notices:submit", args=[SUBMIT]), form)

    assert Notice.objects.count() == 1
    assert OutgoingMail.objects.count() == 1


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("homepage", "https://spam.example"), ("seal", "forged"), ("consent", ""), ("place", "Nirgendwo"),
        ("text", "kurz"), ("needs_consent", ""), ("radius", "7"), ("access_need", ["fliegen"]),
    ],
)  # fmt: skip
def test_a_form_that_is_not_right_comes_back_with_what_was_typed(client, here, field, value):
    response = client.post(reverse("notices:submit", args=[SUBMIT]), written(**{field: value}))

    assert response.status_code == 200
    assert field in response.context["form"].errors
    assert "Zu zweit aufs Land" in response.content.decode()
    assert Notice.objects.count() == 0


def test_a_need_without_its_consent_is_not_kept_and_without_a_need_nothing_is_sealed(client, here):
    client.post(reverse("notices:submit", args=[SUBMIT]), written(access_need=[], care_need=""))

    assert Notice.objects.count() == 1
    assert Need.objects.count() == 0


def test_looking_at_links_changes_nothing(client):
    notice = factories.notice(State.RENEWAL)
    before = Notice.objects.values().get()

    for name in ("hold", "hold-change", "hold-found", "hold-withdraw"):
        assert client.get(reverse(f"notices:{name}", args=[factories.token(notice)])).status_code == 200

    assert Notice.objects.values().get() == before


@pytest.mark.parametrize(
    ("begin", "name", "end"),
    [
        (State.RENEWAL, "hold-renew", State.ACTIVE), (State.EXPIRED, "hold-renew", State.ACTIVE),
        (State.ACTIVE, "hold-renew", State.ACTIVE), (State.ACTIVE, "hold-pause", State.PAUSED),
        (State.PAUSED, "hold-resume", State.ACTIVE), (State.SUBMITTED, "hold-renew", State.SUBMITTED),
        (State.BLOCKED, "hold-renew", State.BLOCKED), (State.FULFILLED, "hold-resume", State.FULFILLED),
    ],
)  # fmt: skip
def test_one_click_does_what_the_table_of_moves_allows_and_nothing_else(client, begin, name, end):
    notice = factories.notice(begin)

    client.post(reverse(f"notices:{name}", args=[factories.token(notice)]))

    notice.refresh_from_db()
    assert notice.state == end


def test_renewing_counts_from_today(client):
    notice = factories.notice(State.EXPIRED)

    client.post(reverse("notices:hold-renew", args=[factories.token(notice)]))

    notice.refresh_from_db()
    assert notice.expires_on == timezone.localdate() + timedelta(days=182)
    assert notice.ended_on is None


@pytest.mark.parametrize(("typed", "kept"), [("ja", True), ("nein", False)])
def test_found_is_counted_through_us_or_otherwise(client, typed, kept):
    notice = factories.notice()

    client.post(reverse("notices:hold-found", args=[factories.token(notice)]), {"through_us": typed})

    notice.refresh_from_db()
    assert (notice.state, notice.through_us) == (State.FULFILLED, kept)


def test_withdrawing_deletes_what_is_personal_at_once(client):
    notice = factories.notice(needs=Needs(frozenset({"rollstuhl"})))
    token = factories.token(notice)

    client.post(reverse("notices:hold-withdraw", args=[token]))

    notice.refresh_from_db()
    assert notice.state == State.WITHDRAWN
    assert (notice.title, notice.text, notice.contact_name, notice.contact_email) == ("", "", "", "")
    assert (Need.objects.count(), notice.reaches.count()) == (0, 0)
    assert not Consent.objects.in_force().exists()
    assert client.get(reverse("notices:hold", args=[token])).status_code == 410


def test_a_message_is_passed_on_once_and_shows_no_address(client):
    notice = factories.notice()
    url = reverse("notices:message", args=[notice.pk])
    form = {"name": "Besuch", "email": "besuch@example.org", "text": "Guten Tag", "seal": seal()}

    for _time in range(2):
        client.post(url, form)

    mails = OutgoingMail.objects.filter(purpose__startswith="notices.relay")
    assert sorted(mails.values_list("to", "reply_to")) == [
        ("besuch@example.org", ""), ("suche@example.org", "besuch@example.org"),
    ]  # fmt: skip
    assert "suche@example.org" not in client.get(notice.get_absolute_url()).content.decode()


def test_asking_for_the_link_says_the_same_for_known_and_unknown_addresses(client):
    factories.notice()
    OutgoingMail.objects.all().delete()

    pages = [
        client.post(reverse("notices:ask-link"), {"email": email}).content
        for email in ("suche@example.org", "fremd@example.org")
    ]

    assert pages[0] == pages[1]
    assert list(OutgoingMail.objects.values_list("to", flat=True)) == ["suche@example.org"]


def test_two_who_change_at_once_see_the_conflict(client, here):
    notice = factories.notice(kind=KindKey.PERSON)
    url = reverse("notices:hold-change", args=[factories.token(notice)])
    form = {**written(), "version": notice.version, "title": "Erste Fassung"}
    client.post(url, form)

    response = client.post(url, {**form, "title": "Zweite Fassung"})

    notice.refresh_from_db()
    assert notice.title == "Erste Fassung"
    assert response.status_code == 200
    assert client.post(url, {**form, "title": "Zweite Fassung", "version": notice.version}).status_code == 302


def test_a_change_stays_public_and_waits_for_the_reader(client, here):
    notice = factories.notice()

    client.post(reverse("notices:hold-change", args=[factories.token(notice)]), written(version=notice.version))

    assert list(Notice.objects.to_read()) == [notice]
    assert Notice.objects.public().count() == 1


def test_the_list_is_narrowed_by_its_address(client, here):
    factories.notice(title="Person im Dorf", housing_forms=["pflege_wg"])
    factories.notice(kind=KindKey.FLAT, title="Freie Wohnung dort", contact_email="frei@example.org")
    url = reverse("notices:list")

    def shown(query):
        text = client.get(f"{url}?{query}").content.decode()
        return ["Person im Dorf" in text, "Freie Wohnung dort" in text]

    assert shown("") == [True, True]
    assert shown("art=wohnung_frei") == [False, True]
    assert shown("form=pflege_wg") == [True, False]
    assert shown("ort=Kirchlinteln&umkreis=10") == [True, True]
    assert shown("art=erfunden&seite=99&umkreis=x&ort=%00") == [True, True]


def test_the_list_asks_the_database_the_same_number_of_times_whatever_its_length(
    client, here, django_assert_max_num_queries
):
    for number in range(12):
        factories.notice(title=f"Nummer {number} sucht", contact_email=f"n{number}@example.org")

    with django_assert_max_num_queries(14):
        client.get(reverse("notices:list"))
