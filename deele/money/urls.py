"""Addresses of the money."""

from django.urls.resolvers import URLPattern

app_name = "money"
urlpatterns: list[URLPattern] = []
