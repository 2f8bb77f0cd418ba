"""Addresses of the website beside the page tree."""

from django.contrib.sitemaps import views as sitemaps
from django.urls import path
from django.views.decorators.cache import cache_control

from deele.website.feeds.news import NewsFeed
from deele.website.feeds.sitemaps import SITEMAPS
from deele.website.views import public

app_name = "website"
an_hour = cache_control(public=True, max_age=3600)
urlpatterns = [
    path("suche/", public.search, name="search"),
    path("kontakt/nachricht/", public.message, name="message"),
    path("kontakt/nachricht/danke/", public.message_sent, name="message-sent"),
    path("aktuelles/feed/", NewsFeed(), name="news-feed"),
    path("robots.txt", public.robots, name="robots"),
    path(
        "sitemap.xml",
        an_hour(sitemaps.index),
        {"sitemaps": SITEMAPS, "sitemap_url_name": "website:sitemap-part"},
        name="sitemap",
    ),
    path("sitemap-<section>.xml", an_hour(sitemaps.sitemap), {"sitemaps": SITEMAPS}, name="sitemap-part"),
    path("medien/<path:path>", public.media, name="media"),
]
