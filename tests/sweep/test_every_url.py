"""Every address of the house, visited by everybody who may come: the answers stand in `table.py`."""

import pytest
from django.conf import settings
from django.db import transaction
from django.test import Client
from django.urls import NoReverseMatch, reverse

from deele.access.enums import Permission
from deele.directory.tests import factories
from tests.sweep import table, walk, world

ROWS = table.rows()
pytestmark = pytest.mark.django_db


@pytest.fixture
def house(settings):
    settings.DEELE_SECOND_FACTOR = False
    return world.build()


def address_of(row, house):
    return reverse(row.name, kwargs={name: house.values.get(word, word) for name, word in row.kwargs.items()})


def code_of(response):
    """The answer in the words of the table."""
    if response.status_code in (301, 302):
        return "in" if response["Location"].startswith("/konto/login/") else "go"
    return str(response.status_code)


def ask(client, row, house):
    """Visit, read to the end, and take back whatever it changed."""
    mark = transaction.savepoint()
    response = getattr(client, row.method.lower())(address_of(row, house))
    if response.streaming:
        list(response)
    transaction.savepoint_rollback(mark)
    return response


def client_of(role, house, **options):
    client = Client(**options)
    if role in house.people:
        client.force_login(house.people[role])
    elif role == world.HOLDER:
        sign_in_member(client, house)
    return client


def sign_in_member(client, house):
    """The holder's device is that of a delegate of a member, too."""
    kept = client.session
    kept.update(house.values["delegate-session"])
    kept.save()
    client.cookies[settings.SESSION_COOKIE_NAME] = kept.session_key


@pytest.mark.slow  # one visit to every page
@pytest.mark.parametrize("role", world.ROLES)
def test_every_address_answers_as_the_table_says(role, house):
    client = client_of(role, house)
    wanted = {row.title: row.answers[role] for row in ROWS if row.answers[role] != "-"}

    found = {row.title: code_of(ask(client, row, house)) for row in ROWS if row.answers[role] != "-"}

    assert {title: f"{found[title]} instead of {code}" for title, code in wanted.items() if found[title] != code} == {}


def test_every_address_of_ours_stands_in_the_table_and_the_table_knows_no_other():
    ours = {address.name for address in walk.addresses() if address.is_ours}

    assert {row.name for row in ROWS} - set(table.DOORS_OF_OTHERS) == ours


def test_every_page_of_the_desk_has_a_door():
    desk = [address for address in walk.addresses() if address.is_ours and address.path.startswith("schreibtisch/")]

    assert len(desk) > 40
    assert [address.name for address in desk if not walk.permissions(address.view)] == []


def test_the_table_agrees_with_the_roles():
    """Who has the permission of a page is let in, who lacks it reads 403, a stranger is asked to sign in."""
    doors = {address.name: walk.permissions(address.view) for address in walk.addresses()}

    wrong = [
        f"{row.title}: {role}"
        for row in ROWS
        if doors.get(row.name)
        for role in (world.ANONYMOUS, *world.STAFF)
        if (row.answers[role] == "403") is not (role in world.STAFF and not walk.has(role, doors[row.name]))
        or (row.answers[role] == "in") is not (role == world.ANONYMOUS)
    ]

    assert wrong == []


def test_nobody_works_here_without_a_second_factor(house, settings):
    settings.DEELE_SECOND_FACTOR = True
    setup = reverse("mfa_index")
    clients = {role: client_of(role, house) for role in world.STAFF}
    doors = {address.name: walk.permissions(address.view) for address in walk.addresses() if address.is_ours}

    let_in = [
        row.title
        for row in ROWS
        if doors.get(row.name)
        for role in [next(role for role in ("leitung", "technik", "beratung") if walk.has(role, doors[row.name]))]
        if ask(clients[role], row, house).headers.get("Location") != setup
    ]

    assert let_in == []


def test_nothing_is_written_without_the_token_of_our_own_form(house):
    client = client_of("leitung", house, enforce_csrf_checks=True)

    rows = [row for row in ROWS if row.method == "POST" and row.name not in table.WITH_PROOF_OF_THEIR_OWN]
    answered = {row.title: ask(client, row, house).status_code for row in rows}

    assert {title: code for title, code in answered.items() if code != 403} == {}


def test_an_entry_of_another_area_of_work_does_not_exist_for_an_adviser(house, settings):
    here, there = house.values["area"], world.Area.objects.get(key="pflege")
    adviser = factories.staff("beratung", "wohnen@example.org", area_id=here)
    foreign = factories.entry("Fremdes Haus", area=there)
    client = Client()
    client.force_login(adviser)
    rows = [row for row in ROWS if row.kwargs.get("pk") == "draft" and row.answers["beratung"] != "404"]
    pages = [row for row in rows if walk.permissions(view_of(row)) == {Permission.ENTRY_EDIT}]

    own = {row.title: ask(client, row, house).status_code for row in pages}
    house.values["draft"] = foreign.pk
    others = {row.title: ask(client, row, house) for row in pages}

    assert len(pages) > 5
    assert 404 not in own.values()
    assert {answer.status_code for answer in others.values()} == {404}
    assert [title for title, answer in others.items() if b"Fremdes Haus" in answer.content] == []


def view_of(row):
    return next(address.view for address in walk.addresses() if address.name == row.name)


@pytest.mark.parametrize("name", table.DOORS_OF_OTHERS)
def test_doors_of_other_houses_exist(name):
    try:
        reverse(name)
    except NoReverseMatch:
        pytest.fail(name)
