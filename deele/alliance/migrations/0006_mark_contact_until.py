"""Contacts at passages get an end: a year from today, as if the profile was confirmed now."""

from datetime import timedelta

from django.db import migrations, models
from django.utils import timezone


def give_a_year(apps, schema_editor):
    """Every contact that is there."""
    rows = apps.get_model("alliance", "Mark").objects.exclude(contact="")
    rows.update(contact_until=timezone.localdate() + timedelta(days=365))


class Migration(migrations.Migration):

    dependencies = [("alliance", "0005_topic_mute")]

    operations = [
        migrations.AddField(
            model_name="mark",
            name="contact_until",
            field=models.DateField(blank=True, editable=False, null=True, verbose_name="contact confirmed until"),
        ),
        migrations.RunPython(give_a_year, migrations.RunPython.noop),
    ]
