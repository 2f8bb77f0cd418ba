import re

import pytest
from django.core import mail
from django.core.management import call_command

from deele.access import rules
from deele.access.actions import cms, grants
from deele.access.enums import Permission
from deele.access.models import Grant
from deele.access.tests import factories
from deele.accounts.models import User
from deele.accounts.tests import factories as accounts
from deele.accounts.tests.factories import NOW
from deele.audit.models import Entry

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]


@pytest.fixture(autouse=True)
def memory_mail(settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"


def test_give_takes_effect_and_is_logged():
    lead, editor = factories.colleague("leitung"), accounts.user()

    grants.give(user=editor, role="redaktion", by=lead, now=NOW)

    assert rules.can(editor, Permission.ENTRY_REVIEW)
    assert Entry.objects.get(event="access.given").actor_id == lead.pk


@pytest.mark.parametrize("role", ["redaktion", "beratung", "technik"])
def test_give_needs_the_power_to_give(role):
    giver, other = factories.colleague(role), accounts.user()

    with pytest.raises(grants.NotYours):
        grants.give(user=other, role="redaktion", by=giver, now=NOW)


def test_give_refuses_a_power_the_giver_lacks():
    lead, other = factories.colleague("leitung"), accounts.user()

    with pytest.raises(grants.NotYours):
        grants.give(user=other, role="technik", by=lead, now=NOW)

    assert not other.grants.exists()


def test_give_refuses_the_own_person():
    lead = factories.colleague("leitung")

    with pytest.raises(grants.NotToYourself):
        grants.give(user=lead, role="beratung", by=lead, now=NOW)


def test_give_refuses_the_same_role_twice():
    lead, editor = factories.colleague("leitung"), factories.colleague("redaktion")

    with pytest.raises(grants.AlreadyGiven):
        grants.give(user=editor, role="redaktion", by=lead, now=NOW)


def test_end_takes_effect_at_once_and_keeps_the_row():
    lead, editor = factories.colleague("leitung"), factories.colleague("redaktion")

    grants.end(grant=editor.grants.get(), by=lead, now=NOW)

    editor = User.objects.get(pk=editor.pk)
    grant = editor.grants.get()
    assert not rules.can(editor, Permission.DESK)
    assert (grant.ended_at, grant.ended_by) == (NOW, lead)


def test_end_refuses_the_last_lead():
    lead = factories.colleague("leitung")

    with pytest.raises(grants.LastLead):
        grants.end(grant=lead.grants.get(), by=lead, now=NOW)

    assert Grant.objects.get().ended_at is None


def test_end_of_one_of_two_leads_is_fine():
    lead, other = factories.colleague("leitung"), factories.colleague("leitung")

    grants.end(grant=other.grants.get(), by=lead, now=NOW)

    assert Grant.objects.filter(ended_at=None).get().user == lead


def test_a_lead_with_an_end_or_a_closed_account_does_not_count_as_left():
    lead = factories.colleague("leitung")
    factories.colleague("leitung", is_active=False)
    factories.grant(accounts.user(), "leitung", ends_on=NOW.date())

    with pytest.raises(grants.LastLead):
        grants.end(grant=lead.grants.get(), by=None, now=NOW)


def test_end_twice_is_logged_once():
    lead, editor = factories.colleague("leitung"), factories.colleague("redaktion")
    grant = editor.grants.get()

    grants.end(grant=grant, by=lead, now=NOW)
    grants.end(grant=grant, by=lead, now=NOW)

    assert Entry.objects.filter(event="access.ended").count() == 1


def test_editors_get_the_cms_and_lose_it():
    lead, editor = factories.colleague("leitung"), accounts.user()
    grant = grants.give(user=editor, role="redaktion", by=lead, now=NOW)
    had = User.objects.get(pk=editor.pk).has_perm("wagtailadmin.access_admin")

    grants.end(grant=grant, by=lead, now=NOW)

    has = User.objects.get(pk=editor.pk).has_perm("wagtailadmin.access_admin")
    assert (had, has) == (True, False)


def test_advisers_do_not_get_the_cms():
    adviser = accounts.user()

    grants.give(user=adviser, role="beratung", by=None, now=NOW)

    assert not User.objects.get(pk=adviser.pk).has_perm("wagtailadmin.access_admin")


def test_sync_groups_ends_access_that_ran_out():
    editor = accounts.user()
    factories.grant(editor, "redaktion", ends_on=NOW.date().replace(year=2021))
    editor.groups.add(cms.editors())

    call_command("sync_groups", verbosity=0)

    assert not editor.groups.exists()


def test_invite_makes_an_account_without_a_password_and_mails_a_working_link(client):
    lead = factories.colleague("leitung")

    user = grants.invite(email="Neu@example.org", name="Neue Kollegin", role="redaktion", by=lead, now=NOW)

    link = re.search(r"https?://[^/]+(/\S+)", mail.outbox[0].body)[1]
    page = client.get(link, follow=True)
    assert not user.has_usable_password()
    assert mail.outbox[0].to == ["neu@example.org"]
    assert "password1" in page.content.decode()


def test_invite_refuses_a_known_address_and_sends_nothing():
    lead, editor = factories.colleague("leitung"), factories.colleague("redaktion")

    with pytest.raises(grants.KnownAddress):
        grants.invite(email=editor.email.upper(), name="Nochmal", role="redaktion", by=lead, now=NOW)

    assert mail.outbox == []


def test_invite_leaves_nothing_behind_when_the_role_is_refused():
    lead = factories.colleague("leitung")

    with pytest.raises(grants.NotYours):
        grants.invite(email="neu@example.org", name="Neue Kollegin", role="technik", by=lead, now=NOW)

    assert not User.objects.filter(email="neu@example.org").exists()


def test_close_ends_roles_and_sign_in():
    lead, editor = factories.colleague("leitung"), factories.colleague("redaktion")

    grants.close(user=editor, by=lead, now=NOW)

    editor = User.objects.get(pk=editor.pk)
    assert (editor.is_active, editor.has_usable_password(), rules.powers(editor)) == (False, False, {})


def test_close_refuses_the_last_lead_and_the_own_person():
    lead = factories.colleague("leitung")

    with pytest.raises(grants.LastLead):
        grants.close(user=lead, by=None, now=NOW)
    with pytest.raises(grants.NotToYourself):
        grants.close(user=lead, by=lead, now=NOW)
