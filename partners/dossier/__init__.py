"""The dossier (*fascicolo*): documents that a body gives once and uses in every application."""
