"""Registers the staff's menu groups and the screens of the foundation."""

from vicinia.core.audit import wagtail_hooks as audit
from vicinia.core.staff import menu

__all__ = ["audit"]

menu.register()
