"""Yearly numbers without gaps, for whatever an app keeps a register of."""
