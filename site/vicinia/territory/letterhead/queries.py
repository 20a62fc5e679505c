"""Reading who publishes this site."""

from vicinia.core.mail import Signature

from .models import Letterhead


def letterhead() -> Letterhead:
    """Return the municipality's details; a new installation has only the defaults, unsaved."""
    return Letterhead.objects.first() or Letterhead()


def mail_signature() -> Signature:
    """Return who writes, for the head and foot of every mail."""
    who = letterhead()
    return Signature(who.full_name, who.office, who.address, who.phone, who.email)
