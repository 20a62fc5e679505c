"""The newsletter: who asked for it, what was consented to, the issues and their delivery."""
