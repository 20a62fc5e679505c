"""Invitations to act for a body: by mail, for one address, once, for some days."""
