"""Every page of the house once under axe: wide and narrow, light and dark, and nothing to scroll sideways.

The addresses are those of the sweep (tests/sweep/table.py), so a new page is looked at without being named here.
"""

from pprint import pformat

import pytest
from django.urls import reverse
from wagtail.models import Page as WagtailPage

from deele.alliance.models import Delegate
from deele.website.actions import demo_pages
from tests.browser.world import no_wider_than, sign_in, sign_in_member
from tests.sweep import table, world

pytestmark = pytest.mark.browser
SHOWN = ("200", "404", "410")  # what answers so shows a page of ours
NOT_PAGES = ("directory:alike",)  # a piece of a page
CONTRAST = ["color-contrast"]
WIDE = 1280


@pytest.fixture
def house(site, settings):
    """One of everything, and the pages of the demonstration office."""
    settings.DEELE_SECOND_FACTOR = False
    demo_pages.make()
    return world.build()


def rows(*roles: str) -> list[table.Row]:
    """What is shown to the first of the roles that may see it."""
    shown = [row for row in table.rows() if row.method == "GET" and row.name not in NOT_PAGES]
    return [row for row in shown if any(row.answers[role] in SHOWN for role in roles)]


def addresses(house: world.World) -> dict[str, list[str]]:
    """The paths for strangers; for people behind links, members and each role, those that nobody before them sees."""
    values = {
        row.title: reverse(row.name, kwargs={name: house.values.get(word, word) for name, word in row.kwargs.items()})
        for row in table.rows()
    }
    public = [values[row.title] for row in rows(world.ANONYMOUS)]
    pages = [page.relative_url(None) or "" for page in WagtailPage.objects.live().filter(depth__gt=1)]
    found = {world.ANONYMOUS: [*public, *sorted(filter(None, pages))]}
    before = [world.ANONYMOUS]
    for role in (world.HOLDER, "leitung", *world.STAFF):
        found[role] = found.get(role) or [values[row.title] for row in rows(role) if row not in rows(*before)]
        before.append(role)
    return found


def is_a_page(page, path: str) -> bool:
    """Go there; False for tables, GeoJSON and other files, and for bare mails in a sandbox, where axe can't run."""
    said = page.request.get(path, max_redirects=0).headers
    is_bare = "sandbox" in said.get("content-security-policy", "")
    if is_bare or not said.get("content-type", "").startswith("text/html"):
        return False
    page.goto(path)
    return True


def faults(page, axe, width: int) -> list[str]:
    """What axe finds in the light, what the dark adds (only colours differ there, on the wide page as on the narrow),
    and what is too wide."""
    page.emulate_media(color_scheme="light")
    found = axe(page)
    if width == WIDE:
        page.emulate_media(color_scheme="dark")
        found += [f"in the dark: {fault}" for fault in axe(page, CONTRAST)]
    return found if no_wider_than(page, width) else [*found, "wider than the screen"]


@pytest.mark.parametrize("width", [WIDE, 320])
def test_no_page_of_the_house_has_a_fault(new_page, live_server, house, axe, watch, width):
    # Some of the pages tell of something that is not there, and maps are left while they load: the journeys listen.
    watch.expected.append("console: ")
    found: dict[str, list[str]] = {}
    seen = 0

    for who, paths in addresses(house).items():
        page = new_page(width=width, reduced_motion="reduce")
        if who in house.people:
            sign_in(page, house.people[who], live_server.url)
        elif who == world.HOLDER:
            sign_in_member(page, Delegate.objects.get(pk=house.values["delegate"]), live_server.url)
        for path in paths:
            if is_a_page(page, path):
                seen += 1
                found |= {path: problems} if (problems := faults(page, axe, width)) else {}

    assert not found, pformat(found, width=200)  # the whole list: a second look costs minutes
    assert seen > 60
