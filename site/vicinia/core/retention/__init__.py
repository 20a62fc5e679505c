"""How long each kind of record is kept, why, and what then happens to it."""
