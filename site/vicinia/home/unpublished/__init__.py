"""Pages with changes that readers do not see yet."""
