"""Unsubscribing by one click, the settings, and taking back."""

from datetime import timedelta

import pytest
from django.apps import apps
from django.conf import settings
from django.test import Client, override_settings
from django.utils import timezone

from deele.newsletter.actions import ending, preferences
from deele.newsletter.actions.preferences import NotActive, Settings
from deele.newsletter.actions.subscribing import Wanted
from deele.newsletter.enums import Reason, SubscriberState
from deele.newsletter.models import SignUp, Subscriber, Suppression
from deele.newsletter.queries import links
from deele.newsletter.rules import tokens
from deele.newsletter.tests import factories as make
from deele.newsletter.tests.factories import EMAIL, NOW
from deele.privacy.actions.erasure import erase_person
from deele.privacy.models import Consent

pytestmark = pytest.mark.django_db
ONE_CLICK = {"List-Unsubscribe": "One-Click"}


def mail_program():
    """Posts without cookies and token, where CSRF is enforced."""
    return Client(enforce_csrf_checks=True)


def test_one_click_ends_at_once():
    who = make.confirmed(now=timezone.now())
    path = links.headers(who.handle, make.area())["List-Unsubscribe"].strip("<>").partition("/newsletter")[2]

    answer = mail_program().post(f"/newsletter{path}", ONE_CLICK)

    who.refresh_from_db()
    assert answer.status_code == 200
    assert who.state == SubscriberState.ENDED
    assert not Consent.objects.in_force().exists()
    assert Suppression.objects.get().reason == Reason.UNSUBSCRIBED


def test_headers_are_those_of_rfc_8058():
    who = make.subscriber()

    made = links.headers(who.handle, make.area())

    assert made["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert who.email not in made["List-Unsubscribe"]
    assert len(made["List-Unsubscribe"]) < 200


def test_opening_the_link_asks_only(client):
    who = make.subscriber()

    assert client.get(f"/newsletter/abmelden/{make.unsubscribe_token(who)}/").status_code == 200
    who.refresh_from_db()
    assert who.is_active


def test_one_newsletter_of_two_goes_the_other_stays():
    other = make.area("pflege", "Pflege")
    who = make.confirmed(EMAIL, make.area(), other, now=timezone.now())

    mail_program().post(f"/newsletter/abmelden/{make.unsubscribe_token(who, other)}/", ONE_CLICK)

    who.refresh_from_db()
    assert who.is_active
    assert [area.key for area in who.areas.all()] == ["wohnen"]
    assert Suppression.objects.get().area == other
    assert [one.purpose for one in Consent.objects.in_force()] == ["newsletter.wohnen"]


def test_twice_is_as_good_as_once():
    who = make.confirmed(now=timezone.now())

    for _ in range(3):
        answer = mail_program().post(f"/newsletter/abmelden/{make.unsubscribe_token(who)}/", ONE_CLICK)

    assert answer.status_code == 200
    assert Suppression.objects.count() == 1


def test_link_works_after_years_and_after_the_key_was_changed():
    who = make.subscriber()
    token = make.unsubscribe_token(who)

    with override_settings(SECRET_KEY="new", SECRET_KEY_FALLBACKS=[settings.SECRET_KEY]):
        assert mail_program().post(f"/newsletter/abmelden/{token}/", ONE_CLICK).status_code == 200
    who.refresh_from_db()
    assert who.state == SubscriberState.ENDED


def test_link_of_somebody_who_is_gone_says_done():
    who = make.subscriber()
    token = make.unsubscribe_token(who)
    who.delete()

    assert mail_program().post(f"/newsletter/abmelden/{token}/", ONE_CLICK).status_code == 200


@pytest.mark.parametrize("kind", ["abmelden", "einstellungen"])
def test_forged_cut_and_swapped_tokens_open_nothing(client, kind):
    who = make.subscriber()
    right = {"abmelden": tokens.unsubscribe(who.handle, 0), "einstellungen": tokens.preferences(who.handle)}
    swapped = right["abmelden" if kind == "einstellungen" else "einstellungen"]

    for token in (right[kind][:-1], right[kind] + "x", swapped, f"{who.handle}-0.x", "x", who.handle):
        assert client.get(f"/newsletter/{kind}/{token}/").status_code == 404
        assert client.post(f"/newsletter/{kind}/{token}/").status_code == 404
    who.refresh_from_db()
    assert who.is_active


def test_unsubscribing_deletes_a_waiting_wish():
    who = make.confirmed(now=NOW)
    make.sign_up(EMAIL, make.area("pflege", "Pflege"), now=NOW + timedelta(days=1))

    ending.unsubscribe(wish=tokens.Unsubscription(who.handle, 0), now=NOW + timedelta(days=1))

    assert not SignUp.objects.exists()


def test_taken_back_within_a_day_everything_is_as_before(client):
    who = make.confirmed(EMAIL, make.area(), make.area("pflege", "Pflege"), now=timezone.now())
    token = make.unsubscribe_token(who)
    client.post(f"/newsletter/abmelden/{token}/", ONE_CLICK)

    client.post(f"/newsletter/abmelden/{token}/zurueck/")

    who.refresh_from_db()
    assert who.is_active
    assert sorted(area.key for area in who.areas.all()) == ["pflege", "wohnen"]
    assert not Suppression.objects.exists()
    assert Consent.objects.in_force().count() == 2


def test_one_newsletter_is_taken_back():
    area = make.area("pflege", "Pflege")
    who = make.confirmed(EMAIL, make.area(), area)
    wish = tokens.Unsubscription(who.handle, area.pk)
    ending.unsubscribe(wish=wish, now=NOW)

    ending.take_back(wish=wish, now=NOW + timedelta(hours=1))

    assert sorted(one.key for one in who.areas.all()) == ["pflege", "wohnen"]


def test_taking_back_is_too_late_after_a_day_and_never_lifts_a_complaint():
    who = make.confirmed()
    wish = tokens.Unsubscription(who.handle, 0)
    ending.unsubscribe(wish=wish, now=NOW)

    with pytest.raises(ending.TooLate):
        ending.take_back(wish=wish, now=NOW + timedelta(hours=25))
    Suppression.objects.update(reason=Reason.COMPLAINT)
    with pytest.raises(ending.TooLate):
        ending.take_back(wish=wish, now=NOW + timedelta(hours=1))


def test_settings_page_shows_no_address_and_saves(client):
    make.area("pflege", "Pflege")
    who = make.confirmed(now=timezone.now())
    path = f"/newsletter/einstellungen/{tokens.preferences(who.handle)}/"
    page = client.get(path)

    client.post(path, {"version": who.version, "areas": [make.area("pflege").pk], "pause": "3", "topics": ["demenz"]})

    who.refresh_from_db()
    assert EMAIL not in page.content.decode()
    assert [area.key for area in who.areas.all()] == ["pflege"]
    assert who.topics == ["demenz"]
    assert who.paused_until > timezone.localdate() + timedelta(days=80)
    assert [one.purpose for one in Consent.objects.in_force()] == ["newsletter.pflege"]
    assert Suppression.objects.get().area.key == "wohnen"


def test_two_windows_at_once_the_second_sees_the_conflict(client):
    who = make.confirmed(now=timezone.now())
    path = f"/newsletter/einstellungen/{tokens.preferences(who.handle)}/"
    first = {"version": who.version, "areas": [make.area().pk], "topics": ["demenz"], "pause": ""}
    second = {"version": who.version, "areas": [make.area().pk], "topics": ["wohnen"], "pause": ""}

    assert client.post(path, first).status_code == 302
    assert client.post(path, second).status_code == 409
    who.refresh_from_db()
    assert who.topics == ["demenz"]


def test_no_newsletter_left_ends_the_subscription(client):
    who = make.confirmed(now=timezone.now())
    path = f"/newsletter/einstellungen/{tokens.preferences(who.handle)}/"

    page = client.post(path, {"version": who.version, "pause": ""}, follow=True)

    who.refresh_from_db()
    assert who.state == SubscriberState.ENDED
    assert page.status_code == 200


def test_settings_never_wake_a_blocked_subscription():
    who = make.subscriber(state=SubscriberState.COMPLAINED)

    with pytest.raises(NotActive):
        preferences.change(subscriber=who, settings=Settings(Wanted([make.area()])), now=NOW)


def test_erased_person_without_suppression_may_come_again_and_a_suppression_survives():
    kept, gone = make.confirmed("bleibt@example.org"), make.confirmed("geht@example.org")
    ending.unsubscribe(wish=tokens.Unsubscription(gone.handle, 0), now=NOW)

    for who in (kept, gone):
        erase_person(email=who.email, now=NOW, by=None)

    assert not Subscriber.objects.exists()
    assert [row.fingerprint for row in Suppression.objects.all()] == [gone.fingerprint]


def test_planted_name_is_gone_from_every_table_after_erasure():
    email, name = "gepflanzt@example.org", "Xaverine Pflanzname"
    who = make.confirmed(email, name=name)
    ending.end_by_desk(subscriber=who, by=None, now=NOW, for_good=True)

    erase_person(email=email, now=NOW, by=None)

    for model in apps.get_models():
        for row in model._base_manager.values().iterator():
            text = " ".join(map(str, row.values())).lower()
            assert email not in text, model._meta.label
            assert "pflanzname" not in text, model._meta.label
