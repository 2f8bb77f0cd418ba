"""Bring the CMS group of editors in line with the roles."""

from typing import Any

from django.core.management.base import BaseCommand

from deele.access.actions import cms


class Command(BaseCommand):
    help = "Gives everybody who may edit pages access to the CMS, and takes it from everybody else."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"{cms.sync_all()} people looked at.")
