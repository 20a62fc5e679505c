"""Associations and the other bodies the office works with, and the people who act for them."""
