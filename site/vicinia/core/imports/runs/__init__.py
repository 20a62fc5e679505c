"""Imports that the office starts from its screens: file, columns, check, writing, report."""
