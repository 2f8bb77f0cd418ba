"""Page types and pictures."""

from deele.website.models.base import BasePage
from deele.website.models.home import HomePage
from deele.website.models.news import NewsIndexPage, NewsPage
from deele.website.models.pages import ContactPage, EasyLanguagePage, LegalPage, StandardPage
from deele.website.models.pictures import Picture, PictureRendition

__all__ = [
    "BasePage",
    "ContactPage",
    "EasyLanguagePage",
    "HomePage",
    "LegalPage",
    "NewsIndexPage",
    "NewsPage",
    "Picture",
    "PictureRendition",
    "StandardPage",
]
