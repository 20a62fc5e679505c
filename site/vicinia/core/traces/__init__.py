"""Who of the office saw whose data, when: `traces.note(request, ...)` on a screen that shows people.

    traces.note(request, traces.Way.PAGE, [traces.Shown(contact, user_id=contact.user_id)])

What a request notes is written once its answer has gone out, in one statement. One row for each
person, object and hour is enough: it says that the data were seen, not how often a page was reloaded.
"""

from .enums import Way
from .noting import Shown, note

__all__ = ["Shown", "Way", "note"]
