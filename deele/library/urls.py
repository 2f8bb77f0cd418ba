"""Addresses of library."""

from django.urls import path

from deele.library.views import (
    article,
    article_desk,
    example,
    example_desk,
    feeds,
    links_desk,
    orders,
    orders_desk,
    publications,
    publications_desk,
)
from deele.library.views import path as start_path

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
EXAMPLES, DESK_EXAMPLES = "bibliothek/beispiele/", "schreibtisch/bibliothek/beispiele/"
KNOWLEDGE, DESK_KNOWLEDGE = "bibliothek/wissen/", "schreibtisch/bibliothek/wissen/"
GLOSSARY, DESK_GLOSSARY = "bibliothek/glossar/", "schreibtisch/bibliothek/glossar/"
KNOWLEDGE_PAGES = [
    path("kommunen/einstieg/", start_path.start, name="start-path"),
    path(EXAMPLES, example.example_list, name="examples"),
    path(f"{EXAMPLES}kontakt/<str:token>/", example.contact, name="example-contact"),
    path(f"{EXAMPLES}nachfrage/<str:token>/", example.follow_up, name="follow-up"),
    path(f"{EXAMPLES}<int:pk>/fragen/", example.ask, name="example-ask"),
    path(f"{EXAMPLES}<slug:name>-<int:pk>/", example.example, name="example"),
    path(KNOWLEDGE, article.article_list, name="articles"),
    path(f"{KNOWLEDGE}fragen/", article.questions, name="questions"),
    path(f"{KNOWLEDGE}<slug:name>-<int:pk>/", article.article, name="article"),
    path(GLOSSARY, article.terms, name="terms"),
    path(f"{GLOSSARY}<slug:key>/", article.term, name="term"),
    path(DESK_EXAMPLES, example_desk.example_list, name="desk-examples"),
    path(f"{DESK_EXAMPLES}neu/", example_desk.example_form, name="desk-example-new"),
    path(f"{DESK_EXAMPLES}entwurf/<int:pk>/uebernehmen/", example_desk.take_over, name="desk-example-take-over"),
    path(f"{DESK_EXAMPLES}nachfrage/<int:pk>/", example_desk.look_through, name="desk-follow-up"),
    path(f"{DESK_EXAMPLES}<int:pk>/", example_desk.example, name="desk-example"),
    path(f"{DESK_EXAMPLES}<int:pk>/aendern/", example_desk.example_form, name="desk-example-change"),
    path(f"{DESK_EXAMPLES}<int:pk>/weg/", example_desk.move, name="desk-example-move"),
    path(f"{DESK_EXAMPLES}<int:pk>/geprueft/", example_desk.check, name="desk-example-check"),
    path(f"{DESK_EXAMPLES}<int:pk>/kontakt/", example_desk.contact, name="desk-example-contact"),
    path(f"{DESK_EXAMPLES}<int:pk>/kontakt/ende/", example_desk.contact_end, name="desk-example-contact-end"),
    path(f"{DESK_EXAMPLES}<int:pk>/nachfragen/", example_desk.ask, name="desk-example-ask"),
    path(DESK_KNOWLEDGE, article_desk.article_list, name="desk-articles"),
    path(f"{DESK_KNOWLEDGE}neu/", article_desk.article_form, name="desk-article-new"),
    path(f"{DESK_KNOWLEDGE}offene-fragen/", article_desk.open_questions, name="desk-gaps"),
    path(f"{DESK_KNOWLEDGE}<int:pk>/", article_desk.article_form, name="desk-article"),
    path(f"{DESK_KNOWLEDGE}<int:pk>/weg/", article_desk.article_move, name="desk-article-move"),
    path(f"{DESK_KNOWLEDGE}<int:pk>/geprueft/", article_desk.article_check, name="desk-article-check"),
    path(DESK_GLOSSARY, article_desk.term_list, name="desk-terms"),
    path(f"{DESK_GLOSSARY}neu/", article_desk.term_form, name="desk-term-new"),
    path(f"{DESK_GLOSSARY}<slug:key>/", article_desk.term_form, name="desk-term"),
    path(f"{DESK_GLOSSARY}<slug:key>/entfernen/", article_desk.term_remove, name="desk-term-remove"),
]
# Words of publications come last: everything else below /bibliothek/ has its own word (rules.publication.TAKEN).
WORKS = [
    path("bibliothek/<slug:slug>/", publications.newest, name="publication"),
    path("bibliothek/<slug:slug>/<int:year>/", publications.edition, name="edition"),
]
urlpatterns = [*PUBLICATIONS, *KNOWLEDGE_PAGES, *WORKS]
