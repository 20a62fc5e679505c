"""The staff's menu, grouped by task. An app puts its screens in a group with `menu_hook = menu.CALLS`."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail import hooks
from wagtail.admin.menu import Menu, MenuItem, SubmenuMenuItem

CONTENTS = "register_vicinia_contents_menu_item"
CALLS = "register_vicinia_calls_menu_item"
ORGANISATIONS = "register_vicinia_organisations_menu_item"
SCHOOLS = "register_vicinia_schools_menu_item"
NEWSLETTER = "register_vicinia_newsletter_menu_item"
FIGURES = "register_vicinia_figures_menu_item"

# Wagtail's own entries that the group "Contenuti" takes in; its pages are reached from there too.
TAKEN_IN = ("explorer", "images", "documents")
# What only the people who look after the installation need.
HIDDEN = ("help",)


@dataclass(frozen=True)
class Group:
    """A group of the menu; it is shown only to who may open something inside."""

    hook: str
    name: str
    label: Promise
    icon: str
    order: int


GROUPS = (
    Group(CONTENTS, "contents", _("Contents"), "doc-full", 100),
    Group(CALLS, "calls", pgettext_lazy("menu", "Calls"), "form", 200),
    Group(ORGANISATIONS, "organisations", pgettext_lazy("menu", "Organisations"), "group", 300),
    Group(SCHOOLS, "schools", pgettext_lazy("menu", "Schools"), "openquote", 400),
    Group(NEWSLETTER, "newsletter", _("Newsletter"), "mail", 500),
    Group(FIGURES, "figures", _("Figures"), "table", 600),
)


def register() -> None:
    """Register the groups with Wagtail (called by `wagtail_hooks`)."""
    for group in GROUPS:
        hooks.register("register_admin_menu_item", _submenu_factory(group))
    for name in TAKEN_IN:
        hooks.register(CONTENTS, _taken_in_factory(name))
    hooks.register("construct_main_menu", regroup)
    hooks.register("construct_reports_menu", spare)


def regroup(request: HttpRequest, items: list[MenuItem]) -> None:
    """Drop from the top level what a group has taken in."""
    items[:] = [item for item in items if item.name not in {*TAKEN_IN, *HIDDEN}]


def spare(request: HttpRequest, items: list[MenuItem]) -> None:
    """Show no report on pages to who writes none (the one on translations asks nobody)."""
    if not writes_pages(request):
        items.clear()


def writes_pages(request: HttpRequest) -> bool:
    """Ask Wagtail's own page policy."""
    from wagtail.permissions import page_permission_policy

    return bool(page_permission_policy.user_has_any_permission(request.user, {"add", "change", "publish"}))


def _submenu_factory(group: Group) -> object:
    def make() -> SubmenuMenuItem:
        return SubmenuMenuItem(
            group.label,
            Menu(register_hook_name=group.hook),
            name=group.name,
            icon_name=group.icon,
            order=group.order,
        )

    return make


def _taken_in_factory(name: str) -> object:
    def make() -> MenuItem:
        for register_item in hooks.get_hooks("register_admin_menu_item"):
            item = register_item()
            if item.name == name:
                if name == "explorer":
                    # The sliding tree works only at the top level: inside the group it is a plain link.
                    return PagesItem(item.label, item.url, name="pages", icon_name=item.icon_name, order=10)
                item.order = 80
                return item
        raise LookupError(f"Wagtail has no menu entry called «{name}»")

    return make


class PagesItem(MenuItem):
    """The tree of pages, for who may touch at least one."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Ask the policy of pages."""
        return writes_pages(request)
