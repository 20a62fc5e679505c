"""The one table of rights, and the way to ask it.

Each app writes its rows in its `rights.py` and registers them in `ready()`; code asks with Django's own
`user.has_perm("partners.verify_organisation", organisation)`, which `RightsBackend` answers.
"""
