"""Reading who publishes this site."""

from .models import Letterhead


def letterhead() -> Letterhead:
    """Return the municipality's details; a new installation has only the defaults, unsaved."""
    return Letterhead.objects.first() or Letterhead()
