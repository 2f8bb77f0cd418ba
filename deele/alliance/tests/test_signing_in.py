"""Members sign in by a link, are known at one device, and are out at once where it must be."""

from datetime import timedelta

import pytest
import time_machine
from django.conf import settings
from django.utils import timezone

from deele.alliance.actions import signing_in, tidings
from deele.alliance.models import Tiding
from deele.alliance.tests import factories
from deele.core import seals
from deele.mail.models import OutgoingMail
from deele.mail.tests import factories as mails

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]
MINE = "/buendnis/mein/"


@pytest.fixture
def kim():
    mails.office()
    return factories.delegate()


def path_of_last_mail():
    body = OutgoingMail.objects.latest("pk").body
    return "/buendnis/" + body.split("/buendnis/", 1)[1].split()[0]


def test_a_stranger_is_asked_for_the_address_and_comes_back_where_they_wanted(client, kim):
    asked = client.get(f"{MINE}?was=1")
    assert asked.url == "/buendnis/mein/anmelden/?next=%2Fbuendnis%2Fmein%2F%3Fwas%3D1"


def test_the_link_signs_in_by_a_button_and_only_once(client, kim):
    signing_in.send_link(delegate=kim, now=timezone.now())
    path = path_of_last_mail()

    assert client.get(path).status_code == 200
    assert client.get(MINE).status_code == 302  # looking signs nobody in
    assert client.post(path).url == MINE
    assert "Verein Muster" in client.get(MINE).content.decode()
    assert client.post(path).status_code == 410


def test_the_answer_is_the_same_for_unknown_addresses_and_no_mail_leaves(client, kim):
    assert signing_in.send_again(email="niemand@example.org", now=timezone.now()) == 0
    assert not OutgoingMail.objects.exists()


def test_asking_twice_in_an_hour_sends_one_mail(kim):
    with time_machine.travel("2026-11-27T10:10:00Z", tick=False):
        for _turn in range(2):
            signing_in.send_again(email="KIM@example.org", now=timezone.now())
    assert OutgoingMail.objects.count() == 1


@pytest.mark.parametrize("ended", ["stamp", "until", "device"])
def test_a_device_is_out_when_the_stamp_is_raised_the_person_leaves_or_two_months_have_gone(client, kim, ended):
    factories.let_in(client, kim)
    assert client.get(MINE).status_code == 200
    now = timezone.now()
    if ended == "stamp":
        signing_in.end_devices(delegate=kim)
    elif ended == "until":
        kim.until = timezone.localdate() - timedelta(days=1)
        kim.save()
    with time_machine.travel(now + timedelta(days=61 if ended == "device" else 0)):
        assert client.get(MINE).status_code == 302


def test_a_foreign_address_is_nowhere_to_go(client, kim):
    from deele.alliance.views.signing_in import wish  # noqa: PLC0415

    class Asked:
        def get_host(self):
            return "testserver"

        def is_secure(self):
            return True

    assert wish(Asked(), "https://boese.example/") == ""
    assert wish(Asked(), "//boese.example/") == ""
    assert wish(Asked(), MINE) == MINE


def test_a_tiding_is_told_once_under_its_key(kim):
    told = {"key": "sitzung 3 eingeladen", "text": "Einladung", "now": timezone.now()}
    assert tidings.tell(people=[kim], **told) == 1
    assert tidings.tell(people=[kim, factories.delegate(factories.member("Hof Muster"))], **told) == 1
    assert Tiding.objects.count() == 2


def test_what_only_machines_fill_is_not_drawn_as_a_field_and_is_refused_when_filled(client):
    page = client.get("/buendnis/mein/anmelden/").content.decode()
    trap = page[page.index('<div class="leave-empty"') :].partition("</div>")[0]
    assert 'name="homepage"' in trap
    assert page.count('name="homepage"') == 1
    assert 'tabindex="-1"' in trap
    sent = {"email": "kim@example.org", "homepage": "https://spam.example", "seal": seals.sealed()}
    assert "muss leer bleiben" in client.post("/buendnis/mein/anmelden/", sent).content.decode()


def test_every_page_hides_what_only_machines_fill():
    """The rule stands in the style of the house: a page needs no style of its own for it."""
    assert ".leave-empty" in (settings.BASE_DIR / "deele/ui/static/ui/css/base.css").read_text()
