"""Every component in a real browser: axe, small screens, keyboard, without scripts."""

import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser
SAMPLES = ["start", "ort", "liste", "eintrag", "formular", "frage", "schreibtisch"]


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_gallery_and_sample_pages_are_accessible(new_page, site, axe, look, theme, width):
    page = new_page(width=width, theme=theme)

    for path, name in [("/ui/", "gallery"), *((f"/ui/beispiele/{name}/", name) for name in SAMPLES)]:
        page.goto(path)

        assert axe(page) == [], name
        assert page.evaluate("document.documentElement.scrollWidth") <= width, name
        look(page, f"{name}-{theme}-{width}")


def test_pages_keep_their_shape_without_the_design_system(new_page, site, axe):
    page = new_page(width=320)
    page.route("**/kern/**", lambda route: route.fulfill(status=200, content_type="text/css", body=""))

    page.goto("/ui/")

    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_a_place_is_chosen_by_keyboard(page, site):
    page.goto("/ui/")
    box = page.get_by_role("combobox").first

    box.press_sequentially("Muster")
    expect(page.locator(".combobox__option")).to_have_count(2)
    box.press("ArrowDown")
    box.press("ArrowDown")
    chosen = page.locator(".combobox__option[aria-selected=true]")

    assert chosen.inner_text().startswith("Musterstadt")
    assert box.get_attribute("aria-activedescendant") == chosen.get_attribute("id")
    box.press("Enter")
    expect(page).to_have_url(re.compile(r"/ui/beispiele/ort/$"))


def test_a_place_is_found_without_scripts(new_page, site):
    page = new_page(javascript=False)
    page.goto("/ui/")

    box = page.locator("#ort-gross")
    box.fill("Muster")
    box.press("Enter")

    expect(page).to_have_url(re.compile(r"/ui/beispiele/ort/\?q=Muster$"))


def test_the_map_shows_points_that_take_the_focus(page, site, axe):
    page.goto("/ui/beispiele/ort/")
    page.locator("[data-map]").scroll_into_view_if_needed()
    points = page.locator(".map-point")

    expect(points).to_have_count(5)
    first = points.first
    first.focus()
    first.press("ArrowDown")

    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == "Treffpunkt Alte Schule"
    page.keyboard.press("Enter")
    expect(page.locator(".map__popup a")).to_be_visible()
    assert axe(page) == []


def test_an_unsent_form_can_be_taken_up_again(page, site):
    page.goto("/ui/")
    title = page.locator("#id_leer-title")
    title.fill("Wohnhof")
    page.wait_for_timeout(600)

    page.reload()
    # The gallery also shows a refused form; the offer stands only where nothing was refused.
    kept = page.evaluate("localStorage.getItem('deele-draft:gallery')")

    assert "Wohnhof" in kept


def test_a_grave_button_asks_first(page, site):
    page.goto("/ui/")
    page.wait_for_load_state("networkidle")  # the script that asks comes after the page

    page.locator("[data-confirm]").click()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_be_visible()
    dialog.get_by_role("button").last.click()

    expect(dialog).to_have_count(0)


def test_the_desk_answers_to_keys(page, site):
    page.goto("/ui/beispiele/schreibtisch/")

    page.keyboard.press("j")
    page.keyboard.press("j")
    assert "Beispielmarsch" in page.evaluate("document.activeElement.textContent")
    page.keyboard.press("/")

    expect(page.locator("#desk-search")).to_be_focused()
