"""Election silence: when an administration may publish only what is impersonal and indispensable.

L. 28/2000 art. 9, c. 1: from the day the vote is called to its close, public administrations carry out no
communication but that made impersonally and indispensable for their functions.
"""
