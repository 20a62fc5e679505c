"""Registers the staff's menu groups."""

from vicinia.core.staff import menu

menu.register()
