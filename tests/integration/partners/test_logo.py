"""A body's logo: a raster picture drawn anew, seen by everybody only when the body chooses so."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import Image

from partners.logos.models import Logo
from partners.logos.services import remove_logo, set_logo
from partners.merging.services import merge_organisations, undo_merge
from partners.organisations.enums import MemberRole
from partners.organisations.models import Membership
from partners.profiles.services import choose_public_fields
from tests.factories.accounts import UserFactory
from tests.factories.partners import MembershipFactory, OrganisationFactory
from vicinia.accounts.roles import Role
from vicinia.core.audit.models import AuditEntry
from vicinia.core.files.models import StoredFile

pytestmark = pytest.mark.django_db
WHERE_IT_WAS_TAKEN = "Via dei Tintori 31"


def picture(width: int = 900, height: int = 600, kind: str = "JPEG") -> bytes:
    """A picture that says where it was taken."""
    image, exif, kept = Image.new("RGB", (width, height), "#c8552b"), Image.Exif(), io.BytesIO()
    exif[0x010E] = WHERE_IT_WAS_TAKEN
    image.save(kept, kind, exif=exif)
    return kept.getvalue()


def sent(content: bytes | None = None, name: str = "logo.jpg") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, picture() if content is None else content)


@pytest.fixture
def member() -> Membership:
    membership: Membership = MembershipFactory(organisation__name="La Soglia")
    return membership


def signed_in(membership: Membership) -> Client:
    client = Client()
    client.force_login(membership.user)
    return client


def test_a_logo_is_drawn_anew_and_everybody_sees_it_only_when_the_body_says_so(
    member: Membership, django_capture_on_commit_callbacks: Any
) -> None:
    body, client, everybody = member.organisation, signed_in(member), Client()
    url = reverse("partners:logo", args=[body.pk])
    assert "non ha ancora un logo" in client.get(url).content.decode()
    with django_capture_on_commit_callbacks(execute=True):
        assert client.post(url, {"picture": sent()})["Location"] == url
    logo = Logo.objects.get()
    with logo.file.file.open("rb") as kept:
        content = kept.read()
    assert Image.open(io.BytesIO(content)).size == (logo.width, logo.height) == (480, 320)
    assert WHERE_IT_WAS_TAKEN.encode() not in content
    seen = client.get(reverse("partners:logo_file", args=[body.pk]))
    assert seen.status_code == 200
    # Reading it to its end closes the file.
    assert seen.getvalue() == content
    public = reverse("partners:public_logo", args=[body.pk, logo.file_id.hex[:12]])
    with django_capture_on_commit_callbacks(execute=True):
        choose_public_fields(organisation=body, names=["seat"], by=member.user)
    assert everybody.get(public).status_code == 404
    with django_capture_on_commit_callbacks(execute=True):
        choose_public_fields(organisation=body, names=["seat", "logo"], by=member.user)
    answer = everybody.get(public)
    assert (answer["Content-Type"], answer["X-Content-Type-Options"]) == ("image/png", "nosniff")
    answer.getvalue()
    page = everybody.get(f"/associazioni/la-soglia-{body.pk}/").content.decode()
    assert f'src="{public}" alt="La Soglia"' in page
    assert f'src="{public}" alt=""' in everybody.get("/associazioni/").content.decode()
    with django_capture_on_commit_callbacks(execute=True):
        client.post(url, {"remove": "1"})
    assert everybody.get(public).status_code == 404
    assert not StoredFile.objects.exists()
    assert AuditEntry.objects.filter(action__startswith="partners.organisation.logo_").count() == 2


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>", "non è di un tipo"),
        (b"%PDF-1.7 logo", "non è di un tipo"),
        (b"", "vuoto"),
        (picture(20, 20), "troppo piccola"),
        (picture() + b"\0" * 2_200_000, "più grande di"),
        (picture()[:400], "non si apre"),
    ],
)
def test_what_is_no_picture_is_refused_with_the_reason_and_the_logo_of_before_stays(
    member: Membership, content: bytes, reason: str
) -> None:
    before = set_logo(organisation=member.organisation, upload=sent(), by=member.user)
    url = reverse("partners:logo", args=[member.organisation_id])
    answer = signed_in(member).post(url, {"picture": sent(content)})
    assert answer.status_code == 422
    assert reason in answer.content.decode()
    assert Logo.objects.get() == before
    assert Path(before.file.file.path).exists()


def test_who_only_reads_changes_no_logo(member: Membership) -> None:
    reader = MembershipFactory(organisation=member.organisation, role=MemberRole.READER)
    for by in (reader.user, UserFactory()):
        with pytest.raises(PermissionDenied):
            set_logo(organisation=member.organisation, upload=sent(), by=by)
        with pytest.raises(PermissionDenied):
            remove_logo(organisation=member.organisation, by=by)
    url = reverse("partners:logo", args=[member.organisation_id])
    assert signed_in(MembershipFactory()).get(url).status_code == 404


def test_a_merge_takes_the_logo_along_where_the_other_has_none(member: Membership) -> None:
    office, winner = UserFactory(role=Role.CALLS_OFFICE), OrganisationFactory()
    set_logo(organisation=member.organisation, upload=sent(), by=member.user)
    record = merge_organisations(winner=winner, loser=member.organisation, take=[], by=office)
    assert Logo.objects.get().organisation == winner
    undo_merge(record=record, by=office)
    set_logo(organisation=winner, upload=sent(), by=office)
    merge_organisations(winner=winner, loser=member.organisation, take=[], by=office)
    assert Logo.objects.get(organisation=winner) != Logo.objects.get(organisation=member.organisation)
