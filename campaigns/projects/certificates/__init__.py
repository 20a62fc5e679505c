"""Certificates of participation: issued to the teacher of a class, theirs whatever school they move to."""
