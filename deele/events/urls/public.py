"""Addresses of events: public."""

from django.urls.resolvers import URLPattern

patterns: list[URLPattern] = []
