"""Addresses of events: desk."""

from django.urls.resolvers import URLPattern

patterns: list[URLPattern] = []
