"""Permission policies of screens that nobody may write through."""

from typing import Any

from wagtail.permission_policies import ModelPermissionPolicy


class ReadOnlyPolicy(ModelPermissionPolicy):
    """Records that only services write: whoever may view them views them, nobody edits, administrators included."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        """Allow viewing by the model's permission, nothing else."""
        return action == "view" and bool(super().user_has_permission(user, action))

    def user_has_any_permission(self, user: Any, actions: Any) -> bool:
        """Ask one action at a time."""
        return any(self.user_has_permission(user, action) for action in actions)
