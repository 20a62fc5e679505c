"""Campaigns that do not begin from an empty page: from a template, or from the one of last year."""
