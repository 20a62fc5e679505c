"""Who holds which office in a body, since when and until when."""
