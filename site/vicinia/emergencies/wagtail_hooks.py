"""Registers the staff's screen of the notice above every page."""

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from vicinia.core.staff import menu

from .banners.views import PERMISSION, banner_screen, close


class BannerItem(MenuItem):
    """Shown to who may raise a notice."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Ask for the permission."""
        return request.user.has_perm(PERMISSION)


@hooks.register("register_admin_urls")
def banner_urls() -> list[URLPattern]:
    """Addresses under /cms/."""
    return [
        path("avviso/", banner_screen, name="banner"),
        path("avviso/chiudi/", close, name="close_banner"),
    ]


@hooks.register(menu.CONTENTS)
def banner_item() -> MenuItem:
    """The entry of the group "Contents"."""
    return BannerItem(_("Notice above every page"), reverse("banner"), icon_name="warning", order=60)
