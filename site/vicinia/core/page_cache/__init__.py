"""Public pages kept whole: `public_content_changed()` drops them, `changes_at()` says when one expires."""

from .invalidation import public_content_changed, watch
from .keys import allow_query_keys
from .validity import changes_at

__all__ = ["allow_query_keys", "changes_at", "public_content_changed", "watch"]
