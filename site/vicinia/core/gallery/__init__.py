"""Every component with its parameters and example data, at /componenti/ (development only)."""
