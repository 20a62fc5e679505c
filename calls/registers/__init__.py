"""Yearly numbers without gaps."""
