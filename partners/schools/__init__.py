"""Institutes and schools, as the ministry registers them, and the teachers who work there."""
