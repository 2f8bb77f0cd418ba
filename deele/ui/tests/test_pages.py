"""Gallery, samples, error pages and refusals."""

import errno

import pytest
from django.contrib.sessions.backends.db import SessionStore
from django.core.exceptions import PermissionDenied, RequestDataTooBig
from django.db import OperationalError
from django.test import RequestFactory

from deele.ui import faults, finders, middleware, views

CSP = "default-src 'none'"


def test_the_gallery_shows_both_themes(client, db):
    assert 'data-theme="dark"' in client.get("/ui/?theme=dark").content.decode()
    assert "data-theme" not in client.get("/ui/?theme=unsinn").content.decode().split(">")[1]


@pytest.mark.parametrize("name", sorted(views.SAMPLES))
def test_sample_pages_render(client, db, name):
    answer = client.get(f"/ui/beispiele/{name}/")

    assert answer.status_code == 200
    assert CSP in answer["Content-Security-Policy"]


def test_a_page_asks_little_of_the_database(client, db, django_assert_max_num_queries):
    client.get("/ui/beispiele/eintrag/")  # fills what the house remembers

    with django_assert_max_num_queries(3):
        client.get("/ui/beispiele/eintrag/")


def test_an_unknown_address_offers_a_way_on(client, db):
    answer = client.get("/gibt-es-nicht/")

    assert answer.status_code == 404
    assert 'name="q"' in answer.content.decode()


@pytest.mark.parametrize(
    ("view", "problem", "status"),
    [
        (views.bad_request, ValueError(), 400),
        (views.bad_request, RequestDataTooBig(), 413),
        (views.forbidden, PermissionDenied(), 403),
        (views.not_found, ValueError(), 404),
    ],
)
def test_error_pages_have_a_heading_and_their_status(db, view, problem, status):
    answer = view(RequestFactory().get("/"), problem)

    assert answer.status_code == status
    assert answer.content.decode().count("<h1") == 1


def test_error_pages_come_without_a_database(monkeypatch):
    """No `db` fixture: whoever asks the database here is refused."""
    request = RequestFactory().get("/")

    assert views.server_error(request).status_code == 500
    assert views.not_found(request).status_code == 404
    assert views.store_is_shut().status_code == 503


def test_a_page_survives_a_broken_context_processor(db, settings):
    settings.TEMPLATES[0]["OPTIONS"]["context_processors"].append("deele.ui.tests.test_pages.broken")
    settings.TEMPLATES = settings.TEMPLATES  # tells Django that its engines are to be made anew
    try:
        answer = views.not_found(RequestFactory().get("/"))
    finally:
        settings.TEMPLATES[0]["OPTIONS"]["context_processors"].pop()
        settings.TEMPLATES = settings.TEMPLATES

    assert answer.status_code == 404
    assert b"<h1" in answer.content


def broken(request):
    raise OperationalError("disk I/O error")


def limits(**meta: str):
    def reached(request):
        raise AssertionError("the request went through")

    return middleware.LimitsMiddleware(reached)(RequestFactory().post("/x/", **meta))


def test_a_body_over_the_limit_is_refused_unread(db, settings):
    answer = limits(CONTENT_LENGTH=str(settings.DEELE_MAX_UPLOAD + 1))

    assert answer.status_code == 413
    assert "25" in answer.content.decode()


@pytest.mark.parametrize(
    ("meta", "status"),
    [
        ({"CONTENT_LENGTH": "viel"}, 400),
        ({"CONTENT_LENGTH": "²"}, 400),
        ({"HTTP_TRANSFER_ENCODING": "chunked"}, 411),
        ({"QUERY_STRING": "q=" + "x" * 5000}, 414),
    ],
)
def test_strange_requests_are_refused(meta, status):
    assert limits(**meta).status_code == status


def test_an_honest_query_goes_through(client, db):
    assert client.get("/ui/?q=" + "x" * 3000).status_code == 200


@pytest.mark.parametrize(
    ("problem", "shut"),
    [
        (OperationalError("attempt to write a readonly database"), True),
        (OperationalError("database is locked"), True),
        (OperationalError("database or disk is full"), True),
        (OSError(errno.ENOSPC, "No space left on device"), True),
        (OperationalError("no such table: entry"), False),
        (OSError(errno.ENOENT, "No such file"), False),
        (ValueError("x"), False),
        (None, False),
    ],
)
def test_a_shut_store_is_told_from_a_fault(problem, shut):
    assert faults.cannot_store(problem) is shut


def test_a_read_only_database_answers_503_in_words(db):
    def view(request):
        raise OperationalError("attempt to write a readonly database")

    store = middleware.StoreMiddleware(view)
    request = RequestFactory().post("/")

    answer = store.process_exception(request, OperationalError("attempt to write a readonly database"))

    assert answer.status_code == 503
    assert answer["Retry-After"] == "60"
    assert store.process_exception(request, ValueError()) is None


def test_a_session_that_cannot_be_kept_answers_503(client, db, settings, monkeypatch):
    """The session is saved by a middleware, outside of any view; `server_error` must still know."""
    settings.SESSION_SAVE_EVERY_REQUEST = True
    session = client.session
    session["x"] = 1
    session.save()
    client.raise_request_exception = False

    def full(self, *args, **kwargs):
        raise OperationalError("database or disk is full")

    monkeypatch.setattr(SessionStore, "save", full)
    answer = client.get("/ui/")

    assert answer.status_code == 503
    assert answer["Retry-After"] == "60"


def test_only_listed_files_of_node_modules_are_served():
    finder = finders.NodeModulesFinder()

    assert finder.find("kern/../package.json") == []
    assert finder.find("axe-core/axe.min.js") == []


def test_a_packed_file_is_listed_beside_its_original(settings, tmp_path):
    folder = tmp_path / "@kern-ux" / "native" / "dist"
    folder.mkdir(parents=True)
    for name in ("kern.min.css", "kern.min.css.gz", "kern.css"):
        (folder / name).write_text("x")
    settings.NODE_MODULES = tmp_path

    listed = {address: storage.path(address) for address, storage in finders.NodeModulesFinder().list(None)}

    assert listed == {
        "kern/kern.min.css": str(folder / "kern.min.css"),
        "kern/kern.min.css.gz": str(folder / "kern.min.css.gz"),
    }


def test_nothing_is_found_where_nothing_was_installed(settings, tmp_path):
    settings.NODE_MODULES = tmp_path

    assert finders.NodeModulesFinder().find("kern/kern.min.css") == []
