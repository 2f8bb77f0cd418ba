"""Addresses of library."""

from django.urls import path

from deele.library.views import feeds, links_desk, orders, orders_desk, publications, publications_desk

app_name = "library"
DESK = "schreibtisch/bibliothek/"
PUBLICATIONS = [
    path("bibliothek/", publications.publication_list_page, name="list"),
    path("bibliothek/feed/", feeds.PublicationFeed(), name="feed"),
    path("bibliothek/datei/<int:pk>/<str:name>", publications.file, name="file"),
    path("bibliothek/auskunft/<int:pk>/<slug:form>/", publications.cite, name="cite"),
    path("bibliothek/bestellung/<int:pk>/", orders.order, name="order"),
    path("bibliothek/bestellung/<int:pk>/danke/", orders.ordered, name="ordered"),
    path(DESK, publications_desk.publication_list, name="desk-list"),
    path(f"{DESK}neu/", publications_desk.new, name="desk-new"),
    path(f"{DESK}<int:pk>/", publications_desk.publication, name="desk-publication"),
    path(f"{DESK}<int:pk>/zustand/", publications_desk.move, name="desk-move"),
    path(f"{DESK}<int:pk>/auflage/", publications_desk.new_edition, name="desk-edition"),
    path(f"{DESK}<int:pk>/bestand/", publications_desk.set_stock, name="desk-stock"),
    path(f"{DESK}<int:pk>/datei/", publications_desk.add_file, name="desk-file-add"),
    path(f"{DESK}<int:pk>/datei/<int:file_pk>/entfernen/", publications_desk.remove_file, name="desk-file-remove"),
    path(f"{DESK}<int:pk>/datei/<int:file_pk>/lesen/", publications_desk.read_again, name="desk-file-read"),
    path(f"{DESK}bestellungen/", orders_desk.order_list, name="desk-orders"),
    path(f"{DESK}bestellungen/<int:pk>/versandt/", orders_desk.ship, name="desk-order-ship"),
    path(f"{DESK}bestellungen/<int:pk>/absagen/", orders_desk.decline, name="desk-order-decline"),
    path(f"{DESK}links/", links_desk.link_list, name="desk-links"),
]
# Words of publications come last: everything else below /bibliothek/ has its own word (rules.publication.TAKEN).
WORKS = [
    path("bibliothek/<slug:slug>/", publications.newest, name="publication"),
    path("bibliothek/<slug:slug>/<int:year>/", publications.edition, name="edition"),
]
urlpatterns = [*PUBLICATIONS, *WORKS]
