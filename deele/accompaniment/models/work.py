"""What the office does for a plan: contacts, tasks, files, decisions (domain §4.8)."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from deele.accompaniment import enums
from deele.accompaniment.models.plans import A_PLAN, Milestone, Plan
from deele.core.models import BaseModel

USER = settings.AUTH_USER_MODEL


class SentOnce(models.Model):
    """Made by a form that is known by its token, so that a second click makes nothing."""

    form_token = models.CharField(max_length=40, null=True, unique=True, editable=False)

    class Meta:
        abstract = True


class PlanContact(BaseModel, SentOnce):
    """One time the office and the people of a plan had to do with each other. It counts, whoever it was."""

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="contacts", verbose_name=A_PLAN)
    happened_on = models.DateField(_("on"))
    kind = models.CharField(_("kind"), max_length=16, choices=enums.ContactKind.choices, default=enums.ContactKind.TALK)
    channel = models.CharField(
        _("by which way"), max_length=16, choices=enums.Channel.choices, default=enums.Channel.PHONE
    )
    duration = models.CharField(
        _("how long"), max_length=12, choices=enums.Duration.choices, default=enums.Duration.LONG
    )
    people = models.PositiveSmallIntegerField(_("number of people"), default=1)
    note = models.TextField(_("what was said"), blank=True)
    next_step = models.CharField(_("next step"), max_length=300, blank=True)
    by = models.ForeignKey(USER, models.SET_NULL, null=True, related_name="+", verbose_name=_("adviser"))

    class Meta:
        ordering = ["-happened_on", "-pk"]
        verbose_name = _("contact of accompaniment")
        verbose_name_plural = _("contacts of accompaniment")
        indexes = [models.Index(fields=["plan", "-happened_on", "-id"], name="plan_contact_by_day")]

    def __str__(self) -> str:
        return self.get_kind_display()


class PlanTask(BaseModel, SentOnce):
    """Something to be done, by the office or, `for_group`, by the group itself."""

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="tasks", verbose_name=A_PLAN)
    title = models.CharField(_("what is to be done"), max_length=200)
    due_on = models.DateField(_("due on"), null=True, blank=True)
    assignee = models.ForeignKey(
        USER, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("who does it")
    )
    for_group = models.BooleanField(_("for the group (it sees the task)"), default=False)
    done_on = models.DateField(_("done on"), null=True, blank=True)

    class Meta:
        ordering = ["done_on", "due_on", "pk"]
        verbose_name = _("task of a plan")
        verbose_name_plural = _("tasks of plans")
        indexes = [models.Index(fields=["assignee", "done_on", "due_on"], name="plan_task_by_assignee")]

    def __str__(self) -> str:
        return self.title


class PlanFile(BaseModel, SentOnce):
    """A file of a plan, in private storage; it leaves through a door, always as a download."""

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="files", verbose_name=A_PLAN)
    milestone = models.ForeignKey(
        Milestone, models.SET_NULL, null=True, blank=True, related_name="files", verbose_name=_("proof of")
    )
    name = models.CharField(_("name"), max_length=120)
    file = models.FileField(_("file"), upload_to="accompaniment/", max_length=200)
    size = models.PositiveBigIntegerField(_("size in bytes"))
    shared = models.BooleanField(_("the group sees it"), default=False)
    by = models.ForeignKey(USER, models.SET_NULL, null=True, related_name="+", verbose_name=_("added by"))
    from_group = models.BooleanField(_("from the group"), default=False)

    class Meta:
        ordering = ["-pk"]
        verbose_name = _("file of a plan")
        verbose_name_plural = _("files of plans")

    def __str__(self) -> str:
        return self.name


class Decision(BaseModel, SentOnce):
    """What was decided, when, by whom; the group reads it too."""

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="decisions", verbose_name=A_PLAN)
    decided_on = models.DateField(_("decided on"))
    text = models.TextField(_("what was decided"))
    decided_by = models.CharField(_("who decided"), max_length=200, blank=True)

    class Meta:
        ordering = ["-decided_on", "-pk"]
        verbose_name = _("decision in a plan")
        verbose_name_plural = _("decisions in plans")

    def __str__(self) -> str:
        return self.text[:80]
