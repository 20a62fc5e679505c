"""Asking to be deleted: what goes, what stays and why, fourteen days to change one's mind (GDPR art. 17)."""
