"""Need of access and care goes through everything the house does, and is found nowhere but on the own page."""

import json
import logging
import re

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from deele.audit.models import Entry as LogEntry
from deele.directory.kinds.catalogue import kinds as entry_kinds
from deele.directory.tests.factories import entry, staff
from deele.mail.kinds import Wish, sources
from deele.mail.models import OutgoingMail
from deele.notices import tasks
from deele.notices.actions import introducing
from deele.notices.enums import Access, Care
from deele.notices.models import Notice
from deele.notices.rules.matching import Needs
from deele.notices.tests import factories
from deele.privacy.actions.export import export_person
from deele.search.models import Content, Row

pytestmark = pytest.mark.django_db
FORM = "intensivpflege_wg"
NEEDS = Needs(frozenset({Access.SENSES.value, Access.WHEELCHAIR.value}), Care.ALWAYS.value, frozenset({FORM}))
FORM_WORDS = (FORM, str(entry_kinds.get(FORM).label))
TRACES = (
    *(str(Access(key).label) for key in NEEDS.access), str(Care(NEEDS.care).label), *NEEDS.access, NEEDS.care,
    *FORM_WORDS,
)  # fmt: skip
ROLES = ("redaktion", "veranstaltung", "beratung", "leitung", "technik")


def traces(text):
    """Words and keys of the need in a text, whole words only."""
    return [trace for trace in TRACES if re.search(rf"(?<![\w-]){re.escape(trace)}(?![\w-])", text, re.IGNORECASE)]


@pytest.fixture
def lived(caplog):
    """A person with needs and a project, from writing to being introduced and asked."""
    caplog.set_level(logging.DEBUG)
    house = entry("Wohnhof Muster", state="veroeffentlicht", kind="mehrgenerationenwohnen")
    proposal = factories.pair(first={"needs": NEEDS, "entry": house})
    introducing.ask_both(proposal=proposal, by=staff("beratung", "andere@example.org"), now=factories.NOW)
    for side in ("first", "second"):
        introducing.answer(proposal=proposal, notice=getattr(proposal, side), yes=True, now=factories.NOW)
    tasks.match(factories.NOW)
    tasks.ask_outcomes(timezone.now())
    return proposal


def pages(proposal):
    """Addresses at which something of the two notices is shown."""
    person, project = proposal.first, proposal.second
    other = factories.token(project)
    return [
        person.get_absolute_url(), project.get_absolute_url(),
        reverse("notices:message", args=[person.pk]), person.entry.get_absolute_url(),
        factories.place().get_absolute_url(), reverse("notices:hold", args=[other]),
        reverse("notices:hold-proposal", args=[other, proposal.pk]), reverse("notices:desk-list") + "?tab=alle",
        person.desk_url(), project.desk_url(), reverse("notices:desk-proposals") + "?tab=vorgestellt",
        proposal.desk_url(), "/schreibtisch/", "/schreibtisch/suche/?q=land", "/sitemap.xml", "/suche/?q=land",
    ]  # fmt: skip


def test_the_search_for_traces_finds_them_where_they_may_be(lived, client):
    own = client.get(reverse("notices:hold", args=[factories.token(lived.first)])).content.decode()

    assert set(TRACES[:3]) <= set(traces(own))


def test_no_page_of_any_role_shows_the_need(lived, client, settings):
    settings.DEELE_SECOND_FACTOR = False
    people = [AnonymousUser(), *(staff(role, f"{role}-sieht@example.org") for role in ROLES)]
    seen = {}
    for person in people:
        client.logout()
        if person.is_authenticated:
            client.force_login(person)
        for url in pages(lived):
            answer = client.get(url, follow=True)
            seen[str(person), url] = traces(answer.content.decode())
        listed = traces(client.get(reverse("notices:list"), {"x": str(person)}).content.decode())
        seen[str(person), "list"] = [word for word in listed if word not in FORM_WORDS]  # a filter for all names it

    assert {where: found for where, found in seen.items() if found} == {}


def test_no_mail_log_index_export_or_newsletter_holds_the_need(lived, caplog):
    mails = "".join(mail.subject + mail.body + mail.html for mail in OutgoingMail.objects.all())
    log = json.dumps(list(LogEntry.objects.values("event", "about_name", "data")), default=str)
    index = json.dumps([*Row.objects.values(), *Content.objects.values()], default=str)
    exports = [
        json.dumps(export_person(email=email, now=timezone.now(), by=None), default=str)
        for email in ("person@example.org", "projekt@example.org")
    ]
    pieces = repr(sources.get("notices").pieces(Wish(), factories.NOW.date()))

    assert Notice.objects.count() == 2
    assert "Zu zweit aufs Land" in mails
    assert [traces(text) for text in (mails, log, index, *exports, pieces, caplog.text)] == [[]] * 7


def test_no_cell_of_the_database_holds_the_need_in_clear(lived):
    found = []
    for table in connection.introspection.table_names():
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            columns = [column[0] for column in cursor.description]
            found += [
                (table, name)
                for row in cursor.fetchall()
                for name, cell in zip(columns, row, strict=True)
                if traces(str(cell))
            ]

    assert found == []


def test_the_sealed_need_has_one_length_whatever_was_told():
    lengths = set()
    for number, needs in enumerate([NEEDS, Needs(frozenset({"bad"})), Needs(frozenset(Access.values), "taeglich")]):
        lengths.add(len(factories.notice(needs=needs, contact_email=f"n{number}@example.org").need.sealed))

    assert len(lengths) == 1
