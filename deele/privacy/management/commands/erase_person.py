"""Erase a person."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from deele.core.errors import Refusal
from deele.privacy import rules
from deele.privacy.actions import erasure
from deele.privacy.queries import rows


class Command(BaseCommand):
    help = "Erases what is held about a mail address and prints the receipt. Asks first, unless --yes."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("email")
        parser.add_argument("--yes", action="store_true", help="do not ask")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            email = rules.address(options["email"])
            if not options["yes"] and not self.confirmed(email):
                raise CommandError("Nothing was erased.")
            receipt = erasure.erase_person(email=email, now=timezone.now(), by=None)
        except Refusal as refusal:
            raise CommandError(refusal.message) from refusal
        self.stdout.write(f"Receipt {receipt}: {receipt.total} records.")
        for key, count in sorted(receipt.counts.items()):
            self.stdout.write(f"  {key}: {count}")

    def confirmed(self, email: str) -> bool:
        """Show what would go and wait for the word."""
        for holding in rows.holdings(email):
            self.stdout.write(f"  {holding.registration.key}: {len(holding.keys)}")
        return input(f"Erase all this of {email}? This cannot be undone. Write ERASE: ").strip() == "ERASE"
