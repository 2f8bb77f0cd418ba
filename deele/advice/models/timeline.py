"""What hangs on a case: the lines of its timeline, tasks, documents, referrals."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from deele.advice import enums
from deele.advice.models.cases import Case
from deele.advice.models.contacts import Contact
from deele.core.models import BaseModel
from deele.directory.models import Entry
from deele.office.models import Area
from deele.places.models import Place

USER = settings.AUTH_USER_MODEL


class CaseTask(BaseModel):
    """Something to be done for a case."""

    case = models.ForeignKey(Case, models.CASCADE, related_name="tasks", verbose_name=_("case"))
    title = models.CharField(_("what is to be done"), max_length=200)
    due_on = models.DateField(_("due on"), null=True, blank=True)
    assignee = models.ForeignKey(USER, models.SET_NULL, null=True, related_name="+", verbose_name=_("who does it"))
    done_at = models.DateTimeField(_("done at"), null=True)

    class Meta:
        ordering = ["due_on", "pk"]
        verbose_name = _("task of a case")
        verbose_name_plural = _("tasks of cases")
        indexes = [models.Index(fields=["assignee", "done_at", "due_on"], name="case_task_by_assignee")]

    def __str__(self) -> str:
        return str(self.case)


class CaseDocument(BaseModel):
    """A file of a case. It lies in private storage and leaves through a door, always as a download."""

    case = models.ForeignKey(Case, models.CASCADE, related_name="documents", verbose_name=_("case"))
    name = models.CharField(_("name"), max_length=120)
    file = models.FileField(_("file"), upload_to="advice/", max_length=200)
    media_type = models.CharField(_("kind of file"), max_length=100)
    size = models.PositiveBigIntegerField(_("size in bytes"))
    by = models.ForeignKey(USER, models.SET_NULL, null=True, related_name="+", verbose_name=_("added by"))

    class Meta:
        ordering = ["-pk"]
        verbose_name = _("document of a case")
        verbose_name_plural = _("documents of cases")

    def __str__(self) -> str:
        return str(self.case)


class Referral(BaseModel):
    """Somebody was referred to another office. It counts where it happened, also after its case is anonymised."""

    case = models.ForeignKey(
        Case, models.SET_NULL, null=True, blank=True, related_name="referrals", verbose_name=_("case")
    )
    area = models.ForeignKey(Area, models.PROTECT, verbose_name=_("area of work"))
    place = models.ForeignKey(Place, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("place"))
    made_on = models.DateField(_("on"))
    by = models.ForeignKey(USER, models.SET_NULL, null=True, related_name="+", verbose_name=_("adviser"))
    target_kind = models.CharField(_("to what kind of office"), max_length=30, choices=enums.TargetKind.choices)
    entry = models.ForeignKey(
        Entry, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("entry of the directory")
    )
    target_name = models.CharField(_("to whom"), max_length=200, blank=True)
    handover = models.CharField(
        _("what went there"), max_length=16, choices=enums.Handover.choices, default=enums.Handover.ADDRESS
    )
    consent_on = models.DateField(_("consent given on"), null=True, blank=True)
    consent_way = models.CharField(_("how it was given"), max_length=16, choices=enums.ConsentWay.choices, blank=True)
    consent_scope = models.CharField(_("what may be passed on"), max_length=300, blank=True)

    class Meta:
        ordering = ["-made_on", "-pk"]
        verbose_name = _("referral")
        verbose_name_plural = _("referrals")
        indexes = [models.Index(fields=["area", "made_on", "target_kind"], name="referral_by_area")]
        constraints = [
            models.CheckConstraint(
                condition=Q(handover=enums.Handover.ADDRESS) | (Q(consent_on__isnull=False) & ~Q(consent_way="")),
                name="referral_passed_on_with_consent",
            )
        ]

    def __str__(self) -> str:
        return self.get_target_kind_display()


class CaseLine(BaseModel):
    """One line of the timeline: what happened, when, by whom. One table, so that 20,000 of them are still a page."""

    case = models.ForeignKey(Case, models.CASCADE, related_name="lines", verbose_name=_("case"))
    kind = models.CharField(_("kind"), max_length=16, choices=enums.LineKind.choices)
    at = models.DateTimeField(_("at"))
    by = models.ForeignKey(USER, models.SET_NULL, null=True, related_name="+", verbose_name=_("by"))
    detail = models.CharField(_("detail"), max_length=120, blank=True)
    text = models.TextField(_("text"), blank=True)
    contact = models.ForeignKey(Contact, models.CASCADE, null=True, related_name="+", verbose_name=_("contact"))
    task = models.ForeignKey(CaseTask, models.CASCADE, null=True, related_name="+", verbose_name=_("task"))
    document = models.ForeignKey(CaseDocument, models.SET_NULL, null=True, related_name="+", verbose_name=_("document"))
    referral = models.ForeignKey(Referral, models.SET_NULL, null=True, related_name="+", verbose_name=_("referral"))
    form_token = models.CharField(max_length=40, null=True, unique=True, editable=False)

    class Meta:
        ordering = ["-at", "-pk"]
        verbose_name = _("line of the timeline")
        verbose_name_plural = _("lines of the timeline")
        indexes = [
            models.Index(fields=["case", "-at", "-id"], name="case_line_by_time"),
            models.Index(fields=["case", "kind", "-at", "-id"], name="case_line_by_kind"),
        ]

    def __str__(self) -> str:
        return self.get_kind_display()


class ConfidentialNote(BaseModel):
    """What only the people on the case may read, encrypted with a key that never lies in the database.

    `box` is bound to its case: copied to another row it opens nowhere. `key_name` says which key it takes.
    """

    case = models.OneToOneField(Case, models.CASCADE, related_name="confidential", verbose_name=_("case"))
    key_name = models.CharField(_("name of the key"), max_length=16)
    box = models.BinaryField(_("encrypted text"))
    written_by = models.ForeignKey(USER, models.SET_NULL, null=True, related_name="+", verbose_name=_("written by"))
    written_at = models.DateTimeField(_("written at"))

    class Meta:
        ordering = ["pk"]
        verbose_name = _("confidential note")
        verbose_name_plural = _("confidential notes")
        indexes = [models.Index(fields=["key_name"], name="note_by_key")]

    def __str__(self) -> str:
        return str(self.case)
