"""Applications of organisations to calls: drafts, files, sending, receipt."""
