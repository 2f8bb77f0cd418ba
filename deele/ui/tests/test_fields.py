"""Every kind of field is drawn with label, hint, error and references."""

import pytest
from django import forms
from django.template import Context, Template

from deele.ui import samples

FIELD = Template('{% ui "field" field=field %}')


def drawn(form: forms.Form, name: str) -> str:
    return FIELD.render(Context({"field": form[name]}))


class Words(forms.Form):
    email = forms.EmailField(label="Adresse", help_text="Nur für Rückfragen.")
    note = forms.CharField(label="Notiz", required=False)
    day = forms.DateField(label="Tag", widget=forms.SelectDateWidget, required=False)


def test_a_field_points_to_its_hint_and_its_error():
    form = Words(data={"email": "falsch"})

    html = drawn(form, "email")

    assert 'aria-describedby="id_email_hint id_email_errors"' in html
    assert 'id="id_email_hint"' in html
    assert 'id="id_email_errors"' in html
    assert 'aria-invalid="true"' in html
    assert 'value="falsch"' in html


def test_a_field_in_order_carries_no_error():
    html = drawn(Words(), "email")

    assert "aria-invalid" not in html
    assert "errors" not in html
    assert 'aria-describedby="id_email_hint"' in html


def test_only_optional_fields_are_marked():
    assert "field__optional" in drawn(Words(), "note")
    assert "field__optional" not in drawn(Words(), "email")


def test_the_browser_may_fill_in_an_address():
    assert 'autocomplete="email"' in drawn(Words(), "email")


@pytest.mark.parametrize(("name", "tag"), [("one", "radio"), ("many", "checkbox")])
def test_choices_stand_under_one_legend(name, tag):
    html = drawn(samples.SampleForm(), name)

    assert html.count(f'type="{tag}"') == 3
    assert html.count("<legend") == 1
    assert html.count("<label") == 3


def test_chosen_choices_stay_chosen():
    html = drawn(samples.SampleForm(data={"many": ["b"]}), "many")

    assert html.count("checked") == 1
    assert 'value="b" id="id_many_1" checked' in html


def test_each_control_of_a_group_has_a_name():
    html = drawn(samples.SampleForm(), "moment")

    assert html.count("aria-label=") == 2
    assert 'type="date"' in html
    assert 'type="time"' in html


@pytest.mark.parametrize("name", list(samples.SampleForm.base_fields))
def test_every_kind_of_field_renders(name):
    form = samples.SampleForm()

    assert form[name].html_name in drawn(form, name)


def test_the_form_lists_its_errors_with_links_to_the_fields():
    form = samples.SampleForm(data={"email": "falsch"})
    form.add_error(None, "Das gibt es schon.")

    html = Template('{% ui "form" form=form submit="Senden" %}').render(Context({"form": form, "csrf_token": "abc"}))

    assert 'href="#field_email"' in html
    assert 'id="field_email"' in html
    assert "Das gibt es schon." in html
    assert 'value="abc"' in html
    assert 'enctype="multipart/form-data"' in html
    assert 'type="hidden" name="token"' in html
