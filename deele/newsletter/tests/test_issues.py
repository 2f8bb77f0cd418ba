"""Building, checking and releasing an issue."""

import email
import email.policy
import re
from datetime import timedelta

import pytest
from django.utils import translation

from deele.audit.models import Entry as LogEntry
from deele.mail.models import OutgoingMail
from deele.mail.tests import factories as mails
from deele.newsletter.actions import issues, release
from deele.newsletter.actions.issues import NotOpen
from deele.newsletter.enums import IssueState
from deele.newsletter.forms.issues import NewIssueForm, TextsForm
from deele.newsletter.models import Delivery, Issue, Section
from deele.newsletter.papers import checks, frames
from deele.newsletter.queries import issues as queries
from deele.newsletter.queries import links
from deele.newsletter.rules import references
from deele.newsletter.tests import issue_factories as factories
from deele.newsletter.tests.issue_factories import NOW

pytestmark = pytest.mark.django_db


@pytest.fixture
def records():
    yield factories.records()
    factories.no_records()


def section_of(issue, kind="sample"):
    return Section.objects.filter(issue=issue, kind=kind).first() or issues.add_section(
        issue=issue, kind=kind, title="Termine", by=factories.person()
    )


def taken_in(records, *titles):
    issue = factories.issue()
    section = section_of(issue)
    refs = [records.add(number, title) for number, title in enumerate(titles, start=1)]
    issues.add_items(section=section, refs=refs, by=factories.person())
    return issue, section


def shown(issue):
    return [piece for part in queries.layout(issue) for piece in part.pieces]


def message(issue, language="de"):
    row = Delivery.objects.filter(issue=issue).first()
    row.language = language
    return email.message_from_bytes(frames.fill(issue, row), policy=email.policy.default)


def test_item_follows_its_record_until_release_and_no_longer(records):
    issue, _section = taken_in(records, "Sommerfest")
    assert [piece.changed for piece in shown(issue)] == [False]
    records.add(1, "Herbstfest")
    assert [(piece.title, piece.changed) for piece in shown(issue)] == [("Herbstfest", True)]
    factories.subscriber(1)
    release.hand_over(issue=issue, by=factories.person(), now=NOW)
    issue = release.release(issue=issue, by=factories.person("zwei"), now=NOW)

    records.add(1, "Winterfest")

    assert [piece.title for piece in shown(issue)] == ["Herbstfest"]
    assert "Herbstfest" in message(issue).get_body(("plain",)).get_content()


def test_deleted_record_is_shown_and_must_be_decided_before_release(records):
    issue, section = taken_in(records, "Sommerfest", "Tagung")
    factories.subscriber(1)
    records.rows.clear()

    assert [piece.missing for piece in shown(issue)] == [True, True]
    with pytest.raises(release.NotReady, match="Sommerfest"):
        release.hand_over(issue=issue, by=factories.person(), now=NOW)
    first, second = section.items.all()
    issues.keep_as_text(item=first, by=factories.person())
    issues.drop_item(item=second, by=factories.person())

    release.hand_over(issue=issue, by=factories.person(), now=NOW)
    issue = release.release(issue=issue, by=factories.person("zwei"), now=NOW)
    [kept] = shown(issue)
    assert (kept.title, kept.url, kept.missing) == ("Sommerfest", "", False)


def test_record_deleted_while_waiting_for_release_stops_the_release(records):
    issue, _section = taken_in(records, "Sommerfest")
    factories.subscriber(1)
    release.hand_over(issue=issue, by=factories.person(), now=NOW)
    records.rows.clear()

    with pytest.raises(release.NotReady):
        release.release(issue=issue, by=factories.person("zwei"), now=NOW)
    assert not Delivery.objects.exists()


def test_order_by_steps_and_by_dragging(records):
    issue, section = taken_in(records, "A", "B", "C")
    first, second, third = section.items.all()

    issues.move(row=third, up=True, by=factories.person())
    assert [piece.title for piece in shown(issue)] == ["A", "C", "B"]
    issues.place(row=second, before=first.pk, by=factories.person())
    assert [piece.title for piece in shown(issue)] == ["B", "A", "C"]
    issues.move(row=section.items.first(), up=True, by=factories.person())
    assert [piece.title for piece in shown(issue)] == ["B", "A", "C"]


def test_record_is_taken_in_once(records):
    issue, section = taken_in(records, "A")

    assert issues.add_items(section=section, refs=["sample.record:1"] * 3, by=factories.person()) == 0
    assert len(shown(issue)) == 1


def test_suggestion_that_stood_in_an_earlier_issue_is_marked(records, django_assert_max_num_queries):
    issue, _section = taken_in(records, "A")
    factories.subscriber(1)
    release.hand_over(issue=issue, by=factories.person(), now=NOW)
    release.release(issue=issue, by=factories.person("zwei"), now=NOW)
    following = factories.issue("Januar 2027")
    records.add(2, "B")

    with django_assert_max_num_queries(8):
        found = queries.suggestions(section_of(following), NOW.date())

    assert {one.title: one.stood_in for one in found} == {"A": "Dezember 2026", "B": ""}


def test_who_wrote_last_may_not_release():
    issue = factories.issue()
    factories.subscriber(1)
    release.hand_over(issue=issue, by=factories.person(), now=NOW)

    with pytest.raises(release.SamePerson):
        release.release(issue=issue, by=factories.person(), now=NOW)
    assert release.release(issue=issue, by=factories.person("zwei"), now=NOW).released_by == factories.person("zwei")


def test_second_click_on_release_changes_nothing():
    issue = factories.released(2)

    with pytest.raises(release.NotPossible):
        release.release(issue=issue, by=factories.person("zwei"), now=NOW)

    assert Delivery.objects.filter(issue=issue).count() == 2
    assert LogEntry.objects.filter(event="newsletter.issue-released").count() == 1


def test_released_issue_cannot_be_changed_and_can_be_taken_back():
    issue = factories.released(2, at=NOW + timedelta(days=1))

    with pytest.raises(NotOpen):
        issues.add_section(issue=issue, kind="frei", title="Neu", by=factories.person())
    release.take_back(issue=issue, by=factories.person(), now=NOW)

    issue.refresh_from_db()
    assert (issue.state, issue.released_at, Delivery.objects.count()) == (IssueState.EDITING, None, 0)


def test_ledger_holds_each_active_subscriber_of_the_area_once():
    area, other = factories.area(), factories.area("pflege")
    factories.subscriber(1, area, other)
    factories.subscriber(2, other)
    factories.subscriber(3, area, state="abgemeldet")
    issue = factories.issue()
    release.hand_over(issue=issue, by=factories.person(), now=NOW)

    release.release(issue=issue, by=factories.person("zwei"), now=NOW)

    [row] = Delivery.objects.filter(issue=issue)
    assert (row.email, row.domain, row.state, row.attempts) == ("leserin1@example.org", "example.org", "wartet", 0)


def test_issue_without_recipients_is_not_released():
    issue = factories.issue()
    release.hand_over(issue=issue, by=factories.person(), now=NOW)

    with pytest.raises(release.NobodyThere):
        release.release(issue=issue, by=factories.person("zwei"), now=NOW)
    issue.refresh_from_db()
    assert issue.state == IssueState.RELEASE


def test_message_has_all_headers_and_both_parts():
    mails.office(name="Büro für Wohnen")
    issue = factories.released(1, subject="Grüße aus Otersen", lead="Guten Tag,\n\nschöne **Grüße**.\n.\nPunkt")
    row = Delivery.objects.get()

    found = message(issue)

    assert found["Subject"] == "Grüße aus Otersen"
    assert found["From"].addresses[0].display_name == "Büro für Wohnen"
    assert found["To"] == "leserin0@example.org"
    assert found["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert re.match(r"<http://127\.0\.0\.1:8000/newsletter/abmelden/[^>]+>, *<mailto:", found["List-Unsubscribe"])
    assert references.read_message_id(found["Message-ID"]) == (issue.pk, row.handle)
    assert found["List-Id"].startswith("<wohnen.newsletter.")
    assert {found["Precedence"], found["Auto-Submitted"]} == {"bulk", "auto-generated"}
    leave = found["List-Unsubscribe"].split(">")[0][1:]
    assert leave == links.unsubscribe_url(row.handle, issue.area_id)
    for kind in ("plain", "html"):
        body = found.get_body((kind,)).get_content()
        assert leave in body.replace("&amp;", "&")
        assert "schöne" in body


def test_every_line_is_short_ascii_with_crlf_and_no_dot_stands_alone():
    issue = factories.released(1, lead="x" * 3000 + "\n\n.\n\n..\n\nÄ" * 20)

    raw = frames.fill(issue, Delivery.objects.get())

    lines = raw.split(b"\r\n")
    assert raw.isascii()
    assert b"\n" not in b"".join(lines)
    assert max(map(len, lines)) <= 200
    assert not any(line.startswith(b".") for line in lines)


def test_line_breaks_in_subject_and_names_make_no_header():
    mails.office(name="Büro\r\nBcc: alle@example.org")
    issue = factories.released(1, subject="Neues\r\nBcc: alle@example.org\r\n\r\n<b>Text</b>")

    found = message(issue)

    assert found["Bcc"] is None
    assert found["Subject"] == "Neues Bcc: alle@example.org <b>Text</b>"


def test_nothing_is_fetched_from_strangers_and_nothing_tracks():
    mails.office()
    issue = factories.released(1)

    html = message(issue).get_body(("html",)).get_content()

    assert "googleapis" not in html
    assert "@import" not in html
    assert "<img" not in html
    assert {url.split("/")[2] for url in re.findall(r'href="(https?://[^"]+)"', html)} == {"127.0.0.1:8000"}


def test_frame_speaks_the_language_of_the_recipient():
    issue = factories.released(1)

    assert "Abmelden" not in frames.snapshot(issue, [], "en").content.decode()
    assert b"Content-Language: en" in frames.snapshot(issue, [], "en").content
    assert message(issue, "xx")["Content-Language"] == "de"


def test_title_of_3000_characters_is_refused_by_the_form_and_cut_in_a_record(records):
    form = NewIssueForm({"area": factories.area().pk, "title": "x" * 3000, "subject": "y"}).for_person(
        factories.person()
    )
    assert "title" in form.errors
    issue, _section = taken_in(records, "x" * 3000)

    [piece] = shown(issue)

    assert len(piece.title) == 200
    assert not [check for check in found_checks(issue) if check.blocks]


def found_checks(issue):
    parts = queries.layout(issue)
    return checks.checks(issue, parts, checks.sample(issue, parts))


def test_script_in_a_record_is_text(records):
    issue, _section = taken_in(records, "<script>alert(1)</script>")

    html = checks.sample(issue, queries.layout(issue)).html

    assert "<script>" not in html
    assert "&lt;script&gt;" in html


@pytest.mark.parametrize(
    ("lead", "words"),
    [
        ("[hier](http://127.0.0.1:8000/schreibtisch/newsletter/abc/)", "leads nowhere"),
        ("# Erstens\n\n### Drittens", "skips a level"),
        ("Wort " * 900 * 25, "cut it off"),
    ],
)
def test_checks_find(lead, words):
    with translation.override("en"):
        found = found_checks(factories.issue(lead=lead))

    assert any(words in str(check.text) and not check.good for check in found)


def test_two_editors_meet_a_conflict():
    issue = factories.issue()
    data = {"title": "Neu", "subject": "Neu", "preheader": "", "lead": "", "version": issue.version}
    first = TextsForm(data, instance=Issue.objects.get(pk=issue.pk))
    assert first.is_valid()
    issues.save_texts(issue=issue, form=first, by=factories.person(), now=NOW)

    second = TextsForm({**data, "title": "Anders"}, instance=Issue.objects.get(pk=issue.pk))

    assert not second.is_valid()
    assert [one.label for one in second.conflict]


def test_trial_copy_goes_through_the_outbox_once_a_minute():
    mails.office()
    issue = factories.issue()

    for _click in range(2):
        release.test_send(issue=issue, to="ich@example.org", by=factories.person(), now=NOW)

    [mail] = OutgoingMail.objects.all()
    assert (mail.purpose, mail.to) == ("newsletter.trial", "ich@example.org")
    assert "https://example.org/leave" in mail.html


def logged(issue):
    rows = LogEntry.objects.filter(about=f"newsletter.issue:{issue.pk}").exclude(event__endswith="-made").order_by("pk")
    return [(row.event.partition(".")[2], row.data["changes"]) for row in rows]


def test_each_change_of_a_record_and_of_the_order_stands_in_the_log(records):
    issue, section = taken_in(records, "Sommerfest", "Herbstfest")
    first, second = section.items.all()
    by = factories.person()

    issues.move(row=second, up=True, by=by)
    issues.place(row=second, before=None, by=by)
    issues.place(row=second, before=None, by=by)  # it stands there already
    issues.move(row=second, up=False, by=by)  # there is nothing below
    issues.drop_item(item=first, by=by)
    issues.drop_section(section=section, by=by)

    assert logged(issue)[-6:] == [
        ("item-taken-in", {"Sample": ["", "Sommerfest"]}),
        ("item-taken-in", {"Sample": ["", "Herbstfest"]}),
        ("row-moved", {"Sample": ["2. Herbstfest", "1. Herbstfest"]}),
        ("row-moved", {"Sample": ["1. Herbstfest", "2. Herbstfest"]}),
        ("item-taken-out", {"Sample": ["Sommerfest", ""]}),
        ("section-taken-out", {"Sample": ["Sample, Herbstfest", ""]}),
    ]


def test_a_section_and_a_record_kept_as_text_stand_in_the_log(records):
    issue, section = taken_in(records, "Sommerfest")
    records.rows.clear()

    issues.add_section(issue=issue, kind="frei", title="Zum Schluss", by=factories.person())
    issues.keep_as_text(item=section.items.get(), by=factories.person())

    assert logged(issue)[-2:] == [
        ("section-added", {"Zum Schluss": ["", "Zum Schluss"]}),
        ("item-kept", {"Sample": ["", "Sommerfest"]}),
    ]
