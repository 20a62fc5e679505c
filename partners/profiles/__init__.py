"""What a body shows of itself to everybody, chosen field by field."""
