"""School projects: the catalogue, its yearly editions and the classes that take part."""
