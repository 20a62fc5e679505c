"""The foundation that every other app stands on; it imports none of them."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CoreConfig(AppConfig):
    """Connects what the foundation listens to; features fill the registries."""

    name = "vicinia.core"
    label = "core"
    verbose_name = _("Foundations")

    def ready(self) -> None:
        """Connect what the foundation listens to, and register its scheduled work."""
        from .audit import editorial
        from .credits.models import ImageCredit
        from .imports.runs.tasks import forget_import_files
        from .page_cache import invalidation, watch
        from .silence import notifications  # noqa: F401 - listens
        from .staff import wagtails_exports
        from .tasks import housekeeping, requests
        from .tasks.schedule import Job, jobs

        editorial.connect()
        invalidation.connect()
        requests.connect()
        watch(ImageCredit)
        wagtails_exports.connect()
        housekeeping.register_jobs()
        jobs.register("forget_import_files", Job(forget_import_files, "30 3 * * *"))
