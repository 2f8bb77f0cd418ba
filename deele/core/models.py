"""The base of every row of the house."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class BaseModel(models.Model):
    """When a row was made, when it changed, and which version of it a form was filled from.

    `version` is the token of `core.versions`: every write through an action raises it by one, and a
    form that was opened on an older version is shown the conflict instead of overwriting.
    """

    created_at = models.DateTimeField(_("created at"), auto_now_add=True)
    updated_at = models.DateTimeField(_("updated at"), auto_now=True)
    version = models.PositiveIntegerField(_("version"), default=1, editable=False)

    class Meta:
        abstract = True
