"""Addresses of the figures: all behind the desk (`/schreibtisch/zahlen/`)."""

from django.urls import path, register_converter
from django.urls.converters import StringConverter

from deele.reporting.views import figures, outside


class FormOfFile(StringConverter):
    """The two forms a table is sent in."""

    regex = "csv|xlsx"


register_converter(FormOfFile, "table_form")

app_name = "reporting"
urlpatterns = [
    path("", figures.first, name="first"),
    path("zahlen.<table_form:form>", figures.first_file, name="first-file"),
    path("aussen/", outside.first, name="outside"),
    path("aussen/<int:year>/", outside.first, name="outside-year"),
    path("aussen/<int:year>/zahlen.<table_form:form>", outside.first_file, name="outside-file"),
    path("aussen/<int:year>/<slug:key>/<slug:split>/", outside.split, name="outside-split"),
    path(
        "aussen/<int:year>/<slug:key>/<slug:split>/tabelle.<table_form:form>",
        outside.split_file,
        name="outside-split-file",
    ),
    path("<slug:key>/", figures.figure, name="figure"),
    path("<slug:key>/liste/", figures.records, name="records"),
    path("<slug:key>/<slug:split>/", figures.figure, name="split"),
    path("<slug:key>/<slug:split>/tabelle.<table_form:form>", figures.figure_file, name="split-file"),
]
