"""The call itself: what is financed, by which rules, in which window, and its public page."""
