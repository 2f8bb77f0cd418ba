"""Addresses of the open interface."""

from django.urls import path

from deele.api import views
from deele.api.api import api

app_name = "api"
urlpatterns = [
    path("", views.start, name="start"),
    path("v1/", api.urls),
]
