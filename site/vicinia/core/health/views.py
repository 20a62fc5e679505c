"""`/health/`: for the load balancer, the container platform and whoever is called at night."""

from dataclasses import asdict

from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from .checks import failing, recent


@require_safe
@never_cache
def health(request: HttpRequest) -> JsonResponse:
    """Answer 200 when every part works, 503 with the names of those that do not."""
    outcomes = recent.get()
    names = failing(outcomes)
    response = JsonResponse(
        {
            "status": "failing" if names else "ok",
            "failing": names,
            "checks": {name: asdict(outcome) for name, outcome in outcomes.items()},
        },
        status=503 if names else 200,
    )
    # Django would write an error at every question; the checks write one line when something changes.
    response._has_been_logged = True  # type: ignore[attr-defined]
    return response
