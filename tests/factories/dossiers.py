"""Documents of bodies' dossiers, made through the services as members and the office make them."""

from __future__ import annotations

import itertools
from datetime import date, timedelta
from typing import Any

from partners.dossier.catalogue import CATALOGUE
from partners.dossier.details import Details
from partners.dossier.enums import DocumentType
from partners.dossier.models import DossierVersion
from partners.dossier.services import approve_version, upload_version
from partners.organisations.models import Organisation
from tests.factories.accounts import UserFactory
from tests.factories.documents import pdf_bytes, upload
from vicinia.accounts.models import User
from vicinia.accounts.roles import Role
from vicinia.core.clock import database_day

_pages = itertools.count(1)


def in_days(days: int) -> date:
    """A day from the database's today."""
    return database_day() + timedelta(days=days)


def uploaded(
    organisation: Organisation,
    type: DocumentType = DocumentType.INSURANCE,
    *,
    by: User | None = None,
    content: bytes | None = None,
    name: str = "polizza.pdf",
    **details: Any,
) -> DossierVersion:
    """A version that the body has just brought: by default an insurance that ends in a year."""
    kind = CATALOGUE[type]
    if kind.expiry == "asked":
        details.setdefault("expires_on", in_days(365))
    # Each file has its own fingerprint.
    content = content or pdf_bytes(pages=next(_pages))
    return upload_version(
        organisation=organisation,
        kind=kind,
        details=Details(**details),
        by=by or organisation.members.order_by("pk")[0],
        upload=None if kind.is_reference else upload(content, name),
    )


def approved(organisation: Organisation, *args: Any, **kwargs: Any) -> DossierVersion:
    """A version that the office has approved."""
    version = uploaded(organisation, *args, **kwargs)
    return approve_version(version=version, by=UserFactory(role=Role.CALLS_OFFICE))
