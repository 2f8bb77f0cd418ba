"""`take_bounces FILE…`: count returned mails that lie in files or in a folder (Maildir)."""

from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from deele.newsletter.actions import bounces


class Command(BaseCommand):
    """Each file is one message; the same message twice counts once."""

    help = "Counts returned mails from files; a folder stands for all files in it."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", nargs="+", metavar="FILE", type=Path)

    def handle(self, *args: Any, files: list[Path], **options: Any) -> None:
        read = counted = 0
        for path in every_file(files):
            read += 1
            counted += bounces.take(path.read_bytes(), timezone.now()).counted
        self.stdout.write(f"{read} read, {counted} counted")


def every_file(paths: list[Path]) -> Iterator[Path]:
    """The files, and those in the folders. Raises CommandError for what is not there."""
    for path in paths:
        if path.is_dir():
            yield from sorted(inner for inner in path.rglob("*") if inner.is_file())
        elif path.is_file():
            yield path
        else:
            raise CommandError(f"There is no file {path}.")
