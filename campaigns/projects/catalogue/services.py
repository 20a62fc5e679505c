"""Writes about projects and editions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from vicinia.core import audit
from vicinia.core.page_cache.invalidation import public_content_changed

from .models import Edition, SchoolProject

if TYPE_CHECKING:
    from vicinia.accounts.models import User


class FewerPlacesThanClasses(ValidationError):
    """More classes are confirmed than the places asked for."""


def save_project(*, project: SchoolProject, by: User) -> SchoolProject:
    """Keep a new or changed project with its audiences."""
    with transaction.atomic():
        verb = "created" if project.pk is None else "changed"
        project.save()
        audit.record(f"campaigns.school_project.{verb}", by=by, target=project)
        public_content_changed()
    return project


def save_edition(*, edition: Edition, by: User) -> Edition:
    """Keep a new or changed edition; places that it adds go at once to the waiting list.

    Raises FewerPlacesThanClasses: a class that was told yes keeps its place.
    """
    from campaigns.projects.enrolments.services import confirmed_classes, fill_free_places, lock_edition

    with transaction.atomic():
        verb = "created" if edition.pk is None else "changed"
        if edition.pk is not None:
            taken = confirmed_classes(lock_edition(edition.pk))
            if edition.places < taken:
                raise FewerPlacesThanClasses(
                    _("%(taken)s classes are confirmed already: the places cannot be fewer.")
                    % {"taken": taken}
                )
        edition.save()
        audit.record(f"campaigns.edition.{verb}", by=by, target=edition, places=edition.places)
        fill_free_places(edition, by=by)
        public_content_changed()
    return edition
