"""A session knows the date of a poll it came from. SQLite rebuilds its table for that, and with it goes the guard of
confirmed minutes (0005): it is put up again."""

import django.db.models.deletion
from django.db import migrations, models

SESSIONS = "groups_session"
GUARD = f"{SESSIONS}_closed"


def guard_again(apps, schema_editor):
    """Put the guard up where the rebuilt table lost it."""
    if schema_editor.connection.vendor != "sqlite":
        return
    schema_editor.execute(f"DROP TRIGGER IF EXISTS {GUARD}")
    schema_editor.execute(
        f"CREATE TRIGGER {GUARD} BEFORE UPDATE OF state ON {SESSIONS} FOR EACH ROW "
        "WHEN (OLD.state = 'protokoll_bestaetigt' AND NEW.state <> OLD.state) "
        "BEGIN SELECT RAISE(ABORT, 'confirmed minutes are only added to'); END"
    )


class Migration(migrations.Migration):
    dependencies = [
        ("groups", "0005_confirmed_minutes_stay"),
    ]

    operations = [
        migrations.AddField(
            model_name="session",
            name="option",
            field=models.OneToOneField(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="session",
                to="groups.polloption",
                verbose_name="date of a poll it came from",
            ),
        ),
        migrations.AlterField(
            model_name="session",
            name="sequence",
            field=models.PositiveIntegerField(default=0, editable=False, verbose_name="state for calendars"),
        ),
        migrations.RunPython(guard_again, guard_again),
    ]
