"""Permission policies of records that outlive the person who looks after them."""

from __future__ import annotations

from typing import Any

from wagtail.permission_policies import ModelPermissionPolicy


class KeptPolicy(ModelPermissionPolicy):
    """Nobody deletes these records from a screen, administrators neither: others point to them."""

    refused = frozenset({"delete"})

    def user_has_permission(self, user: Any, action: str) -> bool:
        """Refuse what is never done here, then ask the permission rows."""
        return action not in self.refused and bool(super().user_has_permission(user, action))


class ReadOnlyPolicy(KeptPolicy):
    """These records are written elsewhere (an import, a service): here they are only read."""

    refused = frozenset({"add", "change", "delete"})
