"""Every kind of entry is declared whole (docs/how-to/entry-kind.md)."""

import re

import pytest
from django.template import TemplateDoesNotExist
from django.template.loader import get_template

from deele.directory.kinds.catalogue import Kind, Type, kinds

KEY = re.compile(r"[a-z][a-z0-9_]*")
CHOOSING = {Type.CHOICE, Type.CHOICES}


@pytest.mark.parametrize("kind", kinds, ids=lambda kind: kind.key)
def test_kind_has_its_template(kind: Kind):
    try:
        get_template(kind.template)
    except TemplateDoesNotExist:
        pytest.fail(f"{kind.key}: please write templates/{kind.template}, it stands below the facts of the page.")


@pytest.mark.parametrize("kind", kinds, ids=lambda kind: kind.key)
def test_kind_has_sound_details(kind: Kind):
    names = [detail.name for detail in kind.details]

    wrong_keys = [name for name in [kind.key, *names] if not KEY.fullmatch(name)]
    twice = {name for name in names if names.count(name) > 1}
    without_choices = [detail.name for detail in kind.details if (detail.type in CHOOSING) != bool(detail.choices)]

    assert (wrong_keys, twice, without_choices) == ([], set(), [])


def test_kinds_answer_to_different_names():
    owners: dict[str, set[str]] = {}
    for kind in kinds:
        for name in {str(name).casefold() for name in kind.other_names}:
            owners.setdefault(name, set()).add(kind.key)

    assert {name: keys for name, keys in owners.items() if len(keys) > 1} == {}, "A table could mean either."
