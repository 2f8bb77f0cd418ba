"""Addresses of library."""

from django.urls import path

from deele.library.views import article, article_desk, example, example_desk
from deele.library.views import path as start_path

app_name = "library"
EXAMPLES, DESK_EXAMPLES = "bibliothek/beispiele/", "schreibtisch/bibliothek/beispiele/"
KNOWLEDGE, DESK_KNOWLEDGE = "bibliothek/wissen/", "schreibtisch/bibliothek/wissen/"
GLOSSARY, DESK_GLOSSARY = "bibliothek/glossar/", "schreibtisch/bibliothek/glossar/"
knowledge = [
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
urlpatterns = [*knowledge]
