"""`/health/`: for the load balancer, the container platform and whoever is called at night."""

from dataclasses import asdict

from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from .checks import recent


@require_safe
@never_cache
def health(request: HttpRequest) -> JsonResponse:
    """Answer 200 when every part works, 503 with the names of those that do not."""
    outcomes = recent.get()
    failing = [name for name, outcome in outcomes.items() if not outcome.ok]
    return JsonResponse(
        {
            "status": "failing" if failing else "ok",
            "failing": failing,
            "checks": {name: asdict(outcome) for name, outcome in outcomes.items()},
        },
        status=503 if failing else 200,
    )
