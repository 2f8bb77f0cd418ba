"""What somebody sends in: words, photos, and which rights they give."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from deele.core.models import BaseModel
from deele.jointactions.enums import (
    GRANTED,
    MINORS_FINE,
    OWN,
    PEOPLE_FINE,
    PUBLIC_STATES,
    Made,
    Minors,
    People,
    Standing,
    Use,
)
from deele.jointactions.models.call import Call


class SubmissionQuerySet(models.QuerySet["Submission"]):
    """Submissions by where they stand."""

    def shown(self) -> "SubmissionQuerySet":
        """Taken, released for the website, in a public action; whatever else a row says."""
        return self.filter(
            standing=Standing.TAKEN, made__in=OWN, for_website=True, call__action__is_public=True,
            call__action__state__in=PUBLIC_STATES,
        )  # fmt: skip


class Submission(BaseModel):
    """What one person or organisation sent in to a call. Without the needed rights it stays a draft."""

    call = models.ForeignKey(Call, models.PROTECT, related_name="submissions", verbose_name=_("call"))
    name = models.CharField(_("your name"), max_length=120, blank=True)
    organisation = models.CharField(_("organisation"), max_length=160, blank=True)
    email = models.EmailField(_("your e-mail address"), blank=True, db_index=True)
    text = models.TextField(_("your text"), max_length=3000, blank=True)
    town = models.CharField(_("where it was"), max_length=120, blank=True)
    year = models.PositiveSmallIntegerField(_("in which year"), null=True, blank=True)
    credit = models.CharField(_("name beside the photo"), max_length=120, blank=True)
    made = models.CharField(_("who made it"), max_length=16, choices=Made.choices, blank=True)
    people = models.CharField(_("can people be recognised"), max_length=20, choices=People.choices, blank=True)
    minors = models.CharField(_("people under eighteen"), max_length=20, choices=Minors.choices, blank=True)
    for_exhibition = models.BooleanField(Use.EXHIBITION.label, default=False)
    for_website = models.BooleanField(Use.WEBSITE.label, default=False)
    for_print = models.BooleanField(Use.PRINT.label, default=False)
    for_press = models.BooleanField(Use.PRESS.label, default=False)
    terms_version = models.PositiveIntegerField(_("version of the terms agreed to"), default=0, editable=False)
    standing = models.CharField(_("state"), max_length=16, choices=Standing.choices, default=Standing.DRAFT)
    standing_since = models.DateTimeField(_("in this state since"))
    answer = models.CharField(_("answer of the office"), max_length=500, blank=True)
    submitted_at = models.DateTimeField(_("handed in at"), null=True, blank=True)
    ended_on = models.DateField(_("ended on"), null=True, blank=True)
    form_token = models.CharField(_("token of the form"), max_length=64, null=True, blank=True, unique=True)

    objects = SubmissionQuerySet.as_manager()

    class Meta:
        ordering = ["submitted_at", "pk"]
        verbose_name = _("submission to a call")
        verbose_name_plural = _("submissions to calls")
        indexes = [
            models.Index(fields=["standing", "submitted_at"], name="submission_standing"),
            models.Index(fields=["call", "standing"], name="submission_call"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(standing=Standing.TAKEN) | Q(made__in=OWN), name="submission_taken_with_right"
            ),
        ]

    def __str__(self) -> str:
        """Its number: what people wrote must not be copied into the log."""
        return f"{self._meta.verbose_name} {self.pk}"

    def desk_url(self) -> str:
        """Where the office looks at it."""
        return reverse("jointactions:desk-submission", args=[self.pk])

    @property
    def uses(self) -> frozenset[str]:
        """What it may be used for."""
        return frozenset(use.value for use, column in GRANTED.items() if getattr(self, column))


class PhotoQuerySet(models.QuerySet["Photo"]):
    """Photos by what may be done with them."""

    def cleared(self, use: Use) -> "PhotoQuerySet":
        """Taken, with every right this use needs. Asks for each right itself, whatever moved the row here."""
        released = Q(submission__people=People.NOBODY) | Q(
            submission__people__in=PEOPLE_FINE, submission__minors__in=MINORS_FINE
        )
        granted = {f"submission__{GRANTED[use]}": True}
        return self.filter(
            released, submission__standing=Standing.TAKEN, submission__made__in=OWN, left_out=False, **granted
        ).exclude(image="")

    def public(self) -> "PhotoQuerySet":
        """What stands on the website: cleared for it, and its action is public."""
        action = "submission__call__action"
        shown = {f"{action}__is_public": True, f"{action}__state__in": PUBLIC_STATES}
        return self.cleared(Use.WEBSITE).filter(**shown)


class Photo(models.Model):
    """One photo, drawn anew without camera and place. Its file lies where no address leads; a door lets it out."""

    submission = models.ForeignKey(
        Submission, models.CASCADE, related_name="photos", verbose_name=_("submission to a call")
    )
    image = models.ImageField(_("photo"), upload_to="jointactions/%Y/", max_length=200)
    small = models.ImageField(_("small photo"), upload_to="jointactions/%Y/", max_length=200)
    width = models.PositiveIntegerField(_("width"), default=0, editable=False)
    height = models.PositiveIntegerField(_("height"), default=0, editable=False)
    alt = models.CharField(_("what the photo shows"), max_length=200, blank=True)
    rank = models.PositiveSmallIntegerField(_("order"), default=0)
    left_out = models.BooleanField(_("not shown"), default=False)
    digest = models.CharField(_("name of its bytes"), max_length=64, editable=False, db_index=True)
    look = models.CharField(_("how it looks"), max_length=16, editable=False, blank=True)

    objects = PhotoQuerySet.as_manager()

    class Meta:
        ordering = ["rank", "pk"]
        verbose_name = _("photo sent in")
        verbose_name_plural = _("photos sent in")
        constraints = [
            models.UniqueConstraint(
                fields=["submission", "digest"], condition=~Q(digest=""), name="photo_once_in_a_submission"
            )
        ]

    def __str__(self) -> str:
        return f"{self._meta.verbose_name} {self.pk}"


class PhotoUse(models.Model):
    """Where a photo was used; what has to be taken down when it is withdrawn."""

    photo = models.ForeignKey(Photo, models.CASCADE, related_name="used_in", verbose_name=_("photo sent in"))
    kind = models.CharField(_("kind of use"), max_length=12, choices=Use.choices)
    where = models.CharField(_("where"), max_length=200)
    since = models.DateField(_("since"))
    ended_on = models.DateField(_("taken down on"), null=True, blank=True)

    class Meta:
        ordering = ["-since", "-pk"]
        verbose_name = _("use of a photo")
        verbose_name_plural = _("uses of photos")
        constraints = [models.UniqueConstraint(fields=["photo", "kind", "where"], name="photouse_once")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.where}"
