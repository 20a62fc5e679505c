"""How the office checks that a body is what it says: a list of checks, and questions back and forth."""
