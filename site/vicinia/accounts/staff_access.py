"""What every role needs to work in the admin: the door, the tree of pages, images and documents."""

from __future__ import annotations

from typing import Any

from django.apps import AppConfig
from django.contrib.auth.models import Group, Permission
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page

from .roles import Role

PAGE_WRITERS: dict[Role, tuple[str, ...]] = {
    Role.EDITOR: ("add_page", "change_page", "publish_page"),
    Role.PUBLISHER: (
        "add_page",
        "change_page",
        "publish_page",
        "lock_page",
        "unlock_page",
        "bulk_delete_page",
    ),
    Role.ADMINISTRATOR: (
        "add_page",
        "change_page",
        "publish_page",
        "lock_page",
        "unlock_page",
        "bulk_delete_page",
    ),
    Role.CALLS_OFFICE: ("change_page",),
    Role.SCHOOLS_OFFICE: ("change_page",),
}
MEDIA_WRITERS = (Role.EDITOR, Role.PUBLISHER, Role.ADMINISTRATOR, Role.CALLS_OFFICE, Role.SCHOOLS_OFFICE)
MEDIA_PERMISSIONS = (
    "add_image",
    "change_image",
    "choose_image",
    "add_document",
    "change_document",
    "choose_document",
)


def after_migrate(sender: AppConfig, **_kwargs: Any) -> None:
    """Give the roles what they need of Wagtail's own permissions (post_migrate)."""
    if sender.label == "wagtailadmin":
        open_the_door()
    if sender.label == "wagtailcore":
        share_pages()
    if sender.label in {"wagtailimages", "wagtaildocs"}:
        share_media(sender.label)


def open_the_door() -> None:
    """Every role may enter the admin; what it finds there depends on the other rows."""
    door = Permission.objects.get(content_type__app_label="wagtailadmin", codename="access_admin")
    for role in Role:
        Group.objects.get_or_create(name=role)[0].permissions.add(door)


def share_pages() -> None:
    """Give each writing role its rights on the whole tree, once: what was narrowed to sections stays so."""
    root = Page.objects.filter(depth=1).first()
    if root is None:
        return
    for role, codenames in PAGE_WRITERS.items():
        group, _created = Group.objects.get_or_create(name=role)
        if GroupPagePermission.objects.filter(group=group).exclude(page=root).exists():
            continue
        for permission in Permission.objects.filter(content_type__model="page", codename__in=codenames):
            GroupPagePermission.objects.get_or_create(group=group, page=root, permission=permission)


def share_media(app_label: str) -> None:
    """Let those who write choose and add images and documents; what was narrowed to collections stays so."""
    root = Collection.get_first_root_node()
    if root is None:
        return
    wanted = Permission.objects.filter(content_type__app_label=app_label, codename__in=MEDIA_PERMISSIONS)
    for role in MEDIA_WRITERS:
        group, _created = Group.objects.get_or_create(name=role)
        given = GroupCollectionPermission.objects.filter(group=group, permission__in=wanted)
        if given.exclude(collection=root).exists():
            continue
        for permission in wanted:
            GroupCollectionPermission.objects.get_or_create(
                group=group, collection=root, permission=permission
            )
