"""Composing an issue of existing pages, sending it to each subscriber once, counting without spying."""
