import pytest
from allauth.usersessions.models import UserSession
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from deele.accounts import queries
from deele.accounts.tests import factories

pytestmark = pytest.mark.django_db
OPEN = ["account_login", "account_reset_password", "account_reset_password_done", "account_signup"]
OWN = [
    "account_home", "account_email", "account_change_password", "account_logout", "account_reauthenticate",
    "mfa_index", "usersessions_list",
]  # fmt: skip


@pytest.mark.parametrize("name", OPEN)
def test_open_page_has_the_look_of_the_house_and_no_inline_script(client, name):
    page = client.get(reverse(name), follow=True)

    text = page.content.decode()
    assert page.status_code == 200
    assert "site-head" in text
    assert "onclick" not in text
    assert 'style="' not in text


@pytest.mark.parametrize("name", OWN)
def test_own_page_opens_for_its_person(client, name):
    client.force_login(factories.user())

    page = client.get(reverse(name))

    assert page.status_code == 200
    assert "site-head" in page.content.decode()


@pytest.mark.parametrize("name", ["account_home", "mfa_index", "usersessions_list"])
def test_own_page_sends_strangers_to_sign_in(client, name):
    page = client.get(reverse(name))

    assert page.url.startswith(reverse("account_login"))


def test_nobody_signs_up_by_themselves(client):
    from deele.accounts.models import User  # noqa: PLC0415  only here

    client.post(reverse("account_signup"), {"email": "neu@example.org", "password1": "ein-langes-kennwort"})

    assert not User.objects.exists()


def test_sign_in_works_with_a_confirmed_address(client):
    user = factories.user()
    user.emailaddress_set.create(email=user.email, verified=True, primary=True)

    page = client.post(reverse("account_login"), {"login": user.email.upper(), "password": "ein-langes-kennwort"})

    assert (page.status_code, page.url) == (302, "/schreibtisch/")


def test_sign_in_asks_for_the_second_factor_that_is_set_up(client):
    user = factories.user(second_factor=True)
    user.emailaddress_set.create(email=user.email, verified=True, primary=True)

    page = client.post(reverse("account_login"), {"login": user.email, "password": "ein-langes-kennwort"})

    assert page.url == reverse("mfa_authenticate")


def test_sign_in_refuses_closed_accounts(client):
    user = factories.user(is_active=False)

    page = client.post(reverse("account_login"), {"login": user.email, "password": "ein-langes-kennwort"}, follow=True)

    assert not page.context["user"].is_authenticated


@pytest.mark.parametrize("problem", [queries.BadLink, queries.LinkExpired, queries.LinkUsed])
def test_link_problem_page_says_what_happened(rf, problem):
    from django.shortcuts import render  # noqa: PLC0415  only here

    refusal = problem()

    page = render(rf.get("/"), "accounts/link_problem.html", {"problem": refusal, "again_url": "/verzeichnis/"})

    text = page.content.decode()
    assert refusal.message in text
    assert ("/verzeichnis/" in text.split("<main")[1].split("</main")[0]) is (problem is not queries.LinkUsed)


def test_a_device_is_noted_now_and_then_and_at_once_when_it_looks_otherwise(client):
    client.force_login(factories.user())
    page = reverse("account_home")
    client.get(page)
    (seen,) = UserSession.objects.all()

    with CaptureQueriesContext(connection) as again:
        client.get(page)
    assert not [one for one in again.captured_queries if "usersessions" in one["sql"]]

    client.get(page, headers={"user-agent": "Ein anderer Browser"})
    assert UserSession.objects.get(pk=seen.pk).user_agent == "Ein anderer Browser"


def test_a_device_signed_out_elsewhere_is_out_at_once(client):
    person = factories.user()
    other = Client()
    for one in (client, other):
        one.force_login(person)
        one.get(reverse("account_home"))
    for row in UserSession.objects.exclude(session_key=client.session.session_key):
        row.end()

    assert other.get(reverse("account_home")).url.startswith(reverse("account_login"))
    assert client.get(reverse("account_home")).status_code == 200
