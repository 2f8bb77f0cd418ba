"""Addresses of the open interface."""

from django.urls import path

from deele.api import views
from deele.api.api import api

# No app_name: the OpenAPI document looks its own address up under "api-v1".
urlpatterns = [
    path("", views.start, name="api-start"),
    path("v1/", api.urls),
]
