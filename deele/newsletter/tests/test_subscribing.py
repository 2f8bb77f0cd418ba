"""Signing up: nothing begins without the button, and nobody learns who is subscribed."""

import re
from datetime import timedelta

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from deele.accounts.models import MailLink
from deele.accounts.queries import LinkUsed
from deele.audit.models import Entry
from deele.mail.models import OutgoingMail
from deele.newsletter.actions import subscribing
from deele.newsletter.actions.subscribing import NothingWanted, TooMany, Wanted
from deele.newsletter.enums import Reason, SubscriberState
from deele.newsletter.models import SignUp, Subscriber, Suppression
from deele.newsletter.queries.subscribers import recipients
from deele.newsletter.rules import consent, terms
from deele.newsletter.tests import factories as make
from deele.newsletter.tests.factories import EMAIL, NOW
from deele.privacy.models import Consent
from deele.privacy.rules import BadAddress

pytestmark = pytest.mark.django_db
LINKS = re.compile(r"https?://[^\s|\])]+")


@pytest.fixture(autouse=True)
def _fresh_limits():
    cache.clear()


def form(monkeypatch, **values):
    """What the sign-up form sends."""
    areas = values.pop("areas", None) or [make.area().pk]
    return {"email": EMAIL, "areas": areas, "seal": make.seal(monkeypatch), "homepage": "", **values}


def test_signing_up_subscribes_nobody():
    make.sign_up()

    row = Subscriber.objects.get()
    assert row.state == SubscriberState.UNCONFIRMED
    assert not recipients(make.area(), now=NOW).exists()
    assert not Consent.objects.exists()


def test_button_subscribes_and_keeps_the_proof_apart():
    subscribing.sign_up(email=" Abonnentin@Example.org ", wanted=Wanted([make.area()]), ip_mark="f" * 64, now=NOW)
    link = MailLink.objects.get()

    subscribing.confirm(link=link, sign_up=SignUp.objects.get(), now=NOW + timedelta(minutes=2))

    proof = Consent.objects.get()
    assert [row.email for row in recipients(make.area(), now=NOW)] == [EMAIL]
    assert (proof.purpose, proof.text_version) == ("newsletter.wohnen", consent.CURRENT)
    assert "2026-11-22 12:00:00" in proof.proof
    assert "2026-11-22 12:02:00" in proof.proof
    assert "f" * 17 not in proof.proof  # the mark is shortened: enough to compare, too little to link elsewhere


def test_words_of_every_version_are_kept():
    assert consent.CURRENT in consent.TEXTS
    assert all(texts["de"] and texts["en"] for texts in consent.TEXTS.values())
    assert consent.text("2026-11").startswith("Ja, ich möchte die angekreuzten Newsletter")
    assert consent.text("no such version") == ""


def test_confirm_page_changes_nothing_until_the_button(client):
    token = make.sign_up(now=timezone.now())

    for _ in range(3):
        assert client.get(f"/newsletter/bestaetigen/{token}/").status_code == 200
    assert Subscriber.objects.get().state == SubscriberState.UNCONFIRMED
    assert client.post(f"/newsletter/bestaetigen/{token}/").status_code == 200
    assert Subscriber.objects.get().state == SubscriberState.ACTIVE


def test_second_click_changes_nothing_and_says_so(client):
    token = make.sign_up(now=timezone.now())
    client.post(f"/newsletter/bestaetigen/{token}/")

    assert client.post(f"/newsletter/bestaetigen/{token}/").status_code == 410
    assert Consent.objects.count() == 1


@pytest.mark.parametrize("token", ["x", "a" * 32])
def test_forged_token_opens_nothing(client, token):
    assert client.get(f"/newsletter/bestaetigen/{token}/").status_code == 404


def test_old_token_says_that_it_is_too_old(client):
    token = make.sign_up(now=timezone.now() - timedelta(days=8))

    assert client.post(f"/newsletter/bestaetigen/{token}/").status_code == 410
    assert Subscriber.objects.get().state == SubscriberState.UNCONFIRMED


def test_token_of_a_deleted_sign_up_says_that_it_is_too_old(client):
    token = make.sign_up(now=timezone.now())
    SignUp.objects.all().delete()

    assert client.get(f"/newsletter/bestaetigen/{token}/").status_code == 410


def test_two_buttons_at_once_subscribe_once():
    make.sign_up()
    link, same = MailLink.objects.get(), MailLink.objects.get()
    wish = SignUp.objects.get()
    subscribing.confirm(link=link, sign_up=wish, now=NOW)

    with pytest.raises(LinkUsed):
        subscribing.confirm(link=same, sign_up=wish, now=NOW)
    assert Consent.objects.count() == 1


def test_the_answer_is_the_same_for_known_and_unknown(client, monkeypatch):
    make.subscriber("bekannt@example.org")

    answers = [
        client.post("/newsletter/", form(monkeypatch, email=email), follow=True)
        for email in ("bekannt@example.org", "unbekannt@example.org")
    ]

    bodies = [answer.content.decode() for answer in answers]
    assert [answer.redirect_chain for answer in answers] == [[("/newsletter/danke/", 302)]] * 2
    assert bodies[0] == bodies[1]


def test_link_request_gives_the_same_answer_and_one_mail(client, monkeypatch):
    make.subscriber("bekannt@example.org")

    bodies = []
    for email in ("bekannt@example.org", "unbekannt@example.org", "bekannt@example.org"):
        data = {"email": email, "seal": make.seal(monkeypatch), "homepage": ""}
        text = client.post("/newsletter/einstellungen/", data, follow=True).content.decode()
        bodies.append(re.sub(r'value="[^"]{40,}"', "", text))
    assert bodies[0] == bodies[1] == bodies[2]
    assert [mail.to for mail in OutgoingMail.objects.filter(purpose="newsletter.settings")] == ["bekannt@example.org"]


def test_a_stranger_changes_nothing_of_a_running_subscription():
    who = make.confirmed(EMAIL, make.area())

    make.sign_up(EMAIL, make.area("pflege", "Pflege"), now=NOW + timedelta(days=1))

    who.refresh_from_db()
    assert [area.key for area in who.areas.all()] == ["wohnen"]
    assert who.state == SubscriberState.ACTIVE


def test_confirmed_wish_is_added_to_a_running_subscription():
    who = make.confirmed(EMAIL, make.area())

    make.confirmed(EMAIL, make.area("pflege", "Pflege"), now=NOW + timedelta(days=1), topics=["pflege"], digest=True)

    who.refresh_from_db()
    assert sorted(area.key for area in who.areas.all()) == ["pflege", "wohnen"]
    assert (who.digest, who.topics) == (True, ["pflege"])
    purposes = Consent.objects.in_force().values_list("purpose", flat=True)
    assert sorted(purposes) == ["newsletter.digest", "newsletter.pflege", "newsletter.wohnen"]


def test_one_opt_in_mail_in_a_quarter_of_an_hour_and_three_a_day():
    sent = []
    for minute in (0, 5, 14, 15, 31, 50, 90, 600, 24 * 60 + 1):
        now = NOW + timedelta(minutes=minute)
        if subscribing.sign_up(email=EMAIL, wanted=Wanted([make.area()]), now=now):
            sent.append(minute)

    assert sent == [0, 15, 31, 24 * 60 + 1]
    assert OutgoingMail.objects.count() == 4


@pytest.mark.parametrize("state", [SubscriberState.BOUNCED, SubscriberState.COMPLAINED])
def test_who_complained_is_asked_once_a_week_at_most(state):
    make.subscriber(state=state)
    sent = [
        day
        for day in range(9)
        if subscribing.sign_up(email=EMAIL, wanted=Wanted([make.area()]), now=NOW + timedelta(days=day))
    ]

    assert sent == [0, 7]


def test_flood_of_addresses_is_refused(monkeypatch):
    monkeypatch.setattr(terms, "SIGN_UPS_AN_HOUR", 5)
    for number in range(5):
        make.sign_up(f"opfer{number}@example.org")

    with pytest.raises(TooMany):
        make.sign_up("opfer9@example.org")
    assert OutgoingMail.objects.count() == 5


def test_flood_from_one_connection_is_refused(client, monkeypatch):
    for number in range(12):
        answer = client.post("/newsletter/", form(monkeypatch, email=f"opfer{number}@example.org"))

    assert answer.status_code == 200
    assert OutgoingMail.objects.count() == 10


def test_machine_that_fills_the_hidden_field_is_refused(client, monkeypatch):
    client.post("/newsletter/", form(monkeypatch, homepage="https://spam.example"))

    assert not Subscriber.objects.exists()


@pytest.mark.parametrize(
    "email", ["", "kein", "a@b", "x@example.org\r\nBcc: y@example.org", "a@example.org,b@example.org"]
)
def test_bad_addresses_are_refused(email):
    with pytest.raises(BadAddress):
        subscribing.sign_up(email=email, wanted=Wanted([make.area()]), now=NOW)
    assert not OutgoingMail.objects.exists()


def test_nothing_wanted_is_refused(client, monkeypatch):
    with pytest.raises(NothingWanted):
        subscribing.sign_up(email=EMAIL, wanted=Wanted([]), now=NOW)

    answer = client.post("/newsletter/", {"email": EMAIL, "seal": make.seal(monkeypatch), "homepage": ""})
    assert answer.status_code == 200
    assert not Subscriber.objects.exists()


def test_district_is_found_by_the_name_of_a_town_in_it(client, monkeypatch):
    found = make.district()
    monkeypatch.setattr("deele.newsletter.forms.subscribe.regions.named", lambda text: [found])

    client.post("/newsletter/", form(monkeypatch, region_text="Kirchlinteln", digest="on"))

    assert [place.key for place in SignUp.objects.get().regions.all()] == ["03361"]


def test_own_double_opt_in_lifts_a_suppression():
    who = make.subscriber(state=SubscriberState.COMPLAINED)
    Suppression.objects.create(fingerprint=who.fingerprint, reason=Reason.COMPLAINT, since=NOW)

    make.sign_up()
    assert not recipients(make.area(), now=NOW).exists()
    wish = SignUp.objects.get()
    subscribing.confirm(link=MailLink.objects.get(), sign_up=wish, now=NOW)

    assert not Suppression.objects.exists()
    assert recipients(make.area(), now=NOW).count() == 1


def test_suppressed_and_paused_people_receive_nothing():
    make.subscriber("eins@example.org", paused_until=NOW.date() + timedelta(days=1))
    two = make.subscriber("zwei@example.org")
    Suppression.objects.create(fingerprint=two.fingerprint, reason=Reason.UNSUBSCRIBED, since=NOW, area=make.area())
    make.subscriber("drei@example.org", make.area("pflege", "Pflege"))
    make.subscriber("vier@example.org", paused_until=NOW.date())

    assert [row.email for row in recipients(make.area(), now=NOW)] == ["vier@example.org"]


def test_unconfirmed_sign_ups_are_deleted_after_seven_days():
    make.sign_up("nie@example.org")
    make.confirmed("doch@example.org")

    subscribing.tidy(now=NOW + timedelta(days=6, hours=23))
    assert Subscriber.objects.count() == 2
    assert subscribing.tidy(now=NOW + timedelta(days=7)) == 1

    assert [row.email for row in Subscriber.objects.all()] == ["doch@example.org"]
    assert not SignUp.objects.exists()


def test_log_holds_no_address():
    make.confirmed()

    assert Entry.objects.exists()
    assert not Entry.objects.filter(about_name__contains="@").exists()


def test_scanner_that_opens_every_link_changes_nothing():
    """Walks all links of all mails, and the links and forms' addresses of the pages behind them, with GET."""
    who = make.confirmed("dabei@example.org", now=timezone.now())
    make.sign_up("neu@example.org", now=timezone.now())
    subscribing.send_settings_link(email=who.email, now=timezone.now())
    token = make.unsubscribe_token(who, make.area())
    before = list(Subscriber.objects.order_by("pk").values()), Consent.objects.count(), Suppression.objects.count()
    client, seen = Client(), set()
    todo = [link for mail in OutgoingMail.objects.all() for link in LINKS.findall(mail.body)]
    todo += [f"/newsletter/abmelden/{token}/"]
    assert len(todo) >= 4

    while todo and len(seen) < 60:
        path = "/" + todo.pop().split("://")[-1].partition("/")[2] if "://" in todo[-1] else todo.pop()
        if path in seen or not path.startswith("/newsletter/"):
            continue
        seen.add(path)
        page = client.get(path)
        todo += re.findall(r'(?:href|action)="(/[^"]*)"', page.content.decode())

    assert any("abmelden" in path for path in seen)
    assert any("bestaetigen" in path for path in seen)
    assert any("einstellungen/" in path for path in seen)
    after = list(Subscriber.objects.order_by("pk").values()), Consent.objects.count(), Suppression.objects.count()
    assert after == before
