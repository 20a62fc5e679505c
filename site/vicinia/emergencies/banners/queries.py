"""Reading the notice that is shown now."""

from vicinia.core import components

from .models import Banner


def current_banner() -> components.Banner | None:
    """Return the notice to show above every page, or None; one query."""
    banner = Banner.objects.filter(is_raised=True).select_related("page").first()
    if banner is None:
        return None
    page = banner.page
    return components.Banner(
        level=banner.level,  # type: ignore[arg-type]
        title=banner.title,
        text=banner.text,
        url=(page.url or "") if page and page.live else "",
    )
