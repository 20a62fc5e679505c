"""Registers the staff's menu groups, what holds for all screens, and the screens of the foundation."""

from wagtail import hooks

from vicinia.core.audit import wagtail_hooks as audit
from vicinia.core.imports.runs import wagtail_hooks as imports
from vicinia.core.pages.video_parts import serve_part
from vicinia.core.quality import wagtail_hooks as quality
from vicinia.core.silence import wagtail_hooks as silence
from vicinia.core.staff import menu
from vicinia.core.staff.deletion import keep_what_is_used
from vicinia.core.traces import wagtail_hooks as traces

__all__ = ["audit", "imports", "quality", "silence", "traces"]

menu.register()
hooks.register("before_delete_snippet", keep_what_is_used)
# After Wagtail's own check of who may read the file.
hooks.register("before_serve_document", serve_part, order=100)
