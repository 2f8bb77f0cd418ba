"""Addresses of jointactions."""

from django.urls import URLPattern

app_name = "jointactions"
urlpatterns: list[URLPattern] = []
