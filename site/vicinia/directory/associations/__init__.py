"""Whom the associations of the town help, for who looks for help."""
