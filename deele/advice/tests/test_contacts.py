"""Logging, correcting, removing; who is known again, and who may see what."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from hypothesis import given
from hypothesis import strategies as st

from deele.access.tests.factories import colleague, grant
from deele.accounts.tests import factories as accounts
from deele.advice import rules
from deele.advice.actions import contacts, demo
from deele.advice.enums import Kind, Where
from deele.advice.models import Contact, Template
from deele.advice.queries import contacts as queries
from deele.advice.tests import factories
from deele.audit.models import Entry
from deele.core.versions import Conflict

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]
NOW, DAY = factories.NOW, factories.DAY


@given(st.text(max_size=12))
def test_a_code_is_five_of_our_signs_or_nothing(typed):
    code = rules.tidy_code(typed)

    assert code == "" or (len(code) == 5 and set(code) <= set(rules.LETTERS))


def test_a_code_may_be_told_in_small_letters_and_with_gaps():
    code = rules.new_code()

    assert rules.tidy_code(f" {code[:2].lower()}-{code[2:]} ") == code


def test_the_same_form_twice_is_one_contact():
    first = contacts.log(told=factories.told(), by=None, now=NOW, form="eins")
    second = contacts.log(told=factories.told(), by=None, now=NOW, form="eins")

    assert (first, Contact.objects.count(), Entry.objects.filter(event="advice.logged").count()) == (second, 1, 1)


def test_who_names_a_code_comes_again_under_it():
    first = factories.contact()

    again = factories.contact(code=first.code)

    assert (again.code, again.kind, first.kind) == (first.code, Kind.FOLLOW_UP, Kind.FIRST)
    assert factories.contact(code=first.code, kind=Kind.ON_SITE).kind == Kind.ON_SITE


def test_a_code_nobody_was_given_is_named_and_nothing_is_written():
    with pytest.raises(contacts.UnknownCode):
        factories.contact(code="22222")

    assert not Contact.objects.exists()


def test_a_contact_without_a_place_says_why():
    assert factories.contact(where=Where.UNKNOWN).where == Where.UNKNOWN
    assert factories.contact().where == Where.PLACE
    with pytest.raises(IntegrityError), transaction.atomic():
        factories.contact(place=None)


def test_two_who_correct_at_once_meet():
    contact = factories.contact()
    mine, theirs = Contact.objects.get(pk=contact.pk), Contact.objects.get(pk=contact.pk)
    contacts.correct(contact=theirs, told=factories.told(people=3), by=None, now=NOW)

    with pytest.raises(Conflict):
        contacts.correct(contact=mine, told=factories.told(people=9), by=None, now=NOW)

    assert Contact.objects.get(pk=contact.pk).people == 3


def test_correcting_keeps_the_code():
    contact = factories.contact()
    code = contact.code

    contacts.correct(contact=contact, told=factories.told(topics=["recht"]), by=None, now=NOW)

    assert (contact.code, contact.topics, contact.kind) == (code, ["recht"], Kind.FIRST)


def test_what_is_removed_is_gone_and_stands_in_the_log():
    contact = factories.contact()

    contacts.remove(contact=contact, by=None, now=NOW)

    assert not Contact.objects.exists()
    assert Entry.objects.filter(event="advice.removed").count() == 1


def test_an_adviser_sees_the_own_area_alone():
    adviser = accounts.user()
    grant(adviser, "beratung", area=factories.area("wohnen"))
    mine = factories.contact(by=adviser)
    factories.contact(area=factories.area("pflege"))

    assert list(Contact.objects.visible_to(adviser)) == [mine]
    assert list(Contact.objects.visible_to(colleague("redaktion"))) == []
    assert list(queries.areas(adviser)) == [factories.area("wohnen")]


def test_the_list_is_narrowed():
    adviser = colleague("beratung")
    law = factories.contact(by=adviser, topics=["recht", "geld"], happened_on=DAY - timedelta(days=40))
    start = factories.contact()

    def shown(**asked):
        return set(queries.found(adviser, asked))

    assert shown() == {law, start}
    assert shown(topic="geld") == {law}
    assert shown(mine=True) == {law}
    assert shown(since=DAY) == {start}
    assert shown(until=DAY - timedelta(days=1)) == {law}
    assert shown(code=start.code) == {start}
    assert shown(topic="geld", since=DAY) == set()


def test_a_week_begins_on_monday():
    adviser = colleague("beratung")
    for days in (0, 1, 2, 8):  # 24 November 2026 is a Tuesday
        factories.contact(happened_on=DAY - timedelta(days=days))

    week = queries.week(adviser, DAY)

    assert (week.now, week.before) == (2, 2)


def test_the_demonstration_is_made_once_and_two_people_come_again():
    factories.area()
    accounts.user(email=demo.ADVISER)

    assert [demo.make(NOW), demo.make(NOW)] == [len(demo.CALLS), 0]
    assert Contact.objects.filter(kind=Kind.FOLLOW_UP).count() == 2
    assert Template.objects.count() == len(demo.TEMPLATES)
