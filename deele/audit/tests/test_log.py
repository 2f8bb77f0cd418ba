import pytest
from django import forms
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from deele.accounts.models import User
from deele.accounts.tests import factories
from deele.accounts.tests.factories import NOW
from deele.audit import queries, rules
from deele.audit.actions import UndeclaredEvent, record, redact, save_form
from deele.audit.enums import EventType, declare
from deele.audit.models import Entry
from deele.core.versions import Conflict
from deele.office.models import Office

DONE = declare("test.done", "%(actor)s did “%(about)s”.")
pytestmark = pytest.mark.django_db


class OfficeForm(forms.ModelForm):
    class Meta:
        model = Office
        fields = ["name", "email", "claim"]


class UserForm(forms.ModelForm):
    class Meta:
        model = User
        fields = ["name", "is_active"]


def form_of(office, **fields):
    return OfficeForm({"name": office.name, "email": office.email, **fields}, instance=office)


def office():
    return Office.objects.create(name="Büro", email="buero@example.org")


def test_record_refuses_undeclared_events():
    with pytest.raises(UndeclaredEvent):
        record(EventType("test.never", "…"), by=None, about=factories.user())


def test_record_keeps_the_name_at_the_time():
    user = factories.user("Ada Muster")

    entry = record(DONE, by=user, about=user, now=NOW)
    User.objects.filter(pk=user.pk).update(name="Ada Neu")

    assert Entry.objects.get(pk=entry.pk).sentence == "Ada Muster did “Ada Muster”."


def test_save_form_writes_old_and_new_of_what_changed():
    row, ada = office(), factories.user()
    form = form_of(row, name="Büro Nord")

    saved = save_form(form, by=ada, event=DONE, now=NOW)

    assert (saved.name, saved.version) == ("Büro Nord", 2)
    assert Entry.objects.get().data == {"changes": {"name": ["Büro", "Büro Nord"]}}


def test_save_form_without_a_change_writes_nothing():
    row = office()
    form = form_of(row)

    save_form(form, by=None, event=DONE, now=NOW)

    assert not Entry.objects.exists()
    assert Office.objects.get().version == 1


def test_save_form_does_not_quote_personal_fields():
    user = factories.user("Ada Muster")
    form = UserForm({"name": "Ada Neu"}, instance=user)

    save_form(form, by=None, event=DONE, now=NOW)

    assert Entry.objects.get().data == {"changes": {"name": ["[…]", "[…]"], "is_active": ["True", "False"]}}


def test_save_form_refuses_to_overwrite_a_newer_row():
    row = office()
    form = form_of(Office.objects.get(pk=row.pk), name="Büro Nord")
    assert form.is_valid()
    Office.objects.filter(pk=row.pk).update(name="Büro Süd", version=2)

    with pytest.raises(Conflict):
        save_form(form, by=None, event=DONE, now=NOW)

    assert Office.objects.get().name == "Büro Süd"


def test_history_is_about_one_object_newest_first():
    row, other = factories.user(), factories.user()
    first, second = record(DONE, by=None, about=row), record(DONE, by=None, about=row)
    record(DONE, by=None, about=other)

    assert list(queries.history(row)) == [second, first]


def test_line_names_fields_as_people_read_them():
    entry = record(DONE, by=None, about=office(), data={"changes": {"name": ["a", "b"], "gone": ["c", "d"]}})

    line = queries.line(entry)

    assert [(change.label, change.old, change.new) for change in line.changes] == [
        (str(Office._meta.get_field("name").verbose_name), "a", "b"),
        ("gone", "c", "d"),
    ]


def test_redact_leaves_other_entries_alone():
    record(DONE, by=factories.user("Ada Muster"), about=office(), data={"note": "ada@example.org wrote"})
    other = record(DONE, by=factories.user("Mo Muster"), about=office(), data={"note": "mo@example.org wrote"})

    count = redact(trace=rules.Trace("ada@example.org"), now=NOW)

    assert count == 1
    assert Entry.objects.get(pk=other.pk).data == {"note": "mo@example.org wrote"}


TREES = st.recursive(
    st.text(max_size=20) | st.none() | st.integers() | st.just("Brief an ada@example.org!"),
    lambda inside: st.lists(inside, max_size=3) | st.dictionaries(st.text(max_size=5), inside, max_size=3),
)


@settings(suppress_health_check=[HealthCheck.too_slow])  # only drawing the first tree is slow, on a busy machine
@given(TREES)
def test_clean_data_never_leaves_the_address_in_any_shape(data):
    trace = rules.Trace("ada@example.org")

    assert "ada@example.org" not in str(trace.clean_data(data)).lower()
