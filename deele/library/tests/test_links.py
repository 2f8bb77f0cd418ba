"""Links: found in texts, asked only where it is allowed and public, dead only after three days."""

import http.server
import threading
from datetime import timedelta

import pytest
from django.urls import reverse

from deele.access.tests.factories import colleague
from deele.core.jobs import jobs
from deele.directory.enums import State as EntryState
from deele.directory.tests.factories import entry
from deele.library.actions import links
from deele.library.enums.link import LinkState
from deele.library.models import Link, LinkUse
from deele.library.queries.publication_page import used_in
from deele.library.readers import outside
from deele.library.rules import links as rules
from deele.library.rules.links import Answer
from deele.library.tasks.links import allowed
from deele.library.tests.publication_factories import NOW, publication

GOOD, BAD = Answer(200, "200"), Answer(404, "404")


def run(answers, now=NOW, waits=None):
    asked = []

    def ask(url):
        asked.append(url)
        return answers[url] if isinstance(answers, dict) else answers

    kept = [] if waits is None else waits
    links.check_due(now=now, ask=ask, wait=kept.append, stopping=lambda: False)
    return asked


def state(url):
    return Link.objects.get(url=url).state


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Siehe https://example.org/a. Und (https://example.org/b_(c)).", ["https://example.org/a", "https://example.org/b_(c)"]),
        ('<a href="https://example.org/x?a=1&amp;b=2#teil">', ["https://example.org/x?a=1&b=2"]),
        ("[Seite](https://example.org/m) und **https://example.org/f**", ["https://example.org/m", "https://example.org/f"]),
        ("HTTPS://Example.ORG/Pfad", ["https://example.org/Pfad"]),
        ("ftp://example.org javascript:alert(1) https://localhost/x https://a:b@example.org/ https://[bad", []),
    ],
)  # fmt: skip
def test_addresses_are_found_as_they_are_meant(text, found):
    assert list(rules.outside(text)) == found


@pytest.mark.django_db
def test_links_of_all_texts_are_gathered_with_where_they_stand():
    entry("Treff Muster", state=EntryState.PUBLISHED, website="https://treff.example.org/")
    publication(summary="Mehr: https://quelle.example.org/seite", url="https://quelle.example.org/seite")
    publication("Entwurf", state="entwurf", summary="https://geheim.example.org/")
    links.gather()
    links.gather()
    assert set(Link.objects.values_list("url", flat=True)) == {
        "https://treff.example.org/", "https://quelle.example.org/seite",
    }  # fmt: skip
    assert LinkUse.objects.filter(link__isnull=False).count() == 2


@pytest.mark.django_db
def test_a_link_whose_text_is_gone_is_forgotten():
    of = publication(summary="Mehr: https://quelle.example.org/")
    links.gather()
    of.summary = "Nichts."
    of.save()
    links.gather()
    assert not Link.objects.exists()


@pytest.mark.django_db
def test_a_text_that_links_to_a_work_is_named_on_its_page(settings):
    work = publication()
    other = publication("Band 2", summary=f"Fortsetzung von {settings.DEELE_URL}{work.get_absolute_url()}")
    links.gather()
    assert [use.url for use in used_in(work)] == [other.get_absolute_url()]
    assert used_in(other) == []


@pytest.mark.django_db
def test_dead_only_after_three_failures_on_different_days():
    publication(summary="https://quelle.example.org/")
    links.gather()
    url = "https://quelle.example.org/"
    for hours, expected in ((0, "stoert"), (21, "stoert"), (26, "stoert"), (47, "tot")):
        run(BAD, NOW + timedelta(hours=hours))
        assert state(url) == expected
    run(GOOD, NOW + timedelta(days=9))
    link = Link.objects.get(url=url)
    assert (link.state, link.failed_days) == (LinkState.WORKS, 0)


@pytest.mark.django_db
def test_failures_of_one_day_count_once():
    publication(summary="https://quelle.example.org/")
    links.gather()
    link = Link.objects.get()
    for _turn in range(5):
        links.write_down(link, BAD, NOW)
        link.refresh_from_db()
    assert (link.state, link.failed_days) == (LinkState.FAILING, 1)


@pytest.mark.django_db
def test_what_works_is_left_in_peace_for_a_week_and_one_site_is_asked_slowly():
    publication(summary="https://a.example.org/1 https://a.example.org/2 https://b.example.org/1")
    links.gather()
    waits = []
    asked = run(GOOD, waits=waits)
    assert asked[:2] == ["https://a.example.org/1", "https://b.example.org/1"]
    assert waits == []
    Link.objects.filter(host="b.example.org").delete()
    assert run(GOOD, NOW + timedelta(days=6)) == []
    assert len(run(GOOD, NOW + timedelta(days=8), waits)) == 2
    assert waits == [links.PAUSE]


@pytest.mark.parametrize(
    "address",
    ["127.0.0.1", "10.0.0.5", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1", "::1", "fe80::1",
     "fd00::1", "::ffff:127.0.0.1", "2002:7f00:1::"],
)  # fmt: skip
def test_only_public_addresses_are_asked(address):
    answer = outside.ask("http://intern.example.org/", lookup=lambda _host, _port: ["93.184.216.34", address])
    assert not answer.asked


def test_other_ports_are_not_asked():
    assert not outside.ask("http://example.org:8000/", lookup=lambda _host, _port: ["93.184.216.34"]).asked


class Site(http.server.BaseHTTPRequestHandler):
    """A site with a page, a page that moved, and a door into the closed network."""

    def do_HEAD(self):
        targets = {"/umgezogen": "/da", "/innen": "http://169.254.169.254/geheim", "/kreis": "/kreis"}
        if target := targets.get(self.path):
            self.send_response(301)
            self.send_header("Location", target)
        else:
            self.send_response(200 if self.path in ("/da", "/gr%C3%BCn") else 404)
        self.end_headers()

    def do_GET(self):
        self.do_HEAD()

    def log_message(self, *args):
        """Say nothing."""


@pytest.fixture
def site(monkeypatch):
    """A real server on this machine; only the question whether its address is public is answered for it."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Site)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    monkeypatch.setattr(outside, "WEB_PORTS", {"http": server.server_port, "https": 443})
    genuine = outside.public_address

    def here(host, port, lookup):
        return "127.0.0.1" if host == "site.example.org" else genuine(host, port, lookup)

    monkeypatch.setattr(outside, "public_address", here)
    yield "http://site.example.org"
    server.shutdown()
    server.server_close()
    thread.join()


def test_what_a_site_answers(site):
    paths = ("/da", "/weg", "/umgezogen", "/innen", "/kreis", "/grün")
    answers = {path: outside.ask(site + path, lookup=lambda *_asked: ["169.254.169.254"]) for path in paths}
    assert answers["/da"].works
    assert not answers["/da"].moved_to
    assert answers["/grün"].works
    assert answers["/weg"].status == 404
    assert answers["/umgezogen"].moved_to == f"{site}/da"
    assert not answers["/innen"].works
    assert not answers["/kreis"].works


def test_a_name_that_does_not_exist_is_a_failure_and_raises_nothing():
    def nobody(_host, _port):
        raise OSError("not known")

    answer = outside.ask("https://weg.example.org/", lookup=nobody)
    assert answer.asked
    assert not answer.works


def test_without_the_setting_nobody_is_asked(settings):
    assert not settings.DEELE_CHECK_LINKS
    assert not allowed(NOW)
    assert jobs.get("library.links-check").wanted is allowed


@pytest.mark.django_db
def test_the_desk_shows_dead_links_with_their_texts(client):
    publication(summary="https://quelle.example.org/")
    links.gather()
    Link.objects.update(state=LinkState.DEAD, failed_days=3)
    client.force_login(colleague("redaktion"))
    page = client.get(reverse("library:desk-links")).content.decode()
    assert "https://quelle.example.org/" in page
    assert "Leitfaden Muster" in page
