import pytest
from django import forms
from django.apps import apps

from deele.core import versions

Carrier = apps.get_model("office", "Carrier")  # core knows no app; any small model of the house will do


class CarrierForm(versions.VersionedForm):
    class Meta:
        model = Carrier
        fields = ["name", "legal_form"]


def carrier():
    return Carrier.objects.create(name="Verein Muster", legal_form="e. V.")


@pytest.mark.django_db
def test_form_of_the_current_version_is_valid():
    row = carrier()
    form = CarrierForm({"name": "Neu", "legal_form": "", "version": "1"}, instance=row)

    assert form.is_valid()
    assert form.conflict == []


@pytest.mark.django_db
def test_form_of_an_older_version_shows_both_and_keeps_the_row():
    opened = carrier()
    Carrier.objects.filter(pk=opened.pk).update(name="Ihr Name", version=2)
    form = CarrierForm({"name": "Mein Name", "legal_form": "e. V.", "version": "1"}, instance=opened)

    assert not form.is_valid()
    assert form.conflict == [("Name", "Ihr Name", "Mein Name")]
    assert Carrier.objects.get(pk=opened.pk).name == "Ihr Name"


@pytest.mark.django_db
def test_form_shown_after_a_conflict_can_be_sent_on_purpose():
    opened = carrier()
    Carrier.objects.filter(pk=opened.pk).update(name="Ihr Name", version=2)
    first = CarrierForm({"name": "Mein Name", "legal_form": "", "version": "1"}, instance=opened)
    first.is_valid()
    second = CarrierForm(first.data, instance=Carrier.objects.get(pk=opened.pk))

    assert second.is_valid()


@pytest.mark.django_db
def test_form_without_version_is_a_conflict():
    form = CarrierForm({"name": "Mein Name", "legal_form": ""}, instance=carrier())

    assert form.has_error(forms.forms.NON_FIELD_ERRORS, code="conflict")


@pytest.mark.django_db
def test_form_of_a_removed_row_says_so():
    row = carrier()
    Carrier.objects.filter(pk=row.pk).delete()
    form = CarrierForm({"name": "x", "version": "1"}, instance=row)

    assert form.has_error(forms.forms.NON_FIELD_ERRORS, code="gone")


@pytest.mark.django_db
@pytest.mark.postgres
def test_claim_lets_one_of_two_writers_pass():
    row = carrier()
    first, second = Carrier.objects.get(pk=row.pk), Carrier.objects.get(pk=row.pk)

    versions.claim(first)
    with pytest.raises(versions.Conflict):
        versions.claim(second)

    assert first.version == 2
    assert Carrier.objects.get(pk=row.pk).version == 2


def test_shown_reads_choices_booleans_and_lists():
    field = forms.MultipleChoiceField(choices=[("Gruppe", [("a", "Alt"), ("b", "Bunt")])])

    assert versions.shown(field, ["b", "a"]) == "Alt, Bunt"
    assert versions.shown(field, []) == "–"
    assert versions.shown(forms.BooleanField(), True) in {"yes", "ja"}
