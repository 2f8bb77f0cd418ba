import pytest
from django.urls import reverse

from deele.access.tests import factories
from deele.accounts.tests import factories as accounts

pytestmark = pytest.mark.django_db
DESK = ["access:people", "access:log", "access:office", "privacy:dashboard"]


@pytest.fixture(autouse=True)
def strict(settings):
    settings.DEELE_SECOND_FACTOR = True


@pytest.mark.parametrize("name", DESK)
def test_desk_page_sends_strangers_to_sign_in(client, name):
    page = client.get(reverse(name))

    assert (page.status_code, page.url) == (302, f"{reverse('account_login')}?next={reverse(name)}")


@pytest.mark.parametrize("name", DESK)
def test_desk_page_refuses_people_without_the_power(client, name):
    client.force_login(factories.colleague("beratung"))

    assert client.get(reverse(name)).status_code == 403


@pytest.mark.parametrize("name", DESK)
def test_desk_page_asks_for_a_second_factor(client, name):
    client.force_login(factories.colleague("leitung", second_factor=False))

    page = client.get(reverse(name))

    assert (page.status_code, page.url) == (302, reverse("mfa_index"))


@pytest.mark.parametrize("name", DESK)
def test_desk_page_opens_for_the_lead(client, name):
    client.force_login(factories.colleague("leitung"))

    assert client.get(reverse(name)).status_code == 200


def test_desk_page_of_the_demo_does_not_ask_for_a_second_factor(client, settings):
    settings.DEELE_SECOND_FACTOR = False
    client.force_login(factories.colleague("leitung", second_factor=False))

    assert client.get(reverse("access:people")).status_code == 200


@pytest.mark.parametrize("prefix", ["/cms/", "/technik/"])
@pytest.mark.parametrize("page", ["", "login/", "login/?next=https://evil.example/"])
def test_admin_pages_use_our_sign_in(client, prefix, page):
    answer = client.get(prefix + page)

    assert (answer.status_code, answer.url) == (302, f"{reverse('account_login')}?next={prefix}")


@pytest.mark.parametrize(
    ("role", "prefix", "status"),
    [
        ("redaktion", "/cms/", 200),
        ("beratung", "/cms/", 403),
        ("technik", "/cms/", 403),
        ("redaktion", "/technik/", 403),
        ("leitung", "/technik/", 403),
        ("technik", "/technik/", 200),
    ],
)
def test_admin_pages_open_by_role(client, role, prefix, status):
    from deele.access.actions import cms  # noqa: PLC0415  only here

    person = factories.colleague(role)
    cms.sync(user=person)
    client.force_login(person)

    assert client.get(prefix).status_code == status


@pytest.mark.parametrize(("role", "prefix"), [("redaktion", "/cms/"), ("technik", "/technik/")])
def test_admin_pages_ask_for_a_second_factor(client, role, prefix):
    client.force_login(factories.colleague(role, second_factor=False))

    assert client.get(prefix).url == reverse("mfa_index")


def test_admin_pages_refuse_people_whose_role_ran_out(client):
    person = accounts.user(second_factor=True, is_staff=True)
    client.force_login(person)

    assert client.get("/cms/").status_code == 403
