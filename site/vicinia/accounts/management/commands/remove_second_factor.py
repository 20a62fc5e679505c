"""`manage.py remove_second_factor EMAIL`: for who lost both telephone and recovery codes."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from vicinia.accounts.models import User
from vicinia.accounts.security.services import remove_factors


class Command(BaseCommand):
    """Takes a person's factors away and ends their sessions; check first that it is them."""

    help = "Take away the second factor of a person who lost telephone and recovery codes."

    def add_arguments(self, parser: CommandParser) -> None:
        """Ask whose."""
        parser.add_argument("email")

    def handle(self, *args: Any, email: str, **options: Any) -> None:
        """Remove, or say that there is nobody."""
        try:
            user = User.objects.get_by_natural_key(email)
        except User.DoesNotExist as error:
            raise CommandError(f"Nobody has the address {email}.") from error
        remove_factors(user=user, by=None)
        self.stdout.write(
            f"{user.email} signs in with the password alone, and sets the second step up again."
        )
