"""What the staff's side (Wagtail's admin) has in common: menu groups, role panels, permission rows."""
