"""The database itself keeps confirmed minutes as they are. Names may still leave them, when they must (privacy)."""

from django.db import migrations

ITEMS, SESSIONS = "groups_minutesitem", "groups_session"
FACTS = (
    "session_id, agenda_item_id, kind, text, due_on, majority, votes_yes, votes_no, votes_abstained, level, "
    "taken_out, closed"
)
WORDS = "confirmed minutes are only added to"
GUARDS = (
    (f"{ITEMS}_closed", ITEMS, FACTS, "OLD.closed"),
    (f"{SESSIONS}_closed", SESSIONS, "state", "OLD.state = 'protokoll_bestaetigt' AND NEW.state <> OLD.state"),
)


def close(apps, schema_editor):
    """Put the guards up. They look at their own row alone, so that tables may be rebuilt later."""
    for name, table, columns, when in GUARDS:
        if schema_editor.connection.vendor == "postgresql":
            schema_editor.execute(
                f"CREATE FUNCTION {name}() RETURNS trigger AS $$ BEGIN RAISE EXCEPTION '{WORDS}'; END $$ "
                "LANGUAGE plpgsql"
            )
            act = f"EXECUTE FUNCTION {name}()"
        else:
            act = f"BEGIN SELECT RAISE(ABORT, '{WORDS}'); END"
        schema_editor.execute(
            f"CREATE TRIGGER {name} BEFORE UPDATE OF {columns} ON {table} FOR EACH ROW WHEN ({when}) {act}"
        )


def open_again(apps, schema_editor):
    """Take the guards away."""
    for name, table, _columns, _when in GUARDS:
        on = f" ON {table}" if schema_editor.connection.vendor == "postgresql" else ""
        schema_editor.execute(f"DROP TRIGGER {name}{on}")
        if on:
            schema_editor.execute(f"DROP FUNCTION {name}()")


class Migration(migrations.Migration):
    dependencies = [("groups", "0004_sessions")]

    operations = [migrations.RunPython(close, open_again)]
