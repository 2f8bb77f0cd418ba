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


class JobWorker(models.Model):
    """A worker process that says every few seconds that it lives. Bookkeeping only."""

    id = models.CharField(_("name of the worker"), max_length=64, primary_key=True)
    host = models.CharField(_("machine"), max_length=120)
    pid = models.PositiveIntegerField(_("process"))
    started_at = models.DateTimeField(_("started at"))
    seen_at = models.DateTimeField(_("last seen"))

    class Meta:
        verbose_name = _("worker")
        verbose_name_plural = _("workers")

    def __str__(self) -> str:
        return self.id


class JobSchedule(models.Model):
    """One row per periodic job: when it is due and who runs it. Bookkeeping only.

    `token` is the fence: each claim raises it by one, and a worker may close only the run whose token
    it still holds. `running_by` is a lease that ends when its worker is no longer seen.
    """

    key = models.CharField(_("job"), max_length=80, primary_key=True)
    due_at = models.DateTimeField(_("due at"))
    running_by = models.CharField(_("run by"), max_length=64, blank=True)
    running_since = models.DateTimeField(_("running since"), null=True)
    token = models.PositiveBigIntegerField(_("token"), default=0)
    last_ok_at = models.DateTimeField(_("last success"), null=True)
    last_error = models.TextField(_("last error"), blank=True)
    fails = models.PositiveIntegerField(_("failures in a row"), default=0)

    class Meta:
        ordering = ["key"]
        verbose_name = _("periodic job")
        verbose_name_plural = _("periodic jobs")

    def __str__(self) -> str:
        return self.key
