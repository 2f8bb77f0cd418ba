"""Rows of examples, articles and the glossary for tests: plain functions."""

from datetime import UTC, date, datetime
from typing import Any

from deele.accounts.models import MailLink
from deele.directory.tests import factories as directory
from deele.library.actions import example_contacts, examples, follow_ups, knowledge_index
from deele.library.actions import example_links as links
from deele.library.enums.examples import ExampleState, Starter
from deele.library.models import Article, Example, FollowUp, Term
from deele.library.rules import life

NOW = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
DAY = date(2026, 11, 20)
place, staff = directory.place, directory.staff


def example(title: str = "Dorfmitte Muster", state: str = ExampleState.PUBLISHED, **given: Any) -> Example:
    """An example with what must be known, moved into a state by its own moves."""
    usual: dict[str, Any] = {
        "summary": "Ein leeres Gasthaus wird Treffpunkt und Wohnhaus.", "started_by": Starter.MUNICIPALITY,
        "situation": "Das Gasthaus stand leer.", "solution": "Die Gemeinde hat es umgebaut.", "place": None,
        "themes": ["umnutzung"], "place_type": "dorf",
    }  # fmt: skip
    values = {**usual, **given}
    made = Example.objects.create(title=title, **{**values, "place": values["place"] or place()})
    if state != ExampleState.DRAFT:
        ways = {ExampleState.WITHDRAWN: [ExampleState.PUBLISHED, ExampleState.WITHDRAWN]}
        for step in ways.get(ExampleState(state), [state]):
            made = examples.move(example=made, to=step, by=None, now=NOW)
    return made


def asked(made: Example | None = None, email: str = "kim@example.org") -> Example:
    """An example somebody agreed to be asked about."""
    found = made or example()
    example_contacts.name(example=found, person="Kim Muster", email=email, agreed_on=DAY, by=None, now=NOW)
    return found


def follow_up(made: Example | None = None, *, answered: bool = False, now: datetime = NOW) -> FollowUp:
    """A question to the contact, answered or not."""
    one = follow_ups.ask(example=made or asked(), by=None, now=now)
    if answered:
        token = links.for_follow_up(one, now)
        follow_ups.tell(
            link=link(token), follow_up=one, still_running="ja", changes="Es gibt nun Mittagstisch.", now=now
        )
    return one


def link(token: str) -> MailLink:
    """The row behind a token."""
    return MailLink.objects.get(token_hash=links.mail_links.hashed(token))


def article(title: str = "Wie beginnen wir?", state: str = "veroeffentlicht", **given: Any) -> Article:
    """An article in a state."""
    public = (
        {"public_since": NOW, "checked_on": DAY, "check_by": life.years_later(DAY, 1)} if state != "entwurf" else {}
    )
    usual = {"body": "## Anfang\n\nReden Sie miteinander.\n\n- [ ] Raum\n- [ ] Tag", "summary": "Die ersten Schritte."}
    made = Article.objects.create(title=title, state=state, **{**usual, **public, **given})
    knowledge_index.refresh(made, NOW)
    return made


def term(word: str = "Pflege-WG", key: str = "pflege-wg", **given: Any) -> Term:
    """A word of the glossary."""
    usual = {"short": "Menschen mit Pflegebedarf teilen eine Wohnung."}
    made = Term.objects.create(word=word, key=key, **{**usual, **given})
    knowledge_index.refresh(made, NOW)
    return made
