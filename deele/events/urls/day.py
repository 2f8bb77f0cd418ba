"""Addresses of events: day."""

from django.urls.resolvers import URLPattern

patterns: list[URLPattern] = []
