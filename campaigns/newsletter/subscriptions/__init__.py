"""Subscribing, confirming from the e-mail, choosing topics, leaving; the ledger of consents."""
