"""Registers the staff's menu groups, what holds for all screens, and the screens of the foundation."""

from wagtail import hooks

from vicinia.core.audit import wagtail_hooks as audit
from vicinia.core.staff import menu
from vicinia.core.staff.deletion import keep_what_is_used

__all__ = ["audit"]

menu.register()
hooks.register("before_delete_snippet", keep_what_is_used)
