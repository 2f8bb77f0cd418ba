"""One Chromium for all browser tests, German pages, and a stern eye on console, scripts and outside requests."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from playwright.sync_api import Browser, Page, sync_playwright

CHROMIUM = os.environ.get("DEELE_CHROMIUM", "/usr/bin/chromium")
QUIET = ["disable-quic", "no-first-run", "disable-background-networking", "disable-component-update", "disable-sync"]
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# Only the faults travel back: all that is well would be megabytes.
RUN = "only => axe.run(document, {runOnly: only, resultTypes: ['violations']}).then(result => result.violations)"
# Said by the tools of the test itself: axe measures and screenshots hide the caret with inline styles;
# software rendering talks about its speed.
OWN_NOISE = ("Applying inline style violates", "preload assets", "GPU stall", "WebGL")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        arguments = ["--no-sandbox", *(f"--{name}" for name in QUIET)]
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=arguments)
        yield chromium
        chromium.close()


class Watch:
    """What went wrong on a page. `expected` holds parts of messages a test brings about on purpose."""

    def __init__(self) -> None:
        self.found: list[str] = []
        self.expected: list[str] = []

    def add(self, text: str) -> None:
        if not any(part in text for part in (*OWN_NOISE, *self.expected)):
            self.found.append(text)

    def on(self, page: Page, home: str) -> None:
        page.on("console", lambda said: self.add(f"console: {said.text}") if said.type == "error" else None)
        page.on("pageerror", lambda problem: self.add(f"exception: {problem}"))
        page.on("request", lambda asked: self.asked(asked.url, home))

    def asked(self, url: str, home: str) -> None:
        if urlsplit(url).scheme in ("http", "https") and urlsplit(url).netloc != home:
            self.add(f"outside request: {url}")


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture
def new_page(browser: Browser, live_server, watch: Watch) -> Iterator[Callable[..., Page]]:
    """Makes pages: new_page(width=320, theme="dark", javascript=False). All of them are watched."""
    contexts = []

    def make(width: int = 1280, theme: str = "light", *, javascript: bool = True, **more) -> Page:
        context = browser.new_context(
            base_url=live_server.url,
            locale="de-DE",
            timezone_id="Europe/Berlin",
            color_scheme=theme,
            viewport={"width": width, "height": 900},
            java_script_enabled=javascript,
            **more,
        )
        context.set_default_timeout(10_000)
        contexts.append(context)
        made = context.new_page()
        watch.on(made, urlsplit(live_server.url).netloc)
        return made

    yield make
    for context in contexts:
        context.close()
    assert watch.found == []


@pytest.fixture
def page(new_page) -> Page:
    """A page 1280 wide in the light theme."""
    return new_page()


@pytest.fixture(scope="session")
def axe() -> Callable[..., list[str]]:
    """axe(page) → what axe finds, one line per element; empty is good. `rules` asks for these alone."""
    source = (settings.NODE_MODULES / "axe-core" / "axe.min.js").read_text(encoding="utf-8")

    def violations(page: Page, rules: list[str] | None = None) -> list[str]:
        if not page.evaluate("typeof axe === 'object'"):
            page.evaluate(source)
        return [
            f"{found['id']}: {node['html'][:200]} {node.get('failureSummary', '')[:200]}"
            for found in page.evaluate(RUN, rules or TAGS)
            for node in found["nodes"]
        ]

    return violations


@pytest.fixture(scope="session")
def look() -> Callable[[Page, str], None]:
    """look(page, name) keeps a picture in $DEELE_SHOTS when that is set."""
    folder = os.environ.get("DEELE_SHOTS")

    def keep(page: Page, name: str) -> None:
        if folder:
            Path(folder).mkdir(parents=True, exist_ok=True)
            page.screenshot(path=f"{folder}/{name}.png", full_page=True)

    return keep


@pytest.fixture
def site(transactional_db):
    """live_server empties the tables after each test: Wagtail's root, site and locale are made anew here."""
    from wagtail.models import Locale, Page, Site

    Locale.objects.get_or_create(language_code="de")
    root = Page.get_first_root_node() or Page.add_root(instance=Page(title="Root", slug="root"))
    home = root.get_children().first() or root.add_child(instance=Page(title="Start", slug="start"))
    site, _ = Site.objects.update_or_create(
        is_default_site=True, defaults={"hostname": "localhost", "root_page": home, "site_name": "Deele"}
    )
    return site
