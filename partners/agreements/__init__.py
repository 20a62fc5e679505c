"""What the office has agreed with a body or granted to it, and what it has paid for that."""
