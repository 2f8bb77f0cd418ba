"""Makes examples, articles and the glossary of the demonstration."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from deele.library.actions import knowledge_starter as starter


class Command(BaseCommand):
    help = "Load the glossary, four good examples as facts with their source, and some texts; known ones stay"

    def handle(self, *args: Any, **options: Any) -> None:
        now = timezone.now()
        words, examples = starter.load_glossary(now=now), starter.load_examples(now=now)
        texts = starter.load_articles(now=now)
        self.stdout.write(f"{words} Begriffe, {examples} gute Beispiele, {texts} Texte angelegt.")
