from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [("alliance", "0006_mark_contact_until")]

    operations = [
        migrations.AddConstraint(
            model_name="mark",
            constraint=models.CheckConstraint(
                condition=models.Q(("contact", ""), ("contact_until__isnull", False), _connector="OR"),
                name="mark_contact_has_an_end",
            ),
        ),
    ]
