"""Which fields of the website speak of a person. Pages speak for the office; what they name is public on purpose."""

from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from deele.privacy.kinds import register
from deele.website.models import (
    BasePage,
    ContactPage,
    EasyLanguagePage,
    HomePage,
    LegalPage,
    NewsIndexPage,
    NewsPage,
    Picture,
    PictureRendition,
    StandardPage,
)


def own_fields(model: type[BasePage]) -> list[str]:
    """The fields a page type adds to those of Wagtail's page."""
    inherited = {field.name for field in Page._meta.get_fields()} | {"page_ptr"}
    return [field.name for field in model._meta.local_concrete_fields if field.name not in inherited]


for page in (HomePage, StandardPage, NewsIndexPage, NewsPage, ContactPage, LegalPage, EasyLanguagePage):
    register(page, purpose=_("Public pages of the office"), keep=own_fields(page))

register(
    Picture,
    purpose=_("Pictures of the website; who took them is named beside them, as the law asks"),
    keep=[
        "title", "file", "description", "width", "height", "focal_point_x", "focal_point_y", "focal_point_width",
        "focal_point_height", "file_size", "file_hash", "collection", "uploaded_by_user", "credit",
    ],
)  # fmt: skip
register(
    PictureRendition,
    purpose=_("Pictures in the sizes pages need"),
    keep=["image", "filter_spec", "file", "width", "height", "focal_point_key"],
)
