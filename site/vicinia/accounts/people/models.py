"""The person who signs in: known by e-mail address."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class UserManager(BaseUserManager["User"]):
    """Makes people with a lower-case address, so that one person cannot sign up twice by case."""

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> User:
        """Create a person who can sign in."""
        user = self.model(email=email.strip().lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields: Any) -> User:
        """Create the administrator of the installation."""
        return self.create_user(email, password, is_staff=True, is_superuser=True, **fields)

    def get_by_natural_key(self, username: str | None) -> User:
        """Find a person whatever the case of the address typed."""
        return self.get(email__iexact=username or "")


class User(AbstractBaseUser, PermissionsMixin):
    """A person: citizen, member of a body, teacher or staff (`is_staff`; roles open the Wagtail admin)."""

    email = models.EmailField(_("e-mail address"), unique=True)
    first_name = models.CharField(_("first name"), max_length=100, blank=True)
    last_name = models.CharField(_("last name"), max_length=100, blank=True)
    is_staff = models.BooleanField(_("works for the office"), default=False)
    is_active = models.BooleanField(_("can sign in"), default=True)
    # That of the pages they use: mails to them are written in it.
    language = models.CharField(_("language"), max_length=10, default="it", editable=False)
    # When a person who no longer signs in was told that the account goes.
    closing_warned_at = models.DateTimeField(_("warned of the closing at"), null=True, editable=False)
    date_joined = models.DateTimeField(_("registered on"), default=timezone.now)

    objects: ClassVar[UserManager] = UserManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        constraints = [models.UniqueConstraint(Lower("email"), name="accounts_user_email_any_case")]

    def __str__(self) -> str:
        return self.get_full_name() or self.email

    def get_full_name(self) -> str:
        """Return name and surname, or nothing when the person gave none."""
        return f"{self.first_name} {self.last_name}".strip()

    def get_short_name(self) -> str:
        """Return how mails greet the person."""
        return self.first_name or self.email
