"""A file of a publication, the text of its pages, what the check found, how often it was fetched."""

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from deele.core.models import BaseModel
from deele.library.enums.publication import FileState, Language, Verdict
from deele.library.models.publication import Publication

USER = settings.AUTH_USER_MODEL


class PublicationFile(BaseModel):
    """A file in private storage; it leaves through a door once its publication is public and it was read.

    `sha256` tells the same file again; `problem` says why a file was not taken.
    """

    publication = models.ForeignKey(Publication, models.CASCADE, related_name="files", verbose_name=_("publication"))
    title = models.CharField(pgettext_lazy("file", "what it is"), max_length=160, blank=True)
    language = models.CharField(_("language"), max_length=3, choices=Language.choices, default=Language.GERMAN)
    file = models.FileField(_("file"), upload_to="library/", max_length=200, blank=True)
    kind = models.CharField(_("kind of file"), max_length=8)
    size = models.PositiveBigIntegerField(_("size in bytes"))
    sha256 = models.CharField(_("checksum"), max_length=64)
    pages = models.PositiveIntegerField(_("pages"), null=True, blank=True)
    state = models.CharField(_("state"), max_length=10, choices=FileState.choices, default=FileState.WAITING)
    problem = models.CharField(_("why it was not taken"), max_length=32, blank=True)
    downloads = models.PositiveIntegerField(_("downloads"), default=0)
    rank = models.PositiveSmallIntegerField(_("order"), default=0)
    by = models.ForeignKey(USER, models.SET_NULL, null=True, related_name="+", verbose_name=_("added by"))

    class Meta:
        ordering = ["rank", "pk"]
        verbose_name = _("file of a publication")
        verbose_name_plural = _("files of publications")
        constraints = [
            models.UniqueConstraint(fields=["publication", "sha256"], name="publication_file_once"),
        ]

    def __str__(self) -> str:
        return self.title or str(self.publication)

    def get_absolute_url(self) -> str:
        return reverse("library:file", args=[self.pk, self.file_name])

    @property
    def file_name(self) -> str:
        """The name it is saved under."""
        year = f"-{self.publication.year}" if self.publication.year else ""
        return f"{self.publication.slug}{year}.{self.kind}"

    @property
    def is_pdf(self) -> bool:
        """Whether it is a PDF."""
        return self.kind == "pdf"

    @property
    def is_offered(self) -> bool:
        """Whether it was read and may leave the house with its publication."""
        return self.state in (FileState.READY, FileState.NO_TEXT)


class PageText(models.Model):
    """The text of one page of a PDF, for hits that name their page."""

    file = models.ForeignKey(PublicationFile, models.CASCADE, related_name="page_texts", verbose_name=_("file"))
    number = models.PositiveIntegerField(_("page"))
    text = models.TextField(_("text"))

    class Meta:
        ordering = ["file", "number"]
        verbose_name = _("text of a page")
        verbose_name_plural = _("texts of pages")
        constraints = [models.UniqueConstraint(fields=["file", "number"], name="page_text_once")]

    def __str__(self) -> str:
        return f"{self.file_id}, {self.number}"


class PdfReport(models.Model):
    """What the check of a PDF found: keys of rules.pdf_findings with the numbers that belong to them."""

    file = models.OneToOneField(PublicationFile, models.CASCADE, related_name="report", verbose_name=_("file"))
    checked_at = models.DateTimeField(_("checked at"))
    verdict = models.CharField(_("in one word"), max_length=10, choices=Verdict.choices)
    findings = models.JSONField(_("findings"), default=list)

    class Meta:
        ordering = ["file"]
        verbose_name = _("check of a PDF")
        verbose_name_plural = _("checks of PDFs")

    def __str__(self) -> str:
        return self.get_verdict_display()


class DownloadDay(models.Model):
    """How often a file was fetched on a day. Nothing is kept of who fetched it."""

    file = models.ForeignKey(PublicationFile, models.CASCADE, related_name="days", verbose_name=_("file"))
    day = models.DateField(_("day"))
    number = models.PositiveIntegerField(_("downloads"), default=0)

    class Meta:
        ordering = ["-day", "file"]
        verbose_name = _("downloads of a day")
        verbose_name_plural = _("downloads by day")
        constraints = [models.UniqueConstraint(fields=["file", "day"], name="download_day_once")]
        indexes = [models.Index(fields=["day", "file"], name="download_by_day")]

    def __str__(self) -> str:
        return f"{self.day}: {self.number}"
