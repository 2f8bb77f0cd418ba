"""Pages of the CMS tell the library which links stand in them."""

import pytest

from deele.library.actions import links
from deele.library.models import LinkUse
from deele.website.models import StandardPage
from deele.website.tests import factories

pytestmark = pytest.mark.django_db


def test_links_in_the_parts_of_public_pages_are_gathered():
    home = factories.home()
    body = [
        (
            "text",
            '<p><a href="https://quelle.example.org/a">hier</a>, <a href="/bibliothek/leitfaden/">dort</a></p>',
        ),
    ]  # fmt: skip
    home.add_child(instance=StandardPage(title="Quellen", slug="quellen", body=body))
    home.add_child(
        instance=StandardPage(title="Entwurf", slug="entwurf", live=False, lead="https://geheim.example.org/")
    )

    links.gather()

    found = set(LinkUse.objects.filter(source="pages").values_list("title", "path", "link__url"))
    assert found == {("Quellen", "", "https://quelle.example.org/a"), ("Quellen", "/bibliothek/leitfaden/", None)}
