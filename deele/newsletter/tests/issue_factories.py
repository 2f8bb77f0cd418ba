"""Issues, records to pull and ledgers for tests."""

from datetime import UTC, datetime
from typing import Any

from django.db import connection, transaction

from deele.access.models import Grant
from deele.accounts.models import User
from deele.mail.kinds import Piece, Wish, sources
from deele.newsletter.actions import issues, release
from deele.newsletter.enums import SubscriberState
from deele.newsletter.models import Issue, Subscriber
from deele.office.models import Area, Carrier
from deele.privacy.rules import keyed

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


class Records:
    """A source whose records a test changes as it likes."""

    key = "sample"
    title = "Sample"

    def __init__(self) -> None:
        self.rows: dict[str, Piece] = {}

    def add(self, number: int, title: str = "", **fields: Any) -> str:
        ref = f"sample.record:{number}"
        self.rows[ref] = Piece(ref, title or f"Fest {number}", f"/orte/?nummer={number}", **fields)
        return ref

    def pieces(self, wish: Wish, today: Any) -> list[Piece]:
        return list(self.rows.values())[: wish.limit]

    def by_refs(self, refs: Any) -> dict[str, Piece]:
        return {ref: self.rows[ref] for ref in refs if ref in self.rows}


def records() -> Records:
    """The one sample source, empty."""
    if Records.key not in sources:
        sources.add(Records.key, Records())
    found = sources.get(Records.key)
    found.rows.clear()  # type: ignore[attr-defined]
    return found  # type: ignore[return-value]


def no_records() -> None:
    """Take the sample source away again."""
    sources._items.pop(Records.key, None)


def area(key: str = "wohnen", **fields: Any) -> Area:
    carrier, _made = Carrier.objects.get_or_create(name="Träger Muster e. V.", defaults={"address": "Weg 1\n27308 Ort"})
    return Area.objects.get_or_create(key=key, defaults={"name": key.title(), "carrier": carrier, **fields})[0]


def person(name: str = "eins", role: str = "redaktion") -> User:
    found = User.objects.filter(email=f"{name}@example.org").first()
    if found is None:
        found = User.objects.create_user(f"{name}@example.org", name=f"{name.title()} Muster", is_staff=True)
        Grant.objects.create(user=found, role=role, starts_on=NOW.date().replace(year=2020))
    return found


def subscriber(number: int = 1, *areas: Area, domain: str = "example.org", **fields: Any) -> Subscriber:
    email = fields.pop("email", f"leserin{number}@{domain}")
    values = {"state": SubscriberState.ACTIVE, "confirmed_at": NOW, "fingerprint": keyed(email), **fields}
    made = Subscriber.objects.create(email=email, **values)
    made.areas.set(areas or [area()])
    return made


def crowd(count: int, *, domains: int = 1000) -> None:
    """So many subscribers of one area, made within the database."""
    like = subscriber(0, email="vorlage@example.org")
    table, through = Subscriber._meta.db_table, Subscriber.areas.through._meta.db_table
    own = {
        "email": f"'r' || i || '@domain' || (i - i / {int(domains)} * {int(domains)}) || '.example.org'",
        "fingerprint": "'f' || i",
        "handle": "'h' || i",
    }
    columns = [field.column for field in Subscriber._meta.concrete_fields if not field.primary_key]
    values = ", ".join(own.get(column, f"t.{column}") for column in columns)
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {table} ({', '.join(columns)}) WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n"
            f" WHERE i < %s) SELECT {values} FROM n, {table} t WHERE t.id = %s",
            [count, like.pk],
        )
        cursor.execute(
            f"INSERT INTO {through} (subscriber_id, area_id) SELECT id, %s FROM {table} WHERE id <> %s",
            [area().pk, like.pk],
        )
        like.delete()
        if connection.vendor == "postgresql":
            cursor.execute(f"ANALYZE {table}")
            cursor.execute(f"ANALYZE {through}")


def issue(title: str = "Dezember 2026", *, by: User | None = None, **fields: Any) -> Issue:
    by = by or person()
    made = issues.start(
        area=fields.pop("area", None) or area(), title=title, subject=f"Neues: {title}"[:150], by=by, now=NOW
    )
    fields.setdefault("lead", "Guten Tag,\n\nhier ist **Neues**.")
    Issue.objects.filter(pk=made.pk).update(**fields)
    made.refresh_from_db()
    return made


def released(
    count: int = 3, *, now: datetime = NOW, at: datetime | None = None, domain: str = "example.org", **fields: Any
) -> Issue:
    """An issue with a ledger, released by a second person."""
    made = issue(**fields)
    for number in range(count):
        subscriber(number, made.area, domain=domain)
    release.hand_over(issue=made, by=person(), now=now)
    return release.release(issue=made, by=person("zwei"), now=now, at=at)
