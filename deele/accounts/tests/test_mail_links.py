from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import connection, transaction

from deele.accounts import queries
from deele.accounts.actions import mail_links
from deele.accounts.models import MailLink
from deele.accounts.tests import factories
from deele.accounts.tests.factories import NOW

PURPOSE = "test.confirm"
db = pytest.mark.django_db


@db
def test_mail_link_opens_with_its_token_and_stays_unspent():
    link = factories.mail_link()

    opened = queries.mail_link(link.token, purpose=PURPOSE, now=NOW)

    assert opened == link
    assert opened.used_at is None


@db
def test_mail_link_keeps_no_token():
    link = factories.mail_link()

    assert link.token not in str(MailLink.objects.values().get())


@db
@pytest.mark.parametrize("token", ["", "unknown", "x" * 5000, "ä\u0000"])
def test_mail_link_unknown(token):
    factories.mail_link()

    with pytest.raises(queries.BadLink):
        queries.mail_link(token, purpose=PURPOSE, now=NOW)


@db
def test_mail_link_is_good_for_its_purpose_only():
    link = factories.mail_link()

    with pytest.raises(queries.BadLink):
        queries.mail_link(link.token, purpose="test.other", now=NOW)


@db
@pytest.mark.parametrize(("seconds", "open_"), [(-1, True), (0, False)])
def test_mail_link_expires_at_its_instant(seconds, open_):
    link = factories.mail_link()
    moment = link.expires_at + timedelta(seconds=seconds)

    if open_:
        assert queries.mail_link(link.token, purpose=PURPOSE, now=moment) == link
    else:
        with pytest.raises(queries.LinkExpired):
            queries.mail_link(link.token, purpose=PURPOSE, now=moment)


@db
def test_mail_link_is_spent_once():
    link = factories.mail_link()
    mail_links.redeem(link=link, now=NOW)

    with pytest.raises(queries.LinkUsed):
        mail_links.redeem(link=link, now=NOW)
    with pytest.raises(queries.LinkUsed):
        queries.mail_link(link.token, purpose=PURPOSE, now=NOW)


@db
def test_mail_link_for_many_uses_is_never_spent():
    link = factories.mail_link(single_use=False)

    mail_links.redeem(link=link, now=NOW)
    mail_links.redeem(link=link, now=NOW)

    assert queries.mail_link(link.token, purpose=PURPOSE, now=NOW) == link


@pytest.mark.django_db(transaction=True)
@pytest.mark.postgres
@pytest.mark.slow  # real threads, and tables are emptied afterwards
def test_mail_link_clicked_twice_at_once_acts_once():
    link = factories.mail_link()

    def click(_):
        try:
            with transaction.atomic():
                mail_links.redeem(link=MailLink.objects.get(pk=link.pk), now=NOW)
            return "acted"
        except queries.LinkUsed:
            return "used"
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        outcomes = sorted(pool.map(click, range(8)))

    assert outcomes == ["acted"] + ["used"] * 7
