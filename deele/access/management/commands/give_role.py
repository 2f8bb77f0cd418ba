"""Give somebody a role from the command line of the house, e.g. the first lead or a technician."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from deele.access.actions import grants
from deele.access.emails import password_link
from deele.access.enums import ROLES
from deele.accounts.models import User
from deele.core.errors import Refusal


class Command(BaseCommand):
    help = "Gives a role; makes and invites the account where there is none and prints its password link."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("email")
        parser.add_argument("role", choices=sorted(ROLES))
        parser.add_argument("--name", default="", help="needed for a new account")

    def handle(self, *args: Any, **options: Any) -> None:
        email, role, now = options["email"].strip().lower(), options["role"], timezone.now()
        user = User.objects.filter(email=email).first()
        try:
            if user:
                grants.give(user=user, role=role, by=None, now=now)
                self.stdout.write(f"{user} is {role} now.")
            elif options["name"]:
                user = grants.invite(email=email, name=options["name"], role=role, by=None, now=now)
                self.stdout.write(f"Invited. Link for the password: {password_link(user)}")
            else:
                raise CommandError("There is no account with this address; add --name to make one.")
        except Refusal as refusal:
            raise CommandError(refusal.message) from refusal
